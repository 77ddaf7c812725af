"""What comes on record, and was not there when it happened: late comments, parts on trust.

Nobody enters a finished record unseen: what the next state of a record has, and the one before it
had not, although it was over, is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from talqy.model.comment import Outcome
from talqy.model.history import (
    History,
    LateAfter,
    RecordedComment,
    RecordedPart,
    RecordedRevision,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTrust:
    """What of one text comes on record by the word of its file, and how many answers do."""

    revision: int
    parts: tuple[RecordedPart, ...]
    answers: int


def late_since(old: History | None, new: History) -> Iterator[tuple[int, RecordedComment]]:
    """Yield the late comments of a record that an older state of it does not have."""
    for entry in new.revisions:
        was = old.of(entry.revision) if old else None
        known = {comment.id for comment in was.comments} if was else set()
        yield from ((entry.revision, c) for c in entry.comments if c.late and c.id not in known)


def unanswered(entry: RecordedRevision | None) -> Iterator[str]:
    """Yield the comments that had no answer when the report on their discussion was on record.

    The first edition kept outcomes without digests of answers, and no days; a comment that came
    after the report has its answer later.
    """
    yield from (line.id for line in entry.comments if _is_open(entry, line)) if entry else ()


def _is_open(entry: RecordedRevision, line: RecordedComment) -> bool:
    """Return whether a comment had no answer when the report was on record."""
    if not entry.report or RecordedPart.REPORT not in entry.recorded:
        return False
    return line.outcome is None and not (line.late and line.late.after is LateAfter.REPORT)


def answered_since(old: History | None, new: History) -> Iterator[tuple[int, RecordedComment]]:
    """Yield the comments whose answers came after the report, and are not in an older state."""
    for entry in new.revisions:
        open_then = set(unanswered(old.of(entry.revision) if old else None))
        for line in entry.comments:
            if line.id in open_then and line.response and line.outcome is not Outcome.LATE:
                yield entry.revision, line


def first_day_of_answer(entry: RecordedRevision, line: RecordedComment) -> date | None:
    """Return the last day on which the record shows a comment without its answer, if there is one.

    It is the day on which the report came on record; the answer is of that day at the earliest.
    """
    is_late = line.response is not None and line.response.late is not None
    is_shown = is_late or _is_open(entry, line)
    return entry.recorded.get(RecordedPart.REPORT) if is_shown else None


def on_trust(old: History | None, new: History) -> Iterator[OnTrust]:
    """Yield what a record takes from files although it happened before: nothing shows it is so.

    So it is at the first merge of a record of the first edition, which kept no days, and of a text
    whose discussion was over, or which was adopted, before anything of it was recorded.
    """
    for entry in new.revisions:
        was = old.of(entry.revision) if old else None
        if was and was.recorded:
            continue
        parts = tuple(part for part in entry.recorded if _is_new(part, was, entry))
        bare = {c.id for c in (was or entry).comments if was is None or c.response is None}
        answers = sum(1 for c in entry.comments if c.response and c.id in bare)
        if parts or answers:
            yield OnTrust(revision=entry.revision, parts=parts, answers=answers)


def _is_new(part: RecordedPart, was: RecordedRevision | None, entry: RecordedRevision) -> bool:
    """Return whether a part was not on record, and is of a day before the one it is recorded on."""
    if was and getattr(was, part) is not None:
        return False
    if part is RecordedPart.CONSULTATION:
        return entry.is_over
    return bool(getattr(entry, part).on < entry.recorded[part])
