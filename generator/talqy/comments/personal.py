"""Personal data in a text: what kinds of it there are, and where; never what it says.

A pull request is public at once and for ever, so a number that slipped in must be found before.
How numbers are read is said in `numbers.py`, the words and shapes beside them in
`personal_words.py`.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from talqy.comments import personal_words as words
from talqy.comments.about_people import told_of_people
from talqy.comments.account_words import ACCOUNTS
from talqy.comments.home_words import HOMES
from talqy.comments.number_words import dictated
from talqy.comments.numbers import (
    NO_WIDTH,
    Numeral,
    digits_of,
    folded,
    in_pieces,
    is_bin,
    is_card,
    is_iban,
    is_iin,
    numerals,
    windows,
)
from talqy.wording.alphabets import TO_LATIN


class Personal(StrEnum):
    """The kinds of personal data."""

    IIN = "iin"
    CLAIMED_IIN = "claimed iin"
    """Digits that are called an IIN, and are none: there is a slip in them."""
    BIN = "bin"
    PHONE = "phone"
    LANDLINE = "landline"
    EMAIL = "email"
    HANDLE = "handle"
    CARD = "card"
    ACCOUNT = "account"
    DOCUMENT = "document"
    PLATE = "plate"
    ADDRESS = "address"
    ABOUT = "about a person"
    """Somebody who is named, with a birthday, an illness, a conviction or an income."""


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One place where something personal stands; `key` is what it says, for comparing alone."""

    kind: Personal
    start: int
    end: int
    key: str


_KEPT_TEXTS = 8192
_LEAST_DIGITS, _LEAST_SPELT, _MOST_PAUSES = 6, 8, 3
_TELEPHONES = (Personal.PHONE, Personal.LANDLINE)
_PATTERNS = (
    *((Personal.EMAIL, pattern) for pattern in words.EMAILS),
    *((Personal.HANDLE, pattern) for pattern in ACCOUNTS),
    (Personal.DOCUMENT, words.DOCUMENT),
    (Personal.PLATE, words.PLATE),
    *((Personal.ADDRESS, pattern) for pattern in HOMES),
)


def kinds(text: str) -> frozenset[Personal]:
    """Return which kinds of personal data a text holds."""
    return frozenset(one.kind for one in found_in(text))


# A standard's texts are asked about at each door, for each of its revisions and its comments.
@lru_cache(_KEPT_TEXTS)
def found_in(text: str) -> tuple[PersonalData, ...]:
    """Find personal data in a text; where two kinds fit, the graver one is meant."""
    told = [
        PersonalData(Personal.ABOUT, *span, text[slice(*span)]) for span in told_of_people(text)
    ]
    if _has_no_digits(text) and not words.IN_LETTERS.search(text.lower()):
        return tuple(told)
    plain = _as_looked_at(text)
    return _apart(len(plain), (*numbers_in(text), *_patterns(plain), *told))


@lru_cache(_KEPT_TEXTS)
def numbers_in(text: str) -> tuple[PersonalData, ...]:
    """Find those personal data that are told by their digits; they go before all others."""
    if _has_no_digits(text):
        return ()
    plain = _as_looked_at(text)
    return _apart(len(plain), _numbers(plain))


@lru_cache(_KEPT_TEXTS)
def _has_no_digits(text: str) -> bool:
    """Return whether a text has no digits, in figures or in words, nor signs that may be some."""
    return bool(words.HARMLESS.fullmatch(text)) and not dictated(text)


def _as_looked_at(text: str) -> str:
    return words.undisguised(folded(text))


def _apart(length: int, found: Iterable[PersonalData]) -> tuple[PersonalData, ...]:
    """Return what is found, by its place; where two are in one place, the first one is meant."""
    data: list[PersonalData] = []
    taken = bytearray(length)
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            data.append(one)
    return tuple(sorted(data, key=lambda one: one.start))


def keys_in(texts: Iterable[str]) -> frozenset[str]:
    """Return what of the kind of personal data stands in some texts, for comparing."""
    return frozenset(one.key for text in texts for one in found_in(text))


def masked(text: str) -> str:
    """Return a text without what is personal in it, for showing it in a message."""
    for one in reversed(found_in(text)):
        text = f"{text[: one.start]}…{text[one.end :]}"
    return text


def _numbers(plain: str) -> Iterator[PersonalData]:
    """Yield what is told by its digits, in the order of its gravity."""
    numbers, named = numerals(plain), words.NamedNumbers(plain)
    if sum(len(one.digits) for one in numbers) < _LEAST_DIGITS:
        yield from _accounts(plain)
        return
    by_kind: dict[Personal, list[Sequence[Numeral]]] = {kind: [] for kind in Personal}
    for one in numbers:
        if len(one.digits) == 13 and (is_iin(one.digits[:12]) or is_iin(one.digits[1:])):
            by_kind[Personal.IIN].append([one])
    by_kind[Personal.IIN] += _iins_in_pieces(numbers, named)
    end_of_free = 0
    for window in windows(numbers, _LEAST_DIGITS, 16):
        digits = digits_of(window)
        if words.FREE.fullmatch(digits):
            end_of_free = window[-1].end
        if (kind := _kind_of(digits, window, named)) is None:
            continue
        # What is left of a free telephone is no other one.
        if kind not in _TELEPHONES or window[0].start >= end_of_free:
            by_kind[kind].append(window)
    for kind in (Personal.IIN, Personal.BIN, Personal.CLAIMED_IIN):
        yield from (_found(kind, window) for window in by_kind[kind])
    yield from _accounts(plain)
    for kind in (Personal.CARD, *_TELEPHONES):
        yield from (_found(kind, window) for window in by_kind[kind])


