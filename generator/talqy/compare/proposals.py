"""A wording that a comment asks for, set beside the text as it was and as it became.

Who writes “… не позднее 30 дней …” leaves out what stays as it is: what is left out is compared
with nothing, and so is never shown as taken out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from rapidfuzz import fuzz

from talqy.compare.quotes import Part, folded, place_of, text_of
from talqy.compare.redline import Mark, Redline, redline
from talqy.compare.redline import Piece as MarkedPiece
from talqy.compare.tokens import lines, normal
from talqy.model.revision import Clause

_LIKE = 50.0
# Words that the comment quotes itself need be no more than half alike.
_LIKE_QUOTED = 48.0
_OPENING, _CLOSING = '«“"„', '»”"'
_SHARE = 1 / 3
# Longer ones are compared as they stand: each piece is looked for at every place of a passage.
_MOST_PIECES, _LONGEST = 4, 1_500
_WORD = re.compile(r"\w{3,}|\d+")
# What stands for words that are left out; between figures («2…3») it stands for none.
_LEFT_OUT = re.compile(r"(?:^|(?<=\s))[«“\"<\[(]?(?:…|\.{3,})[>\])»”\"]?[.,;]*(?=\s|$)")
# Between two sentences, or two lines.
_BETWEEN = re.compile(r"\n|(?<=[.;])[^\S\n]+(?=[^\W\d_])")


class TakenUp(StrEnum):
    """How much of the wording asked for stands in the text now, by comparing words alone."""

    FULL = "full"
    PART = "part"
    NOT = "not"


def against(proposal: str, clause: Clause, language: str, quoted: str = "") -> Redline | None:
    """Compare a proposal with the passage of a clause that it is most like; None if with none.

    Passages are lines, sentences, and the text as a whole. Words that the comment quotes say where
    to look: no passage without them is one that it speaks of.
    """
    text = text_of(clause, Part.TEXT, language)
    pieces = _pieces(proposal)
    is_short = len(pieces) <= _MOST_PIECES and len(proposal) <= _LONGEST
    if not is_short or not any(one.is_open or one.is_cut for one in pieces):
        wanted = normal(_bare(proposal))
        return _whole(wanted, text, quoted) if wanted else None
    parts = [_part(piece, text, quoted) for piece in pieces]
    found = [part for part in parts if part]
    # A piece that is like no passage is all new.
    told = [part or redline("", piece.words) for part, piece in zip(parts, pieces, strict=True)]
    return Redline(tuple(line for part in told for line in part.lines)) if found else None


def _whole(wanted: str, text: str, quoted: str) -> Redline | None:
    passages = [quoted, *_around(quoted, text, _passages(text, len(lines(wanted))))]
    best = max(passages, key=lambda passage: _likeness(wanted, passage))
    least = _LIKE_QUOTED if best == quoted else _LIKE
    return redline(best, wanted) if _likeness(wanted, best) >= least else None


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that a proposal has in one; words before them (`is_open`) or behind (`is_cut`) stay."""

    words: str
    is_open: bool
    is_cut: bool


def _pieces(proposal: str) -> list[_Piece]:
    """Return the pieces of a proposal, between the signs for words that are left out."""
    parts = _LEFT_OUT.split(_unquoted(proposal))
    last = len(parts) - 1
    found = [(at, normal(_bare(part))) for at, part in enumerate(parts)]
    return [_Piece(words, at > 0, at < last) for at, words in found if words]


def _part(piece: _Piece, text: str, quoted: str) -> Redline | None:
    """Compare a piece with the words that it is most like, inside of a passage."""
    places = _passages(text, len(lines(piece.words)))
    near = [*_around(quoted, text, places)] or [text[low:high] for low, high in places]
    passages = [one for one in dict.fromkeys(near) if len(one) <= _LONGEST]
    scored = [(fuzz.partial_ratio(*_both(piece.words, one)), -len(one), one) for one in passages]
    score, _, best = max(scored, default=(0.0, 0, ""))
    return redline(_window(piece, best), piece.words) if score >= _LIKE else None


