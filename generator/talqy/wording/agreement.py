"""Whether two languages of a text say the same: numbers, units, not, may and must."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from talqy.wording.quantities import quantities
from talqy.wording.quantity import Measure, Quantity
from talqy.wording.turns import Duty, Turn, duties, negations

# What is written so differently that a plain number never stands for it.
_ALONE = frozenset({Measure.DATE, Measure.TIME, Measure.PHONE})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What stands in one language only, as it is written there."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.left or self.right)


def numbers_apart(
    texts: Mapping[str, str], first: str, other: str, *, in_words: bool = True
) -> Disagreement:
    """Compare what two languages of a text count.

    Turns of speech (“one of”) are asked of neither; nor are numbers in words, without `in_words`.
    """
    left, right = (list(quantities(texts[language], language)) for language in (first, other))
    ordered = _in_other_order(left, right)
    for alike in (_said_alike, _worth_the_same):
        left, right = _unpaired(left, right, alike)
    sure = [_sure(side, in_words=in_words) for side in (left, right)]
    if not any(sure) and in_words:
        turns = [[one for one in side if not one.is_ordinal] for side in (left, right)]
        sure = turns if len(turns[0]) == len(turns[1]) == 1 else ordered
    return Disagreement(
        tuple(texts[first][one.start : one.said_end] for one in sure[0]),
        tuple(texts[other][one.start : one.said_end] for one in sure[1]),
    )


def _sure(side: Sequence[Quantity], *, in_words: bool) -> list[Quantity]:
    return [one for one in side if one.is_certain and (in_words or not one.in_words)]


def _in_other_order(left: Sequence[Quantity], right: Sequence[Quantity]) -> list[list[Quantity]]:
    """Return equal terms that stand in another order, or equal numbers of other parts of acts."""
    for kind in (Measure.TERM, Measure.REFERENCE):
        these, others = ([one for one in side if one.kind is kind] for side in (left, right))
        if kind is Measure.REFERENCE:
            these, others = (sorted(side, key=lambda one: one.unit) for side in (these, others))
        same_units = [one.unit for one in these] == [one.unit for one in others]
        apart = [(x, y) for x, y in zip(these, others, strict=False) if x.value != y.value]
        if same_units and len(apart) > 1 and len({one.unit for one in these}) >= 1:
            return [[x for x, _ in apart], [y for _, y in apart]]
    return [[], []]


def _unpaired(
    these: Sequence[Quantity],
    others: Sequence[Quantity],
    alike: Callable[[Quantity], tuple[str, ...]],
) -> tuple[list[Quantity], list[Quantity]]:
    """Return what is left on both sides once all that is alike is paired; turns of speech last."""
    left, free = [], list(others)
    for one in sorted(these, key=lambda one: not one.is_certain):
        partner = next((other for other in free if alike(other) == alike(one)), None)
        if partner is None:
            left.append(one)
        else:
            free.remove(partner)
    return sorted(left, key=lambda one: one.start), free


def _worth_the_same(one: Quantity) -> tuple[str, ...]:
    return one.same


def _said_alike(one: Quantity) -> tuple[str, ...]:
    return (one.kind if one.kind in _ALONE else "", one.value)


def units_apart(texts: Mapping[str, str], first: str, other: str) -> Disagreement:
    """Compare the units of the numbers that both languages have, where both name units for them."""
    left, right = (_units(quantities(texts[language], language)) for language in (first, other))
    only_left: list[str] = []
    only_right: list[str] = []
    for value in left.keys() & right.keys():
        mine, theirs = left[value], right[value]
        if len(mine) == len(theirs):
            only_left += [_said(one, texts[first]) for one in _without(mine, theirs)]
            only_right += [_said(one, texts[other]) for one in _without(theirs, mine)]
    return Disagreement(tuple(only_left), tuple(only_right))


def _units(found: Sequence[Quantity]) -> dict[str, list[Quantity]]:
    by_value: dict[str, list[Quantity]] = {}
    for one in found:
        if one.unit and one.kind is not Measure.REFERENCE:
            by_value.setdefault(one.value, []).append(one)
    return by_value


def _without(these: Sequence[Quantity], others: Sequence[Quantity]) -> Iterator[Quantity]:
    free = Counter(one.unit for one in others)
    for one in these:
        if free[one.unit]:
            free[one.unit] -= 1
        else:
            yield one


def _said(one: Quantity, text: str) -> str:
    """Return a number with the words of its unit."""
    return text[one.start : one.said_end]


# --- not, may and must ----------------------------------------------------------------------------

# Words that say “no” in one language where the other needs a “not”: неполный, бесплатно, отказ.
_HINTS = {
    "ru": re.compile(
        r"\b(?:не\w{4,}|бес\w+|без\w+|запре\w+|отка[зж]\w*|лиш\w+|освобожд\w+|помимо|до|ин(?:ой|ые|ых|ым)"
        r"|прежде|пока|вне|друг\w+|только|лишь|утра[тч]\w+|прекращ\w+|истек\w+|просроч\w+)\b"
    ),
    "kk": re.compile(
        r"\b(?:тыйым|бас тарт\w*|тегін|босат\w+|дейін|бұрын|өзге|басқа|тек|ғана|айыр\w+|тоқтат\w+"
        r"|\w+[мбп][ае]\w*|\w+с[ыі]з\w*)\b"
    ),
}


class Turned(NamedTuple):
    """Two lines that say the contrary: `what` is “not” or “duty”."""

    what: str
    left: str
    right: str


def turned(texts: Mapping[str, str], first: str, other: str) -> Iterator[Turned]:
    """Yield lines of which one says “not” or “may” where the other does not, and cannot mean it."""
    for left, right in _beside(texts[first], texts[other]):
        if _only_one_denies((left, first), (right, other)):
            yield Turned("not", left, right)
        elif _contrary(duties(left, first), duties(right, other)):
            yield Turned("duty", left, right)


def _beside(left: str, right: str) -> Iterator[tuple[str, str]]:
    these, others = ([line for line in text.splitlines() if line.strip()] for text in (left, right))
    if len(these) != len(others):
        return iter([(left, right)])
    return zip(these, others, strict=True)


_Said = tuple[str, str]


def _only_one_denies(one: _Said, other: _Said) -> bool:
    return (_denies(*one) and not _may_deny(*other)) or (_denies(*other) and not _may_deny(*one))


def _denies(text: str, language: str) -> bool:
    said = (*negations(text, language), *duties(text, language))
    return any(turn.name in {"not", Duty.BARRED, Duty.FORBIDDEN} for turn in said)


def _may_deny(text: str, language: str) -> bool:
    hints = _HINTS.get(language)
    is_known = hints is not None
    return not is_known or _denies(text, language) or bool(hints and hints.search(text.lower()))


def _contrary(left: Sequence[Turn], right: Sequence[Turn]) -> bool:
    """Return whether one side only lets and the other only makes somebody do it."""
    these, others = ({turn.name for turn in side} for side in (left, right))
    return {*these, *others} == {Duty.MAY, Duty.MUST} and len(these) == len(others) == 1


# --- the language itself --------------------------------------------------------------------------

_KAZAKH = re.compile(r"[әғқңөұүһі]")
_RUSSIAN = re.compile(r"\b(?:в|на|и|или|с|по|для|не|о|к|из|от|при|со|об|за)\b")
_LETTERS = re.compile(r"[а-яёәғқңөұүһі]")
_MOST_WITHOUT = 30


def is_in(text: str, language: str) -> bool:
    """Return whether a text may be in a language: Kazakh has letters that Russian has not.

    A text of a few letters, and one in another alphabet, may be in any.
    """
    low = text.lower()
    letters = len(_LETTERS.findall(low))
    kazakh = len(_KAZAKH.findall(low))
    if language == "kk":
        return bool(kazakh) or (letters < _MOST_WITHOUT and not _RUSSIAN.search(low))
    if language == "ru":
        words = re.findall(r"\w+", low)
        mixed = sum(bool(_KAZAKH.search(word)) for word in words)
        return not words or 3 * mixed < len(words) or bool(_RUSSIAN.search(low))
    return True


def are_swapped(texts: Mapping[str, str]) -> bool:
    """Return whether the Kazakh text stands in the Russian field, and the other way round."""
    kazakh = texts.get("kk", "").lower()
    return (
        not is_in(texts.get("ru", ""), "ru")
        and not _KAZAKH.search(kazakh)
        and bool(_LETTERS.search(kazakh))
    )
