"""`standards/<id>/history.yaml`: the ordered public record, written by `talqy merge` alone."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from talqy.model.comment import Landing, Outcome, Target
from talqy.model.project import DayKind
from talqy.model.revision import Adoption, Extension, Posting, ReportNotice, Revision, Withdrawal
from talqy.model.values import CommentId, Count, Day, Line, LocalText, Number, Slug, Value


class RecordedPart(StrEnum):
    """What an authority says of one text, beside the text itself and its responses."""

    CONSULTATION = "consultation"
    REPORT = "report"
    ADOPTED = "adopted"
    WITHDRAWN = "withdrawn"


Dated = ReportNotice | Adoption | Withdrawal
"""A part that bears a day of its own: its author's claim."""


def dated_parts(text: Revision) -> dict[RecordedPart, Dated | None]:
    """Return what a text says that bears a day of its own, by the part that it is of the record."""
    return {
        RecordedPart.REPORT: text.consultation.report if text.consultation else None,
        RecordedPart.ADOPTED: text.adopted,
        RecordedPart.WITHDRAWN: text.withdrawn,
    }


class RecordedCounting(Value):
    """The shortest lawful period as it was counted when the discussion was over.

    `calendar` is the edition of the table of days off that it was counted by, where one was.
    """

    days: Number
    unit: DayKind
    posted: Day
    last: Day
    skipped: tuple[Day, ...] = ()
    calendar: Day | None = None


class RecordedPosting(Posting):
    """A posting on record; `since` is the day on which it came to a discussion that was there.

    The others came with the discussion; records made before this was kept have none.
    """

    since: Day | None = None

    @property
    def said(self) -> Posting:
        """The posting as the file of its text has it."""
        return Posting.model_construct(**{key: getattr(self, key) for key in Posting.model_fields})


class RecordedConsultation(Value):
    """The consultation as it was held, with every posting and extension."""

    opens: Day
    closes: Day
    posted: tuple[RecordedPosting, ...] = ()
    extended: tuple[Extension, ...] = ()
    counted: RecordedCounting | None = None


class LateAfter(StrEnum):
    """What had happened before a late comment or answer was put on record."""

    CLOSE = "close"
    REPORT = "report"


class LateEntry(Value):
    """That a comment or an answer came into a finished part of the record, and why, if it was said.

    `after` is what was on record already: the close of the discussion with its numbers, or its
    report.
    """

    after: LateAfter
    reason: LocalText | None = None


class RecordedResponse(Value):
    """The digest of a response whose report is published, and the day since when it is kept.

    `late` says that it came when the report was on record already.
    """

    digest: Line
    on: Day
    late: LateEntry | None = None


class RecordedComment(Value):
    """A comment's place in the register: its number, the digest of its file, what became of it.

    `on` is the day on which it was put on record, `since` the one on which its outcome was; records
    made before this was kept have none.
    """

    number: Number
    id: CommentId
    digest: Line
    clause: Target
    on: Day | None = None
    late: LateEntry | None = None
    outcome: Outcome | None = None
    landed: Landing | None = None
    since: Day | None = None
    response: RecordedResponse | None = None


class Correction(Value):
    """A change to what was on record: `what` changed, on which day, what it was, and why.

    `what` is a path in the file of the revision, or of the response to `comment`, with steps joined
    by points and items counted from 1, such as `posted.1.on`; `was` is None where nothing was said.
    """

    on: Day
    comment: CommentId | None = None
    what: Line
    was: JsonValue = None
    reason: LocalText


class RecordedTally(Value):
    """How many comments came, and what became of them."""

    received: Count
    outcomes: dict[Outcome, Count]


class RecordedRevision(Value):
    """One revision in the record: the digest of its frozen text, and what was said of it.

    `recorded` is the day since when each part is kept; a part of the first edition may have none.
    """

    revision: Number
    digest: Line
    consultation: RecordedConsultation | None = None
    report: ReportNotice | None = None
    adopted: Adoption | None = None
    withdrawn: Withdrawal | None = None
    recorded: Mapping[RecordedPart, Day] = {}
    comments: tuple[RecordedComment, ...] = ()
    tally: RecordedTally | None = None
    corrections: tuple[Correction, ...] = ()

    def dated(self) -> Iterator[tuple[RecordedPart, Dated]]:
        """Yield the parts on record that bear a day of their own."""
        parts = {
            RecordedPart.REPORT: self.report,
            RecordedPart.ADOPTED: self.adopted,
            RecordedPart.WITHDRAWN: self.withdrawn,
        }
        yield from ((part, value) for part, value in parts.items() if value)

    def days(self) -> Iterator[date]:
        """Yield the days on which something of it was put on record, or corrected."""
        yield from self.recorded.values()
        talk = self.consultation
        yield from (one.since for one in (talk.posted if talk else ()) if one.since)
        yield from (one.on for one in self.corrections)
        yield from (one.response.on for one in self.comments if one.response)
        yield from (one.on for one in self.comments if one.on)
        yield from (one.since for one in self.comments if one.since)

    @property
    def is_over(self) -> bool:
        """Whether the discussion was over when it was last recorded."""
        return self.tally is not None

    @property
    def lacks_its_tally(self) -> bool:
        """Whether there is what a merge writes when a discussion is over, and no tally with it."""
        talk = self.consultation
        has_ended = self.comments or (talk and (talk.counted or self.report))
        return bool(has_ended) and self.tally is None


class History(Value):
    """The ordered record of a standard; a merged entry never changes its place or number.

    `root` is one digest over all of it (`record/root.py`).
    """

    schema_: Literal["1"] = Field(alias="schema")
    standard: Slug
    root: Line | None = None
    revisions: tuple[RecordedRevision, ...] = ()

    def of(self, revision: int) -> RecordedRevision | None:
        """Find what is recorded of one revision."""
        return next((entry for entry in self.revisions if entry.revision == revision), None)

    def last_day(self) -> date | None:
        """Return the last day on which something was put on record."""
        return max((day for entry in self.revisions for day in entry.days()), default=None)
