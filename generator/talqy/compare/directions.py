"""Whether a change is for the better or the worse of a person; said only where it is certain."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from talqy.model.facts import Document, Fee, Schedule, Term


class Direction(StrEnum):
    """What a change means for whoever is in its case."""

    FASTER = "faster"
    SLOWER = "slower"
    CHEAPER = "cheaper"
    DEARER = "dearer"
    FEWER_PAPERS = "fewer-papers"
    MORE_PAPERS = "more-papers"
    LONGER_HOURS = "longer-hours"
    SHORTER_HOURS = "shorter-hours"
    NEW_WAY = "new-way"
    WAY_GONE = "way-gone"
    NEW_CASE = "new-case"
    OWN_CASE = "own-case"
    NOT_NAMED = "not-named"
    NEW_GROUND = "new-ground"
    GROUND_GONE = "ground-gone"
    ADDED = "added"
    GONE = "gone"


OF_ONE_TEXT = frozenset(
    {
        Direction.NEW_WAY,
        Direction.WAY_GONE,
        Direction.NEW_CASE,
        Direction.OWN_CASE,
        Direction.NOT_NAMED,
        Direction.NEW_GROUND,
        Direction.GROUND_GONE,
        Direction.ADDED,
        Direction.GONE,
    }
)
"""What is said of a thing that one of the texts has alone: there is nothing to set against it."""
WORSE = frozenset(
    {
        Direction.SLOWER,
        Direction.DEARER,
        Direction.MORE_PAPERS,
        Direction.SHORTER_HOURS,
        Direction.WAY_GONE,
        Direction.NEW_GROUND,
    }
)
"""What is a loss for whoever is in the case."""


# In calendar days: how long working days may be apart, and a little less than a day of work.
_LONGEST_HOLIDAYS = 10
_WEEK, _HOURS, _PART_OF_A_DAY = 5, 8, 0.99
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def of_terms(before: Term, after: Term) -> Direction | None:
    """Compare two terms; in different units only where one is longer however it is counted."""
    if before.unit == after.unit:
        old, new = (float(before.amount),) * 2, (float(after.amount),) * 2
    else:
        old, new = calendar_days(before), calendar_days(after)
    if new[1] < old[0]:
        return Direction.FASTER
    return Direction.SLOWER if new[0] > old[1] else None


def calendar_days(term: Term) -> tuple[float, float]:
    """Return how many calendar days a term takes at the least and at the most."""
    amount = float(term.amount)
    spans = {
        "minute": (amount / 60 / 24, amount / 60 / 24),
        "hour": (amount / 24, _of_work(amount / _HOURS)[1]),
        "day": (amount, amount),
        "calendar-day": (amount, amount),
        "working-day": _of_work(amount),
        "month": (amount * 28, amount * 31),
    }
    # Of a unit that a project added, nobody knows how long it is.
    return spans.get(term.unit, (0.0, float("inf")))


def _of_work(days: float) -> tuple[float, float]:
    """Return the calendar days that working days take; one Saturday may be a day of work."""
    if days < 1:
        return days / 3, _PART_OF_A_DAY
    weekends = (days - 1) // _WEEK
    least = days + max(0.0, 2 * weekends - 1)
    return least, days + 2 * (weekends + 1) + _LONGEST_HOLIDAYS


def of_fees(before: Fee, after: Fee) -> Direction | None:
    """Compare two fees in the unit that both are in."""
    if before.cost == after.cost:
        return None
    return Direction.CHEAPER if after.cost < before.cost else Direction.DEARER


def of_hours(before: Sequence[Schedule], after: Sequence[Schedule]) -> Direction | None:
    """Compare the hours of one place; neither, where some hours are new and others are gone."""
    old, new = open_minutes(before), open_minutes(after)
    if old == new:
        return None
    if _all_of(old, new):
        return Direction.LONGER_HOURS
    return Direction.SHORTER_HOURS if _all_of(new, old) else None


Minutes = Mapping[str, int]
"""Minutes of each day: a number with a bit for each of them, the lowest for the first one."""


def open_minutes(schedules: Sequence[Schedule]) -> Minutes:
    """Return the minutes in which a place is open, on the days on which it is."""
    found: dict[str, int] = {}
    for one in schedules:
        always = one.around_the_clock
        minutes = _between("0:00", "24:00") if always else _between(one.from_, one.to)
        if one.break_:
            minutes &= ~_between(one.break_.from_, one.break_.to)
        for day in _WEEKDAYS if always else one.days:
            found[day] = found.get(day, 0) | minutes
    return {day: minutes for day, minutes in found.items() if minutes}


def _all_of(these: Minutes, others: Minutes) -> bool:
    """Return whether each of these minutes is one of the others."""
    return all(minutes & ~others.get(day, 0) == 0 for day, minutes in these.items())


def _between(start: str | None, end: str | None) -> int:
    first, last = _minute(start), _minute(end)
    return (1 << last) - (1 << first) if first < last else 0


def _minute(clock: str | None) -> int:
    hours, _, minutes = (clock or "0:0").partition(":")
    return int(hours) * 60 + int(minutes)


def of_papers(before: Document | None, after: Document | None) -> Direction | None:
    """Compare what a person has to bring: always, in some cases, or not at all."""
    old, new = papers(before), papers(after)
    if old == new:
        return None
    return Direction.FEWER_PAPERS if new < old else Direction.MORE_PAPERS


def papers(document: Document | None) -> int:
    """Return 2 for what a person always brings, 1 for what only some bring, 0 for all else."""
    if document is None or document.source != "applicant":
        return 0
    return 1 if document.condition else 2
