"""Days of a discussion: working days, the shortest lawful period, days that people claim."""

from collections.abc import Iterator
from datetime import date, timedelta

import holidays

from talqy.model.project import CalendarCorrections, DayKind, RuleProfile
from talqy.model.revision import Consultation, PostingChannel
from talqy.model.standing import Counting

_DAY = timedelta(days=1)


class Workdays:
    """Answers for single days, and counts them."""

    def __init__(self, corrections: CalendarCorrections) -> None:
        self._calendar = holidays.country_holidays(corrections.country)
        self._closed = frozenset(corrections.closed)
        self._open = frozenset(corrections.open)
        self._known: dict[date, bool] = {}

    def is_worked(self, day: date) -> bool:
        """Return whether state bodies work on this day."""
        if day not in self._known:
            self._known[day] = day in self._open or (
                day not in self._closed and self._calendar.is_working_day(day)
            )
        return self._known[day]

    def after(self, day: date) -> Iterator[date]:
        """Yield the working days after `day`, without end."""
        while True:
            day += _DAY
            if self.is_worked(day):
                yield day

    def between(self, day: date, last: date) -> int:
        """Count the working days after `day` up to and with `last`."""
        return sum(self.is_worked(day + _DAY * step) for step in range(1, (last - day).days + 1))

    def skipped(self, first: date, last: date) -> tuple[date, ...]:
        """List the days from `first` to `last`, both included, on which nobody works."""
        days = (first + _DAY * step for step in range((last - first).days + 1))
        return tuple(day for day in days if not self.is_worked(day))

    def nth_after(self, day: date, count: int) -> date:
        """Return the `count`-th working day after `day`."""
        return next(worked for n, worked in enumerate(self.after(day), 1) if n == count)


ALLOWED = timedelta(days=1)
"""Clocks and time zones differ: what comes from elsewhere may be a day ahead."""


def is_still_to_come(day: date, today: date) -> bool:
    """Return whether nothing can have been received on this day yet."""
    return day > today + ALLOWED


# The law names the portal and the internet resource; print informs besides (art. 15 (2)).
_COUNTED = (PostingChannel.INTERNET, PostingChannel.EGOV)


def posting_day(consultation: Consultation) -> date:
    """Return the day from which the period runs: when the draft stood in both places."""
    posted = [posting.on for posting in consultation.posted if posting.channel in _COUNTED]
    return max((consultation.opens, *posted))


def counting(consultation: Consultation, profile: RuleProfile, workdays: Workdays) -> Counting:
    """Count the shortest lawful period of a discussion."""
    posted = posting_day(consultation)
    first = posted + _DAY
    if profile.unit is DayKind.WORKING:
        last = workdays.nth_after(posted, profile.days)
        skipped = workdays.skipped(first, last)
    else:
        last, skipped = posted + _DAY * profile.days, ()
    return Counting(profile=profile, posted=posted, first=first, last=last, skipped=skipped)


def is_late(received: date, consultation: Consultation | None) -> bool:
    """Return whether a day of receipt is after the end of the discussion (article 15 (4))."""
    return consultation is not None and received > consultation.last_day