def _window(piece: _Piece, passage: str) -> str:
    """Return a passage without the words that a piece leaves out at its ends."""
    found = fuzz.partial_ratio_alignment(*_both(piece.words, passage))
    if found is None or len(piece.words) >= len(passage):
        low, high = 0, len(passage)
    else:
        low, high = found.dest_start, found.dest_end
    low = passage.rfind(" ", 0, low + 1) + 1 if piece.is_open else 0
    end = passage.find(" ", high) if piece.is_cut else -1
    window = passage[low : end if end >= 0 else None]
    return _trimmed(piece, window).rstrip(" .;")


def _trimmed(piece: _Piece, window: str) -> str:
    """Return words without those at their ends that stand before or behind all that is kept."""
    pieces = [one for line in redline(window, piece.words).lines for one in line.pieces]
    if "\n" in window or all(one.mark is not Mark.KEPT for one in pieces):
        return window
    before = _removed(pieces) if piece.is_open else 0
    behind = _removed(pieces[::-1]) if piece.is_cut else 0
    return window[before : len(window) - behind].strip()


def _removed(pieces: list[MarkedPiece]) -> int:
    """Return how many letters are taken out before the first kept piece."""
    first = takewhile(lambda one: one.mark is not Mark.KEPT, pieces)
    return sum(len(one.text) for one in first if one.mark is Mark.REMOVED)


def _both(wanted: str, passage: str) -> tuple[str, str]:
    return folded(wanted), folded(passage)


def _likeness(wanted: str, passage: str) -> float:
    return fuzz.ratio(*_both(wanted, passage))


_Place = tuple[int, int]


def _around(quoted: str, text: str, places: list[_Place]) -> Iterator[str]:
    """Return the words at those places that share some with the quoted ones; all without them."""
    start = place_of(quoted, text)
    end = start + len(quoted) if start >= 0 else len(text)
    for low, high in places:
        if low < end and high > start:
            yield text[low:high]


def _passages(text: str, size: int) -> list[_Place]:
    """Return where the whole text, its sentences, and its runs of so many lines stand."""
    parts = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    runs = [(low, high) for (low, _), (_, high) in zip(parts, parts[size - 1 :], strict=False)]
    ends = [(m.start(), m.end()) for m in _BETWEEN.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    sentences = zip(starts, [*(start for start, _ in ends), len(text)], strict=True)
    return [*runs, *sentences, (0, len(text))] if text else []


def taken(
    proposal: str, before: Clause | None, after: list[Clause], language: str
) -> TakenUp | None:
    """Say how much of a proposal was taken over; None where it asks for no new words."""
    was = folded(text_of(before, Part.TEXT, language)) if before else ""
    became = folded("\n".join(text_of(clause, Part.TEXT, language) for clause in after))
    pieces = [folded(piece.words) for piece in _pieces(proposal)]
    if all(place_of(piece, was) >= 0 for piece in pieces):
        return None
    if all(place_of(piece, became) >= 0 for piece in pieces):
        return TakenUp.FULL
    marked = redline(was, became)
    added = set(_WORD.findall(" ".join(marked.said(Mark.ADDED))))
    asked = set(_WORD.findall(" ".join(pieces))) - set(_WORD.findall(was))
    if not asked:
        return None
    return TakenUp.PART if len(asked & added) >= _SHARE * len(asked) else TakenUp.NOT


def _unquoted(text: str) -> str:
    """Take off the quotation marks around a proposal."""
    bare = text.strip()
    inner = bare[1:-1]
    is_quoted = bare[:1] in _OPENING and bare[-1:] in _CLOSING and not set(inner) & set(_CLOSING)
    return inner if is_quoted else bare


def _bare(text: str) -> str:
    """Take off quotation marks around words, and their last stop."""
    stripped = _unquoted(text).strip(" .;…")
    return stripped if any(map(str.isalnum, stripped)) else ""
