"""P: parity of the languages. Both are official, so neither may say more, less or otherwise."""

import re
from collections.abc import Iterator

from talqy.compare.tokens import numbers_in
from talqy.model.problem import Level, Problem
from talqy.rules.rule import CheckContext, breach, rule

_EQUAL = (
    "both languages are official and equal; the register is kept in both (Law No. 88-V, art. 12)"
)
_ITEM = re.compile(r"(?m)^[^\S\n]*\d+(?:-\d+)?\)")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# Letters of other scripts that look like Cyrillic ones, Kazakh letters among them.
_LOOK_ALIKE = re.compile(r"[A-Za-zƏəƟɵÁÄÇÖÜİıĞğŞş]")


@rule("P01", source=_EQUAL)
def every_language_is_there(context: CheckContext) -> Iterator[Problem]:
    """Every official text is there in every language that the project had when it began."""
    for text in context.texts:
        for language in text.languages:
            if not text.spoken.get(language, "").strip():
                yield breach(
                    text.file,
                    text.path,
                    "the text is missing in the language “{language}”",
                    "write it; the languages are published together",
                    language=language,
                )


@rule("P02", source=_EQUAL)
def numbers_are_the_same(context: CheckContext) -> Iterator[Problem]:
    """The same numbers stand in every language of a text."""
    for text in context.texts:
        numbers = {language: numbers_in(words) for language, words in text.spoken.items()}
        first, *others = numbers
        for other in others:
            only_first, only_other = (
                numbers[first] - numbers[other],
                numbers[other] - numbers[first],
            )
            if only_first or only_other:
                yield breach(
                    text.file,
                    (*text.path, other),
                    "the numbers differ: only in “{first}”: {left}; only in “{other}”: {right}",
                    "compare the two texts; write numbers in figures in both, or in both in words",
                    first=first,
                    left=", ".join(sorted(only_first.elements())) or "–",
                    other=other,
                    right=", ".join(sorted(only_other.elements())) or "–",
                    mild=not text.mendable,
                )


@rule("P03", source=_EQUAL)
def lists_are_equally_long(context: CheckContext) -> Iterator[Problem]:
    """A text has as many items “1)”, “2)” … in each language."""
    for text in context.texts:
        counts = {language: len(_ITEM.findall(words)) for language, words in text.spoken.items()}
        if len(set(counts.values())) > 1:
            counted = ", ".join(f"{language}: {count}" for language, count in counts.items())
            yield breach(
                text.file,
                text.path,
                "the number of items differs between the languages ({counted})",
                "begin each item on its own line with “1) ” in every language",
                counted=counted,
                mild=not text.mendable,
            )


@rule(
    "P04",
    level=Level.WARNING,
    source="mixed alphabets, as met in official texts (“күнтiзбелiк” with Latin letters)",
)
def words_have_one_alphabet(context: CheckContext) -> Iterator[Problem]:
    """No word mixes Cyrillic letters with Latin ones that look like them."""
    for text in context.texts:
        for language, words in text.spoken.items():
            for word in mixed_words(words):
                yield breach(
                    text.file,
                    (*text.path, language),
                    "the word “{word}” has a Latin letter among Cyrillic ones: {letters}",
                    "type the word again; search and screen readers do not find it otherwise",
                    word=word,
                    letters=", ".join(sorted(set(_LOOK_ALIKE.findall(word)))),
                )


def mixed_words(text: str) -> Iterator[str]:
    """Yield the words that mix the alphabets."""
    for word in _WORD.findall(text):
        if _CYRILLIC.search(word) and _LOOK_ALIKE.search(word):
            yield word
