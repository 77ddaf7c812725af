"""Today, decided in one place and held to the record: a record only goes on.

A day that somebody names (`--today`, or `today` of the project, to rehearse) is theirs. The clock
of a machine is not: it is read in the zone of the project, whatever the machine's own, and before
the newest day on record it is wrong, or the record is.
"""

from datetime import date

from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.history import History
from talqy.model.problem import Problem
from talqy.model.register import Register
from talqy.project import clock
from talqy.project.faults import CLOCK_BEHIND


class ClockSetBackError(TalqyError):
    """Something would be dated, or shown as it stood, before what is on record."""


def today_of(register: Register, given: date | None) -> date:
    """Return the day to speak of: the one given, else the project's own, else the clock's."""
    return register.project.day(given, clock.now_in(register.project.timezone))


def beyond_the_clock(register: Register, given: date | None, day: date) -> History | None:
    """Return the record that goes furthest, where it goes beyond what the clock says is today.

    `day` is that by the clock, as it was asked for all that is said.
    """
    if given or register.project.today:
        return None
    kept = [(last, history) for history in register.histories if (last := history.last_day())]
    last, furthest = max(kept, key=lambda one: one[0], default=(date.min, None))
    return furthest if last > day else None


def clock_problem(history: History, today: date) -> Problem:
    """Say that the clock is behind a record."""
    last = history.last_day()
    return CLOCK_BEHIND.at(
        paths.history_file(history.standard),
        last=last.isoformat() if last else "",
        today=today.isoformat(),
    )


def refuse_earlier_day(history: History | None, today: date) -> None:
    """Refuse a day before one that is on record."""
    last = history.last_day() if history else None
    if history and last and today < last:
        raise ClockSetBackError(
            "{file}: the record goes to {last}, and today would be {today}; look at the clock of "
            "this machine, or at --today",
            file=paths.history_file(history.standard),
            last=last.isoformat(),
            today=today.isoformat(),
        )
