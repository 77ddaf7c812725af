"""The clock of this machine, read in one place: in the zone of a project, whatever its own is."""

from datetime import UTC, date, datetime

from talqy.project.zones import zone_of


def now_in(timezone: str) -> date:
    """Return the day that it is by the clock of this machine, in a zone."""
    return datetime.now(zone_of(timezone)).date()


def day_of(then: datetime, timezone: str) -> date:
    """Return the day of a moment in a zone."""
    return then.astimezone(zone_of(timezone)).date()


def moment() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def has_turned_since(then: datetime, timezone: str) -> bool:
    """Return whether another day has begun in a zone since a moment."""
    return day_of(then, timezone) != day_of(moment(), timezone)