def _iins_in_pieces(
    numbers: Sequence[Numeral], named: words.NamedNumbers
) -> Iterator[Sequence[Numeral]]:
    """Yield the numbers of a person that are told piece by piece: «начинается на …, а дальше …»."""
    if not named.has_iin:
        return
    for pieces in in_pieces(numbers, named.plain, 12, 120):
        digits, turned = digits_of(pieces), digits_of(pieces[::-1])
        if named.is_iin(pieces[0].start, 60) and (is_iin(digits) or is_iin(turned)):
            yield pieces


def _kind_of(digits: str, window: Sequence[Numeral], named: words.NamedNumbers) -> Personal | None:
    """Return what neighbouring runs of digits can be together.

    In words there are IINs alone, and telephones that are called so, or parted as those of the
    country: a text counts much in words.
    """
    kind = None
    is_in_words = any(numeral.is_in_words for numeral in window)
    if len(digits) == 12 and is_iin(digits):
        kind = Personal.IIN
    elif is_in_words and _is_spelt_phone(digits, window):
        kind = Personal.PHONE
    elif is_in_words and len(digits) != 12 and not _is_dictated_phone(digits, window, named):
        return None
    elif not is_in_words and len(digits) == 12 and is_bin(digits):
        kind = Personal.BIN
    elif set(digits) != {"0"} and _is_called_iin(len(digits), window, named):
        kind = Personal.CLAIMED_IIN
    elif len(digits) > 14 and _is_card(digits, window):
        kind = Personal.CARD
    elif _is_phone(digits, window, named):
        kind = Personal.LANDLINE if words.LANDLINE.fullmatch(digits) else Personal.PHONE
    return kind


def _is_dictated_phone(digits: str, window: Sequence[Numeral], named: words.NamedNumbers) -> bool:
    start = window[0].start
    is_parted = tuple(len(numeral.digits) for numeral in window) in words.PARTS
    is_of_the_country = len(digits) == 11 and digits[:2] in {"87", "77"}
    return named.is_phone(start) or named.is_behind_plus(start) or (is_parted and is_of_the_country)


def _is_spelt_phone(digits: str, window: Sequence[Numeral]) -> bool:
    """Return whether digits are told one by one as nobody counts; one may be missing."""
    is_of_the_country = len(digits) in (10, 11) and digits[:2] in {"87", "77"}
    listed = sum(one.is_listed for one in window[1:])
    return is_of_the_country and len(window) >= _LEAST_SPELT and listed <= _MOST_PAUSES


def _is_called_iin(length: int, window: Sequence[Numeral], named: words.NamedNumbers) -> bool:
    """Return whether the word stands beside digits: right ahead one may be missing or too many."""
    if length not in (11, 12, 13):
        return False
    if length != 12:
        return named.is_iin(window[0].start, 3)
    is_behind = words.IIN_BEHIND.match(named.plain, window[-1].end)
    return bool(is_behind) or named.is_iin(window[0].start, 40)


def _accounts(plain: str) -> Iterator[PersonalData]:
    for match in words.ACCOUNT.finditer(plain.translate(TO_LATIN)):
        key = "".join(sign for sign in match[0] if sign.isalnum()).upper()
        if is_iban(key):
            yield PersonalData(Personal.ACCOUNT, *match.span(), key)


def _patterns(plain: str) -> Iterator[PersonalData]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            said = words.as_address(match[0]) if kind is Personal.EMAIL else match[0]
            key = unicodedata.normalize("NFKC", said).casefold().replace(NO_WIDTH, "")
            yield PersonalData(kind, *match.span(), key)


def _found(kind: Personal, window: Sequence[Numeral]) -> PersonalData:
    key = digits_of(window)
    if kind in (Personal.PHONE, Personal.LANDLINE) and len(key) == 11:
        key = key[1:]  # 8 inside of the country is +7 outside
    return PersonalData(kind, window[0].start, window[-1].end, key)


def _is_card(digits: str, window: Sequence[Numeral]) -> bool:
    """Return whether these are the digits of a card; those of an enumeration only by fours."""
    is_listed = any(numeral.is_listed for numeral in window[1:])
    by_fours = all(len(numeral.digits) == 4 for numeral in window)
    return (by_fours or not is_listed) and is_card(digits)


def _is_phone(digits: str, window: Sequence[Numeral], named: words.NamedNumbers) -> bool:
    """Return whether these are the digits of a telephone; calls to 8 800 are free and public.

    A sum has its digits by three: “87 500 000 000” is money. Numbers of an enumeration are one
    telephone only where they are parted as those are.
    """
    start, length = window[0].start, len(digits)
    if length > 15 or words.FREE.fullmatch(digits):
        return False
    if named.is_behind_plus(start):
        return length == 11 if digits[0] == "7" else length > 9
    is_called = length in (6, 7, 10, 11, 12) and named.is_phone(start)
    is_of_the_country = length in (10, 11) and digits[0] in "78" and digits[-10] in "79"
    if not is_called and not is_of_the_country:
        return False
    parts = tuple(len(numeral.digits) for numeral in window)
    if parts not in words.PARTS and any(numeral.is_listed for numeral in window[1:]):
        return False
    if not is_called and length == 10:
        return parts in words.PARTS_WITHOUT_CODE
    is_sum = not is_called and len(parts) > 1 and parts[0] > 1 and parts[1:] == (3, 3, 3)
    return not is_sum and not named.is_act(start)
