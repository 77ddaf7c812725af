"""Days as people and programs write them; one that could be two is no day."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_DOTTED = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*(?:г\.?|ж\.?)|[ ,]+\d{1,2}:\d\d(?::\d\d)?)?"
)
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.\d+)?")
_FIRST = date(1899, 12, 30)  # of Excel's count


def day_of(said: str, timezone: str) -> date | None:
    """Read a day: `2026-11-20` with or without a time, `20.11.2026`, or Excel's count of days."""
    words = said.strip()
    try:
        if dotted := _DOTTED.fullmatch(words):
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
        if serial := _SERIAL.fullmatch(words):
            return _FIRST + timedelta(days=int(serial[1]))
        return local_day(datetime.fromisoformat(words), timezone) if words[4:5] == "-" else None
    except (ValueError, OverflowError):
        return None


def local_day(moment: datetime, timezone: str) -> date:
    """Return the day of a moment where the authority is; without a zone it is told there."""
    return (moment.astimezone(ZoneInfo(timezone)) if moment.tzinfo else moment).date()
