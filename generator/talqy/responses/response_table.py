"""The workbook of answers as values: one row a comment, the citizen's words beside the answer.

Columns and their names follow the comment table that is customary in reports on public discussion;
each head says its name in every language of the project. Columns have keys as well, which travel
in a hidden row, so that the workbook is read back whatever people did to its heads and order.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from talqy.compare.quotes import folded
from talqy.language.clause_sayings import element_lines, printed_label
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.sayings import (
    in_language,
    outcome_name,
    revision_number,
    voice_lines,
)
from talqy.model.comment import Comment, Landing, Outcome, Response
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.record.digests import digest_of_response
from talqy.responses.places import named_clauses
from talqy.responses.proposed import ProposedResponse

Words = Callable[[Locale], str]

COMMENT, COMMENT_DIGEST, RESPONSE_DIGEST = "comment", "comment-digest", "answer-digest"
NUMBER, QUOTE, TEXT, PROPOSAL = "number", "quote", "text", "proposal"
OUTCOME, LANDED_REVISION, LANDED_CLAUSES = "outcome", "landed-revision", "landed-clauses"
DUPLICATE_OF, ELSEWHERE = "duplicate-of", "elsewhere"
_REASON, _GIST = "reason-", "gist-"


def gist_key(language: str) -> str:
    """Return the key of the column for what a comment says in short, in a language."""
    return f"{_GIST}{language}"


def reason_key(language: str) -> str:
    """Return the key of the column for the reason in a language."""
    return f"{_REASON}{language}"


class ColumnUse(StrEnum):
    """What may be done with a column."""

    LOCKED = "locked"
    RESPONSE = "answer"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class ResponseColumn:
    """One column: its key, its head in all languages, its width in signs."""

    key: str
    head: str
    width: int
    role: ColumnUse


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plain list beside the answers, with its heads."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseTable:
    """All that a workbook of answers says; `day` is that of the export.

    Rows have a value for each column. `revisions` are the numbers in which a change may land.
    """

    title: str
    name: str
    language: str
    day: date
    columns: tuple[ResponseColumn, ...]
    rows: tuple[tuple[str | date, ...], ...]
    outcomes: Sheet
    clauses: Sheet
    revisions: tuple[int, ...]


def response_table(  # noqa: PLR0913 - of what, for whom, in which order
    editions: Sequence[Edition],
    speaking: Edition,
    record: Record,
    revision: Revision,
    *,
    everything: bool,
    proposed: Mapping[str, ProposedResponse] = MappingProxyType({}),
) -> ResponseTable:
    """Say a discussion as a workbook in the language of one edition; unanswered comments first.

    `proposed` is what another site says to comments, by their ids: a person makes answers of it.
    """
    comments = record.comments_on(revision.revision)
    waiting = [comment for comment in comments if record.response_to(comment.id) is None]
    answered = [comment for comment in comments if record.response_to(comment.id)]
    heads = [edition.locale for edition in editions]
    columns = tuple(one for one in _columns(heads) if proposed or one.key != ELSEWHERE)
    maker = _Rows(speaking, record, revision, proposed)
    return ResponseTable(
        title=f"{speaking.title(record)}: " + revision_number(speaking.locale, revision.revision),
        name=speaking.locale.words("Answers"),
        language=speaking.code,
        day=speaking.assessment.today,
        columns=columns,
        rows=tuple(
            maker.row(comment, columns)
            for comment in (comments if everything else [*waiting, *answered])
        ),
        outcomes=_outcomes(speaking),
        clauses=_clauses(speaking, record, revision),
        revisions=later_revisions(record, revision),
    )


def later_revisions(record: Record, revision: Revision) -> tuple[int, ...]:
    """Return the numbers of the texts in which a comment can land: the later ones, and the next."""
    later = [r.revision for r in record.revisions if r.revision > revision.revision]
    return (*later, record.next_revision)


def known_heads(locales: Sequence[Locale]) -> Mapping[str, str]:
    """Return the keys by all that a head may say: its key, its name in one or in all languages."""
    known: dict[str, str] = {}
    for key, words in _names(locales):
        for head in (key, _joined(words, locales), *(words(locale) for locale in locales)):
            known.setdefault(folded_head(head), key)
    for language in locales:  # as earlier exports have named the reasons
        for of in locales:
            head = f"{of.words('Justification')} ({language.name})"
            known.setdefault(folded_head(head), reason_key(language.code))
    return known


def folded_head(head: str) -> str:
    """Return a head without what people change in passing: case, spaces, look-alike letters."""
    return folded(" ".join(head.split()))


def _names(locales: Sequence[Locale]) -> Iterator[tuple[str, Words]]:
    """Yield the keys and names of all columns, in their order."""
    yield NUMBER, lambda of: of.words("No.")
    yield "element", lambda of: of.words("Structural element (clause, line)")
    yield "author", lambda of: of.words("Author (individual, legal entity)")
    yield "received", lambda of: of.words("Date received")
    yield QUOTE, lambda of: of.words("Quoted words")
    yield TEXT, lambda of: of.words("Remark or proposal")
    yield PROPOSAL, lambda of: of.words("Proposed wording")
    yield ELSEWHERE, lambda of: of.words("On the portal “Open legal acts”")
    yield OUTCOME, lambda of: of.words("Position of the developer")
    for locale in locales:
        yield reason_key(locale.code), _reason_in(locale)
    for locale in locales:
        yield gist_key(locale.code), _gist_in(locale)
    yield LANDED_REVISION, lambda of: of.words("Change made to the draft: number of the revision")
    yield LANDED_CLAUSES, lambda of: of.words("Change made to the draft: numbers of the clauses")
    yield DUPLICATE_OF, lambda of: of.words("Number of the comment that it repeats")
    yield from ((key, lambda _, key=key: key) for key in (COMMENT, COMMENT_DIGEST, RESPONSE_DIGEST))


def _reason_in(language: Locale) -> Words:
    in_it = in_language(language.code)
    return lambda of: f"{of.words('Justification')} ({in_it.said(of.catalogue.problem)})"


def _gist_in(language: Locale) -> Words:
    in_it = in_language(language.code)
    return lambda of: f"{of.words('Comment in short')} ({in_it.said(of.catalogue.problem)})"


def _columns(locales: Sequence[Locale]) -> Iterator[ResponseColumn]:
    for key, head in _names(locales):
        role = (
            ColumnUse.HIDDEN
            if key in _HIDDEN
            else ColumnUse.LOCKED
            if key in _WIDTHS
            else ColumnUse.RESPONSE
        )
        usual = _GIST_WIDTH if key.startswith(_GIST) else _REASON_WIDTH
        width = _WIDTHS.get(key) or _RESPONSE_WIDTHS.get(key, usual)
        yield ResponseColumn(key, _joined(head, locales), width, role)


def _joined(words: Words, locales: Iterable[Locale]) -> str:
    return " / ".join(dict.fromkeys(words(locale) for locale in locales))


_HIDDEN = frozenset({COMMENT, COMMENT_DIGEST, RESPONSE_DIGEST})
# Together with the answers they stand on one sheet of A3, in letters that can be read.
_WIDTHS = {
    NUMBER: 12,
    "element": 18,
    "author": 17,
    "received": 13,
    QUOTE: 24,
    TEXT: 52,
    PROPOSAL: 28,
    ELSEWHERE: 28,
    **dict.fromkeys(_HIDDEN, 12),
}
_RESPONSE_WIDTHS = {OUTCOME: 17, LANDED_REVISION: 13, LANDED_CLAUSES: 15, DUPLICATE_OF: 13}
_REASON_WIDTH, _GIST_WIDTH = 32, 12


class _Rows:
    """Makes the rows of one discussion."""

    def __init__(
        self,
        edition: Edition,
        record: Record,
        revision: Revision,
        proposed: Mapping[str, ProposedResponse],
    ) -> None:
        self._edition, self._record, self._revision = edition, record, revision
        self._proposed = proposed

    def row(self, comment: Comment, columns: Iterable[ResponseColumn]) -> tuple[str | date, ...]:
        """Print one comment, and the answer to it where there is one."""
        locale, response = self._edition.locale, self._record.response_to(comment.id)
        proposed = self._proposed.get(comment.id)
        cells: dict[str, str | date] = {
            NUMBER: self._record.comment_name(comment.id),
            "element": "\n".join(element_lines(locale, self._revision, comment)),
            "author": "\n".join(voice_lines(locale, comment)),
            "received": comment.received,
            QUOTE: comment.quote or "",
            TEXT: comment.text,
            PROPOSAL: comment.proposal or "",
            COMMENT: comment.id,
            COMMENT_DIGEST: self._record.digests.get(comment.id, ""),
            ELSEWHERE: self._said_elsewhere(proposed),
            **(self._answer(response) if response else self._proposal(proposed)),
        }
        return tuple(cells.get(column.key, "") for column in columns)

    def _said_elsewhere(self, proposed: ProposedResponse | None) -> str:
        translate = self._edition.locale.catalogue.problem
        return "\n".join(one.said(translate) for one in proposed.said) if proposed else ""

    def _proposal(self, proposed: ProposedResponse | None) -> Mapping[str, str]:
        """Print what is proposed: a person adds what it lacks, and it is no answer before."""
        if proposed is None:
            return {}
        outcome, repeated = proposed.outcome, proposed.duplicate_of
        return {
            OUTCOME: outcome_name(self._edition.locale, outcome) if outcome else "",
            **{reason_key(language): reason for language, reason in proposed.reason.items()},
            DUPLICATE_OF: self._record.comment_name(repeated) if repeated else "",
        }

    def _answer(self, response: Response) -> Mapping[str, str]:
        landed = response.landed
        return {
            OUTCOME: outcome_name(self._edition.locale, response.outcome),
            **{reason_key(language): reason for language, reason in response.reason.items()},
            **{gist_key(language): gist for language, gist in (response.gist or {}).items()},
            LANDED_REVISION: str(landed.revision) if landed else "",
            LANDED_CLAUSES: "; ".join(self._clauses(landed)) if landed else "",
            DUPLICATE_OF: self._record.comment_name(response.duplicate_of)
            if response.duplicate_of
            else "",
            RESPONSE_DIGEST: digest_of_response(response),
        }

    def _clauses(self, landed: Landing) -> Iterator[str]:
        """Yield the number of each clause that it leads back to; where it does not, the id."""
        number = landed.revision
        text = self._record.revision(number) or self._record.revisions[-1]
        for name in landed.clauses:
            clause = text.clause(name)
            printed = clause.number_in(self._edition.code).strip(" .") if clause else ""
            is_sure = printed and named_clauses(printed, self._record, number).ids == (name,)
            yield printed if is_sure else name


def _outcomes(edition: Edition) -> Sheet:
    locale = edition.locale
    names = tuple((outcome_name(locale, outcome),) for outcome in Outcome)
    return Sheet(locale.words("Outcomes"), (locale.words("Position of the developer"),), names)


def _clauses(edition: Edition, record: Record, revision: Revision) -> Sheet:
    """List the clauses of the text under discussion and of the later ones, each once."""
    words = edition.locale.words
    named: dict[str, tuple[Clause, list[str]]] = {}
    for text in record.revisions:
        if text.revision >= revision.revision:
            for clause in text.walk():
                known = named.get(clause.id, (clause, []))[1]
                name = revision_number(edition.locale, text.revision)
                named[clause.id] = (clause, [*known, name])
    return Sheet(
        words("Clauses"),
        (words("Id of the clause"), words("Number"), words("Heading"), words("Revisions")),
        tuple(
            (
                name,
                printed_label(edition.locale, clause),
                edition.locale.plain(clause.heading) if clause.heading else "",
                ", ".join(texts),
            )
            for name, (clause, texts) in named.items()
        ),
    )
