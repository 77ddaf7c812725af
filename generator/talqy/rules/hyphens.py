"""Words that a hyphen may divide, and whether any text of the project has them whole.

The settings and each standard are asked twice: which words they have so, then which of all these
they have whole. What they answered may be recalled from an earlier run, so nobody reads all words
of a project for one hyphen.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from talqy.model.digest import key_of
from talqy.model.pasted import joined_words
from talqy.rules.rule import CheckContext

Words = Mapping[str, frozenset[str]]
"""Words by language, in small letters."""

_Listed = Mapping[str, Sequence[str]]
_DIVIDED = ""
"""Stands among languages, where words are divided for sure."""


@dataclass(frozen=True, slots=True)
class HyphenedPart:
    """A part in which words are divided, and those words of hyphens that are known as whole."""

    context: CheckContext
    known: Words


def hyphened_parts(whole: CheckContext) -> Iterator[HyphenedPart]:
    """Yield the parts of a project in which a word is divided by a hyphen."""
    asked = [(part, _recalled(whole, part, "hyphens", _hyphens_of)) for part in whole.alone]
    words = _together(listed for _, listed in asked)
    question = key_of("whole", repr([(name, sorted(words[name])) for name in sorted(words)]))

    def whole_of(part: CheckContext) -> _Listed:
        return {
            name: sorted(words[name] & part.known_words.get(name, frozenset())) for name in words
        }

    known = _together(_recalled(whole, part, question, whole_of) for part in whole.alone)
    for part, listed in asked:
        if _DIVIDED in listed or any(known[name].intersection(listed[name]) for name in listed):
            yield HyphenedPart(part, known)


def _hyphens_of(part: CheckContext) -> _Listed:
    found: dict[str, set[str]] = {}
    for text in part.texts:
        for language, words in text.spoken.items():
            for word, is_divided in joined_words(words):
                found.setdefault(_DIVIDED if is_divided else language, set()).add(word)
    return {name: sorted(words) for name, words in found.items()}


def _recalled(
    whole: CheckContext, part: CheckContext, question: str, find: Callable[[CheckContext], _Listed]
) -> _Listed:
    """Return what is recalled; what is no answer, whoever has written it, is found anew."""
    found = whole.recall(part, question, lambda: find(part))
    is_one = isinstance(found, dict) and all(
        isinstance(words, list) and all(isinstance(word, str) for word in words)
        for words in found.values()
    )
    return found if is_one else find(part)


def _together(answers: Iterator[_Listed]) -> Words:
    found: dict[str, set[str]] = {}
    for listed in answers:
        for name, words in listed.items():
            found.setdefault(name, set()).update(words)
    return {name: frozenset(words) for name, words in found.items()}
