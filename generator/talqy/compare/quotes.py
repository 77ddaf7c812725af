"""Where the words that a comment quotes stand in a text.

Three steps, each weaker than the one before, and then an honest no: exact; with look-alike letters,
quotation marks and case folded; nearly, at a likeness of 80 of 100 and snapped to whole words. A
wrong place is worse than none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from talqy.compare.tokens import normal, numbers_in
from talqy.model.comment import Comment
from talqy.model.revision import Clause, Revision
from talqy.wording.alphabets import CYRILLIC, LATIN

_KEPT_TEXTS = 1024  # passages of a standard: each comment is held against those of its clause
_LEAST = 80.0
# Shorter quotes are like too many places.
_LEAST_LENGTH = 12
_LOOK_ALIKE = str.maketrans(
    LATIN + "əɵһ" + "«»“”„‟\u2019\u2018`´" + "–—‑‐−" + "\nё",
    CYRILLIC + "әөн" + '""""""' + "''''" + "-----" + " е",
)
_WORD = re.compile(r"\w+(?:[-‑]\w+)*")


class Part(StrEnum):
    """Which text of a clause a quote stands in."""

    HEADING = "heading"
    TEXT = "text"


class HowFound(StrEnum):
    """How a quote was found."""

    EXACT = "exact"
    FOLDED = "folded"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text of a clause: offsets into it, as `tokens.normal` writes it.

    `is_only`: these words stand there once; otherwise this is the first place.
    """

    clause: str
    part: Part
    language: str
    start: int
    end: int
    how: HowFound = HowFound.EXACT
    is_only: bool = True


def text_of(clause: Clause, part: Part, language: str) -> str:
    """Return a text of a clause as spans see it; empty where there is none in the language."""
    spoken = clause.heading if part is Part.HEADING else clause.text
    return normal((spoken or {}).get(language, ""))


def words_at(revision: Revision, span: Span) -> str:
    """Return the words of a span."""
    clause = revision.clause(span.clause)
    return text_of(clause, span.part, span.language)[span.start : span.end] if clause else ""


def find_quote(comment: Comment, revision: Revision) -> Span | None:
    """Find the quote of a comment in the text that it was written on; None where it is not there.

    A comment on a clause may quote the clauses inside it; one on the whole may quote any.
    """
    if not comment.quote:
        return None
    clause = revision.clause(comment.clause_id) if comment.clause_id else None
    within = tuple(clause.walk()) if clause else tuple(revision.walk())
    return find_words(comment.quote, within, comment.language)


def find_words(words: str, clauses: tuple[Clause, ...], language: str) -> Span | None:
    """Find words in clauses, first in their own language; the strongest way of finding wins."""
    wanted = normal(words)
    if not any(map(str.isalnum, wanted)):
        return None
    places = sorted(_places(clauses), key=lambda place: place[2] != language)
    for look in (_exact, _folded, _near):
        for clause, part, code in places:
            if found := look(wanted, text_of(clause, part, code)):
                start, end, how, is_only = found
                return Span(clause.id, part, code, start, end, how, is_only)
    return None


def _places(clauses: tuple[Clause, ...]) -> Iterator[tuple[Clause, Part, str]]:
    for clause in clauses:
        for part, spoken in ((Part.TEXT, clause.text), (Part.HEADING, clause.heading)):
            yield from ((clause, part, code) for code in spoken or ())


_Place = tuple[int, int, HowFound, bool]


def _exact(wanted: str, text: str) -> _Place | None:
    at = place_of(wanted, text)
    if at < 0:
        return None
    return at, at + len(wanted), HowFound.EXACT, place_of(wanted, text, at + 1) < 0


def place_of(wanted: str, text: str, start: int = 0) -> int:
    """Return where words stand as whole words: “5 дней” does not stand in “15 дней”; -1 if not."""
    at = text.find(wanted, start) if wanted else -1
    while at >= 0 and not (_is_edge(text, at) and _is_edge(text, at + len(wanted))):
        at = text.find(wanted, at + 1)
    return at


def _is_edge(text: str, at: int) -> bool:
    return not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum())


def _folded(wanted: str, text: str) -> _Place | None:
    place = _exact(folded(wanted).strip('".,;: '), folded(text))
    return place and (place[0], place[1], HowFound.FOLDED, place[3])


def _near(wanted: str, text: str) -> _Place | None:
    """Find words that are nearly the same; other numbers are other words."""
    if not _LEAST_LENGTH <= len(wanted) <= len(text):
        return None
    needle, hay = folded(wanted), folded(text)
    best = fuzz.partial_ratio_alignment(needle, hay, score_cutoff=_LEAST)
    if best is None:
        return None
    start, end = _snapped(hay, best.dest_start, best.dest_end)
    same_numbers = numbers_in(wanted) == numbers_in(text[start:end])
    if not same_numbers or fuzz.ratio(needle, hay[start:end]) < _LEAST:
        return None
    return start, end, HowFound.NEAR, True


def _snapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place to whole words, and leave out what only touches it."""
    touched = [m for m in _WORD.finditer(text) if m.start() < end and m.end() > start]
    return (touched[0].start(), touched[-1].end()) if touched else (start, end)


@lru_cache(_KEPT_TEXTS)
def folded(text: str) -> str:
    """Fold letters that look alike, quotation marks, dashes and case; the length stays the same."""
    # In a word, Σ would heed its neighbours, and İ would become two letters.
    lower = "İ".join(part.lower() for part in text.replace("Σ", "σ").split("İ"))
    return lower.translate(_LOOK_ALIKE)
