"""What a reviewer must not overlook in a change: marks that call for a second look, no verdicts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TypeVar

from talqy.compare.quotes import folded
from talqy.compare.redline import Redline, edits, redline
from talqy.compare.tokens import normal
from talqy.model.alignment import Match
from talqy.model.revision import Clause
from talqy.wording.agreement import numbers_apart
from talqy.wording.quantities import quantities
from talqy.wording.quantity import Measure, Quantity
from talqy.wording.turns import Duty, Turn, actors, bounds, duties, negations, prices
from talqy.wording.weekdays import days_named

# A clause that one revision changed is compared again with each that follows.
_KEPT_SIGNS = 2048


class Sign(StrEnum):
    """Why a change deserves a second look."""

    TERM = "term"
    FEE = "fee"
    NUMBER = "number"
    REFERENCE = "reference"
    MODAL = "modal"
    NEGATION = "negation"
    WHO = "who"
    LOOK_ALIKE = "look-alike"
    ONE_LANGUAGE = "one-language"
    LANGUAGES_DIFFER = "languages-differ"


_SIGNS = {
    Measure.TERM: Sign.TERM,
    Measure.FEE: Sign.FEE,
    Measure.REFERENCE: Sign.REFERENCE,
}


def attention(match: Match, languages: Sequence[str]) -> tuple[Sign, ...]:
    """Return the marks of one change, each once; added and removed clauses have few."""
    found = set(_signs(match, languages))
    return tuple(sign for sign in Sign if sign in found)


def _signs(match: Match, languages: Sequence[str]) -> Iterator[Sign]:
    before = {code: _said(match.before, code) for code in languages}
    after = {code: _said(match.after, code) for code in languages}
    if match.before and match.after:
        changed = [code for code in languages if before[code] != after[code]]
        for code in changed:
            yield from signs_in_words(before[code], after[code], code)
        there = [code for code in languages if before[code] and after[code]]
        if changed and set(there) - set(changed):
            yield Sign.ONE_LANGUAGE
    first, *others = [code for code in languages if after[code]] or [""]
    if any(numbers_apart(after, first, other) for other in others):
        yield Sign.LANGUAGES_DIFFER


class _Marked(NamedTuple):
    """Two texts, and the places of kept runs and of edits in both."""

    before: str
    after: str
    edits: Sequence[tuple[int, int, int, int, str | None]]


@lru_cache(_KEPT_SIGNS)
def signs_in_words(before: str, after: str, language: str) -> frozenset[Sign]:
    """Return what changed in the words of one language."""
    return frozenset(_signs_in_words(redline(before, after), language))


def _signs_in_words(lined: Redline, language: str) -> Iterator[Sign]:
    marked = _Marked(lined.before, lined.after, edits(lined))
    yield from _of_quantities(marked, language)
    was, becomes = (
        {turn.name for turn in prices(text, language)} for text in (marked.before, marked.after)
    )
    if was != becomes:
        yield Sign.FEE
    yield from _of_duties(marked, language)
    yield from _of_negations(marked, language)
    left, right = _apart(actors(marked.before, language), actors(marked.after, language), "name")
    if left and right:
        yield Sign.WHO
    if any(_is_put_right(old, new) for old, new in _edited(marked)):
        yield Sign.LOOK_ALIKE


_LATIN = re.compile(r"[A-Za-zəɵ]")


def _edited(marked: _Marked) -> Iterator[tuple[str, str]]:
    """Yield the words of both sides of each edit."""
    for i1, i2, j1, j2, kept in marked.edits:
        if kept is None:
            yield marked.before[i1:i2].lower(), marked.after[j1:j2].lower()


def _is_put_right(old: str, new: str) -> bool:
    """Return whether words differ in letters of two alphabets that look alike, and in no other."""
    return old != new and bool(_LATIN.search(old + new)) and folded(old) == folded(new)


def _of_quantities(marked: _Marked, language: str) -> Iterator[Sign]:
    before, after = quantities(marked.before, language), quantities(marked.after, language)
    left, right = _apart(before, after, "same")
    if not (left and right):  # a turn of speech that comes or goes is none
        left, right = ([one for one in side if one.is_certain] for side in (left, right))
    for one in (*left, *right, *_exchanged(marked, before, after)):
        yield _SIGNS.get(one.kind, Sign.NUMBER)
    gone, come = (
        {turn.name for turn in side} - {_FREE}
        for side in _apart(bounds(marked.before, language), bounds(marked.after, language), "name")
    )
    was, becomes = (days_named(text, language) for text in (marked.before, marked.after))
    if (gone and come) or (was - becomes and becomes - was):
        yield Sign.NUMBER


def _exchanged(
    marked: _Marked, before: Sequence[Quantity], after: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Yield what stands behind the words of another: two terms that changed places."""
    for size in _WORDS_BEFORE:
        was, becomes = _by_words(marked.before, before, size), _by_words(marked.after, after, size)
        others = [k for k in was.keys() & becomes.keys() if was[k].same != becomes[k].same]
        taken = {was[words].same for words in others}
        yield from (becomes[words] for words in others if becomes[words].same in taken)


_WORDS_BEFORE = (2, 5)


def _by_words(text: str, found: Sequence[Quantity], size: int) -> dict[tuple[str, ...], Quantity]:
    """Return values by the words in front of them, where these stand there once."""
    by_words: dict[tuple[str, ...], list[Quantity]] = {}
    end = 0
    for one in found:
        words = re.findall(r"\w+", text[end : one.start].lower())[-size:]
        by_words.setdefault(tuple(words), []).append(one)
        end = one.said_end
    return {words: ones[0] for words, ones in by_words.items() if words and len(ones) == 1}


