"""Personal data in a text: what kinds of it there are, and where; never what it says.

A pull request is public at once and for ever, so a number that slipped in must be found before.
Digits of any script count, with spaces, dashes and points between them; folding keeps the length of
a text, so that a place in the folded text is one in the text. The IIN: six digits of the
birthday, one of century and sex, four of order, one of control (decree of the Government No. 565 of
2003); all three tests together take one of 400 random numbers of twelve digits for one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

_DIGITS = re.compile(r"[0-9]+")


_BETWEEN = re.compile(r"[ \n\t\-._/\\()|*'·\u2212\u200b]{1,5}")


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
    doubled = (int(d) * (2 if at % 2 == 0 else 1) for at, d in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_iban(account: str) -> bool:
    """Return whether these are the signs of a bank account, by their remainder (ISO 13616)."""
    turned = account[4:] + account[:4]
    if not turned.isascii() or not turned.isalnum():
        return False
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


class Personal(StrEnum):
    """The kinds of personal data."""

    IIN = "iin"
    BIN = "bin"
    PHONE = "phone"
    EMAIL = "email"
    CARD = "card"
    ACCOUNT = "account"
    DOCUMENT = "document"
    PLATE = "plate"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One place where something personal stands; `key` is what it says, for comparing alone."""

    kind: Personal
    start: int
    end: int
    key: str


_WEIGHTS = (tuple(range(1, 12)), (*range(3, 12), 1, 2))
_CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
# The word, with endings of Kazakh and Russian, and some words between it and the digits.
_AFTER_IIN = re.compile(
    r"(?:иин|жсн|iin|сәйкестендіру нөмір|идентификационн\w{2,4} номер)\w{0,6}[^\d\n]{0,40}$",
    re.IGNORECASE,
)
_AFTER_PHONE = re.compile(
    r"(?:тел(?:ефон\w*)?|моб(?:ильн\w+)?|ұялы|whatsapp|ватсап|вотсап|telegram|телеграм\w*|"
    r"звоните|хабарласыңыз|phone|номер\w*|wa\.me)\w{0,4}\W{0,5}$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_ACCOUNT = re.compile(
    r"\bKZ(?:[ -]?[0-9A-Z]){18}\b|\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"
)
_DOCUMENT = re.compile(
    r"(?:удостоверен|куәлі[кг]|паспорт|төлқұжат|passport|identity card)[^\n\d]{0,40}\d{8,9}(?!\d)"
    r"|\b[NН] ?\d{8}(?!\d)",
    re.IGNORECASE,
)
# Letters of plates are Latin; people type the Cyrillic ones that look like them.
_PLATE = re.compile(r"\b\d{3} ?[A-ZАВЕКМНОРСТУХ]{2,3} ?(?:0[1-9]|1\d|20)\b(?!\s?%)")
_ADDRESS = re.compile(
    r"(?:\bул\.|улиц|көшесі|проспект|даңғылы|мкр|микрорайон|шағын ?аудан|\bдом\b|\bд\.|\bүй\b)"
    r"[^\n]{0,60}?(?:\bкв\.? ?№?\d+|квартир\w* ?№?\d+|\d ?-? ?(?:ші|шы)? ?пәтер\w*|"
    r"пәтер\w* ?№?\d+)",
    re.IGNORECASE,
)
# What has no digit, no @ and no sign that could be folded to one is looked at no further.
_HARMLESS = re.compile(r"[\x00-/:-?A-\x7f\u0400-\u0482\u048a-\u04ff\xa0«»–—…“”„’№]*")
_PATTERNS = (
    (Personal.EMAIL, _EMAIL),
    (Personal.DOCUMENT, _DOCUMENT),
    (Personal.PLATE, _PLATE),
    (Personal.ADDRESS, _ADDRESS),
)


def kinds(text: str) -> frozenset[Personal]:
    """Return which kinds of personal data a text holds."""
    return frozenset(one.kind for one in found_in(text))


