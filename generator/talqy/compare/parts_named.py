"""Words that name parts of an act by unit and number: «пункта 5 статьи 15», «15-баптың 3-тармағы».

The inner ones come first in Russian and English, last in Kazakh. What belongs to another act
(«статья 15 Закона», «Заңның 15-бабы») names none of this one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_UNITS: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "sub-paragraph": r"подпункт(?:а|е|у|ом|ы|ов|ам|ами|ах)?",
        "paragraph": r"пункт(?:а|е|у|ом|ы|ов|ам|ами|ах)?",
        "part": r"част(?:ь|и|ью|ей|ям|ями|ях)",
        "article": r"стать(?:я|и|е|ю|ей|ям|ями|ях)|статей",
        "chapter": r"глав(?:а|ы|е|у|ой|ам|ами|ах)?",
        "section": r"раздел(?:а|е|у|ом|ы|ов|ам|ами|ах)?",
        "annex": r"приложени(?:е|я|ю|ем|и|й|ям|ями|ях)",
        "form": r"форм(?:а|ы|е|у|ой|ам|ами|ах)?",
    },
    "kk": {
        "sub-paragraph": r"тармақша\w{0,12}",
        "paragraph": r"тарма[қғ]\w{0,12}",
        "part": r"бөлі[кг]\w{0,12}",
        "article": r"ба[пб]\w{0,12}",
        "chapter": r"тарау\w{0,12}",
        "section": r"бөлім\w{0,12}",
        "annex": r"қосымша\w{0,12}",
        "form": r"ныса[нм]\w{0,12}",
    },
    "en": {
        "sub-paragraph": r"sub-?paragraphs?",
        "paragraph": r"paragraphs?",
        "part": r"parts?",
        "article": r"articles?",
        "chapter": r"chapters?",
        "section": r"sections?",
        "annex": r"annex(?:es)?",
        "form": r"forms?",
    },
}
# The Roman one and ten are also typed with Kazakh and Russian letters.
_ROMAN = r"(?-i:[IVXІХ]+)"
_NUMBER = rf"(?:\d+(?:-\d+)*(?:\.\d+)*|{_ROMAN})"
_ITEM = r"(?:\d+(?:-\d+)*|[^\W\d_])\)"
_ANY_NUMBER = rf"(?:{_ITEM}|{_NUMBER})"
_TO = r"\s?[–—-]\s?|\sto\s"
_AND = rf"(?:,\s?|{_TO}|\s(?:и|или|және|немесе|мен|пен|бен|and|or)\s)"
_NUMBERS = rf"{_ANY_NUMBER}(?:{_AND}{_ANY_NUMBER})*"


def _before_number(language: str) -> str:
    return rf"\b(?P<unit>{_any_unit(language)})\s+(?:№\s?)?(?P<numbers>{_NUMBERS})(?![\w/%])"


def _any_unit(language: str) -> str:
    return "|".join(f"(?:{forms})" for forms in _UNITS[language].values())


_STEPS = {
    "ru": re.compile(_before_number("ru"), re.IGNORECASE),
    "kk": re.compile(
        rf"(?<![\w/.])(?P<numbers>{_NUMBERS})(?:-|\s)?(?P<unit>{_any_unit('kk')})\b", re.IGNORECASE
    ),
    "en": re.compile(_before_number("en"), re.IGNORECASE),
}
_BETWEEN = re.compile(r"\s*(?:of(?: the)?\s+)?", re.IGNORECASE)
# Forms of more than one: only beside these “1-3” may be a range, and is no number of its own.
_MANY = re.compile(r"\w+(?:ы|и|ий|ов|[^ь]ей|[ая]ми?|[ая]х|s)|\w{2,}[лтд][ае]р\w*", re.IGNORECASE)

_OTHER_ACT = (
    r"закон|кодекс|конституци|указ\b|указа|постановлени|приказ|правил|перечн|регламент|положени"
    r"|стандарт|требовани|договор|соглашени|конвенци"
)
_OTHERS = {
    "ru": re.compile(
        rf"\s*+(?:,\s*+)?(?!к?\s*+настоящ)(?:(?!настоящ)[\w«»-]+\s+){{0,3}}?[«(]?(?:{_OTHER_ACT})",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\s*(?:of|to)\s+(?!this)(?:(?!this)[\w-]+\s+){0,3}?(?:law|code|constitution|decree|order"
        r"|resolution|rules|regulation|standard|agreement|convention|treaty)",
        re.IGNORECASE,
    ),
}
_KK_OTHER = re.compile(
    r"(?<!осы )\b(?:заң|кодекс|конституция|жарлық|қаулы|бұйры[қғ]|қағида|тізбе|регламент|ереже"
    r"|стандарт|талап|шарт|келісім|конвенция)\w*\s+(?:\([^)]{0,60}\)\s+)?$",
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


def parts_named(text: str, language: str) -> Iterator[NamedPart]:
    """Yield each part of its own act that a text names; of a range its ends and what is between.

    What stands between the ends of a range has no words of its own: it starts where it ends.
    """
    if language not in _STEPS:
        return
    for run in _runs(text, language):
        if not _is_of_another(text, run[0].start(), run[-1].end(), language):
            yield from _each(run, language)


def part_in(words: str) -> Step | None:
    """Return the unit and number that a printed number says: “Глава 2”, “2-тарау”, “Annex 1”."""
    for language, pattern in _STEPS.items():
        if match := pattern.search(words):
            number = re.match(_ANY_NUMBER, match["numbers"], re.IGNORECASE)
            return _unit(match["unit"], language), as_number(number[0] if number else "")
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


def _runs(text: str, language: str) -> Iterator[list[re.Match[str]]]:
    """Yield units with numbers that stand beside one another: “пункта 5 статьи 15” is one run."""
    run: list[re.Match[str]] = []
    for match in _STEPS[language].finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), match.start()):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _each(run: Sequence[re.Match[str]], language: str) -> Iterator[NamedPart]:
    """Yield each part that a run names: “1 и 2” are two, “1 – 3” three."""
    is_first = language != "kk"
    inner, outer = (run[0], run[:0:-1]) if is_first else (run[-1], run[:-1])
    around = tuple((_unit(one["unit"], language), as_number(one["numbers"])) for one in outer)
    unit, is_many = _unit(inner["unit"], language), bool(_MANY.fullmatch(inner["unit"]))
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


def _unit(word: str, language: str) -> str:
    fits = (
        unit for unit, forms in _UNITS[language].items() if re.fullmatch(forms, word, re.IGNORECASE)
    )
    return next(fits, "")


def _is_of_another(text: str, start: int, end: int, language: str) -> bool:
    if language == "kk":
        return bool(_KK_OTHER.search(text[max(0, start - 120) : start]))
    return bool(_OTHERS[language].match(text, end))
