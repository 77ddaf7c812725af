"""Words that name parts of an act by unit and number: «пункта 5 статьи 15», «15-баптың 3-тармағы».

The inner ones come first in Russian and English, last in Kazakh. What belongs to another act
(«статья 15 Закона», «Заңның 15-бабы») names none of this one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from talqy.compare.part_words import OF_ALL_ACTS, OWN_ACT, PartWords, is_within

_KEPT_TEXTS = 2048  # a clause stays as it is for many revisions, and each has pages of its own
# The Roman one and ten are also typed with Kazakh and Russian letters.
_ROMAN = r"(?-i:[IVXІХ]+)"
_NUMBER = rf"(?:\d+(?:-\d+)*(?:\.\d+)*|{_ROMAN})"
_ITEM = r"(?:\d+(?:-\d+)*|[^\W\d_])\)"
_ANY_NUMBER = rf"(?:{_ITEM}|{_NUMBER})"
_TO = r"\s?[–—-]\s?|\sto\s"
_AND = rf"(?:,\s?|{_TO}|\s(?:и|или|және|немесе|мен|пен|бен|and|or)\s)"
_NUMBERS = rf"{_ANY_NUMBER}(?:{_AND}{_ANY_NUMBER})*"


@lru_cache(maxsize=64)
def _step(language: str, forms: str) -> re.Pattern[str]:
    """Return the pattern of a unit with its numbers: behind it, or in Kazakh before it."""
    if language == "kk":
        behind = rf"(?<![\w/.])(?P<numbers>{_NUMBERS})(?:-|\s)?(?P<unit>{forms})\b"
        return re.compile(behind, re.IGNORECASE)
    before = rf"\b(?P<unit>{forms})\s+(?:№\s?)?(?P<numbers>{_NUMBERS})(?![\w/%])"
    return re.compile(before, re.IGNORECASE)


_BETWEEN = re.compile(r"\s*(?:of(?: the)?\s+)?", re.IGNORECASE)
# Forms of more than one: only beside these “1-3” may be a range, and is no number of its own.
_MANY = re.compile(r"\w+(?:ы|и|ий|ов|[^ь]ей|[ая]ми?|[ая]х|s)|\w{2,}[лтд][ае]р\w*", re.IGNORECASE)

_OTHER_ACT = (
    r"закон|кодекс|конституци|указ\b|указа|постановлени|приказ|правил|перечн|регламент|положени"
    r"|стандарт|требовани|договор|соглашени|конвенци"
)
_OWN_EN = rf"(?:{OWN_ACT['en']})\b"
_OTHERS = {
    "ru": re.compile(
        rf"\s*+(?:,\s*+)?(?!(?:к\s++)?(?:{OWN_ACT['ru']})\b)"
        rf"(?:(?!(?:{OWN_ACT['ru']})\b)[\w«»-]+\s+){{0,3}}?[«(]?(?:{_OTHER_ACT})",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"\s*(?:of|to)\s+(?!{_OWN_EN})(?:(?!{_OWN_EN})[\w-]+\s+){{0,3}}?"
        r"(?:law|code|constitution|decree|order|resolution|rules|regulation|standard|agreement"
        r"|convention|treaty)",
        re.IGNORECASE,
    ),
}
_KK_OTHER = re.compile(
    rf"(?<!{OWN_ACT['kk']} )\b(?:заң|кодекс|конституция|жарлық|қаулы|бұйры[қғ]|қағида|тізбе"
    r"|регламент|ереже|стандарт|талап|шарт|келісім|конвенция)\w*\s+(?:\([^)]{0,60}\)\s+)?$",
    re.IGNORECASE,
)

Step = tuple[str, str]
"""A unit and a number in it: (article, 15)."""


@dataclass(frozen=True, slots=True)
class NamedPart:
    """Words that name one part: offsets, end exclusive, and its steps from the outermost.

    `is_many` where the unit stands in the plural.
    """

    start: int
    end: int
    steps: tuple[Step, ...]
    is_many: bool = False


def parts_named(text: str, language: str, words: PartWords = OF_ALL_ACTS) -> Iterator[NamedPart]:
    """Yield each part of its own act that a text names; of a range its ends and what is between.

    What stands between the ends of a range has no words of its own: it starts where it ends.
    `words` are what parts are called.
    """
    if language not in OWN_ACT:
        return
    for run in _runs(text, language, words):
        if not _is_of_another(text, run[0].start(), run[-1].end(), language):
            yield from _each(run, language, words)


def part_in(printed: str, words: PartWords = OF_ALL_ACTS) -> Step | None:
    """Return the unit and number that a printed number says: “Глава 2”, “2-тарау”, “Annex 1”."""
    for language in OWN_ACT:
        if match := _step(language, words.any_form(language)).search(printed):
            number = re.match(_ANY_NUMBER, match["numbers"], re.IGNORECASE)
            return words.unit(match["unit"], language), as_number(number[0] if number else "")
    return None


def as_number(said: str) -> str:
    """Return a number as it is compared: Roman ones as figures, without a point behind it."""
    bare = said.strip().rstrip(".")
    return str(_roman(bare)) if re.fullmatch(_ROMAN, bare) else bare.lower()


_VALUES = {"I": 1, "V": 5, "X": 10, "І": 1, "Х": 10}


def _roman(letters: str) -> int:
    values = [_VALUES[letter] for letter in letters]
    later = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, later, strict=True))


@lru_cache(_KEPT_TEXTS)
def _found(text: str, language: str, forms: str) -> tuple[re.Match[str], ...]:
    return tuple(_step(language, forms).finditer(text))


def _runs(text: str, language: str, words: PartWords) -> Iterator[list[re.Match[str]]]:
    """Yield units with numbers that stand beside one another: “пункта 5 статьи 15” is one run."""
    run: list[re.Match[str]] = []
    for match in _found(text, language, words.any_form(language)):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), match.start()):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _each(run: Sequence[re.Match[str]], language: str, words: PartWords) -> Iterator[NamedPart]:
    """Yield each part that a run names: “1 и 2” are two, “1 – 3” three."""
    units = {one: words.unit(one["unit"], language) for one in run}
    # «пункт 4 подпункт 2)» says the outer one first, as Kazakh always does.
    is_first = not is_within(units[run[-1]], units[run[0]]) and (
        language != "kk" or is_within(units[run[0]], units[run[-1]])
    )
    inner, outer = (run[0], run[:0:-1]) if is_first else (run[-1], run[:-1])
    around = tuple((units[one], as_number(one["numbers"])) for one in outer)
    unit, is_many = units[inner], bool(_MANY.fullmatch(inner["unit"]))
    numbers = list(re.finditer(_ANY_NUMBER, inner["numbers"], re.IGNORECASE))
    shift, before = inner.start("numbers"), ""
    for at, number in enumerate(numbers):
        start = shift + number.start() if at else run[0].start()
        is_last = at == len(numbers) - 1
        end = run[-1].end() if is_last else shift + number.end()
        said = as_number(number[0])
        if at and re.fullmatch(_TO, inner["numbers"][numbers[at - 1].end() : number.start()]):
            between = between_numbers(before, said)
            yield from (NamedPart(start, start, (*around, (unit, one))) for one in between)
        yield NamedPart(start, end, (*around, (unit, said)), is_many)
        before = said


_MOST_IN_A_RANGE = 100


def between_numbers(first: str, last: str) -> Iterator[str]:
    """Yield the numbers between two: “1)” and “3)” have “2)” between them."""
    bracket = ")" if last.endswith(")") else ""
    ends = [one.removesuffix(")") for one in (first, last)]
    if all(one.isdecimal() and len(one) < 5 for one in ends):
        low, high = map(int, ends)
        if high - low < _MOST_IN_A_RANGE:
            yield from (f"{number}{bracket}" for number in range(low + 1, high))


def _is_of_another(text: str, start: int, end: int, language: str) -> bool:
    if language == "kk":
        return bool(_KK_OTHER.search(text[max(0, start - 120) : start]))
    return bool(_OTHERS[language].match(text, end))
