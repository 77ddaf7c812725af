"""The clock of this machine, read in one place: in the zone of a project, whatever its own is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def now_in(timezone: str) -> date:
    """Return the day that it is by the clock of this machine, in a zone."""
    return datetime.now(ZoneInfo(timezone)).date()
