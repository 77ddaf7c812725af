"""A wording that was asked for, beside the text as it was and as it became."""

import re
from enum import StrEnum

from rapidfuzz import fuzz

from talqy.compare.quotes import Part, folded, place_of, text_of
from talqy.compare.redline import Mark, Redline, redline
from talqy.compare.tokens import lines, normal
from talqy.model.revision import Clause

_LIKE = 50.0
_OPENING, _CLOSING = '«“"„', '»”"'
_SHARE = 1 / 3
_WORD = re.compile(r"\w{3,}|\d+")


class Taken(StrEnum):
    """How much of the wording asked for stands in the text now, by comparing words alone."""

    FULL = "full"
    PART = "part"
    NOT = "not"


def against(proposal: str, clause: Clause, language: str, quoted: str = "") -> Redline | None:
    """Compare a proposal with the passage of a clause that it is most like; None if with none.

    Passages are the words that the comment quotes, lines, sentences, and the text as a whole.
    """
    text, wanted = text_of(clause, Part.TEXT, language), normal(_bare(proposal))
    if not wanted:
        return None
    passages = [quoted, *_passages(text, len(lines(wanted)))]
    best = max(passages, key=lambda passage: _likeness(wanted, passage))
    return redline(best, wanted) if _likeness(wanted, best) >= _LIKE else None


def _likeness(wanted: str, passage: str) -> float:
    return fuzz.ratio(folded(wanted), folded(passage))


def _passages(text: str, size: int) -> list[str]:
    """Return the whole text, its sentences, and its runs of as many lines as the proposal has."""
    all_lines = lines(text)
    runs = ["\n".join(all_lines[i : i + size]) for i in range(len(all_lines) - size + 1)]
    sentences = [s for line in all_lines for s in re.split(r"(?<=[.;])\s+(?=[^\W\d_])", line)]
    return [*runs, *sentences, text] if text else []


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
    said = bare.strip(" .;…")
    return said if any(map(str.isalnum, said)) else ""
