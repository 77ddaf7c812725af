"""Checks 7 to 9: the bytes and the signs of a file, before anybody asks what they mean."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from talqy.comments import kinds
from talqy.model.problem import Kind, Path, Problem

MOST_BYTES = 32_768
"""How long a comment's file may be; a text of 10,000 letters has 20,000 bytes."""

_POINTER = b"version https://git-lfs.github.com/spec/"
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
# Letters and marks that print as nothing at all.
_BLANK = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
_OF_EUROPE = re.compile(r"LATIN|CYRILLIC|GREEK")
_SOFT_HYPHEN = "\u00ad"
# Most texts have nothing else.
_PLAIN = re.compile(r"[\n\t -~\u0400-\u0482\u048a-\u052f\xa0«»–—…“”„’№]*")
_STACKED = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4,}")


def signs_of_size(path: str, size: int) -> Iterator[Problem]:
    """Look at the size alone: a file that is too big is not even read."""
    if size > MOST_BYTES:
        yield kinds.TOO_BIG.at(path, size=size, most=MOST_BYTES)
    elif size == 0:
        yield kinds.NO_BYTES.at(path)


def signs_of_bytes(path: str, data: bytes) -> Iterator[Problem]:
    """Look at the bytes: they must be a text in UTF-8, and had best be as editors write it."""
    if problems := list(signs_of_size(path, len(data))):
        yield from problems
        return
    if data.startswith(_POINTER):
        yield kinds.POINTER.at(path, position=(1, 1))
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield kinds.NOT_TEXT.at(path, position=(data.count(b"\n", 0, error.start) + 1, 1))
        return
    if text.startswith("\ufeff") or "\0" in text:
        yield kinds.NOT_TEXT.at(path, position=(1, 1))
        return
    if "\r\n" in text:
        yield kinds.CARRIAGE_RETURNS.at(path)
    yield from composed(path, text)
    if not text.endswith("\n"):
        yield kinds.NO_LAST_LINE_END.at(path)


def composed(path: str, text: str) -> Iterator[Problem]:
    """Look whether letters are put together from two signs."""
    if not unicodedata.is_normalized("NFC", text):
        yield kinds.NOT_COMPOSED.at(path)


def signs_of_text(
    path: str, where: Path, text: str, known: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """Look at the signs of a file, or of one text of it: each that nobody sees is told once.

    In a whole file (`where` is empty) the line is told; in a text the field, and `known` are the
    signs that were seen in the file already.
    """
    if _PLAIN.fullmatch(text):
        return
    seen = set(known)
    for at, sign in enumerate(text):
        if sign in seen or sign in "\n\t":
            continue
        kind = _kind_of(text, at)
        if kind is not None:
            position = (0, 0) if where else (text.count("\n", 0, at) + 1, 1)
            yield kind.at(path, where, position=position, sign=f"U+{ord(sign):04X}")
        if sign not in _JOINERS or kind is not None:
            seen.add(sign)
    stacked = _STACKED.search(text)
    if stacked and not known.issuperset(stacked[0]):
        position = (0, 0) if where else (text.count("\n", 0, stacked.start()) + 1, 1)
        yield kinds.STACKED_SIGNS.at(path, where, position=position)


def has_forbidden(found: Iterable[Problem]) -> bool:
    """Return whether a sign was found that may not be there at all."""
    return any(finding.kind == kinds.FORBIDDEN_SIGN for finding in found)


def _kind_of(text: str, at: int) -> Kind | None:
    sign = text[at]
    category = unicodedata.category(sign)
    if category in ("Cc", "Zl", "Zp", "Cs") or sign in _BIDI or _is_no_character(sign):
        return kinds.FORBIDDEN_SIGN
    if sign == _SOFT_HYPHEN:
        return kinds.SOFT_HYPHEN
    if sign in _BLANK or (category in ("Cf", "Co", "Cn") and not _joins(text, at)):
        return kinds.INVISIBLE_SIGN
    return None


def _is_no_character(sign: str) -> bool:
    code = ord(sign)
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def _joins(text: str, at: int) -> bool:
    """Return whether a joiner has something to join: a picture, or letters that change by it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] not in _JOINERS or not before or not after:
        return False
    if unicodedata.category(after) == "So":
        return unicodedata.category(before) in ("So", "Sk", "Mn")
    return all(side.isalpha() and not _OF_EUROPE.match(_name(side)) for side in (before, after))


def _name(sign: str) -> str:
    return unicodedata.name(sign, "")
