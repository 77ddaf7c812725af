"""Whether two languages of a text say the same: numbers, units, not, may and must."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from talqy.wording.line_by_line import KEPT_TEXTS
from talqy.wording.quantities import quantities
from talqy.wording.quantity import Measure, Quantity
from talqy.wording.references import numbers_of_range
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
    for alike in (_said_alike, _worth_the_same, _at_an_hour):
        left, right = _unpaired(left, right, alike)
    left, right = _without_spans(*_without_ranges(*_without_short_phones(left, right)))
    left, right = _without_contradictions(left, right)
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
        these, others = (
            [one for one in side if one.kind is kind and one.is_certain] for side in (left, right)
        )
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


def _without_contradictions(
    left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Leave out numbers of which one language says two, where the other language says either."""
    these, others = list(left), list(right)
    for mine, theirs in ((these, others), (others, these)):
        for one in [one for one in mine if one.disagrees]:
            either = {said.value for said in one.as_either()}
            partner = next((other for other in theirs if other.value in either), None)
            if partner:
                mine.remove(one)
                theirs.remove(partner)
    return these, others


_SHORT_PHONE = 4


def _without_short_phones(
    left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Leave out short numbers that the other language writes in two halves: “1414”, “14-14”."""
    these, others = list(left), list(right)
    for mine, theirs in ((these, others), (others, these)):
        for one in [one for one in mine if len(one.value) == _SHORT_PHONE]:
            for first, last in zip(list(theirs), theirs[1:], strict=False):
                halves = first.value.zfill(2) + last.value.zfill(2)
                if halves == one.value and last.start - first.end == 1 and one in mine:
                    mine.remove(one)
                    theirs[:] = [other for other in theirs if other not in {first, last}]
    return these, others


def _without_ranges(
    left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Leave out ranges of parts that the other language counts one by one: “1-3”, “1, 2 и 3”."""
    these, others = list(left), list(right)
    for mine, theirs in ((these, others), (others, these)):
        for one in [one for one in mine if one.kind is Measure.REFERENCE]:
            reached = numbers_of_range(one.value)
            partners = {other.value: other for other in theirs if other.unit == one.unit}
            if len(reached) > 1 and partners.keys() >= set(reached):
                mine.remove(one)
                for value in reached:
                    theirs.remove(partners[value])
    return these, others


_DATED = re.compile(r"(\d{4}|-)(-\d\d-\d\d)")


def _without_spans(
    left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Leave out days of one year, which each language names once: at the first, or the last."""
    sides = [{one: _day_and_year(one) for one in side} for side in (left, right)]
    days = [sorted(day for day, _ in side.values() if day) for side in sides]
    years = [{year for day, year in side.values() if day and year} for side in sides]
    if days[0] != days[1] or years[0] != years[1] or len(years[0]) != 1:
        return list(left), list(right)
    these, others = ([one for one, (day, _) in side.items() if not day] for side in sides)
    return these, others


def _day_and_year(one: Quantity) -> tuple[str, str]:
    """Return a day without its year, and the year, empty where it has none."""
    dated = _DATED.fullmatch(one.value) if one.kind is Measure.DATE else None
    return (dated[2], dated[1].strip("-")) if dated else ("", "")


def _worth_the_same(one: Quantity) -> tuple[str, ...]:
    return one.same


def _said_alike(one: Quantity) -> tuple[str, ...]:
    return (one.kind if one.kind in _ALONE else "", one.value)


# Nobody works at night: “from one to two” is the break.
_FIRST_HOUR = 7


def _at_an_hour(one: Quantity) -> tuple[str, ...]:
    """Return what “сағат 14.00-ден кейін” shares with “после 14 часов”, and with “сағат екіде”."""
    if one.kind is Measure.TIME and one.value.endswith(":00"):
        hour = int(one.value[:2])
        return ("hour", str(hour if hour >= _FIRST_HOUR else hour + 12))
    return (one.unit, one.value) if one.unit == "hour" else one.same


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
        r"|\w+[мбп][ае](?!н\b)\w*|\w+с[ыі]з\w*)\b"
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


@lru_cache(KEPT_TEXTS)
def _only_one_denies(one: _Said, other: _Said) -> bool:
    denies = _denies(*one), _denies(*other)
    if denies[0] == denies[1]:
        return False
    hinted = _without_shared_hints(one, other)
    return not (_hints_at_no(other[1], hinted[1]) if denies[0] else _hints_at_no(one[1], hinted[0]))


# Hints that are each other's translation: where both languages have one, it stands for no “not”.
_SHARED_HINTS = (
    {"ru": r"отка[зж]\w*", "kk": r"бас тарт\w*"},
    {"ru": r"запре\w+", "kk": r"тыйым"},
    {"ru": r"освобожд\w+", "kk": r"босат\w+"},
    {"ru": r"до", "kk": r"дейін"},
    {"ru": r"ин(?:ой|ые|ых|ым)|друг\w+", "kk": r"өзге|басқа"},
    {"ru": r"только|лишь", "kk": r"тек|ғана"},
    {"ru": r"прекращ\w+", "kk": r"тоқтат\w+"},
    {"ru": r"бесплатн\w+", "kk": r"тегін"},
)


_SHARED = tuple(
    {language: re.compile(rf"\b(?:{words})\b") for language, words in hint.items()}
    for hint in _SHARED_HINTS
)
_NEVER = re.compile("(?!)")


def _without_shared_hints(one: _Said, other: _Said) -> tuple[str, str]:
    """Return both texts in lower case, without the hints that stand as often in each."""
    left, right = one[0].lower(), other[0].lower()
    for hint in _SHARED:
        patterns = [hint.get(said[1], _NEVER) for said in (one, other)]
        counts = [len(p.findall(text)) for p, text in zip(patterns, (left, right), strict=True)]
        if counts[0] == counts[1] > 0:
            left, right = patterns[0].sub(" ", left), patterns[1].sub(" ", right)
    return left, right


def _denies(text: str, language: str) -> bool:
    said = (*negations(text, language), *duties(text, language))
    return any(turn.name in {"not", Duty.BARRED, Duty.FORBIDDEN} for turn in said)


def _hints_at_no(language: str, words: str) -> bool:
    """Return whether words may deny by what they say instead of “not”; any may that are unknown."""
    hints = _HINTS.get(language)
    return hints is None or bool(hints.search(words))


def _contrary(left: Sequence[Turn], right: Sequence[Turn]) -> bool:
    """Return whether one side only lets and the other only makes somebody do it."""
    these, others = ({turn.name for turn in side} for side in (left, right))
    return {*these, *others} == {Duty.MAY, Duty.MUST} and len(these) == len(others) == 1


# --- the language itself --------------------------------------------------------------------------

_KAZAKH = re.compile(r"[әғқңөұүһі]")
_RUSSIAN = re.compile(r"\b(?:в|на|и|или|с|по|для|не|о|к|из|от|при|со|об|за)\b")
_LETTERS = re.compile(r"[а-яёәғқңөұүһі]")
_MOST_WITHOUT = 30
# Kazakh words that need none of these letters: алынады, барады, адамдардан, мектептерде.
_KAZAKH_WORDS = re.compile(
    r"\b(?:\w{2,}(?:[нт]ады|[ыа](?:лады|майды))|болады|барады|туралы|адам(?:ға|да|нан|дар)\w*"
    r"|\w{2,}[лдт][ае]р(?:[дн][ае]|[дт][ае]н|ды|ын|ынан|ында|ына|ымен))\b"
)


@lru_cache(KEPT_TEXTS)
def is_in(text: str, language: str) -> bool:
    """Return whether a text may be in a language: Kazakh has letters that Russian has not.

    A text of a few letters, and one in another alphabet, may be in any.
    """
    low = text.lower()
    if language == "kk":
        if _KAZAKH.search(low):
            return True
        may_be = len(_LETTERS.findall(low)) < _MOST_WITHOUT or _KAZAKH_WORDS.search(low)
        return bool(may_be and not _RUSSIAN.search(low))
    if language == "ru" and not _RUSSIAN.search(low):
        words = re.findall(r"\w+", low)
        mixed = sum(bool(_KAZAKH.search(word)) for word in words)
        return not words or 3 * mixed < len(words)
    return True


def are_swapped(texts: Mapping[str, str]) -> bool:
    """Return whether the Kazakh text stands in the Russian field, and the other way round."""
    kazakh = texts.get("kk", "").lower()
    return (
        not is_in(texts.get("ru", ""), "ru")
        and not _KAZAKH.search(kazakh)
        and bool(_LETTERS.search(kazakh))
    )
