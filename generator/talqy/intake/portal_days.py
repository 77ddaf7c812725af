"""The year of a day that the portal writes without one: the discussion tells it."""

from collections.abc import Iterator
from datetime import date

from talqy.office.portal_values import DayOfYear, PortalPage


def day_of_comment(said: DayOfYear | None, page: PortalPage) -> date | None:
    """Return the day of a comment: in the discussion, or else nearest to it; None of no plain one.

    Comments may come after the last day, and a discussion may go on over the turn of the year.
    """
    opens, closes = page.created or page.closes, page.closes or page.created
    if said is None or opens is None or closes is None or closes < opens:
        return None
    found = tuple(_days(said, opens.year - 1, closes.year + 1))
    within = [day for day in found if opens <= day <= closes]
    if within:
        return within[0] if len(within) == 1 else None
    return min(found, key=lambda day: _days_off(day, opens, closes), default=None)


def day_of_reply(said: DayOfYear | None, after: date | None) -> date | None:
    """Return the day of a reply: the first such day after what it answers."""
    if said is None or after is None:
        return None
    return next((day for day in _days(said, after.year, after.year + 1) if day >= after), None)


def _days(said: DayOfYear, first: int, last: int) -> Iterator[date]:
    for year in range(first, last + 1):
        try:
            yield date(year, said.month, said.day)
        except ValueError:  # 29 February of most years, or no day at all
            continue


def _days_off(day: date, opens: date, closes: date) -> int:
    return (opens - day).days if day < opens else (day - closes).days
