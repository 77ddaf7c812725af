"""A value of a text: a term, a fee, a day, a reference, and what makes two of them equal."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction


def written(value: Fraction) -> str:
    """Return a number as values are written: “0.5” where it ends, “1/3” where it does not."""
    bare = value.denominator
    for prime in (2, 5):
        while bare % prime == 0:
            bare //= prime
    if value.denominator == 1 or bare != 1:
        return str(value)
    return f"{float(value):f}".rstrip("0").rstrip(".")


class Measure(StrEnum):
    """What a number is of."""

    TERM = "term"
    FEE = "fee"
    SHARE = "share"
    DATE = "date"
    TIME = "time"
    PHONE = "phone"
    REFERENCE = "reference"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One value of a text, at `start` to `end`.

    `value` is written one way whatever the text does: “5”, “0.5”, “1/3”, “2022-07-14”, “09:00”,
    “78000807777”; `unit` names the unit of a term or fee, or the part of an act. What `is_certain`
    is no turn of speech (“one of”, “in the first place”) and must stand in every language.
    """

    kind: Measure
    value: str
    unit: str
    start: int
    end: int
    said_end: int = 0
    """Where the words of its unit end."""
    is_certain: bool = True
    in_words: bool = False
    is_ordinal: bool = False
    disagrees: bool = False
    """Whether its words in brackets say another number."""

    def moved(self, by: int) -> "Quantity":
        """Return it as it stands in a text that has so many letters before this one."""
        start, end, said_end = self.start + by, self.end + by, self.said_end + by
        return replace(self, start=start, end=end, said_end=said_end)

    def as_either(self) -> "tuple[Quantity, ...]":
        """Return what its figures say and what its words say, where they disagree."""
        either = self.value.split("≠") if self.disagrees else ()
        return tuple(replace(self, value=value, disagrees=False) for value in either) or (self,)

    @property
    def same(self) -> tuple[str, str, str]:
        """What two equal values share: 60 minutes are an hour, 50 per cent a half."""
        if self.kind is Measure.SHARE and not self.disagrees:
            return Measure.COUNT, written(Fraction(self.value) / 100), ""
        factor, unit = _AS.get(self.unit, (1, self.unit))
        if factor == 1 or self.kind is not Measure.TERM or self.disagrees:
            return self.kind, self.value, unit
        return self.kind, written(Fraction(self.value) * factor), unit


def term(amount: int, unit: str) -> tuple[str, str, str]:
    """Return what a term set as a fact shares with the same term in a text."""
    unit = "day-and-night" if unit == "day" else unit
    return Quantity(Measure.TERM, str(amount), unit, 0, 0).same


_AS = {
    "hour": (60, "minute"),
    "day-and-night": (24 * 60, "minute"),
    "quarter": (3, "month"),
    "year": (12, "month"),
}
