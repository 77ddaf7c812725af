"""What came since an older state, and the record does not say so, or says that it came before.

What came in sight of everybody is in `record/openly.py`.
"""

from collections.abc import Iterator

from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.record.against_kinds import (
    ANSWERED_UNSEEN,
    ENTERED_BACKDATED,
    ENTERED_UNSEEN,
    RECORD_DATED_BACK,
)
from talqy.record.entering import answered_since
from talqy.record.field_names import field_name
from talqy.record.postings import place_name, postings_since


def unseen_since(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the comments that came to a published report, and of which the record does not say so.

    One that is dated before the older state was recorded came later than it says, report or not.
    """
    last = old.history.last_day() if old.history else None
    for comment in new.comments:
        if old.comment(comment.id) or comment.id in old.recorded:
            continue
        line, file = new.recorded.get(comment.id), comment.path.file
        if line and line.on and last and line.on < last:
            yield ENTERED_BACKDATED.at(
                file, comment=comment.id, revision=comment.revision, day=line.on, last=last
            )
        elif _is_finished(old, comment.revision) and not (line and line.on and line.late):
            yield ENTERED_UNSEEN.at(file, comment=comment.id, revision=comment.revision)


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


def _is_finished(record: Record, revision: int) -> bool:
    """Return whether a state has a report, and no comments are due any more."""
    entry = record.history.of(revision) if record.history else None
    return is_reported(record, revision) and (entry is None or entry.is_over)
