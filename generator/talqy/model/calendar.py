"""The days off of a country, day by day: data of ours, so that a lawful day is the same for all.

A library computes days off, and its next version may compute others; a deadline must not move with
what happens to be installed (docs/decisions/0028). The tables are `law/calendars/*.yaml`.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from talqy.model.values import Day, Line, Slug, Value

UNKNOWN = "unknown"
"""The source of a day that is only estimated."""


class Source(Value):
    """Where a day comes from: what it is, and its address."""

    what: Line
    url: Line


class KnownDay(Value):
    """One day off, or one Saturday or Sunday that is worked; `source` is a name of `sources`."""

    on: Day
    name: Line
    source: Slug


class CalendarYear(Value):
    """The days of one year: those off, and the Saturdays and Sundays that are worked."""

    closed: tuple[KnownDay, ...]
    worked: tuple[KnownDay, ...] = ()


class Calendar(Value):
    """The table of one country, as it stood on the day of its `edition`."""

    country: Line
    edition: Day
    sources: Mapping[Slug, Source]
    years: Mapping[str, CalendarYear]

    def days(self) -> Iterator[KnownDay]:
        """Yield every day that the table names."""
        for year in self.years.values():
            yield from (*year.closed, *year.worked)

    @cached_property
    def closed(self) -> frozenset[date]:
        """The days off."""
        return frozenset(day.on for year in self.years.values() for day in year.closed)

    @cached_property
    def worked(self) -> frozenset[date]:
        """The Saturdays and Sundays that are worked."""
        return frozenset(day.on for year in self.years.values() for day in year.worked)

    @cached_property
    def estimated(self) -> frozenset[date]:
        """The days off that no source is known for."""
        return frozenset(day.on for day in self.days() if day.source == UNKNOWN)

    def knows(self, day: date) -> bool:
        """Return whether the table has the year of a day."""
        return str(day.year) in self.years
