"""The clauses of a standard as search shows them: of the text on its page, and of its next text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talqy.language.edition import Edition
from talqy.language.for_you import is_draft
from talqy.language.sayings import revision_title
from talqy.model.facts import FACTS
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.model.standing import Stage
from talqy.project.shipped import search_words
from talqy.search.folding import tokens

_ENDED = {Stage.REPEALED, Stage.WITHDRAWN}
TAKEN = "taken"
"""What marks a clause of documents that nobody brings: the provider takes them from systems."""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause: where it is, its number, heading and words, and the rows that it sets."""

    id: str
    number: str
    heading: str
    text: str
    rows: tuple[str, ...]

    @property
    def said(self) -> tuple[str, str, str]:
        """What it says, by which clause it is: whatever its number."""
        return self.id, self.heading, self.text


@dataclass(frozen=True, slots=True)
class ClauseRows:
    """The clauses of a text, the page on which it is read, and what it is if it is no law."""

    path: str
    text: str
    rows: tuple[ClauseRow, ...]

    def told(self) -> Sequence[object]:
        """Return all of it as the browser reads it."""
        rows = [[row.id, row.number, row.heading, row.text, *row.rows] for row in self.rows]
        return [self.path, self.text, rows]


def clauses_of(edition: Edition, record: Record) -> tuple[ClauseRows, ...]:
    """Return the clauses of the text on the standard's page, with those inside of others.

    Where a newer text is known and not on that page, its clauses follow that say something else.
    """
    parts = edition.parts(record)
    shown = _rows_of(edition, record, parts.shown)
    if parts.newest is parts.shown:
        return (shown,)
    known = {row.said for row in shown.rows}
    next_one = _rows_of(edition, record, parts.newest)
    return shown, replace(next_one, rows=tuple(r for r in next_one.rows if r.said not in known))


def _rows_of(edition: Edition, record: Record, text: Revision) -> ClauseRows:
    rows = (_row(edition, clause) for clause in text.walk())
    return ClauseRows(
        path=edition.path_of(record, text),
        text=_no_law(edition, record, text),
        rows=tuple(row for row in rows if row.heading or row.text),
    )


def _no_law(edition: Edition, record: Record, text: Revision) -> str:
    """Say that a text is a draft, not in force yet or no longer; nothing of one that is."""
    stage = edition.standing(record, text).stage
    if stage in _ENDED:
        return edition.locale.coded("stage", stage)
    is_shown = text is edition.parts(record).shown
    if is_shown and not is_draft(edition, text):
        return ""
    words, title = edition.locale.words, revision_title(edition.locale, text.revision)
    status = words("Draft") if is_draft(edition, text) else words("Not in force yet")
    return f"{status}, {title[:1].lower()}{title[1:]}"


def _headed(heading: str) -> Iterator[str]:
    """Yield the rows that no fact sets, and that a clause with such a heading answers."""
    words = list(tokens(heading))
    for row, known in search_words()["headed"].items():
        if words in [list(tokens(head)) for head in known["heads"]]:
            yield row


def _taken(clause: Clause) -> Iterator[str]:
    """Yield what marks a clause of whose documents the person brings none."""
    sources = {document.source for document in clause.facts.documents}
    if sources == {"state-system"}:
        yield TAKEN


def _row(edition: Edition, clause: Clause) -> ClauseRow:
    said = edition.locale.plain
    cells = clause.table.lines(edition.code) if clause.table else ()
    texts = (said(clause.text) if clause.text else "", *(" ".join(line) for line in cells))
    heading = said(clause.heading) if clause.heading else ""
    facts = (fact.row for name, fact in FACTS.items() if fact.row and getattr(clause.facts, name))
    return ClauseRow(
        id=clause.id,
        number=clause.number_in(edition.code),
        heading=heading,
        text="\n".join(filter(None, texts)),
        rows=tuple(dict.fromkeys((*clause.covers, *facts, *_headed(heading), *_taken(clause)))),
    )