def found_in(text: str) -> list[PersonalData]:
    """Find personal data in a text; where two kinds fit, the graver one is meant."""
    if _HARMLESS.fullmatch(text):
        return []
    plain = folded(text)
    data: list[PersonalData] = []
    taken = bytearray(len(plain))
    for one in (*_numbers(plain), *_patterns(plain)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            data.append(one)
    return sorted(data, key=lambda one: one.start)


def keys_in(texts: Iterable[str]) -> frozenset[str]:
    """Return what of the kind of personal data stands in some texts, for comparing."""
    return frozenset(one.key for text in texts for one in found_in(text))


def masked(text: str) -> str:
    """Return a text without what is personal in it, for showing it in a message."""
    for one in reversed(found_in(text)):
        text = f"{text[: one.start]}…{text[one.end :]}"
    return text


def is_iin(digits: str) -> bool:
    """Return whether twelve digits can be a person's number: checksum, birthday and century."""
    return _has_checksum(digits) and _has_birthday(digits)


def is_bin(digits: str) -> bool:
    """Return whether twelve digits can be a number of an organisation: the fifth is 4, 5 or 6."""
    return _has_checksum(digits) and digits[4] in "456" and "01" <= digits[2:4] <= "12"


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


def _numbers(plain: str) -> Iterator[PersonalData]:
    """Yield what is told by its digits, in the order of its gravity."""
    numbers = numerals(plain)
    for kind, look in (
        (Personal.IIN, _is_person),
        (Personal.BIN, _is_organisation),
    ):
        for window in windows(numbers, 12, 12):
            if look(plain, window):
                yield _found(kind, window)
    for match in _ACCOUNT.finditer(plain):
        key = "".join(sign for sign in match[0] if sign.isalnum())
        if is_iban(key):
            yield PersonalData(Personal.ACCOUNT, *match.span(), key)
    yield from (_found(Personal.CARD, w) for w in windows(numbers, 16, 16) if is_card(_digits(w)))
    yield from (_found(Personal.PHONE, w) for w in windows(numbers, 6, 15) if _is_phone(plain, w))


def _patterns(plain: str) -> Iterator[PersonalData]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            yield PersonalData(
                kind, *match.span(), unicodedata.normalize("NFKC", match[0]).casefold()
            )


def _found(kind: Personal, window: Sequence[Numeral]) -> PersonalData:
    return PersonalData(kind, window[0].start, window[-1].end, _digits(window))


def _digits(window: Sequence[Numeral]) -> str:
    return "".join(numeral.digits for numeral in window)


def _before(plain: str, window: Sequence[Numeral], length: int = 24) -> str:
    start = window[0].start
    return plain[max(0, start - length) : start]


def _is_person(plain: str, window: Sequence[Numeral]) -> bool:
    return is_iin(_digits(window)) or bool(_AFTER_IIN.search(_before(plain, window, 80)))


def _is_organisation(_plain: str, window: Sequence[Numeral]) -> bool:
    return is_bin(_digits(window))


def _is_phone(plain: str, window: Sequence[Numeral]) -> bool:
    """Return whether these are the digits of a telephone; calls to 8 800 are free and public.

    A sum has its digits by three: “87 500 000 000” is money.
    """
    digits, ahead = _digits(window), _before(plain, window)
    parts = [len(numeral.digits) for numeral in window]
    if ahead.rstrip(" (").endswith("+"):
        return len(digits) == 11 if digits[0] == "7" else len(digits) in range(10, 16)
    if len(digits) == 11 and digits[0] in "78" and digits[1] in "79":
        return len(parts) == 1 or parts[0] == 1 or parts[1:] != [3, 3, 3]
    if len(digits) == 10 and digits[0] == "7" and parts in ([3, 3, 2, 2], [3, 3, 4], [3, 7]):
        return True
    return len(digits) in (6, 7, 10, 11, 12) and bool(_AFTER_PHONE.search(ahead))
