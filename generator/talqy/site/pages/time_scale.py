"""Days as places on a line: days of a discussion stand apart evenly, idle months are shortened."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_DAY_WIDTH = 7
_BREAK_WIDTH = 44
_LONGEST = 14
"""Days without any event that are drawn as long as they are; more are shortened."""
_MOST_DAYS = 120
"""Days of one discussion that are all drawn; a longer one is shortened like idle time."""
_LABEL_WIDTH = 88


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days with their places, in order; `breaks` are the places of shortened times."""

    days: tuple[date, ...]
    places: tuple[int, ...]
    breaks: tuple[int, ...]

    @property
    def width(self) -> int:
        """The place of the last day."""
        return self.places[-1]

    def of(self, day: date) -> int:
        """Return the place of a day; one that lies outside is at the nearer end."""
        at = bisect_right(self.days, day) - 1
        if at < 0:
            return self.places[0]
        if at + 1 == len(self.days):
            return self.places[at]
        first, next_one = self.days[at], self.days[at + 1]
        share = (day - first) / (next_one - first)
        return round(self.places[at] + share * (self.places[at + 1] - self.places[at]))

    def labels(self, wanted: Iterable[date]) -> Iterator[tuple[int, date]]:
        """Yield those of some days that have room for a label, from the first one on."""
        free = 0
        for day in sorted(set(wanted)):
            place = self.of(day)
            if place >= free:
                yield place, day
                free = place + _LABEL_WIDTH


def time_scale(
    days: Iterable[date], discussions: Iterable[tuple[date, date]], start: int
) -> TimeScale:
    """Place the days on which something happens, the first of them at `start`."""
    known = set(days)
    for first, last in discussions:
        length = (last - first).days
        if 0 <= length <= _MOST_DAYS:
            known |= {first + timedelta(days=n) for n in range(length + 1)}
        else:
            known |= {first, last}
    placed = sorted(known)
    places, breaks = [start], []
    for before, day in pairwise(placed):
        gap = (day - before).days
        if gap > _LONGEST:
            breaks.append(places[-1] + _BREAK_WIDTH // 2)
        places.append(places[-1] + (_BREAK_WIDTH if gap > _LONGEST else gap * _DAY_WIDTH))
    return TimeScale(tuple(placed), tuple(places), tuple(breaks))
