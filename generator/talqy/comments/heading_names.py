"""Which clauses words name by their heading, whole or in part, with the endings that words take.

All the words of one heading in their order name its clause. Some of them make it likely, where
they stand as a name: «пункт о сроке», «Срок: …», or all that tell near each other; one word that a
letter and a heading both have says nothing. Nor do words that most headings have («государственной
услуги»), or a heading whose words are those of the standard's own title.
"""

import re
from collections.abc import Iterator, Sequence

from talqy.comments.patterns import late
from talqy.comments.place_words import UNITS, Unit
from talqy.compare.quotes import folded
from talqy.model.revision import Clause, Revision

_WORD = late(r"\w+")
_SENTENCE = late(r"[.!?;]\s|\n")
_LEAST, _MOST_STEM, _ENDING = 4, 7, 2
_LONGEST = 20_000
_COMMON = late(
    r"государственн\w*|услуг\w*|мемлекеттік\w*|қызмет\w*|көрсетілетін|көрсету\w*|көрсетуд\w*|оказани\w*"
    r"|предоставлени\w*|для|или|при|жəне|және|мен|үшін|бойынша|the|and|for|of"
)


_NAMED = tuple(
    one for unit, one in UNITS.items() if unit in {Unit.CHAPTER, Unit.SECTION, Unit.CLAUSE}
)
_RU, _KK = "|".join(one.ru for one in _NAMED), "|".join(one.kk for one in _NAMED)
_WORDS_OF_NAME = r"\b\w{1,40}(?:[ \u00a0]\w{1,40}){0,3}"
_OF = r"об?|обо|про|по|насч[её]т|относительно|касательно"
_AS_NAMES = late(
    rf"\b(?:{_RU})\w{{0,3}} (?:{_OF}) (?P<ru>{_WORDS_OF_NAME})"
    rf"|(?P<kk>{_WORDS_OF_NAME}) (?:туралы|жайлы|бойынша|жөнінде\w*|қатысты) (?:{_KK})"
    r"|[«“\"](?P<quoted>[^«»“”\"\n]{3,80})[»”\"]"
    r"|^[ \t]*(?:по|об?|про)?[ ]?(?P<label>\w{1,40}(?:[ \u00a0]\w{1,40}){0,5})[ \t]?:",
    re.IGNORECASE | re.MULTILINE,
)
"""Where words stand as a name: behind «пункт о», before «туралы тармақ», quoted, before a colon."""


def clauses_headed(text: str, revision: Revision, titles: Sequence[str] = ()) -> tuple[Clause, ...]:
    """Return the clauses whose whole heading stands in a text; of two in one place the longer.

    `titles` are those of the standard: who writes its name means no clause.
    """
    found: list[tuple[int, int, Clause]] = []
    sentences = [_words(part) for part in _SENTENCE.split(text[:_LONGEST])]
    own = list(map(_words, titles))
    offset = 0
    for words in sentences:
        for clause in revision.walk():
            headings = (one for one in _headings(clause) if not any(_span(t, one) for t in own))
            spans = (_span(words, heading) for heading in headings)
            found += [(offset + start, offset + end, clause) for start, end in filter(None, spans)]
        offset += len(words)
    kept = (one for one in found if not any(_is_inside(one, other) for other in found))
    return tuple({clause.id: clause for _, _, clause in kept}.values())


def clauses_hinted(text: str, revision: Revision, titles: Sequence[str] = ()) -> tuple[Clause, ...]:
    """Return the clauses whose heading's words stand in a text as a name, or near each other."""
    text = text[:_LONGEST]
    named = [clause for found in _AS_NAMES.finditer(text) for clause in _named(found, revision)]
    sentences = [_words(part) for part in _SENTENCE.split(text)]
    own = list(map(_words, titles))
    spoken = [
        clause
        for clause in revision.walk()
        if any(_is_near(words, one, own) for one in _headings(clause) for words in sentences)
    ]
    return tuple({clause.id: clause for clause in (*named, *spoken)}.values())


