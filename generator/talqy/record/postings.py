"""Postings on record, each with the day on which it came to a discussion that was there already.

A draft is posted in three places, often on three days: that a notice "of 1 June" came on record on
20 June, is known only where its own day is kept.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from talqy.model import paths
from talqy.model.history import (
    RecordedConsultation,
    RecordedPart,
    RecordedPosting,
    RecordedRevision,
)
from talqy.model.problem import Problem
from talqy.model.revision import Posting
from talqy.record.against_kinds import POSTED_WITHOUT_A_DAY, RECORDED_ANEW
from talqy.record.field_names import field_name
from talqy.record.plain import plain
from talqy.record.undoing import parts_before


def recorded_postings(
    postings: Sequence[Posting], was: RecordedConsultation | None, today: date
) -> tuple[RecordedPosting, ...]:
    """Return the postings that have happened; one that is kept stays as it is."""
    known = was.posted if was else ()
    found = [(p, next((one for one in known if one.said == p), None)) for p in postings]
    since = today if was else None
    return tuple(
        kept or _kept(posting, since) for posting, kept in found if kept or posting.on <= today
    )


def with_their_days(
    was: RecordedConsultation | None, now: RecordedConsultation, today: date
) -> RecordedConsultation:
    """Return a corrected discussion: each posting keeps its day, and one that is new has today."""
    if was is None:
        return now
    before = dict(_pairs(was.posted, now.posted))
    posted = (
        _kept(posting.said, was.posted[before[at]].since if at in before else today)
        for at, posting in enumerate(now.posted)
    )
    return now.model_copy(update={"posted": tuple(posted)})


def moved_days(old: str, entry: RecordedRevision, newer: RecordedRevision) -> Iterator[Problem]:
    """Yield the postings that an older record of a standard has since another day."""
    if entry.consultation is None or newer.consultation is None:
        return
    was, now = entry.consultation.posted, newer.consultation.posted
    for at, before in _pairs(was, now):
        if was[before].since != now[at].since:
            yield RECORDED_ANEW.at(
                paths.history_file(old),
                revision=entry.revision,
                what=place_name(at),
                was=was[before].since or "–",
                now=now[at].since or "–",
            )


def without_their_days(
    old: str, entry: RecordedRevision, newer: RecordedRevision
) -> Iterator[Problem]:
    """Yield the postings that came to a discussion on record, and do not say when: made by hand."""
    if RecordedPart.CONSULTATION not in entry.recorded:
        return  # the first edition kept no days
    for at, posting in postings_since(entry, newer):
        if posting.since is None:
            yield POSTED_WITHOUT_A_DAY.at(
                paths.history_file(old),
                revision=entry.revision,
                what=place_name(at),
                on=posting.on,
            )


def postings_since(
    was: RecordedRevision | None, entry: RecordedRevision
) -> Iterator[tuple[int, RecordedPosting]]:
    """Yield what was posted and is not in an older record; what a correction put in is its own."""
    if was is None or was.consultation is None or entry.consultation is None:
        return
    said = parts_before(entry, entry.corrections[len(was.corrections) :]).get("posted")
    known = [posting.said for posting in was.consultation.posted]
    for at, posting in enumerate(entry.consultation.posted):
        is_said = isinstance(said, list) and plain(posting.said) in said
        if posting.said not in known and is_said:
            yield at, posting


def place_name(at: int) -> object:
    """Return the name of a posting by its place, for people."""
    return field_name(("consultation", "posted", at))


def _kept(posting: Posting, since: date | None) -> RecordedPosting:
    said = {key: getattr(posting, key) for key in Posting.model_fields}
    return RecordedPosting.model_construct(**said, since=since)


def _pairs(
    was: Sequence[RecordedPosting], now: Sequence[RecordedPosting]
) -> Iterator[tuple[int, int]]:
    """Yield the place of each posting now, and its place before; a corrected one by its place."""
    rest = list(range(len(was)))
    others = []
    for at, posting in enumerate(now):
        found = next((one for one in rest if was[one].said == posting.said), None)
        if found is None:
            others.append(at)
        else:
            rest.remove(found)
            yield at, found
    yield from ((at, at) for at in others if len(was) == len(now) and at in rest)
