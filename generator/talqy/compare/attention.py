"""What a reviewer must not overlook in a change: marks that call for a second look, no verdicts."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from talqy.compare.tokens import normal, numbers_in
from talqy.model.alignment import Match
from talqy.model.revision import Clause


class Sign(StrEnum):
    """Why a change deserves a second look."""

    NUMBER = "number"
    MODAL = "modal"
    NEGATION = "negation"
    ONE_LANGUAGE = "one-language"
    LANGUAGES_DIFFER = "languages-differ"


_LABEL = re.compile(r"(?m)^\d+(?:-\d+)?\)")

# May and must, each in all its forms: вправе, обязан; құқылы, міндетті, рұқсат етіледі.
_MODALS = {
    "ru": (
        r"вправе|име[ею]т право",
        r"обязан[аоы]?",
        r"долж(?:ен|на|но|ны)",
        r"мо(?:жет|гут)",
        r"допуска[ею]тся|допускать(?:ся)?",
        r"запрещ(?:а[ею]тся|ен[аоы]?)",
        r"разреш(?:а[ею]тся|ен[аоы]?)",
        r"подлеж(?:ит|ат)",
        r"необходимо",
    ),
    "kk": (
        r"құқылы",
        r"міндетті",
        r"тиіс",
        r"мүмкін",
        r"рұқсат (?:етіл|беріл)\w+",
        r"тыйым сал\w+",
        r"қажет",
        r"жол беріл\w+",
    ),
    "en": ("may", "must", "shall", "should", "can"),
}
# Kazakh says “not” inside the verb: беріледі – берілмейді, алған – алмаған, етілсін – етілмесін.
# Roots that end as “not” begins (табады, қамау) and words that sound so (немесе) are left out.
_KAZAKH_VERB = (
    r"(?!(?:немесе|дербес)\b|(?:таб|жаб|қаб|қам)а)\w{2,}[мбп][ае]"
    r"(?:й(?:д[ыі]|м[ыі]н|м[ыі]з|с[ыі]ң|с[ыі]з|т[ыі]н)\w*|й|ған\w*|ген\w*|са|се|с|с[тд][ае]н|д[ыі]"
    r"|у\w*)"
)
_NEGATIONS = {
    "ru": (
        r"не",
        r"ни",
        r"нет",
        r"нельзя",
        r"без(?! гражданства)",
        r"кроме",
        r"отсутств\w+",
        r"исключени\w+",
    ),
    "kk": (
        r"емес\w*",
        r"(?<!азаматтығы )жоқ\w*",
        r"қоспағанда",
        _KAZAKH_VERB,
        r"\w{3,}[лн][мбп][ае]с[ыі]н",
        r"\w{3,}с[ыі]з(?:д[ыі]к\w*)?",
    ),
    "en": ("not|no|nor", "without", "except", "cannot", "never"),
}


def attention(match: Match, languages: Sequence[str]) -> tuple[Sign, ...]:
    """Return the marks of one change, each once; added and removed clauses have few."""
    return tuple(dict.fromkeys(_signs(match, languages)))


def _signs(match: Match, languages: Sequence[str]) -> Iterator[Sign]:
    before = {code: _said(match.before, code) for code in languages}
    after = {code: _said(match.after, code) for code in languages}
    if match.before and match.after:
        changed = [code for code in languages if before[code] != after[code]]
        for code in changed:
            yield from _in_words(before[code], after[code], code)
        there = [code for code in languages if before[code] and after[code]]
        if changed and set(there) - set(changed):
            yield Sign.ONE_LANGUAGE
    numbers = [numbers_in(text) for text in after.values() if text]
    if any(other != numbers[0] for other in numbers[1:]):
        yield Sign.LANGUAGES_DIFFER


def _in_words(before: str, after: str, language: str) -> Iterator[Sign]:
    if numbers_in(_LABEL.sub("", before)) != numbers_in(_LABEL.sub("", after)):
        yield Sign.NUMBER
    for sign, forms in ((Sign.MODAL, _MODALS), (Sign.NEGATION, _NEGATIONS)):
        if _counted(before, forms, language) != _counted(after, forms, language):
            yield sign


def _counted(text: str, words: Mapping[str, Sequence[str]], language: str) -> Counter[int]:
    """Count words, all forms of one as the same."""
    lower = text.lower()
    counts = (
        (k, len(re.findall(rf"\b(?:{p})\b", lower))) for k, p in enumerate(words.get(language, ()))
    )
    return Counter(dict(counts))


def _said(clauses: Sequence[Clause], language: str) -> str:
    return normal("\n".join(words for clause in clauses for words in _words(clause, language)))


def _words(clause: Clause, language: str) -> Iterator[str]:
    """Yield all that a clause says in words; its note is no part of it."""
    yield from (text.get(language, "") for text in (clause.heading, clause.text) if text)
    for row in clause.table.lines(language) if clause.table else ():
        yield from row