def _named(found: re.Match[str], revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses that words may name; behind a quotation mark nothing else may be said."""
    near = clauses_near(found[found.lastgroup or 0], revision)
    if found["ru"] or found["kk"]:
        return near
    words = _telling(_words(found[0]))
    return tuple(
        clause
        for clause in near
        if any(_common_words(one, words) == len(words) for one in _headings(clause))
    )


def clauses_near(name: str, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses of whose heading a name has the most words, at least one of its own."""
    words = _words(name[:_LONGEST])
    counted = {
        clause.id: (
            max((_common_words(words, one) for one in _headings(clause)), default=0),
            clause,
        )
        for clause in revision.walk()
    }
    most = max((count for count, _ in counted.values()), default=0)
    return tuple(clause for count, clause in counted.values() if most and count == most)


def clauses_shortened(name: str, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses of whose heading one word says all, or half of what tells: «график»."""
    words = _words(name[:_LONGEST])
    if len(words) != 1 or not _telling(words):
        return ()
    return tuple(
        clause
        for clause in revision.walk()
        if any(_is_half(words[0], _telling(heading)) for heading in _headings(clause))
    )


def _is_half(word: str, telling: list[str]) -> bool:
    return 0 < len(telling) <= 2 and any(_is_same(word, one) for one in telling)


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _headings(clause: Clause) -> Iterator[list[str]]:
    yield from (_words(heading) for heading in (clause.heading or {}).values())


def _is_same(said: str, word: str) -> bool:
    """Return whether a word is another one with another ending."""
    stem = word[: max(_LEAST, min(len(word) - _ENDING, _MOST_STEM))]
    return said.startswith(stem) and abs(len(said) - len(word)) <= _MOST_STEM


def _telling(heading: list[str]) -> list[str]:
    return [word for word in heading if len(word) >= _LEAST and not _COMMON.fullmatch(word)]


def _span(words: list[str], heading: list[str]) -> tuple[int, int] | None:
    """Return where a heading stands: all its words, or the two or more of them that tell."""
    telling = _telling(heading)
    if len(telling) > 1 and (span := _run(words, telling, _COMMON)):
        return span
    return _run(words, heading, None) if len(heading) > 1 and telling else None


def _run(
    words: list[str], wanted: list[str], passed: re.Pattern[str] | None
) -> tuple[int, int] | None:
    for start, first in enumerate(words):
        if not _is_same(first, wanted[0]):
            continue
        at, left = start + 1, wanted[1:]
        while left and at < len(words):
            if _is_same(words[at], left[0]):
                left = left[1:]
            elif not (passed and (passed.fullmatch(words[at]) or len(words[at]) < _LEAST)):
                break
            at += 1
        if not left:
            return start, at
    return None


def _is_near(words: list[str], heading: list[str], titles: Sequence[list[str]]) -> bool:
    """Return whether the words of a heading that tell, two or more, follow each other closely."""
    telling = _telling(heading)
    if len(telling) < _LEAST_TELLING or any(_span(title, heading) for title in titles):
        return False
    for start, first in enumerate(words):
        at, left = start, telling[1:]
        while left and _is_same(first, telling[0]):
            near = range(at + 1, min(at + 2 + _MOST_BETWEEN, len(words)))
            at = next((one for one in near if _is_same(words[one], left[0])), -1)
            if at < 0:
                break
            left = left[1:]
        if not left:
            return True
    return False


_LEAST_TELLING, _MOST_BETWEEN = 2, 2


def _is_inside(one: tuple[int, int, Clause], other: tuple[int, int, Clause]) -> bool:
    length, longer = one[1] - one[0], other[1] - other[0]
    return longer > length and other[0] <= one[0] and one[1] <= other[1]


def _common_words(words: list[str], heading: list[str]) -> int:
    return sum(any(_is_same(said, word) for said in words) for word in _telling(heading))
