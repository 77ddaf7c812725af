"""Days of a discussion: working days, the shortest lawful period, days that people claim."""

from collections.abc import Iterator
from datetime import date, timedelta

from talqy.model.calendar import Calendar
from talqy.model.project import CalendarCorrections, DayKind, RuleProfile
from talqy.model.register import Register
from talqy.model.revision import Consultation, PostingChannel
from talqy.model.standing import Counting

_DAY = timedelta(days=1)
_SATURDAY = 5


class Workdays:
    """Answers for single days, and counts them.

    A day is what the project says of it, else what the table of the country says; Saturdays and
    Sundays are off. `table` is None where we have none of the country.
    """

    def __init__(self, table: Calendar | None, corrections: CalendarCorrections) -> None:
        self._table = table
        closed, worked = (table.closed, table.worked) if table else (frozenset(), frozenset())
        own_closed, own_open = frozenset(corrections.closed), frozenset(corrections.open)
        self._closed = closed - own_open | own_closed
        self._worked = worked - own_closed | own_open
        self._own_years = {day.year for day in own_closed}
        self._own = own_closed | own_open

    @property
    def edition(self) -> date | None:
        """The day of the table of the country; None where we have none."""
        return self._table.edition if self._table else None

    def is_worked(self, day: date) -> bool:
        """Return whether state bodies work on this day."""
        return day in self._worked or (day.weekday() < _SATURDAY and day not in self._closed)

    def unknown_year(self, first: date, last: date) -> int | None:
        """Return the first year of this time whose days off neither table nor project names."""
        for year in range(first.year, last.year + 1):
            in_table = self._table is not None and self._table.knows(date(year, 1, 1))
            if not in_table and year not in self._own_years:
                return year
        return None

    def estimated(self, first: date, last: date) -> tuple[date, ...]:
        """List the days off that are only estimated, and may fall into this time.

        An estimate may be a day out; what the project says of the day itself settles it.
        """
        found = self._table.estimated - self._own if self._table else frozenset()
        return tuple(sorted(day for day in found if first - _DAY <= day <= last + _DAY))

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


def workdays_of(register: Register) -> Workdays:
    """Return the working days of a project: the table of its country, and its own corrections."""
    corrections = register.project.calendar
    return Workdays(register.calendars.get(corrections.country), corrections)


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


def profile_of(register: Register, consultation: Consultation) -> RuleProfile | None:
    """Return the profile by which a discussion is counted: its own, else the project's.

    Of several the first counts that holds for the kind of act and the day of posting; None where
    none does, or there is none of the name.
    """
    rules = consultation.rules or register.project.rules
    if not isinstance(rules, tuple):
        return _profile(register, rules)
    posted = posting_day(consultation)
    found = (_profile(register, choice) for choice in rules)
    return next((p for p in found if p and p.holds(consultation.act, posted)), None)


def _profile(register: Register, choice: str | RuleProfile) -> RuleProfile | None:
    return register.profiles.get(choice) if isinstance(choice, str) else choice


def counting(consultation: Consultation, profile: RuleProfile, workdays: Workdays) -> Counting:
    """Count the shortest lawful period of a discussion."""
    posted = posting_day(consultation)
    first = posted + _DAY
    if profile.unit is DayKind.WORKING:
        last = workdays.nth_after(posted, profile.days)
        return Counting(
            profile=profile,
            posted=posted,
            first=first,
            last=last,
            skipped=workdays.skipped(first, last),
            calendar=workdays.edition,
        )
    last = posted + _DAY * profile.days
    return Counting(profile=profile, posted=posted, first=first, last=last, skipped=())


def is_late(received: date, consultation: Consultation | None) -> bool:
    """Return whether a day of receipt is after the end of the discussion (article 15 (4))."""
    return consultation is not None and received > consultation.last_day
