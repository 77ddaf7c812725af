"""What comes on record, and was not there when it happened: late comments, parts on trust.

Nobody enters a finished record unseen: what the next state of a record has, and the one before it
had not, although it was over, is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.model.history import History, RecordedComment, RecordedPart, RecordedRevision


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
