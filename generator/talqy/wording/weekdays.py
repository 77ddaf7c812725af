"""Days of the week and round the clock, as a text about hours of work says them."""

import re
from typing import NamedTuple

_WEEK_IN = {
    "ru": (
        r"понедельник\w*",
        r"вторник\w*",
        r"сред(?:а|ы|у|е|ой)",
        r"четверг\w*",
        r"пятниц\w+",
        r"суббот\w+",
        r"воскресень\w+",
    ),
    "kk": (
        r"дүйсенбі\w*",
        r"сейсенбі\w*",
        r"сәрсенбі\w*",
        r"бейсенбі\w*",
        r"жұма(?:ға|дан|да|ны|ның|мен)?",
        r"сенбі\w*",
        r"жексенбі\w*",
    ),
}
_BETWEEN = {
    "ru": re.compile(r"\s*(?:[-–—]|по|до)\s*"),
    "kk": re.compile(r"\s*(?:[-–—]\s*)?"),
}
_WEEK = {
    language: re.compile(rf"\b(?:{'|'.join(f'({day})' for day in days)})(?!\w)")
    for language, days in _WEEK_IN.items()
}
_ROUND_THE_CLOCK = {
    "ru": re.compile(r"круглосуточн\w*|24/7|24 часа"),
    "kk": re.compile(r"тәулік бойы|24/7|24 сағат"),
}
_FROM_TO = 2


class DaysOfWeek(NamedTuple):
    """Days one after another, 0 for Monday, and the words that say so."""

    days: range
    said: str


def days_from_to(text: str, language: str) -> DaysOfWeek | None:
    """Return the days of “с понедельника по пятницу” where a text names no further day."""
    low = text.lower()
    named = _named(low, language)
    if len(named) != _FROM_TO:
        return None
    (start, end, first), (behind, last_end, last) = named
    if first >= last or not _BETWEEN[language].fullmatch(low[end:behind]):
        return None
    return DaysOfWeek(range(first, last + 1), text[start:last_end])


def _named(low: str, language: str) -> list[tuple[int, int, int]]:
    if language not in _WEEK:
        return []
    found = _WEEK[language].finditer(low)
    return [(*match.span(), (match.lastindex or 1) - 1) for match in found]


def days_named(text: str, language: str) -> frozenset[int]:
    """Return the days of the week that a text names, 0 for Monday."""
    return frozenset(day for _, _, day in _named(text.lower(), language))


def round_the_clock(text: str, language: str) -> str:
    """Return the words of a text that say “round the clock”; empty where none do."""
    pattern = _ROUND_THE_CLOCK.get(language)
    match = pattern.search(text.lower()) if pattern else None
    return match[0] if match else ""
