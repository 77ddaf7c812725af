"""Where a text speaks of its own clauses, and which they are.

«подпункт 2) пункта 5 статьи 15», «15-баптың 3-тармағы»: units with numbers, the inner ones first in
Russian and English, last in Kazakh. What belongs to another act («статья 15 Закона», «Заңның
15-бабы») is none. Nothing is guessed: where two clauses fit, it leads nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talqy.compare.tokens import normal
from talqy.model.revision import Clause, Revision
from talqy.model.units import unit_of

_RU = {
    "sub-paragraph": r"подпункт(?:а|е|у|ом|ы|ов|ам|ами|ах)?",
    "paragraph": r"пункт(?:а|е|у|ом|ы|ов|ам|ами|ах)?",
    "part": r"част(?:ь|и|ью|ей|ям|ями|ях)",
    "article": r"стать(?:я|и|е|ю|ей|ям|ями|ях)|статей",
    "chapter": r"глав(?:а|ы|е|у|ой|ам|ами|ах)?",
    "section": r"раздел(?:а|е|у|ом|ы|ов|ам|ами|ах)?",
    "annex": r"приложени(?:е|я|ю|ем|и|й|ям|ями|ях)",
}
_KK = {
    "sub-paragraph": r"тармақша\w{0,8}",
    "paragraph": r"тарма[қғ]\w{0,8}",
    "part": r"бөлі[кг]\w{0,6}",
    "article": r"ба[пб]\w{0,6}",
    "chapter": r"тарау\w{0,6}",
    "section": r"бөлім\w{0,6}",
    "annex": r"қосымша\w{0,6}",
}
_NUMBER = r"(?:\d+(?:-\d+)*(?:\.\d+)*|[IVX]+)"
_ITEM = r"(?:\d+(?:-\d+)*|[^\W\d_])\)"
_ANY_NUMBER = rf"(?:{_ITEM}|{_NUMBER})"


def _one_of(units: dict[str, str]) -> str:
    return "|".join(f"(?:{forms})" for forms in units.values())


_AND = r"(?:,\s?|\s?[–-]\s?|\s(?:и|или|және|немесе|мен|пен|бен)\s)"
_NUMBERS = rf"{_ANY_NUMBER}(?:{_AND}{_ANY_NUMBER})*"
_RU_STEP = rf"\b(?P<unit>{_one_of(_RU)})\s+(?P<numbers>{_NUMBERS})(?![\w/%])"
_KK_STEP = rf"(?<![\w/.])(?P<numbers>{_NUMBERS})(?:-|\s)?(?P<unit>{_one_of(_KK)})\b"
_STEPS = {"ru": re.compile(_RU_STEP, re.IGNORECASE), "kk": re.compile(_KK_STEP, re.IGNORECASE)}
_UNITS = {"ru": _RU, "kk": _KK}

_OTHER_ACT = (
    r"закон|кодекс|конституци|указ\b|указа|постановлени|приказ|правил|перечн|регламент|положени"
    r"|стандарт|требовани|договор|соглашени|конвенци"
)
_RU_OTHER = re.compile(
    rf"\s*+(?:,\s*+)?(?!к?\s*+настоящ)(?:(?!настоящ)[\w«»-]+\s+){{0,3}}?[«(]?(?:{_OTHER_ACT})",
    re.IGNORECASE,
)
_KK_OTHER = re.compile(
    r"(?<!осы )\b(?:заң|кодекс|конституция|жарлық|қаулы|бұйры[қғ]|қағида|тізбе|регламент|ереже"
    r"|стандарт|талап|шарт|келісім|конвенция)\w*\s+(?:\([^)]{0,60}\)\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a text that name a clause of the same act: offsets, end exclusive, and its id.

    `clause` is empty where the act has no such clause, or several fit.
    """

    start: int
    end: int
    words: str
    clause: str


