"""What the record of a standard must say on a day: what `talqy merge` writes into its history.

The record grows only: a digest, a register number and a place once recorded stay; what became of a
comment is brought up to date. Register numbers go through the whole standard, so that “№ 12” is one
comment, in the order of receipt within each discussion that is over.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from talqy.law.mending import has_opened, is_frozen
from talqy.law.stages import closing_day
from talqy.model.comment import Comment, Response
from talqy.model.history import (
    History,
    RecordedComment,
    RecordedConsultation,
    RecordedRevision,
    RecordedTally,
)
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import Assessment, Standing
from talqy.record.tallies import revision_tally


def recorded_history(record: Record, assessment: Assessment) -> History | None:
    """Return the history as it must be on the day; None while nothing is frozen yet."""
    old = record.history or History(schema="1", standard=record.id)
    last = max((c.number for entry in old.revisions for c in entry.comments), default=0)
    entries: dict[int, RecordedRevision] = {entry.revision: entry for entry in old.revisions}
    for revision in record.revisions:
        standing = assessment.of(record.id, revision.revision)
        was = entries.get(revision.revision)
        if was is None and not is_frozen(revision, assessment.today):
            continue
        entry = _entry(record, revision, standing, was, last, assessment.today)
        last = max((last, *(c.number for c in entry.comments)))
        entries[revision.revision] = entry
    if not entries:
        return None
    return old.model_copy(update={"revisions": tuple(entries.values())})


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
) -> RecordedRevision:
    # Once numbers were given, an earlier day or a later closing day takes nothing back.
    is_over = _is_over(revision, today) or (was is not None and was.tally is not None)
    tally = revision_tally(record, revision.revision)
    return RecordedRevision(
        revision=revision.revision,
        digest=was.digest if was else standing.digest,
        consultation=_consultation(revision, today) or (was.consultation if was else None),
        comments=_comments(record, revision, was.comments if was else (), last, grows=is_over),
        tally=RecordedTally(received=tally.received, outcomes=dict(sorted(tally.outcomes.items())))
        if is_over
        else None,
    )


def _consultation(revision: Revision, today: date) -> RecordedConsultation | None:
    """Return a discussion with the postings and extensions that have happened."""
    talk = revision.consultation
    if talk is None or not has_opened(revision, today):
        return None
    return RecordedConsultation(
        opens=talk.opens,
        closes=talk.closes,
        posted=tuple(posting for posting in talk.posted if posting.on <= today),
        extended=tuple(extension for extension in talk.extended if extension.on <= today),
    )


def _comments(
    record: Record,
    revision: Revision,
    known: Sequence[RecordedComment],
    last: int,
    *,
    grows: bool,
) -> tuple[RecordedComment, ...]:
    responses = record.responses or {}
    kept = [_answered(entry, responses) for entry in known]
    if not grows:
        return tuple(kept)
    there = {entry.id for entry in known}
    new = [c for c in record.comments_on(revision.revision) if c.id not in there]
    return (
        *kept,
        *(
            _answered(_recorded(record, comment, number), responses)
            for number, comment in enumerate(new, last + 1)
        ),
    )


def _recorded(record: Record, comment: Comment, number: int) -> RecordedComment:
    return RecordedComment(
        number=number,
        id=comment.id,
        digest=record.digest_of(comment),
        clause=comment.clause,
    )


def _answered(entry: RecordedComment, responses: Mapping[str, Response]) -> RecordedComment:
    """Bring up to date what became of a comment; an answer taken back leaves it open again."""
    response = responses.get(entry.id)
    became = {
        "outcome": response.outcome if response else None,
        "landed": response.landed if response else None,
    }
    return entry.model_copy(update=became)
