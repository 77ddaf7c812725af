"""Days that people claim, held to the day of the project."""

from datetime import date, timedelta

ALLOWED = timedelta(days=1)
"""Clocks and time zones differ: what comes from elsewhere may be a day ahead."""


def is_still_to_come(day: date, today: date) -> bool:
    """Return whether nothing can have been received on this day yet."""
    return day > today + ALLOWED
