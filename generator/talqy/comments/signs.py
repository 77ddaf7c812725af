"""Checks 7 to 9: the bytes and the signs of a file, before anybody asks what they mean."""

import unicodedata
from collections.abc import Iterable, Iterator

from talqy.comments import kinds
from talqy.comments.patterns import late
from talqy.model.problem import Kind, Path, Problem

MOST_BYTES = 32_768
"""How long a comment's file may be; a text of 10,000 letters has 20,000 bytes."""

_POINTER = b"version https://git-lfs.github.com/spec/"
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
# Default_Ignorable_Code_Point of Unicode 15.0 (DerivedCoreProperties.txt): signs that print as
# nothing at all; and the empty pattern of Braille, which prints as a space.
IGNORABLE = late(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff]|\u2800"
)
# The signs that choose how a picture is drawn, and what they may stand behind.
_CHOOSERS = frozenset("\ufe0e\ufe0f")
_PICTURES = frozenset({"So", "Sk", "Sm"})
_KEYCAP, _KEYS = "\u20e3", frozenset("0123456789#*")
_OF_EUROPE = late(r"LATIN|CYRILLIC|GREEK")
_SOFT_HYPHEN = "\u00ad"
# Most texts have nothing else.
_PLAIN = late(r"[\n\t -~\u0400-\u0482\u048a-\u052f\xa0«»–—…“”„’№]*")
_MOST_MARKS = 3


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
    pile, at = _pile(text)
    if pile and not known.issuperset(pile):
        position = (0, 0) if where else (text.count("\n", 0, at) + 1, 1)
        yield kinds.STACKED_SIGNS.at(path, where, position=position)


def _pile(text: str) -> tuple[str, int]:
    """Return the first letter with more than three marks upon it, with them, and its place."""
    start, marks = 0, 0
    for at, sign in enumerate(text):
        if unicodedata.category(sign) in ("Mn", "Me") and not IGNORABLE.match(sign):
            marks += 1
            if marks > _MOST_MARKS:
                return text[start : at + 1], start
        elif sign not in _JOINERS:
            # A letter may have marks of its own: ế has two.
            start, marks = at, len(unicodedata.normalize("NFD", sign)) - 1
    return "", 0


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
    is_unseen = category in ("Cf", "Co", "Cn") or IGNORABLE.match(sign)
    if is_unseen and not _joins(text, at) and not _chooses(text, at):
        return kinds.INVISIBLE_SIGN
    return None


def _is_no_character(sign: str) -> bool:
    code = ord(sign)
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def _chooses(text: str, at: int) -> bool:
    """Return whether a sign chooses how the picture or the key before it is drawn."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] not in _CHOOSERS or not before:
        return False
    is_key = before in _KEYS and after == _KEYCAP
    return is_key or before in "‼⁉" or unicodedata.category(before) in _PICTURES


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
