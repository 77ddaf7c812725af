"""Numbers as people write them: digits of any script, in groups, with all sorts of signs between.

Rule: folding keeps the length of a text, so that a place in the folded text is one in the text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_DIGITS = re.compile(r"[0-9]+")
_BETWEEN = re.compile(r"[ \n\-._/\\()\u200b]{1,3}")
_DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)", re.ASCII
)
_MOST_PARTS = 16


@dataclass(frozen=True, slots=True)
class Numeral:
    """A run of digits and its place; `is_joined`: it goes on from the run before."""

    digits: str
    start: int
    end: int
    is_joined: bool


def folded(text: str) -> str:
    """Fold digits, letters of other widths, dashes and spaces; the length stays the same."""
    return "".join(map(_folded_sign, text))


@lru_cache(maxsize=4_096)
def _folded_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    if (value := unicodedata.decimal(sign, None)) is not None:
        return str(value)
    kind = unicodedata.category(sign)
    if kind in ("Pd", "Zs"):
        return "-" if kind == "Pd" else " "
    if kind == "Cf":
        return "\u200b"
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def numerals(plain: str) -> list[Numeral]:
    """Find the runs of digits in a folded text; days of the calendar are none."""
    bare = _DAY.sub(lambda found: "x" * len(found[0]), plain)
    found, end = [], -1
    for match in _DIGITS.finditer(bare):
        is_joined = end >= 0 and bool(_BETWEEN.fullmatch(bare[end : match.start()]))
        found.append(Numeral(match[0], *match.span(), is_joined))
        end = match.end()
    return found


def windows(found: Sequence[Numeral], least: int, most: int) -> Iterator[Sequence[Numeral]]:
    """Yield all neighbouring runs that have from `least` to `most` digits together, long first."""
    for first in range(len(found)):
        fitting, length = [], 0
        for last in range(first, min(first + _MOST_PARTS, len(found))):
            length += len(found[last].digits)
            if length > most or (last > first and not found[last].is_joined):
                break
            if length >= least:
                fitting.append(found[first : last + 1])
        yield from reversed(fitting)


def is_card(digits: str) -> bool:
    """Return whether sixteen digits can be a bank card: the first one, and the rule of Luhn."""
    if digits[0] not in "23456":
        return False
    doubled = (int(d) * (2 if place % 2 == 0 else 1) for place, d in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_iban(account: str) -> bool:
    """Return whether these are the signs of a bank account, by their remainder (ISO 13616)."""
    turned = account[4:] + account[:4]
    if not turned.isascii() or not turned.isalnum():
        return False
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
