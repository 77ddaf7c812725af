"""What tells the labels of two cases apart, and whether it may turn the meaning.

Two labels are one case only where what tells them apart cannot: a number, a “not”, a side that is
taken (child, adult; before, after), a word with letters before it, a word in the place of another.
Likeness of letters is no likeness of people.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from talqy.wording.case_labels import CaseLabel, case_label, is_form, is_prefixed
from talqy.wording.giving import is_giving, is_replacing
from talqy.wording.sides import is_longer

Words = Mapping[str, str] | None
"""The words for a case by language; None for all cases."""


def is_turned(x: Words, y: Words) -> bool:
    """Return whether two labels, in any language that both have, are certainly of two cases."""
    return any(_turns(here, there) for here, there in _shared(x, y))


def is_replaced(x: Words, y: Words) -> bool:
    """Return whether words stand in the place of others, in all languages that both have.

    Not where one of the labels is of all: “in towns” may have become “wherever they live”.
    """
    shared = list(_shared(x, y))
    return bool(shared) and all(_is_put_for(here, there) for here, there in shared)


def says_the_same(x: Words, y: Words) -> bool:
    """Return whether two labels have the same words in other forms, or in another order."""
    shared = list(_shared(x, y))
    return bool(shared) and all(_says_the_same(here, there) for here, there in shared)


def has_room_for(wide: Words, narrow: Words) -> bool:
    """Return whether nothing in the label of a narrow case turns what the wide one says.

    A “not” may stand there about what the wide one says nothing of: issuing a card, and issuing it
    to children who are not 16.
    """
    return all(_has_room(here, there) for here, there in _shared(wide, narrow))


def is_part_named(of: Words, one: Words) -> bool:
    """Return whether a label of several names one of them: “citizens and foreigners”."""
    shared = [language for language in of or {} if language in (one or {})]
    return bool(shared) and all(
        _is_among((of or {})[language], (one or {})[language], language) for language in shared
    )


def is_given_anew(wide: Words, narrow: Words) -> bool:
    """Return whether a narrow label is of replacing what a wide one is of giving, in all languages.

    All else that the wide one says stands in the narrow one too.
    """
    shared = [language for language in wide or {} if language in (narrow or {})]
    return (
        bool(shared)
        and has_room_for(wide, narrow)
        and all(
            _is_given_anew((wide or {})[language], (narrow or {})[language], language)
            for language in shared
        )
    )


def is_replacing_named(words: Words) -> bool:
    """Return whether a label is of replacing something."""
    return any(
        is_replacing(case_label(said, language).words, language) for language, said in _said(words)
    )


def is_extension(words: Words) -> bool:
    """Return whether a label is for time that comes on top of a term."""
    return any(is_longer(case_label(said, language).sides) for language, said in _said(words))


def _said(words: Words) -> Iterator[tuple[str, str]]:
    yield from (words or {}).items()


def _is_given_anew(wide: str, narrow: str, language: str) -> bool:
    of_wide, of_narrow = case_label(wide, language).words, case_label(narrow, language).words
    alone, besides = _apart(of_wide, of_narrow)
    is_of_same = len(alone) < len(of_wide)
    return is_of_same and is_giving(alone, language) and is_replacing(besides, language)


def _shared(x: Words, y: Words) -> Iterator[tuple[CaseLabel, CaseLabel]]:
    there = y or {}
    for language, said in _said(x):
        if language in there:
            yield case_label(said, language), case_label(there[language], language)


def _turns(x: CaseLabel, y: CaseLabel) -> bool:
    is_same = (x.numbers, x.denied, x.sides) == (y.numbers, y.denied, y.sides)
    return not is_same or _is_prefixed(x, y)


def _is_prefixed(x: CaseLabel, y: CaseLabel) -> bool:
    return any(is_prefixed(one, other) for one, other in product(*_apart(x.words, y.words)))


def _is_put_for(x: CaseLabel, y: CaseLabel) -> bool:
    return all(_apart(x.words, y.words)) and not (x.is_of_all or y.is_of_all)


def _apart(x: Sequence[str], y: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words of each side that are no form of a word of the other one."""
    return (
        [one for one in x if not any(is_form(one, other) for other in y)],
        [one for one in y if not any(is_form(one, other) for other in x)],
    )


def _has_room(wide: CaseLabel, narrow: CaseLabel) -> bool:
    if wide.numbers - narrow.numbers or set(wide.denied) - set(narrow.denied):
        return False
    if any(narrow.sides.get(name) != taken for name, taken in wide.sides.items()):
        return False
    is_added = wide.denied != narrow.denied
    is_about_wide = bool((narrow.reached - wide.reached) & wide.stems)
    return not (is_added and is_about_wide) and not _is_prefixed(wide, narrow)


_BETWEEN = {
    "ru": re.compile(r"\s(?:и|или|либо|а также)\s", re.IGNORECASE),
    "kk": re.compile(r"\s(?:мен|бен|пен|және|немесе)\s", re.IGNORECASE),
    "en": re.compile(r"\s(?:and|or)\s", re.IGNORECASE),
}


def _is_among(of: str, one: str, language: str) -> bool:
    if language not in _BETWEEN or not _BETWEEN[language].search(of):
        return False
    parts = [part for piece in _BETWEEN[language].split(of) for part in piece.split(",")]
    label = case_label(one, language)
    return any(_says_the_same(case_label(part, language), label) for part in parts)


def _says_the_same(x: CaseLabel, y: CaseLabel) -> bool:
    return bool(x.words) and not any(_apart(x.words, y.words)) and not _turns(x, y)
