"""`standards/<id>/history.yaml`: the ordered public record, written by `talqy merge` alone."""

from typing import Literal

from pydantic import Field

from talqy.model.comment import Landing, Outcome, Target
from talqy.model.revision import Extension, Posting
from talqy.model.values import CommentId, Count, Day, Line, Number, Slug, Value


class RecordedConsultation(Value):
    """The consultation as it was held, with every posting and extension."""

    opens: Day
    closes: Day
    posted: tuple[Posting, ...] = ()
    extended: tuple[Extension, ...] = ()


class RecordedComment(Value):
    """A comment's place in the register: its number, the digest of its file, what became of it."""

    number: Number
    id: CommentId
    digest: Line
    clause: Target
    outcome: Outcome | None = None
    landed: Landing | None = None


class RecordedTally(Value):
    """How many comments came, and what became of them."""

    received: Count
    outcomes: dict[Outcome, Count]


class RecordedRevision(Value):
    """One revision in the record: the digest of its frozen text, and its discussion."""

    revision: Number
    digest: Line
    consultation: RecordedConsultation | None = None
    comments: tuple[RecordedComment, ...] = ()
    tally: RecordedTally | None = None


class History(Value):
    """The ordered record of a standard; a merged entry never changes its place or number."""

    schema_: Literal["1"] = Field(alias="schema")
    standard: Slug
    revisions: tuple[RecordedRevision, ...] = ()

    def of(self, revision: int) -> RecordedRevision | None:
        """Find what is recorded of one revision."""
        return next((entry for entry in self.revisions if entry.revision == revision), None)