def references(text: str, language: str, revision: Revision, at: Clause) -> tuple[Reference, ...]:
    """Return what a normalised text of a clause says of clauses of its own act."""
    if language not in _STEPS:
        return ()
    return tuple(
        Reference(start, end, text[start:end], _found(steps, revision, at))
        for run in _runs(text, language)
        if not _is_of_another(text, run[0].start(), run[-1].end(), language)
        for start, end, steps in _chains(run, language)
    )


def references_of(clause: Clause, language: str, revision: Revision) -> tuple[Reference, ...]:
    """Return the references in the text of a clause."""
    return references(normal((clause.text or {}).get(language, "")), language, revision, clause)


_Step = tuple[str, str]


def _runs(text: str, language: str) -> Iterator[list[re.Match[str]]]:
    """Yield units with numbers that stand beside one another: “пункта 5 статьи 15” is one run."""
    run: list[re.Match[str]] = []
    for match in _STEPS[language].finditer(text):
        if run and text[run[-1].end() : match.start()].strip():
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _chains(run: Sequence[re.Match[str]], language: str) -> Iterator[tuple[int, int, list[_Step]]]:
    """Yield each clause that a run names, by its steps from the outermost: “1 и 2” are two."""
    is_first = language != "kk"
    inner, outer = (run[0], run[:0:-1]) if is_first else (run[-1], run[:-1])
    around = [(_unit(one["unit"], language), one["numbers"].lower()) for one in outer]
    numbers = list(re.finditer(_ANY_NUMBER, inner["numbers"]))
    shift = inner.start("numbers")
    for at, number in enumerate(numbers):
        start = shift + number.start() if at else run[0].start()
        is_last = at == len(numbers) - 1
        end = run[-1].end() if is_last else shift + number.end()
        yield start, end, [*around, (_unit(inner["unit"], language), number[0].lower())]


def _unit(word: str, language: str) -> str:
    fits = (
        unit for unit, forms in _UNITS[language].items() if re.fullmatch(forms, word, re.IGNORECASE)
    )
    return next(fits, "")


def _is_of_another(text: str, start: int, end: int, language: str) -> bool:
    if language == "kk":
        return bool(_KK_OTHER.search(text[max(0, start - 120) : start]))
    return bool(_RU_OTHER.match(text, end))


def _found(steps: Sequence[_Step], revision: Revision, at: Clause) -> str:
    """Return the clause that a chain leads to: first among what its text stands in, outwards."""
    around = [outer for name in revision.around(at.id) if (outer := revision.clause(name))]
    for outer in (at, *around):
        if found := _inside(steps, outer.clauses):
            return found.id if isinstance(found, Clause) else ""
    found = _inside(steps, revision.clauses)
    return found.id if isinstance(found, Clause) else ""


def _inside(steps: Sequence[_Step], clauses: Sequence[Clause]) -> Clause | bool:
    """Return the one clause that fits below; True where several do, False where none does."""
    found = tuple(clauses)
    for step in steps:
        inner = [clause for outer in found for clause in outer.walk()]
        fits = [clause for clause in inner if _fits(step, clause)]
        found = tuple({clause.id: clause for clause in fits}.values())
        if step is not steps[-1]:
            found = tuple(inner for clause in found for inner in clause.clauses)
    return found[0] if len(found) == 1 else bool(found)


def _fits(step: _Step, clause: Clause) -> bool:
    """Return whether a clause is the unit and has the number; a bracket stands where it is said."""
    unit, number = step
    printed = [re.sub(r"\.$", "", one.lower()) for one in clause.numbers]
    named = unit_of(clause)
    if not named:
        return any(_says(one, step) for one in printed)
    return named == unit and number.rstrip(")") in [one.rstrip(")") for one in printed]


def _says(printed: str, step: _Step) -> bool:
    """Return whether a number in words is this one: “глава 2”, “2-тарау”."""
    found = (pattern.fullmatch(printed) for pattern in _STEPS.values())
    said = [(match["numbers"], match["unit"]) for match in found if match]
    units = {_unit(word, language) for _, word in said for language in _UNITS}
    return step[0] in units and step[1] in [numbers.lower() for numbers, _ in said]
