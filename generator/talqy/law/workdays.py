"""Which days are worked: the country's calendar, corrected by the project.

`holidays` knows the yearly rules and most moved days; the Government moves others by decree, and
some holidays follow the moon. So `calendar:` of `project.yaml` has the last word, by date.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import holidays

from talqy.model.project import CalendarCorrections

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
