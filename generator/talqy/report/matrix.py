"""Every comment on a standard, across its revisions: what was decided, and where its words are now.

Rows are of comments, in the order of receipt; they are the same in every language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from talqy.compare.traces import Fate as FateOfWords
from talqy.compare.traces import Trace
from talqy.language.edition import Edition
from talqy.language.fate_words import latest
from talqy.law.periods import is_late
from talqy.model.comment import After, Comment, Outcome, Response
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.record.counts import TURNED_DOWN, Fate, became_of, is_proposal

_NOT_ACCEPTED = TURNED_DOWN | {Outcome.NOTED}
STANDS = "stands"
"""The code of the comments that came in time, were not accepted, and whose words stand."""


class Unfollowed(StrEnum):
    """Why it is not told what became of the words of a comment."""

    NO_WORDS = "no-words"
    """It is on the text as a whole, or was withdrawn."""
    NO_LATER_TEXT = "no-later-text"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One comment: its words were followed from `at`, the text it is on, to the text `to`.

    Of one that was withdrawn, or that is on the whole text, there is no `trace`.
    """

    record: Record
    comment: Comment
    outcome: Fate
    response: Response | None
    at: Revision
    to: Revision
    trace: Trace | None
    is_late: bool

    @property
    def fate(self) -> FateOfWords | Unfollowed:
        """What became of its words; or why that is not told."""
        if self.trace is None:
            return Unfollowed.NO_WORDS
        return Unfollowed.NO_LATER_TEXT if self.to is self.at else self.trace.fate

    @property
    def stands(self) -> bool:
        """Return whether it came in time, was not accepted, and its words stand unchanged.

        It is asked of those that want a change. What was not accepted in part has changed
        something; what is missing after a clause cannot be looked for. A draft without a later text
        may still be revised, and one that was given up is no text any more.
        """
        return (
            not self.is_late
            and (self.to is not self.at or self.at.adopted is not None)
            and self.outcome in _NOT_ACCEPTED
            and is_proposal(self.comment)
            and not isinstance(self.comment.clause, After)
            and self.trace is not None
            and self.trace.fate is FateOfWords.UNCHANGED
            and self.to.withdrawn is None
        )


def matrix_title(edition: Edition, *, only_standing: bool = False) -> str:
    """Return the title of the table of all comments, or of those whose words stand."""
    words = edition.locale.words
    if only_standing:
        return words("Timely, not accepted, words unchanged")
    return words("Comments across revisions")


def matrix_rows(edition: Edition, record: Record) -> tuple[MatrixRow, ...]:
    """Return all comments on a standard, in the order of receipt."""
    return edition.in_all.once("matrix", (record.id,), lambda: tuple(_rows(edition, record)))


def _rows(edition: Edition, record: Record) -> Iterator[MatrixRow]:
    for comment in record.comments:
        if at := record.revision(comment.revision):
            to = latest(edition, record, comment) or at
            yield _row(edition, record, comment, at, to, edition.trace(record, comment, to))


def _row(  # noqa: PLR0913, PLR0917 - what a row is made of
    edition: Edition,
    record: Record,
    comment: Comment,
    at: Revision,
    to: Revision,
    trace: Trace | None,
) -> MatrixRow:
    return MatrixRow(
        record=record,
        comment=record.shown(comment),
        outcome=became_of(record, comment, edition.assessment),
        response=record.response_to(comment.id),
        at=at,
        to=to,
        trace=trace,
        is_late=is_late(comment.received, at.consultation),
    )


_Left = tuple[str, int, list[str], bool]
"""Of words that stand: the comment, the text and the clauses in which, and if they are quoted."""


def rows_that_stand(edition: Edition, record: Record) -> tuple[MatrixRow, ...]:
    """Return the comments that came in time, were not accepted, and whose words stand unchanged.

    Where an earlier run has left which they are, no words are followed anew.
    """
    left = edition.added(record, STANDS, lambda: [_left(row) for row in _standing(edition, record)])
    return tuple(row for one in left if (row := _again(edition, record, *one)))


def _standing(edition: Edition, record: Record) -> Iterator[MatrixRow]:
    return (row for row in matrix_rows(edition, record) if row.stands)


def _left(row: MatrixRow) -> _Left:
    """Return what a later run must know of words that stand, as JSON can hold it."""
    trace = row.trace
    clauses = trace.clauses if trace else ()
    return row.comment.id, row.to.revision, [*clauses], trace is not None and trace.is_quoted


def _again(  # noqa: PLR0913, PLR0917 - the parts of what was left
    edition: Edition,
    record: Record,
    name: str,
    to: int,
    clauses: list[str],
    is_quoted: bool,  # noqa: FBT001
) -> MatrixRow | None:
    comment, text = record.comment(name), record.revision(to)
    at = record.revision(comment.revision) if comment else None
    if comment is None or text is None or at is None:
        return None
    trace = Trace(fate=FateOfWords.UNCHANGED, clauses=tuple(clauses), is_quoted=is_quoted)
    return _row(edition, record, comment, at, text, trace)
