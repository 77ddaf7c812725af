"""An older state of a standard against a later one: that nothing on record vanished or changed.

What may differ is what a record may do: grow, and be corrected, with what was there kept and true.
Gone and changed is told by what can be read in both; no date and no clock is asked.

Comments are held to what was published, and answers to what their report said. An answer may be
corrected: what was there must then follow from what is there, and from the record.
"""

from collections.abc import Iterable, Iterator

from talqy.errors import Named, Saying
from talqy.model import paths
from talqy.model.comment import Comment, Response
from talqy.model.history import Correction, RecordedComment, RecordedRevision
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.record.against_kinds import (
    ANSWER_RECORDED_ANEW,
    ANSWERED_UNSEEN,
    COMMENT_CHANGED,
    COMMENT_GONE,
    CORRECTION_BACKDATED,
    CORRECTION_GONE,
    GONE,
    NUMBER_CHANGED,
    OPENED_AGAIN,
    RECORDED_ANEW,
    RESPONSE_CHANGED,
    RESPONSE_GONE,
    SAID_CHANGED,
    TEXT_CHANGED,
    TEXT_GONE,
)
from talqy.record.digests import digest_of, digest_on_record
from talqy.record.field_names import field_name, said_value
from talqy.record.guard import is_frozen_on_record, keeps_landing
from talqy.record.plain import Plain, between
from talqy.record.postings import moved_days, without_their_days
from talqy.record.undoing import parts_before, recorded_parts, response_before
from talqy.record.unseen import (
    answers_unseen_since,
    is_reported,
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


def comments_since(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the comments and responses that are gone, or are not those that were published."""
    kept = {c.id: c for e in (old.history.revisions if old.history else ()) for c in e.comments}
    for comment in old.comments:
        later = new.comment(comment.id)
        if later is None:
            file, revision = comment.path.file, comment.revision
            yield COMMENT_GONE.at(file, comment=comment.id, revision=revision)
            continue
        if later.path != comment.path or new.digest_of(later) != old.digest_of(comment):
            file, revision = comment.path.file, comment.revision
            yield COMMENT_CHANGED.at(file, comment=comment.id, revision=revision)
        yield from _response(old, new, comment, kept.get(comment.id))


def responses_since(old: Record, new: Record, revision: int) -> Iterator[Problem]:
    """Yield where a response on record to a comment on one text is not what it was."""
    entry = old.history.of(revision) if old.history else None
    for kept in entry.comments if entry else ():
        comment = new.comment(kept.id)
        if comment is not None and kept.response is not None:
            yield from _response(old, new, comment, kept)


def _response(
    old: Record, new: Record, comment: Comment, entry: RecordedComment | None
) -> Iterator[Problem]:
    wanted = _wanted(old, comment, entry)
    if wanted is None:
        return
    response = new.response_to(comment.id)
    if response is None:
        yield RESPONSE_GONE.at(comment.path.response_file, comment=comment.id)
    elif not _is_as_kept(_then(old, new, comment, response), wanted, (old, new), entry):
        yield RESPONSE_CHANGED.at(comment.path.response_file, comment=comment.id)
    elif entry and not _is_corrected(old, new, comment):
        yield from _kept_since(new, comment, entry)


def _kept_since(new: Record, comment: Comment, entry: RecordedComment) -> Iterator[Problem]:
    """Hold the day since when a response is kept to the one that an older record has."""
    line = new.recorded.get(comment.id)
    now = line.response.on if line and line.response else None
    if entry.response and now != entry.response.on:
        yield RECORDED_ANEW.at(
            paths.history_file(new.id),
            revision=comment.revision,
            what=Saying("the answer to the comment {comment}", {"comment": comment.id}),
            was=entry.response.on,
            now=now or "–",
        )


def _is_corrected(old: Record, new: Record, comment: Comment) -> bool:
    """Return whether the response was corrected since, which the record says."""
    return any(each.comment == comment.id for each in _corrections_since(old, new, comment))


def _wanted(old: Record, comment: Comment, entry: RecordedComment | None) -> str | None:
    """Return the digest of a response that is kept, or whose report the older state has."""
    if entry and entry.response:
        return entry.response.digest
    response = old.response_to(comment.id)
    may_change = not is_reported(old, comment.revision)
    return None if may_change or response is None else digest_on_record(response)


def _then(old: Record, new: Record, comment: Comment, response: Response) -> Response | None:
    """Return a response as it was before the corrections that the older state does not have."""
    return response_before(response, _corrections_since(old, new, comment))


def _corrections_since(old: Record, new: Record, comment: Comment) -> tuple[Correction, ...]:
    """Return the corrections around a comment that an older state does not have."""
    entry = new.history.of(comment.revision) if new.history else None
    was = old.history.of(comment.revision) if old.history else None
    return entry.corrections[len(was.corrections) if was else 0 :] if entry else ()


def _is_as_kept(
    response: Response | None,
    wanted: str,
    states: tuple[Record, Record],
    entry: RecordedComment | None,
) -> bool:
    """Return whether a response is the one that was kept, and landed where it did."""
    if response is None or digest_on_record(response) != wanted:
        return False
    if entry is None or entry.landed is None:
        return True
    old, new = states
    text = new.revision(entry.landed.revision)
    is_frozen = is_frozen_on_record(old, entry.landed)
    return keeps_landing(entry.landed, response.landed, text, is_frozen=is_frozen)
