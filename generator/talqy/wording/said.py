"""A text that is being read, piece by piece, and the units in it."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from talqy.wording.quantity import Measure, Quantity
from talqy.wording.token import Token
from talqy.wording.units import UNITS


@dataclass(frozen=True, slots=True)
class Said:
    """One text that is read: in lower case, and in pieces."""

    words: str
    cut: list[Token]
    language: str

    def is_word(self, at: int, *words: str) -> bool:
        """Return whether one of these words, or signs, stands at a place."""
        return 0 <= at < len(self.cut) and self.cut[at].text in words

    def number(self, at: int, least: int, most: int) -> int | None:
        """Return the whole number at a place, if it lies between two."""
        value = self.cut[at].value if 0 <= at < len(self.cut) else None
        if value is None or value.denominator != 1 or not least <= value <= most:
            return None
        return int(value)

    def matches(self, at: int, pattern: re.Pattern[str]) -> bool:
        """Return whether the word at a place is of a pattern."""
        return bool(pattern.fullmatch(self.word(at)))

    def word(self, at: int) -> str:
        """Return the word at a place; empty where a number or a sign stands, or nothing."""
        is_word = 0 <= at < len(self.cut) and self.cut[at].kind == "word"
        return self.cut[at].text if is_word else ""

    def quantity(self, kind: Measure, value: str, unit: str, start: int, end: int) -> Quantity:
        """Return a value that stands in the pieces from `start` up to `end`."""
        place = self.cut[start].start, self.cut[end - 1].end
        return Quantity(kind, value, unit, *place, place[1])


Found = tuple[list[Quantity], int]


class UnitWords(NamedTuple):
    """The name of a unit, and where its words end."""

    name: str
    end: int


NO_UNIT = UnitWords("", 0)


def unit_at(text: Said, at: int) -> UnitWords:
    """Return the unit whose words begin at a place; a dash may stand before it."""
    is_joined = text.is_word(at, "-", "‑")
    at += is_joined
    if at >= len(text.cut):
        return NO_UNIT
    start = text.cut[at].start
    for name, pattern in UNITS.get(text.language, ()):
        if is_joined and (text.language, name) == ("kk", "day"):
            continue  # “айдың 10-күні” is the tenth day
        if match := pattern.match(text.words, start):
            return UnitWords(name, match.end())
    return NO_UNIT
