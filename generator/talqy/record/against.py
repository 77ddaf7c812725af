"""An older state of a standard against a later one: that nothing on record vanished or changed.

What may differ is what a record may do: grow, and be corrected, with what was there kept and true.
Gone and changed is told by what can be read in both; no date and no clock is asked.
"""

from collections.abc import Iterable, Iterator

from talqy.errors import Named, Saying
from talqy.model import paths
from talqy.model.comment import Comment, Response
from talqy.model.history import Correction, RecordedComment, RecordedRevision
from talqy.model.problem import Kind, Problem, kinds_in
from talqy.model.register import Record
from talqy.record.digests import digest_of, digest_on_record
from talqy.record.entering import answered_since
from talqy.record.field_names import field_name, said_value
from talqy.record.guard import is_frozen_on_record, keeps_landing
from talqy.record.plain import Plain, between
from talqy.record.undoing import parts_before, recorded_parts, response_before

GONE = Kind(
    "V01",
    "the standard “{title}” is gone; the older state has on record of it: texts {texts}, comments "
    "{comments}",
    "",
)
UNREADABLE = Kind("V01", "the standard “{title}” is on record, and here it cannot be read", "")
LANGUAGE_GONE = Kind(
    "V13", "the language “{language}” is gone: what is on record in it is no longer shown", ""
)
TEXT_GONE = Kind("V01", "r{revision} is on record in the older state, and here it is not", "")
TEXT_CHANGED = Kind("V02", "the text of r{revision} is not the one that was on record", "")
SAID_CHANGED = Kind(
    "V03",
    "r{revision}, {what}: “{was}” was on record, and now “{now}” is, without a true correction",
    "",
)
RECORDED_ANEW = Kind(
    "V04",
    "r{revision}: the record says that {what} is kept since {now}, and it was kept since {was}",
    "",
)
COMMENT_GONE = Kind("V05", "the comment {comment} on r{revision} is gone", "")
COMMENT_CHANGED = Kind(
    "V05", "the comment {comment} on r{revision} is not the one that was published", ""
)
MORE_THAN_TAKEN_OUT = Kind(
    "V05",
    "under the mark of a redaction, more was changed in the comment {comment} on r{revision} than "
    "was taken out",
    "",
)
NUMBER_CHANGED = Kind(
    "V06",
    "the record has the comment {comment} under another number, place, day or "
    "digest, or not at all",
    "",
)
ANSWER_RECORDED_ANEW = Kind(
    "V04",
    "the record no longer says that the answer to the comment {comment} is kept since {was}",
    "",
)
OPENED_AGAIN = Kind(
    "V06", "the record of r{revision} no longer says that the discussion is over", ""
)
RESPONSE_GONE = Kind("V07", "the response to the comment {comment} is gone", "")
RESPONSE_CHANGED = Kind(
    "V07",
    "the response to the comment {comment} is not the one that was published, without a true "
    "correction",
    "",
)
CORRECTION_BACKDATED = Kind(
    "V08",
    "a correction of r{revision} is dated {day}, and the older state, of {last}, does not have it",
    "",
)
ENTERED_UNSEEN = Kind(
    "V09",
    "the comment {comment} came to r{revision} after its report, and the record does not say so",
    "",
)
ENTERED_BACKDATED = Kind(
    "V09",
    "the comment {comment} on r{revision} is said to be on record since {day}, and the older "
    "state, of {last}, does not have it",
    "",
)
ANSWERED_UNSEEN = Kind(
    "V14",
    "the answer to the comment {comment} came to r{revision} after its report, and the record does "
    "not say so, or dates it back",
    "",
)
DATED_BACK = Kind(
    "V18",
    "r{revision}, {what}: said to be on record since {day}, and the older state, of {last}, does "
    "not have it",
    "",
)
CORRECTION_GONE = Kind("V08", "a correction of r{revision} is gone, or was changed", "")

ALL = kinds_in(globals())
"""What `verify --against` finds, in the order of the codes."""
_OF_THE_DISCUSSION = ("posted", "extended")
_PLACE = ("number", "id", "digest", "clause", "on", "late")


def changed_since(old: Record, new: Record | None) -> Iterator[Problem]:
    """Yield what an older state has on record, or published, and a later one has not."""
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
    yield from _comments(old, new)
    yield from unseen_since(old, new)
    yield from answers_unseen_since(old, new)
    yield from dated_back_since(old, new)


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
                was=said_value(found.was),
                now=said_value(found.now),
            )


def _place(comment: RecordedComment) -> tuple[object, ...]:
    return tuple(getattr(comment, key) for key in _PLACE)


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


def dated_back_since(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the parts that came after an older state of a record, under a day before its last one.

    A merge takes all that has happened until its day: what it has not, was not there.
    """
    last = old.history.last_day() if old.history else None
    for entry in new.history.revisions if new.history else ():
        was = old.history.of(entry.revision) if old.history else None
        for part, day in entry.recorded.items():
            if last and day < last and (was is None or getattr(was, part) is None):
                yield DATED_BACK.at(
                    paths.history_file(new.id),
                    revision=entry.revision,
                    what=field_name((part.value,)),
                    day=day,
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


def _is_reported(record: Record, revision: int) -> bool:
    """Return whether a state has the report on a text; of what day it is, no clock is asked."""
    text = record.revision(revision)
    return bool(text and text.consultation and text.consultation.report)


def _is_finished(record: Record, revision: int) -> bool:
    """Return whether a state has a report, and no comments are due any more."""
    entry = record.history.of(revision) if record.history else None
    return _is_reported(record, revision) and (entry is None or entry.is_over)


def _comments(old: Record, new: Record) -> Iterator[Problem]:
    """Hold comments to what was published, and responses to what their report said."""
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
    is_reported = _is_reported(old, comment.revision)
    return digest_on_record(response) if is_reported and response else None


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
