"""What came since an older state in sight of everybody: corrections, late entries, days before it.

Nothing is wrong with it: `verify --against` lists it, and whoever reads may ask.
"""

from collections.abc import Iterator
from datetime import date

from talqy.errors import Named
from talqy.model import paths
from talqy.model.history import LateAfter, RecordedPart, RecordedRevision
from talqy.model.problem import Kind, Level, Problem
from talqy.model.register import Record
from talqy.record.entering import answered_since, late_since
from talqy.record.field_names import correction_name, field_name
from talqy.record.not_final import changed_before_the_report
from talqy.record.postings import place_name, postings_since

CORRECTED = Kind(
    "V10",
    "openly corrected on {day}: {standard}, r{revision}, {what}",
    "",
    Level.WARNING,
)
ANSWER_CORRECTED = Kind(
    "V10",
    "openly corrected on {day}: {standard}, r{revision}, the answer to the comment {comment}, "
    "{what}",
    "",
    Level.WARNING,
)
ENTERED_LATE = Kind(
    "V11",
    "openly put on record on {day}, after the report: {standard}, r{revision}, the comment "
    "{comment}",
    "",
    Level.WARNING,
)
ENTERED_AFTER_CLOSE = Kind(
    "V11",
    "openly put on record on {day}, after the others got their numbers: {standard}, r{revision}, "
    "the comment {comment}",
    "",
    Level.WARNING,
)
ANSWERED_LATE = Kind(
    "V11",
    "openly put on record on {day}, after the report: {standard}, r{revision}, the answer to the "
    "comment {comment}",
    "",
    Level.WARNING,
)

CLAIMED_BEFORE = Kind(
    "V19",
    "openly put on record on {day}: {standard}, r{revision}, {what} of {on}; the older state, of "
    "{last}, does not have it",
    "",
    Level.WARNING,
)
NEW_STANDARD = Kind(
    "V19",
    "the standard “{title}” is said to be on record since {day}; the older state, of {last}, does "
    "not have it",
    "",
    Level.WARNING,
)

TAKEN_OUT = Kind(
    "V15",
    "words or the name were openly taken out on {day}: {standard}, r{revision}, the comment "
    "{comment}",
    "",
    Level.WARNING,
)


def openly_since(old: Record, new: Record) -> Iterator[Problem]:
    """Yield what was corrected, or came late, in sight of everybody: nothing is wrong with it."""
    for entry in new.history.revisions if new.history else ():
        was = old.history.of(entry.revision) if old.history else None
        file = paths.history_file(new.id)
        for one in entry.corrections[len(was.corrections) if was else 0 :]:
            kind = ANSWER_CORRECTED if one.comment else CORRECTED
            yield kind.at(
                file,
                day=one.on,
                standard=new.id,
                revision=entry.revision,
                what=correction_name(one),
                comment=one.comment,
            )
    for revision, line in late_since(old.history, new.history) if new.history else ():
        if line.on is None:  # of that it is an error
            continue
        is_after_report = line.late and line.late.after is LateAfter.REPORT
        kind = ENTERED_LATE if is_after_report else ENTERED_AFTER_CLOSE
        file = paths.history_file(new.id)
        yield kind.at(file, day=line.on, standard=new.id, revision=revision, comment=line.id)
    for revision, line in answered_since(old.history, new.history) if new.history else ():
        if line.response and line.response.late:
            yield ANSWERED_LATE.at(
                paths.history_file(new.id),
                day=line.response.on,
                standard=new.id,
                revision=revision,
                comment=line.id,
            )

    yield from _taken_out(old, new)
    yield from _claimed_before(old, new)
    yield from changed_before_the_report(old, new)


def _taken_out(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the comments out of which something was taken since an older state."""
    for comment in new.comments:
        was = old.comment(comment.id)
        if was and comment.redacted and comment.redacted != was.redacted:
            yield TAKEN_OUT.at(
                comment.path.file,
                day=comment.redacted.on,
                standard=new.id,
                revision=comment.revision,
                comment=comment.id,
            )


def _claimed_before(old: Record, new: Record) -> Iterator[Problem]:
    """Yield what is dated before an older state, which should have had it, and came later."""
    last = old.history.last_day() if old.history else None
    for entry in new.history.revisions if new.history and last else ():
        was = old.history.of(entry.revision) if old.history else None
        if last:
            yield from _posted_before(new, was, entry, last)
        for part, on in _days_claimed(entry):
            recorded = entry.recorded.get(part)
            is_new = was is None or getattr(was, part) is None
            if is_new and recorded and last and on < last <= recorded:
                yield CLAIMED_BEFORE.at(
                    paths.history_file(new.id),
                    day=recorded,
                    standard=new.id,
                    revision=entry.revision,
                    what=field_name((part.value,)),
                    on=on,
                    last=last,
                )


def _posted_before(
    new: Record, was: RecordedRevision | None, entry: RecordedRevision, last: date
) -> Iterator[Problem]:
    """Yield the postings that are dated before an older state, and came later."""
    for at, posting in postings_since(was, entry):
        if posting.since and posting.on < last <= posting.since:
            yield CLAIMED_BEFORE.at(
                paths.history_file(new.id),
                day=posting.since,
                standard=new.id,
                revision=entry.revision,
                what=place_name(at),
                on=posting.on,
                last=last,
            )


def _days_claimed(entry: RecordedRevision) -> Iterator[tuple[RecordedPart, date]]:
    if entry.consultation:
        yield RecordedPart.CONSULTATION, entry.consultation.opens
    yield from ((part, value.on) for part, value in entry.dated())


def new_standard(new: Record, last: date | None) -> Iterator[Problem]:
    """Yield a standard whose record begins before the last day of an older state without it.

    Records of two standards may come by two branches, so this may be honest.
    """
    first = (
        min((day for entry in new.history.revisions for day in entry.days()), default=None)
        if (new.history)
        else None
    )
    if first and last and first < last:
        title = Named(new.standard.title)
        yield NEW_STANDARD.at(paths.history_file(new.id), title=title, day=first, last=last)
