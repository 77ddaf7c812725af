"""What came since an older state, and the record does not say so, or says that it came before.

What came in sight of everybody is in `record/openly.py`.
"""

from collections.abc import Iterator
from typing import Any

from talqy.model import paths
from talqy.model.history import RecordedComment
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.record.against_kinds import (
    ANSWERED_UNSEEN,
    ENTERED_AS_TIMELY,
    ENTERED_BACKDATED,
    ENTERED_UNDATED,
    ENTERED_UNSEEN,
    OUTCOME_UNDATED,
    RECORD_DATED_BACK,
)
from talqy.record.entering import answered_since
from talqy.record.field_names import field_name
from talqy.record.postings import place_name, postings_since


def unseen_since(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the comments that came since, and of which the record does not say when, or that late.

    One that is dated before the older state was recorded came later than it says, report or not.
    """
    for comment in new.comments:
        line = new.recorded.get(comment.id)
        is_known = old.comment(comment.id) or comment.id in old.recorded
        if line is None and not is_known and _is_finished(old, comment.revision):
            yield ENTERED_UNSEEN.at(
                comment.path.file, comment=comment.id, revision=comment.revision
            )
    for entry in new.history.revisions if new.history else ():
        for line in entry.comments:
            if line.id not in old.recorded:
                yield from _entered_unseen(old, new, entry.revision, line)


def _entered_unseen(
    old: Record, new: Record, revision: int, line: RecordedComment
) -> Iterator[Problem]:
    """Yield what a record leaves out of a comment that came on it after an older state."""
    history, comment = old.history, new.comment(line.id)
    last = history.last_day() if history else None
    is_dated = bool(history and history.root)  # the first edition kept no days
    file = comment.path.file if comment else paths.history_file(new.id)
    told: dict[str, Any] = {"comment": line.id, "revision": revision}
    if line.on and last and line.on < last:
        yield ENTERED_BACKDATED.at(file, **told, day=line.on, last=last)
    elif _is_finished(old, revision) and not old.comment(line.id) and not (line.on and line.late):
        yield ENTERED_UNSEEN.at(file, **told)
    elif is_dated and line.late is None and _is_over(old, revision):
        yield ENTERED_AS_TIMELY.at(file, **told)
    if is_dated and line.on is None:
        yield ENTERED_UNDATED.at(file, **told, last=last)


def outcomes_undated_since(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the outcomes that came on record since, and bear no day, or one before the older state.

    A correction leaves the first day as it is.
    """
    last = old.history.last_day() if old.history and old.history.root else None
    for entry in new.history.revisions if new.history and last else ():
        corrected = {one.comment for one in entry.corrections}
        for line in entry.comments:
            was = old.recorded.get(line.id)
            is_new = line.outcome is not None and (was is None or was.outcome is not line.outcome)
            is_back = line.since is None or (last is not None and line.since < last)
            if is_new and is_back and line.id not in corrected:
                yield OUTCOME_UNDATED.at(
                    paths.history_file(new.id),
                    comment=line.id,
                    revision=entry.revision,
                    last=last,
                )


def answers_unseen_since(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the answers that came after the report, and of which the record does not say so."""
    if new.history is None or old.history is None:
        return
    last = old.history.last_day()
    for revision, line in answered_since(old.history, new.history):
        kept = line.response
        if kept and (kept.late is None or (last and kept.on < last)):
            file = paths.history_file(new.id)
            yield ANSWERED_UNSEEN.at(file, comment=line.id, revision=revision)


def record_dated_back_since(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the parts that came after an older state of a record, under a day before its last one.

    A merge takes all that has happened until its day: what it has not, was not there.
    """
    last = old.history.last_day() if old.history else None
    for entry in new.history.revisions if new.history else ():
        was = old.history.of(entry.revision) if old.history else None
        for part, day in entry.recorded.items():
            if last and day < last and (was is None or getattr(was, part) is None):
                yield RECORD_DATED_BACK.at(
                    paths.history_file(new.id),
                    revision=entry.revision,
                    what=field_name((part.value,)),
                    day=day,
                    last=last,
                )
        for at, posting in postings_since(was, entry):
            if posting.since and last and posting.since < last:
                yield RECORD_DATED_BACK.at(
                    paths.history_file(new.id),
                    revision=entry.revision,
                    what=place_name(at),
                    day=posting.since,
                    last=last,
                )


def is_reported(record: Record, revision: int) -> bool:
    """Return whether a state has the report on a text; of what day it is, no clock is asked."""
    text = record.revision(revision)
    return bool(text and text.consultation and text.consultation.report)


def _is_over(record: Record, revision: int) -> bool:
    """Return whether a state has given the comments on a text their numbers."""
    entry = record.history.of(revision) if record.history else None
    return entry is not None and entry.is_over


def _is_finished(record: Record, revision: int) -> bool:
    """Return whether a state has a report, and no comments are due any more."""
    entry = record.history.of(revision) if record.history else None
    return is_reported(record, revision) and (entry is None or entry.is_over)
