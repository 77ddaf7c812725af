"""Numbers in a text as people write them, and which of them can be somebody's.

Digits of any script count, with up to three signs between them that are neither letters nor digits;
a run of white space is one sign, and marks upon a digit are none. Folding keeps the length of a
text, so that a place in the folded text is one in the text. Numbers in words stand for their
digits, one by one. The IIN: six digits of the birthday, one of century and sex, four of order, one
of control (decree of the Government No. 565 of 2003); all three tests together take one of 400
random numbers of twelve digits for one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import zip_longest

from talqy.comments.number_words import dictated
from talqy.comments.patterns import late

# What stands in place of signs without a width of their own: marks, joiners, keycaps.
NO_WIDTH = "\u200b"
_DIGITS = late(r"[0-9]+")
_BETWEEN = late(rf"{NO_WIDTH}*(?:(?:\s{{1,20}}|[^\w\s{NO_WIDTH}]|_){NO_WIDTH}*){{0,3}}", re.ASCII)
_DAY = late(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)", re.ASCII
)
# Numbers in which a letter was typed for the digit that looks like it: О for 0, З for 3, l for 1.
_MISTYPED = late(r"(?<![^\W\d_])[0-9OoОоЗзlIІі]{6,}(?![^\W\d_])")
_TYPED = str.maketrans("OoОоЗзlIІі", "0000331111")
_MOST_PARTS = 16


@dataclass(frozen=True, slots=True)
class Numeral:
    """A run of digits and its place; `is_joined`: it goes on from the run before.

    `is_listed`: a comma or semicolon stands between the two, as in an enumeration; `is_in_words`:
    it is said in words («девять ноль ноль», «тоғыз нөл нөл»).
    """

    digits: str
    start: int
    end: int
    is_joined: bool
    is_listed: bool
    is_in_words: bool = False


def folded(text: str) -> str:
    """Fold digits, letters of other widths, dashes, spaces and marks; the length stays the same."""
    return _MISTYPED.sub(_typed, "".join(map(_folded_sign, text)))


def _typed(found: re.Match[str]) -> str:
    number = found[0]
    is_number = 2 * sum(map(str.isdecimal, number)) >= len(number)
    return number.translate(_TYPED) if is_number else number


@lru_cache(maxsize=4_096)
def _folded_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    if (value := unicodedata.digit(sign, None)) is not None:  # ٣, ３, ③, ❸, ⒊
        return str(value)
    kind = unicodedata.category(sign)
    if kind in ("Pd", "Zs"):
        return "-" if kind == "Pd" else " "
    if kind in ("Cf", "Mn", "Me"):
        return NO_WIDTH
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def numerals(plain: str) -> list[Numeral]:
    """Find the runs of digits in a folded text; days of the calendar are none."""
    bare = _DAY.sub(lambda found: "x" * len(found[0]), plain)
    runs = [(match.start(), match.end(), match[0]) for match in _DIGITS.finditer(bare)]
    spoken = {said.start: said for said in dictated(bare)}
    runs += [(said.start, said.end, str(said.number)) for said in spoken.values()]
    found, end = [], -1
    for start, stop, digits in sorted(runs):
        gap = bare[end:start] if end >= 0 else "x"
        is_listed = "," in gap or ";" in gap
        is_joined = bool(_BETWEEN.fullmatch(gap))
        found.append(Numeral(digits, start, stop, is_joined, is_listed, start in spoken))
        end = stop
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


_COUNT_OF_DIGITS = late(r"[ -]{0,2}(?:цифр|знак|символ|сан\b|саны|таңба|digit)", re.IGNORECASE)


def in_pieces(
    found: Sequence[Numeral], plain: str, length: int, most: int
) -> Iterator[Sequence[Numeral]]:
    """Yield two to four runs in one line, with words between them, of `length` digits together.

    From the first to the last are at most so many letters; «первые шесть цифр» is no run.
    """
    runs = [
        one
        for one, behind in zip_longest(found, found[1:])
        if not (_COUNT_OF_DIGITS.match(plain, one.end) or (behind and _counts(one, behind)))
    ]
    for first in range(len(runs)):
        for last in range(first + 1, min(first + 4, len(runs))):
            pieces = runs[first : last + 1]
            start, end = pieces[0].start, pieces[-1].end
            if end - start > most or "\n" in plain[start:end]:
                break
            if sum(len(one.digits) for one in pieces) == length:
                yield pieces


def _counts(one: Numeral, behind: Numeral) -> bool:
    """Return whether a run tells how many digits the next one has: «шесть 990101»."""
    return behind.is_joined and one.digits == str(len(behind.digits))


def digits_of(window: Sequence[Numeral]) -> str:
    """Return all digits of neighbouring runs."""
    return "".join(numeral.digits for numeral in window)


# --- whose they can be --------------------------------------------------------------------------

_WEIGHTS = (tuple(range(1, 12)), (*range(3, 12), 1, 2))
_CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
# First digits and lengths of cards (ISO/IEC 7812): those of Mir, Mastercard, Visa, Maestro and
# UnionPay, and those of American Express. Years are none of them.
_CARDS = late(r"(?:220[0-4]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720|[456]\d{3})\d{12}")
_AMERICAN = late(r"3[47]\d{13}")


def is_iin(digits: str) -> bool:
    """Return whether twelve digits can be a person's number: checksum, birthday and century."""
    return _has_checksum(digits) and _has_birthday(digits)


def is_bin(digits: str) -> bool:
    """Return whether twelve digits can be a number of an organisation: the fifth is 4, 5 or 6."""
    return _has_checksum(digits) and digits[4] in "456" and "01" <= digits[2:4] <= "12"


def is_card(digits: str) -> bool:
    """Return whether digits can be those of a bank card: the first ones, and the rule of Luhn."""
    if not (_CARDS.fullmatch(digits) or _AMERICAN.fullmatch(digits)):
        return False
    doubled = (int(d) * (1 + at % 2) for at, d in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_iban(account: str) -> bool:
    """Return whether these are the signs of a bank account, by their remainder (ISO 13616)."""
    turned = account[4:] + account[:4]
    if not turned.isascii() or not turned.isalnum():
        return False
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _has_checksum(digits: str) -> bool:
    for weights in _WEIGHTS:
        rest: int = sum(w * int(d) for w, d in zip(weights, digits, strict=False)) % 11
        if rest < 10:
            return rest == int(digits[11])
    return False


def _has_birthday(digits: str) -> bool:
    century = _CENTURIES.get(digits[6])
    if century is None:
        return False
    try:
        date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return False
    return True
