"""D: how a text was typed. What pasting left in it is no part of what the authority says."""

from collections.abc import Iterator
from types import MappingProxyType

from talqy.model import paths
from talqy.model.pasted import TURNING, Leftover, leftovers, unseen_in
from talqy.model.problem import Level, Path, Problem
from talqy.model.walk import strings_in
from talqy.rules.hyphens import Words, hyphened_parts
from talqy.rules.rule import CheckContext, SpokenText, breach, rule

_TIDY = "“talqy tidy” mends it; with --draft: shows first what it would write"

_BY_HAND = "write the word on one line; “talqy tidy” joins it only where it knows it without hyphen"


@rule(
    "D01",
    of_words=True,
    source="a paragraph is a line; copies from PDF and mail are broken at a page's edge",
)
def sentences_stay_on_a_line(context: CheckContext) -> Iterator[Problem]:
    """No line of a text ends in the middle of a sentence."""
    for text, language, found in _found(context, Leftover.BROKEN_LINE):
        yield breach(
            text.file,
            (*text.path, language),
            "a line ends in the middle of a sentence ({count}): “{words}”",
            _BY_HAND if all("- ⏎" in words for words in found) else _TIDY,
            count=len(found),
            words=found[0],
            mild=True,
        )


@rule(
    "D02",
    of_words=True,
    holds_always=True,
    source="what a reader sees is what there is: search, redlines and quotes rest on it",
)
def every_sign_is_seen(context: CheckContext) -> Iterator[Problem]:
    """No text has signs that nobody sees: soft hyphens, joiners, turned directions."""
    for file, path, text, mendable in written(context):
        signs = unseen_in(text)
        if signs:
            yield breach(
                file,
                path,
                "the text has signs that nobody sees: {signs}",
                _TIDY,
                signs=", ".join(signs),
                mild=not (mendable and TURNING.search(text)),
            )


@rule(
    "D03",
    is_together=True,
    level=Level.WARNING,
    source="hyphens of a page, as in official texts (“госу-дарственной”)",
)
def words_are_whole(context: CheckContext) -> Iterator[Problem]:
    """No word is divided by a hyphen of the page that it was copied from."""
    for part in hyphened_parts(context):
        for text, language, found in _found(part.context, Leftover.HYPHEN, part.known):
            yield breach(
                text.file,
                (*text.path, language),
                "a word is divided by a hyphen, and is known without it: {words}",
                _TIDY,
                words=", ".join(dict.fromkeys(found)),
            )


@rule(
    "D04",
    of_words=True,
    level=Level.WARNING,
    source="YAML needs no typographic quotes, and prints them",
)
def texts_are_not_quoted_whole(context: CheckContext) -> Iterator[Problem]:
    """No text stands in quotation marks as a whole."""
    for text, language, found in _found(context, Leftover.QUOTES):
        yield breach(
            text.file,
            (*text.path, language),
            "the whole text stands in quotation marks, and they are printed: “{words}”",
            _TIDY,
            words=found[0],
        )


def written(context: CheckContext) -> Iterator[tuple[str, Path, str, bool]]:
    """Yield every text that an authority has written, in a language or in none: numbers, names."""
    for file, value, mendable in context.files():
        for path, text in strings_in(value):
            yield file, path, text, mendable
        if file == paths.PROJECT:
            for path, text in strings_in(context.register.project.codes, ("codes",)):
                yield file, path, text, mendable


def _found(
    context: CheckContext, sort: Leftover, known: Words = MappingProxyType({})
) -> Iterator[tuple[SpokenText, str, list[str]]]:
    """Yield each text and language in which something is left, with the words of each place."""
    for text in context.texts:
        for language, words in text.spoken.items():
            left = leftovers(words, known.get(language, ()))
            if found := [one.words for one in left if one.sort is sort]:
                yield text, language, found
