"""What a text counts: terms, fees, shares, days, hours, phones, references, and plain numbers.

The one reader of numbers: signs of a redline, parity of the languages and “facts against the text”
all ask it, so that “5 (бес) жұмыс күні” and “пяти рабочих дней” are one value wherever it is asked.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from talqy.wording.counted import number
from talqy.wording.days_and_hours import as_written, day, hour, opens_day, opens_hour
from talqy.wording.labels import without_labels
from talqy.wording.line_by_line import line_by_line
from talqy.wording.nearest_days import nearest_day
from talqy.wording.pieces import lowered, pieces
from talqy.wording.quantity import Measure, Quantity
from talqy.wording.references import after_its_name, before_its_name, opens_reference
from talqy.wording.said import Found, Said
from talqy.wording.token import Token

_KEPT_WORDS = 65_536  # a text says few words, and says them often
_Reader = Callable[[Said, int], Found | None]


@line_by_line
def quantities(text: str, language: str) -> Iterator[Quantity]:
    """Return the values of a text in its order; labels of items (“1)”, “а)”, “2.”) are none."""
    bare = without_labels(text)
    said = Said(lowered(bare), pieces(bare, language), language)
    found = list(_with_units_of_their_neighbours(list(_found(said)), said.words))
    return reversed(found)


def _found(text: Said) -> Iterator[Quantity]:
    at = 0
    while at < len(text.cut):
        for reader in _readers(text.cut[at], text.language):
            if read := reader(text, at):
                yield from read[0]
                at = read[1]
                break
        else:
            at += 1


def _readers(piece: Token, language: str) -> tuple[_Reader, ...]:
    """Return who may read what begins with a piece, in the order in which they are asked."""
    if piece.kind == "word":
        return _readers_of_word(piece.text, language)
    return _READERS.get(piece.kind, _AS_WRITTEN)


@lru_cache(_KEPT_WORDS)
def _readers_of_word(word: str, language: str) -> tuple[_Reader, ...]:
    """Return the same of a word: with most of them begins nothing but, perhaps, the nearest day."""
    readers: list[_Reader] = [hour] if opens_hour(word, language) else []
    readers += [day] if opens_day(word, language) else []
    readers += [nearest_day]
    readers += [after_its_name] if opens_reference(word, language) else []
    return tuple(readers)


_READERS = {
    "sign": (day,),
    "number": (hour, day, before_its_name, number),
    "time": (hour,),
}
_AS_WRITTEN = (as_written,)
_BETWEEN = re.compile(r"\s*(?:[-–—,]|и|или|до|және|немесе|мен)\s*")
_FROM = re.compile(r"[дтн][ае]н$")


def _is_between(words: str, start: int, end: int) -> bool:
    """Return whether two numbers share a unit: “3–5”, “3 или 5”, “үштен бес”."""
    between = words[start:end]
    return bool(_BETWEEN.fullmatch(between) or (between == " " and _FROM.search(words[:start])))


def _with_units_of_their_neighbours(found: list[Quantity], words: str) -> Iterator[Quantity]:
    """Give the first number of “15–20 минут”, “от 3 до 5 дней” the unit of the second."""
    behind: Quantity | None = None
    for one in reversed(found):
        if (
            behind
            and one.kind is Measure.COUNT
            and behind.kind in {Measure.TERM, Measure.FEE, Measure.SHARE}
            and _is_between(words, one.end, behind.start)
        ):
            behind = replace(one, kind=behind.kind, unit=behind.unit)
        else:
            behind = one
        yield behind
