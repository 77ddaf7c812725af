"""A wording that a comment asks for, set beside the text as it was and as it became."""

import re
from collections.abc import Iterator
from enum import StrEnum

from rapidfuzz import fuzz

from talqy.compare.quotes import Part, folded, place_of, text_of
from talqy.compare.redline import Mark, Redline, redline
from talqy.compare.tokens import lines, normal
from talqy.model.revision import Clause

_LIKE = 50.0
# Words that the comment quotes itself need be no more than half alike.
_LIKE_QUOTED = 48.0
_OPENING, _CLOSING = '«“"„', '»”"'
_SHARE = 1 / 3
_WORD = re.compile(r"\w{3,}|\d+")
# Between two sentences, or two lines.
_BETWEEN = re.compile(r"\n|(?<=[.;])[^\S\n]+(?=[^\W\d_])")


class Taken(StrEnum):
    """How much of the wording asked for stands in the text now, by comparing words alone."""

    FULL = "full"
    PART = "part"
    NOT = "not"


def against(proposal: str, clause: Clause, language: str, quoted: str = "") -> Redline | None:
    """Compare a proposal with the passage of a clause that it is most like; None if with none.

    Passages are lines, sentences, and the text as a whole. Words that the comment quotes say where
    to look: no passage without them is one that it speaks of.
    """
    text, wanted = text_of(clause, Part.TEXT, language), normal(_bare(proposal))
    if not wanted:
        return None
    passages = [quoted, *_around(quoted, text, _passages(text, len(lines(wanted))))]
    best = max(passages, key=lambda passage: _likeness(wanted, passage))
    least = _LIKE_QUOTED if best == quoted else _LIKE
    return redline(best, wanted) if _likeness(wanted, best) >= least else None


def _likeness(wanted: str, passage: str) -> float:
    return fuzz.ratio(folded(wanted), folded(passage))


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


def taken(proposal: str, before: Clause | None, after: list[Clause], language: str) -> Taken | None:
    """Say how much of a proposal was taken over; None where it asks for no new words."""
    was = folded(text_of(before, Part.TEXT, language)) if before else ""
    became = folded("\n".join(text_of(clause, Part.TEXT, language) for clause in after))
    wanted = folded(normal(_bare(proposal)))
    if not wanted or place_of(wanted, was) >= 0:
        return None
    if place_of(wanted, became) >= 0:
        return Taken.FULL
    marked = redline(was, became)
    added = set(_WORD.findall(" ".join(marked.said(Mark.ADDED))))
    asked = set(_WORD.findall(wanted)) - set(_WORD.findall(was))
    if not asked:
        return None
    return Taken.PART if len(asked & added) >= _SHARE * len(asked) else Taken.NOT


def _bare(text: str) -> str:
    """Take off the quotation marks around a proposal, and its last stop."""
    bare = text.strip()
    inner = bare[1:-1]
    if bare[:1] in _OPENING and bare[-1:] in _CLOSING and not set(inner) & set(_CLOSING):
        bare = inner
    stripped = bare.strip(" .;…")
    return stripped if any(map(str.isalnum, stripped)) else ""
