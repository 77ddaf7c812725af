"""Words for giving somebody a document, and for giving it in the place of another one.

Who replaces a card is issued one: what a text says of issuing cards holds for that too, unless it
names it. Which words those are is a list, and short on purpose: to restore, to renew or to
re-register something is most often a service by itself.
"""

import re
from collections.abc import Iterable, Mapping

_GIVING: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"выда(?:ч\w+|ть|ют|ет\w*|н\w*)"),
    "kk": re.compile(r"бер(?:у\w*|іл\w*|ген\w*)"),
    "en": re.compile(r"issu(?:e|es|ed|ing|ance)"),
}
_REPLACING: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"замен(?:а|ы|е|у|ой|ить)|обмен(?:а|у|ом|е)?|обменять"),
    "kk": re.compile(r"(?:ауысты|айырбаста)\w*"),
    "en": re.compile(r"replac(?:e|es|ed|ing|ement)|exchang(?:e|es|ed|ing)"),
}


def is_giving(words: Iterable[str], language: str) -> bool:
    """Return whether words are there, and each of them is of giving."""
    found = tuple(words)
    return bool(found) and all(_is_of(_GIVING, word, language) for word in found)


def is_replacing(words: Iterable[str], language: str) -> bool:
    """Return whether one of these words is of replacing."""
    return any(_is_of(_REPLACING, word, language) for word in words)


def _is_of(patterns: Mapping[str, re.Pattern[str]], word: str, language: str) -> bool:
    return language in patterns and bool(patterns[language].fullmatch(word))
