"""One piece of a text: a word, a sign, a number."""

from fractions import Fraction
from typing import NamedTuple


class Token(NamedTuple):
    """One piece of a text, from `start` to `end`.

    `kind` is word, sign, number, date, time, phone or act. A number has a `value`, and says whether
    it was written as an ordinal or in words; `text` is lower case, and what the others say.
    """

    kind: str
    text: str
    start: int
    end: int
    value: Fraction | None = None
    is_ordinal: bool = False
    in_words: bool = False
    other: Fraction | None = None
    """What the words in brackets say, where they say another number: “5 (шесть)”."""
