"""Texts read line by line: a draft says most lines as others do, and each is read once."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from itertools import pairwise
from typing import Protocol, Self, TypeVar

# Where nothing that is read goes on in the next line: behind a sentence, and behind a sign of a
# list. A shorter word may be cut off (“ст.”), and a heading may end in a number. The pattern begins
# with what is rare: so it is looked for, and not tried at each letter.
_END = re.compile(r"\n(?:(?<=[;:]\n)|(?<=[^\W\d_]{4}\.\n))")
# A revision says most clauses in the words of the one before it, and several rules ask of all texts
# one after the other: as many as a hundred standards have, with about 30 MB.
KEPT_TEXTS = 32_768


class Placed(Protocol):
    """What was found at a place of a text."""

    def moved(self, by: int) -> Self:
        """Return it as it stands in a text that has so many letters before this one."""


_Placed = TypeVar("_Placed", bound=Placed)
_Read = Callable[[str, str], Iterable[_Placed]]


def line_by_line(read: _Read[_Placed]) -> Callable[[str, str], tuple[_Placed, ...]]:
    """Return a reader of texts in a language, made of one that may be given a part of a text.

    It remembers what it has read. What is found stands in the order of the lines.
    """

    @lru_cache(KEPT_TEXTS)
    def of_line(line: str, language: str) -> tuple[_Placed, ...]:
        return tuple(read(line, language))

    @lru_cache(KEPT_TEXTS)
    @wraps(read)
    def of_text(text: str, language: str) -> tuple[_Placed, ...]:
        ends = [end.end() for end in _END.finditer(text)]
        found = [*of_line(text[: ends[0]] if ends else text, language)]
        for at, end in pairwise((*ends, len(text))):
            found += [one.moved(at) for one in of_line(text[at:end], language)]
        return tuple(found)

    return of_text
