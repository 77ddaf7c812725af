"""Lengths of time, days and hours in a line of a fact, where all languages say them alike."""

from collections.abc import Mapping, Sequence
from typing import Any

from talqy.wording.plain_values import said_alike
from talqy.wording.quantity import Measure, Quantity
from talqy.wording.weekdays import days_from_to, days_named

Said = Mapping[str, str]
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {"day-and-night": "day"}
_TERMS = frozenset({"minute", "hour", "day", "working-day", "calendar-day", "month"})


def one_measure(said: Said, kind: Measure) -> Quantity | None:
    """Return the one value of a kind that all languages say alike."""
    found = [one for one in said_alike(said) if one.kind is kind]
    return found[0] if len(found) == 1 else None


def length_of_time(said: Said) -> dict[str, Any] | None:
    """Return a length of time that all languages say alike, as a file has it."""
    one = one_measure(said, Measure.TERM)
    unit = _UNITS.get(one.unit, one.unit) if one else ""
    if one is None or unit not in _TERMS or not one.value.isdecimal():
        return None
    return {"amount": int(one.value), "unit": unit}


def hours_of(said: Said) -> Sequence[str]:
    """Return the hours that all languages say alike."""
    return [one.value for one in said_alike(said) if one.kind is Measure.TIME]


def days_of(words: str, language: str) -> tuple[str, ...]:
    """Return the days of the week that a line names, spans of them too."""
    found: set[int] = set()
    for part in words.split(","):
        span = days_from_to(part, language)
        found |= set(span.days) if span else days_named(part, language)
    return tuple(WEEK[day] for day in sorted(found))