def _of_duties(marked: _Marked, language: str) -> Iterator[Sign]:
    """Yield signs of may and must; a “may” that only gets its “not” is a negation."""
    before, after = duties(marked.before, language), duties(marked.after, language)
    left, right = _apart(before, after, "name")
    for old, new in _replaced(marked, before, after):
        more = _apart(old, new, "name")
        left, right = [*left, *more[0]], [*right, *more[1]]
    gone, come = (Counter(turn.name for turn in side) for side in (left, right))
    same_ban = min(gone[Duty.BARRED], come[Duty.FORBIDDEN]) or min(
        gone[Duty.FORBIDDEN], come[Duty.BARRED]
    )
    turned = min(gone[Duty.MAY], come[Duty.BARRED]) + min(come[Duty.MAY], gone[Duty.BARRED])
    if gone.total() + come.total() > 2 * (same_ban + turned):
        yield Sign.MODAL
    if gone[Duty.BARRED] + come[Duty.BARRED] > same_ban:
        yield Sign.NEGATION


def _of_negations(marked: _Marked, language: str) -> Iterator[Sign]:
    before, after = negations(marked.before, language), negations(marked.after, language)
    opposites = _opposites(marked.before, marked.after) if language == "ru" else (0, 0)
    gone, come = _apart(bounds(marked.before, language), bounds(marked.after, language), "name")
    freed = {turn.name == _FREE for turn in gone} | {turn.name != _FREE for turn in come}
    if (
        len(before) + opposites[0] != len(after) + opposites[1]
        or (gone and come and len(freed) == 1)
        or (
            not any(opposites)
            and any(len(old) != len(new) for old, new in _beside(marked, before, after))
        )
        or _comma_moved(marked, before)
    ):
        yield Sign.NEGATION


_FREE = "free"
_LEAST_ROOT = 5


def _opposites(before: str, after: str) -> tuple[int, int]:
    """Count the words that have their “not” in them and stand without it in the other text.

    “полный” and “неполный” differ by a negation, “недействителен” and “не действителен” do not.
    """
    was, becomes = (set(re.findall(r"\w+", text.lower())) for text in (before, after))
    return _opposed(was - becomes, becomes - was), _opposed(becomes - was, was - becomes)


def _opposed(these: set[str], others: set[str]) -> int:
    roots = {word[:_LEAST_ROOT] for word in others if len(word) >= _LEAST_ROOT}
    return sum(word.startswith("не") and word[2 : 2 + _LEAST_ROOT] in roots for word in these)


def _comma_moved(marked: _Marked, negated: Sequence[Turn]) -> bool:
    """Return whether a comma left one side of a “not” for the other: казнить, нельзя помиловать."""
    places = [
        (i1, marked.before[i1:i2].strip(), marked.after[j1:j2].strip())
        for i1, i2, j1, j2, kept in marked.edits
        if kept is None
    ]
    gone = [at for at, old, new in places if (old, new) == (",", "")]
    come = [at for at, old, new in places if (old, new) == ("", ",")]
    return any(
        min(x, y) - 2 <= turn.start and turn.end <= max(x, y) + 2
        for x in gone
        for y in come
        for turn in negated
    )


# --- what stands in one text only -----------------------------------------------------------------

_Place = TypeVar("_Place", Quantity, Turn)
# An edit of at most so many words says what stands for what; a longer one is written anew.
_MOST_WORDS = 12
# What came or went alone is a turn of its own if it is short; else it is a sentence that moved.
_FEW_WORDS = 3


def _apart(
    before: Sequence[_Place], after: Sequence[_Place], by: str
) -> tuple[list[_Place], list[_Place]]:
    """Return what each side has beyond the other; `by` is what equal ones share."""
    return _beyond(before, after, by), _beyond(after, before, by)


def _beyond(these: Sequence[_Place], others: Sequence[_Place], by: str) -> list[_Place]:
    free = Counter(getattr(other, by) for other in others)
    left = []
    for one in these:
        if free[getattr(one, by)]:
            free[getattr(one, by)] -= 1
        else:
            left.append(one)
    return left


def _replaced(
    marked: _Marked, before: Sequence[_Place], after: Sequence[_Place]
) -> Iterator[tuple[list[_Place], list[_Place]]]:
    """Yield what was put in the place of what: two duties that changed places are two changes."""
    return ((old, new) for old, new in _beside(marked, before, after) if old and new)


def _beside(
    marked: _Marked, before: Sequence[_Place], after: Sequence[_Place]
) -> Iterator[tuple[list[_Place], list[_Place]]]:
    """Yield what stands in the two sides of each short edit."""
    for i1, i2, j1, j2, kept in marked.edits:
        old, new = len(marked.before[i1:i2].split()), len(marked.after[j1:j2].split())
        most = _MOST_WORDS if old and new else _FEW_WORDS
        if kept is None and max(old, new) <= most:
            yield (
                [one for one in before if one.start < i2 and one.end > i1],
                [one for one in after if one.start < j2 and one.end > j1],
            )


def _said(clauses: Sequence[Clause], language: str) -> str:
    return normal("\n".join(words for clause in clauses for words in _words(clause, language)))


def _words(clause: Clause, language: str) -> Iterator[str]:
    """Yield all that a clause says in words; its note is no part of it."""
    yield from (text.get(language, "") for text in (clause.heading, clause.text) if text)
    for row in clause.table.lines(language) if clause.table else ():
        yield from row
