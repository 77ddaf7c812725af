"""An older state of a standard against a later one: that nothing on record vanished or changed.

What may differ is what a record may do: grow, and be corrected, with what was there kept and true.
Gone and changed is told by what can be read in both; no date and no clock is asked.
"""

from collections.abc import Iterable, Iterator

from talqy.errors import Named
from talqy.model import paths
from talqy.model.history import Correction, RecordedComment, RecordedRevision
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.record.against_kinds import (
    ANSWER_RECORDED_ANEW,
    ANSWERED_UNSEEN,
    CORRECTION_BACKDATED,
    CORRECTION_GONE,
    GONE,
    NUMBER_CHANGED,
    OPENED_AGAIN,
    RECORDED_ANEW,
    SAID_CHANGED,
    TEXT_CHANGED,
    TEXT_GONE,
)
from talqy.record.digests import digest_of
from talqy.record.field_names import field_name, said_value
from talqy.record.kept_answers import comments_since
from talqy.record.plain import Plain, between
from talqy.record.postings import moved_days, without_their_days
from talqy.record.undoing import parts_before, recorded_parts
from talqy.record.unseen import (
    answers_unseen_since,
    outcomes_undated_since,
    record_dated_back_since,
    unseen_since,
)

_OF_THE_DISCUSSION = ("posted", "extended")
_PLACE = ("number", "id", "digest", "clause", "on", "late")


def changed_since(old: Record, new: Record | None) -> Iterator[Problem]:
    """Yield what an older state has on record, or published, and a later one has not."""
    yield from texts_changed_since(old, new)
    if new is None:
        return
    yield from comments_since(old, new)
    yield from unseen_since(old, new)
    yield from answers_unseen_since(old, new)
    yield from record_dated_back_since(old, new)
    yield from outcomes_undated_since(old, new)


def texts_changed_since(old: Record, new: Record | None) -> Iterator[Problem]:
    """Yield the same of the texts and their record alone: no comment need have been read."""
    if new is None:
        if old.history or old.comments:
            yield _gone(old)
        return
    for entry in old.history.revisions if old.history else ():
        newer = new.history.of(entry.revision) if new.history else None
        if newer is None:
            yield TEXT_GONE.at(paths.history_file(old.id), revision=entry.revision)
            continue
        yield from _text(entry, newer, new)
        yield from recorded_since(old, entry, newer)


def _gone(old: Record) -> Problem:
    recorded = old.history.revisions if old.history else ()
    return GONE.at(
        paths.standard_file(old.id),
        title=Named(old.standard.title),
        texts=len(recorded),
        comments=sum(len(entry.comments) for entry in recorded),
    )


def _text(entry: RecordedRevision, newer: RecordedRevision, new: Record) -> Iterator[Problem]:
    text, number = new.revision(entry.revision), entry.revision
    if newer.digest != entry.digest or text is None or digest_of(text) != entry.digest:
        yield TEXT_CHANGED.at(paths.revision_file(new.id, number), revision=number)


def recorded_since(
    old: Record, entry: RecordedRevision, newer: RecordedRevision
) -> Iterator[Problem]:
    """Yield where the record of one text does more than grow, or be corrected."""
    file, number, known = paths.history_file(old.id), entry.revision, len(entry.corrections)
    if newer.corrections[:known] != entry.corrections:
        yield CORRECTION_GONE.at(file, revision=number)
        return
    # A correction that a state does not have was made after all that stands in its record; texts
    # of one standard are one file, whose root lets no two branches merge unseen.
    last = old.history.last_day() if old.history else None
    for correction in newer.corrections[known:]:
        if last and correction.on < last:
            yield CORRECTION_BACKDATED.at(file, revision=number, day=correction.on, last=last)
    if entry.is_over and not newer.is_over:
        yield OPENED_AGAIN.at(file, revision=number)
    yield from _parts(file, entry, parts_before(newer, newer.corrections[known:]))
    for part, day in entry.recorded.items():
        if newer.recorded.get(part) != day:
            now, what = newer.recorded.get(part), field_name((part,))
            yield RECORDED_ANEW.at(file, revision=number, what=what, was=day, now=now or "–")
    yield from moved_days(old.id, entry, newer)
    yield from without_their_days(old.id, entry, newer)
    for at, comment in enumerate(entry.comments):
        if at >= len(newer.comments) or _place(newer.comments[at]) != _place(comment):
            yield NUMBER_CHANGED.at(file, comment=comment.id)
        else:
            later = newer.corrections[known:]
            yield from _answer_kept(file, number, comment, newer.comments[at], later)


def _answer_kept(
    file: str,
    revision: int,
    was: RecordedComment,
    now: RecordedComment,
    corrections: Iterable[Correction],
) -> Iterator[Problem]:
    """Hold what the record says of an answer, beside its digest: since when, and that it was late.

    A correction moves the day, and only to a later one.
    """
    if was.response is None:
        return
    is_corrected = any(correction.comment == was.id for correction in corrections)
    kept = now.response
    if (
        kept is None
        or kept.on < was.response.on
        or (kept.on != was.response.on and not is_corrected)
    ):
        yield ANSWER_RECORDED_ANEW.at(file, comment=was.id, was=was.response.on)
    elif was.response.late != kept.late:
        yield ANSWERED_UNSEEN.at(file, comment=was.id, revision=revision)


def _parts(file: str, entry: RecordedRevision, now: dict[str, Plain]) -> Iterator[Problem]:
    """Hold what was said to what is said; postings and extensions of an open discussion grow."""
    said = recorded_parts(entry)
    if entry.consultation and entry.is_over:  # what was not said of it, cannot be any more
        said |= {key: None for key in _OF_THE_DISCUSSION if key in now and key not in said}
    for key, was in said.items():
        value = now.get(key)
        if not entry.is_over and isinstance(was, list) and isinstance(value, list):
            rest = iter(value)
            if all(item in rest for item in was):
                continue
        for found in between((key,), was, value):
            yield SAID_CHANGED.at(
                file,
                revision=entry.revision,
                what=field_name(found.path),
                was=said_value(found.was, found.path),
                now=said_value(found.now, found.path),
            )


def _place(comment: RecordedComment) -> tuple[object, ...]:
    return tuple(getattr(comment, key) for key in _PLACE)
