"""Which text of a standard holds on a day, and which held when.

An adopted text is in force from the day that its act names, to the day before a later one is; the
act of a repeal ends it too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from talqy.model.register import Record
from talqy.model.revision import Adoption, Revision, RevisionKind

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ForcePeriod:
    """The days on which a text is in force, both included; `until` is None while no end is known.

    `ended_by` is the text that took its place, or repealed it.
    """

    revision: Revision
    adoption: Adoption
    since: date
    until: date | None
    ended_by: Revision | None

    def holds_on(self, day: date) -> bool:
        """Return whether the text is in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


def force_periods(record: Record) -> tuple[ForcePeriod, ...]:
    """Return which text is in force when, the earliest first; acts that come are among them."""
    days = sorted({day for revision in record.revisions for day in _days(revision)})
    steps: list[tuple[date, Revision | None]] = []
    for day in days:
        text = _last_act(record, day)
        if not steps or steps[-1][1] is not text:
            steps.append((day, text))
    return tuple(
        ForcePeriod(text, text.adopted, since, *_end(steps[at + 1 :]))
        for at, (since, text) in enumerate(steps)
        if text and text.adopted and _holds(text, since)
    )


def text_in_force(record: Record, day: date) -> Revision | None:
    """Return the text that is in force on a day."""
    text = _last_act(record, day)
    return text if text and _holds(text, day) else None


def _end(later: Sequence[tuple[date, Revision | None]]) -> tuple[date | None, Revision | None]:
    return (later[0][0] - _DAY, later[0][1]) if later else (None, None)


def _days(revision: Revision) -> tuple[date, ...]:
    if revision.adopted is None:
        return ()
    gone = (revision.withdrawn.on,) if revision.withdrawn else ()
    return (revision.adopted.in_force, *gone)


def _last_act(record: Record, day: date) -> Revision | None:
    acts = [text for text in record.revisions if text.adopted and text.adopted.in_force <= day]
    return acts[-1] if acts else None


def _holds(text: Revision, day: date) -> bool:
    gone = text.withdrawn is not None and text.withdrawn.on <= day
    return text.kind is not RevisionKind.REPEAL and not gone
