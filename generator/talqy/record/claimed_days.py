"""Days as they are written, beside the days on which the record first had them.

A date is a claim of its author; since when something is on record, the record knows. Both are
shown. Where the record was written on a day between the two, the thing was not there yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from talqy.model.history import (
    History,
    RecordedComment,
    RecordedPart,
    RecordedRevision,
    dated_parts,
)
from talqy.model.revision import Posting, Revision


@dataclass(frozen=True, slots=True)
class ClaimedDay:
    """A part of the record, or one posting of it: the day it bears, and since when it is kept.

    `shown` is the last day before that on which the record was written, and did not have it, though
    it should have had it by its own date; None where there is no such day.
    """

    part: RecordedPart
    on: date
    since: date
    shown: date | None = None
    posting: Posting | None = None


def claimed_days(entry: RecordedRevision) -> Iterator[ClaimedDay]:
    """Yield what is dated before the day on which it came on record."""
    for part, value in entry.dated():
        since = entry.recorded.get(part)
        if since and value.on < since:
            yield ClaimedDay(part, value.on, since, _shown(entry, value.on, since))
    for one in entry.consultation.posted if entry.consultation else ():
        if one.since and one.on < one.since:
            shown = _shown(entry, one.on, one.since)
            yield ClaimedDay(RecordedPart.CONSULTATION, one.on, one.since, shown, one.said)


def claimed_days_ahead(
    entry: RecordedRevision, text: Revision, today: date
) -> Iterator[ClaimedDay]:
    """Yield what a merge of today would put on record, and that should be there by its own date."""
    known = {part for part, _ in entry.dated()}
    for part, value in dated_parts(text).items():
        if value and part not in known:
            yield from _ahead(entry, part, value.on, today)
    talk, held = text.consultation, entry.consultation
    known_postings = [posting.said for posting in held.posted] if held else []
    for posting in talk.posted if talk and held and not entry.is_over else ():
        if posting not in known_postings:
            yield from _ahead(entry, RecordedPart.CONSULTATION, posting.on, today, posting)


def _ahead(
    entry: RecordedRevision,
    part: RecordedPart,
    on: date,
    today: date,
    posting: Posting | None = None,
) -> Iterator[ClaimedDay]:
    if on <= today and (shown := _shown(entry, on, today)):
        yield ClaimedDay(part, on, today, shown, posting)


def _shown(entry: RecordedRevision, on: date, since: date) -> date | None:
    """Return the last day between two on which the record was written."""
    return max((day for day in entry.days() if on < day < since), default=None)


def undated(history: History) -> Iterator[tuple[int, RecordedPart]]:
    """Yield the place of an entry and its parts that lack the day since when they are kept.

    The first edition kept no days, and had no root; the merge that writes a root gives a day to
    each part that has none, so beside a root a part without its day was made so by hand.
    """
    for at, entry in enumerate(history.revisions if history.root else ()):
        for part in RecordedPart:
            if getattr(entry, part) is not None and part not in entry.recorded:
                yield at, part


def undated_comments(history: History) -> Iterator[tuple[int, int, bool]]:
    """Yield the places of a text and of a comment that lacks a day, and whether of its outcome.

    Comments of the first edition have no day of their own, also
    when a merge has written a root: those come before all that have one, on texts that came on
    record with that merge, and none of them is said to be late.
    """
    if not history.root:
        return
    entries = history.revisions
    dated = min((c.number for e in entries for c in e.comments if c.on), default=None)
    kept = min((c.since for e in entries for c in e.comments if c.since), default=None)
    begun = min((day for e in entries for day in e.recorded.values()), default=None)
    for at, entry in enumerate(entries):
        is_later = bool(begun and entry.recorded and begun < min(entry.recorded.values()))
        for index, line in enumerate(entry.comments):
            is_after = is_later or (dated is not None and dated < line.number)
            if line.on is None and (is_after or line.late is not None):
                yield at, index, False
            elif _has_undated_outcome(line, kept):
                yield at, index, True


def _has_undated_outcome(line: RecordedComment, kept: date | None) -> bool:
    """Return whether an outcome has no day, although they were `kept` when its comment came."""
    is_undated = line.outcome is not None and line.since is None
    return bool(is_undated and line.on and kept and kept < line.on)
