"""Two texts of a standard compared: what changed, why, and because of whom.

One value that the compare page, the comparison table, its DOCX and XLSX, and `talqy diff` all show.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from talqy.compare.align import align, amendments_of, related, steps
from talqy.compare.attention import Sign, attention
from talqy.compare.case_changes import CaseChanges, case_changes
from talqy.compare.fact_changes import FactChange, fact_changes
from talqy.compare.quotes import Part, text_of
from talqy.compare.redline import Redline, redline
from talqy.compare.tables import TableRedline, table_redline
from talqy.model.alignment import Alignment, Match
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.model.revision import Amendment, Clause, Revision


@dataclass(frozen=True)
class ClauseChange:
    """One substantive change: its clauses, its causes, its facts; `languages` are of the texts."""

    match: Match
    amendments: tuple[Amendment, ...]
    comments: tuple[Comment, ...]
    facts: tuple[FactChange, ...]
    languages: Sequence[str]

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """What to look at twice; few of those who compare ask for it, and it takes long."""
        return attention(self.match, self.languages)

    @property
    def clause(self) -> Clause:
        """The clause that the change is shown at: the first new one, else the removed one."""
        return (self.match.after or self.match.before)[0]

    def heading(self, language: str) -> Redline:
        """Mark what changed in the heading."""
        return self._marked(Part.HEADING, language)

    def text(self, language: str) -> Redline:
        """Mark what changed in the text."""
        return self._marked(Part.TEXT, language)

    def table(self, language: str) -> TableRedline:
        """Mark what changed in the tables, cell by cell."""
        before, after = (
            [row for clause in side if clause.table for row in clause.table.lines(language)]
            for side in (self.match.before, self.match.after)
        )
        return table_redline(before, after)

    def _marked(self, part: Part, language: str) -> Redline:
        before, after = (
            "\n".join(text_of(clause, part, language) for clause in side)
            for side in (self.match.before, self.match.after)
        )
        return redline(before, after)


@dataclass(frozen=True)
class Comparison:
    """All that lies between two texts; `changes` are substantive, `shifted` are not.

    `cases` are what changes for people.
    """

    record: Record
    older: Revision
    newer: Revision
    alignment: Alignment
    changes: tuple[ClauseChange, ...]
    cases: CaseChanges

    @property
    def shifted(self) -> tuple[Match, ...]:
        """Clauses that only stand elsewhere or under another number."""
        return tuple(m for m in self.alignment.matches if m.actions and not m.is_substantive)

    @property
    def unchanged(self) -> int:
        """How many clauses are the same in every respect."""
        return sum(not match.actions for match in self.alignment.matches)


def compare(
    record: Record,
    older: Revision,
    newer: Revision,
    languages: Sequence[str],
    known: Alignment | None = None,
) -> Comparison:
    """Compare two texts of a standard; reasons are those of the revisions that lead to `newer`.

    `known` is their alignment where it was made before.
    """
    alignment = known or align(record, older, newer)
    way = steps(record, older, newer)
    cases = case_changes(alignment, older, newer)
    return Comparison(
        record,
        older,
        newer,
        alignment,
        tuple(_change(record, way, match, cases, languages) for match in alignment.substantive()),
        cases,
    )


def _change(
    record: Record,
    way: Sequence[Revision],
    match: Match,
    cases: CaseChanges,
    languages: Sequence[str],
) -> ClauseChange:
    names = related(way, match.ids)
    amendments = [a for revision in way for a in amendments_of(record, revision, names)]
    named = {name for amendment in amendments for name in amendment.comments}
    named |= set(_landed(record, {revision.revision for revision in way}, match))
    return ClauseChange(
        match=match,
        amendments=tuple(amendments),
        comments=tuple(comment for comment in record.comments if comment.id in named),
        facts=fact_changes(match.before, match.after, cases.links),
        languages=languages,
    )


def _landed(record: Record, revisions: set[int], match: Match) -> Iterator[str]:
    """Yield the comments whose answer says that they landed in this change."""
    for comment, response in (record.responses or {}).items():
        landed = response.landed
        if landed and landed.revision in revisions and set(landed.clauses) & set(match.ids):
            yield comment


def ever_compared(record: Record) -> tuple[tuple[Revision, Revision], ...]:
    """Return which texts have a comparison at some time, older one first: by the files alone.

    Each text with the one before it, the one it starts from, the first one, and those that people
    had, or may have, before it: the one in force when it was dated, or adopted, and later ones.
    Those that a day shows are among them (`language.edition`); of others the address answers.
    """
    by_numbers: dict[tuple[int, int], tuple[Revision, Revision]] = {}
    for at, newer in enumerate(record.revisions):
        earlier = record.revisions[:at]
        base = record.base_of(newer)
        for older in (*earlier[-1:], base, *earlier[:1], *_held(earlier, newer)):
            if older:
                by_numbers[older.revision, newer.revision] = (older, newer)
    return tuple(by_numbers[key] for key in sorted(by_numbers))


def _held(earlier: Sequence[Revision], newer: Revision) -> Iterator[Revision]:
    """Yield the text in force when a text was dated, or adopted, and those that follow till then.

    That is by what the files say of adoption.
    """
    ends = newer.adopted.in_force if newer.adopted else date.max
    day = min(newer.dated, ends - timedelta(days=1))
    acts = [(text.adopted.in_force, text) for text in earlier if text.adopted]
    held = [(since, text) for since, text in acts if since <= day]
    yield from (text for _, text in held[-1:])
    yield from (text for _, text in sorted(held, key=lambda one: one[0])[-1:])
    yield from (text for since, text in acts if day < since < ends)
