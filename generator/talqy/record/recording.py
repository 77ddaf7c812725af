"""What the record of a standard must say on a day: what `talqy merge` writes into its history.

The record grows only: a digest, a register number and a place once recorded stay; what became of a
comment is brought up to date. Register numbers go through the whole standard, so that “№ 12” is one
comment, in the order of receipt within each discussion that is over.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from talqy.law.mending import has_opened, is_frozen
from talqy.law.stages import closing_day
from talqy.model import paths
from talqy.model.comment import Comment, Outcome, Response
from talqy.model.history import (
    Dated,
    History,
    LateAfter,
    LateEntry,
    RecordedComment,
    RecordedConsultation,
    RecordedPart,
    RecordedResponse,
    RecordedRevision,
    RecordedTally,
    dated_parts,
)
from talqy.model.register import Assessment, Record
from talqy.model.revision import Revision
from talqy.model.standing import Standing
from talqy.record.digests import digest_on_record
from talqy.record.entering import unanswered
from talqy.record.guard import recorded_counting
from talqy.record.postings import recorded_postings
from talqy.record.root import with_root
from talqy.record.tallies import revision_tally

# What says that the discussion is done with: it rests on an answer to every comment.
_CLOSING = {RecordedPart.REPORT, RecordedPart.ADOPTED}


def recorded_history(
    record: Record, assessment: Assessment, late_reason: Mapping[str, str] | None = None
) -> History | None:
    """Return the history as it must be on the day; None while nothing is frozen yet.

    `late_reason` says, by language, why comments and answers come into a finished part of it.
    """
    old = record.history or History(schema="1", standard=record.id)
    last = max((c.number for entry in old.revisions for c in entry.comments), default=0)
    entries: dict[int, RecordedRevision] = {entry.revision: entry for entry in old.revisions}
    for revision in record.revisions:
        standing = assessment.of(record.id, revision.revision)
        was = entries.get(revision.revision)
        if was is None and not is_frozen(revision, assessment.today):
            continue
        entry = _entry(record, revision, standing, was, last, assessment.today, late_reason)
        last = max((last, *(c.number for c in entry.comments)))
        entries[revision.revision] = entry
    if not entries:
        return None
    return with_root(old.model_copy(update={"revisions": tuple(entries.values())}))


def files_to_be_kept(record: Record, assessment: Assessment) -> Iterator[str]:
    """Yield the files of which a merge would put something on record that is not there yet."""
    history, old = recorded_history(record, assessment), record.history
    for entry in history.revisions if history else ():
        was = old.of(entry.revision) if old else None
        grown = entry.recorded.keys() - (was.recorded.keys() if was else ())
        if was is None or grown:
            yield paths.revision_file(record.id, entry.revision)
        yield from _comment_files(record, entry, was, is_closing=bool(grown & _CLOSING))


def _comment_files(
    record: Record, entry: RecordedRevision, was: RecordedRevision | None, *, is_closing: bool
) -> Iterator[str]:
    """Yield the comments and answers that come on record, or that a report or adoption rests on."""
    known = {line.id: line for line in was.comments} if was else {}
    now = {line.id: line for line in entry.comments}
    for comment in record.comments_on(entry.revision):
        line = now.get(comment.id)
        if is_closing or (line and comment.id not in known):
            yield comment.path.file
        if is_closing or (line and _is_answered_anew(line, known.get(comment.id))):
            yield comment.path.response_file


def _is_answered_anew(line: RecordedComment, was: RecordedComment | None) -> bool:
    """Return whether an outcome comes on record, or the digest of an answer."""
    before = (was.outcome, was.response) if was else (None, None)
    return (line.outcome, line.response) not in ((None, None), before)


def _is_over(revision: Revision, today: date) -> bool:
    """Return whether the discussion was open and is no more."""
    talk, gone = revision.consultation, revision.withdrawn
    if talk is None or not has_opened(revision, today):
        return False
    return closing_day(talk, today) < today or (gone is not None and gone.on <= today)


def _entry(  # noqa: PLR0913, PLR0917 - what is known, what was recorded, and the day
    record: Record,
    revision: Revision,
    standing: Standing,
    was: RecordedRevision | None,
    last: int,
    today: date,
    late_reason: Mapping[str, str] | None,
) -> RecordedRevision:
    # Once numbers were given, an earlier day or a later closing day takes nothing back.
    is_over = _is_over(revision, today) or (was is not None and was.is_over)
    tally = revision_tally(record, revision.revision)
    parts = _parts(revision, standing, was, today, is_over=is_over)
    late = _late(was, late_reason, is_reported=bool(parts[RecordedPart.REPORT]))
    entering = {"on": today, "late": late}
    known = was.comments if was else ()
    comments = _comments(record, revision, known, last, entering, grows=is_over)
    if parts[RecordedPart.REPORT]:
        after = set(unanswered(was))
        comments = tuple(
            _kept(c, record.responses or {}, today, late_reason, is_late=c.id in after)
            for c in comments
        )
    return RecordedRevision(
        revision=revision.revision,
        digest=was.digest if was else standing.digest,
        **parts,
        recorded=_days(parts, was, today),
        comments=comments,
        tally=RecordedTally(received=tally.received, outcomes=dict(sorted(tally.outcomes.items())))
        if is_over
        else None,
        corrections=was.corrections if was else (),
    )


def _parts(
    revision: Revision,
    standing: Standing,
    was: RecordedRevision | None,
    today: date,
    *,
    is_over: bool,
) -> dict[RecordedPart, Any]:
    """Return each part of what the authority said: as it was recorded, or as of today."""
    held = was.consultation if was else None
    if held is None or (was and not was.is_over):
        held = _consultation(revision, today, held) or held
    if held and held.counted is None and is_over and standing.counting:
        held = held.model_copy(update={"counted": recorded_counting(standing.counting)})
    kept = {
        part: getattr(was, part, None) or _happened(value, today)
        for part, value in dated_parts(revision).items()
    }
    return {RecordedPart.CONSULTATION: held, **kept}


def _happened(value: Dated | None, today: date) -> Dated | None:
    return value if value and value.on <= today else None


def _days(
    parts: Mapping[RecordedPart, Any], was: RecordedRevision | None, today: date
) -> dict[RecordedPart, date]:
    """Return since when each part is kept: those that are new, and those of the first edition."""
    known = was.recorded if was else {}
    return {part: known.get(part, today) for part, value in parts.items() if value is not None}


def _consultation(
    revision: Revision, today: date, was: RecordedConsultation | None
) -> RecordedConsultation | None:
    """Return a discussion with the postings and extensions that have happened."""
    talk = revision.consultation
    if talk is None or not has_opened(revision, today):
        return None
    extended = was.extended if was else ()
    return RecordedConsultation(
        opens=was.opens if was else talk.opens,
        closes=was.closes if was else talk.closes,
        posted=recorded_postings(talk.posted, was, today),
        extended=tuple(e for e in talk.extended if e.on <= today or e in extended),
    )


def _comments(  # noqa: PLR0913 - what is known, and what is said of those that are new
    record: Record,
    revision: Revision,
    known: Sequence[RecordedComment],
    last: int,
    entering: Mapping[str, Any],
    *,
    grows: bool,
) -> tuple[RecordedComment, ...]:
    responses = record.responses or {}
    today = entering["on"]
    kept = [_answered(entry, responses, today) for entry in known]
    if not grows:
        return tuple(kept)
    there = {entry.id for entry in known}
    new = [c for c in record.comments_on(revision.revision) if c.id not in there]
    return (
        *kept,
        *(
            _answered(_recorded(record, comment, number, entering), responses, today)
            for number, comment in enumerate(new, last + 1)
        ),
    )


def _recorded(
    record: Record, comment: Comment, number: int, entering: Mapping[str, Any]
) -> RecordedComment:
    return RecordedComment(
        number=number,
        id=comment.id,
        digest=record.digest_of(comment),
        clause=comment.clause,
        **entering,
    )


def _late(
    was: RecordedRevision | None, reason: Mapping[str, str] | None, *, is_reported: bool
) -> LateEntry | None:
    """Return what is said of comments that come now: nothing where numbers are given at first."""
    if was is None or not was.is_over:
        return None
    after = LateAfter.REPORT if is_reported else LateAfter.CLOSE
    return LateEntry(after=after, reason=dict(reason) if reason else None)


def _kept(
    entry: RecordedComment,
    responses: Mapping[str, Response],
    today: date,
    reason: Mapping[str, str] | None,
    *,
    is_late: bool,
) -> RecordedComment:
    """Keep the digest of a response whose report is published; one that is kept stays."""
    response = responses.get(entry.id)
    if entry.response or response is None:
        return entry
    late = None
    if is_late and response.outcome is not Outcome.LATE:
        late = LateEntry(after=LateAfter.REPORT, reason=dict(reason) if reason else None)
    kept = RecordedResponse(digest=digest_on_record(response), on=today, late=late)
    return entry.model_copy(update={"response": kept})


def _answered(
    entry: RecordedComment, responses: Mapping[str, Response], today: date
) -> RecordedComment:
    """Bring up to date what became of a comment; an answer taken back leaves it open again.

    An outcome that is another one is new, and so is the day since when it is on record.
    """
    response = responses.get(entry.id)
    outcome = response.outcome if response else None
    since = entry.since if outcome is entry.outcome else today
    became = {
        "outcome": outcome,
        "landed": response.landed if response else None,
        "since": since if outcome else None,
    }
    return entry.model_copy(update=became)
