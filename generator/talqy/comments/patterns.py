"""Patterns that look at people's words, and the words as they look at them.

The judge has hundreds of patterns, and to compile them all takes longer than to judge a standard.
So they are compiled when they are first asked for something: a door asks only for what is said
there, and a command that judges nothing for none. Short ones, which take a tenth of a millisecond,
may be compiled where they stand.

They look at small letters, and at Kazakh ones as people write who lack them: «Осы хатты
жарияламауды сұраймын» and «жарияламауды сураймын» are one saying. The length stays the same, so
that a place in what is looked at is one in the text.
"""

import re
from typing import cast
from weakref import WeakSet

from talqy.wording.alphabets import WITHOUT_OWN

_WAITING: "WeakSet[LatePattern]" = WeakSet()


class LatePattern:
    """A pattern as it is written; it answers to all that a compiled one answers to."""

    def __init__(self, written: str, flags: int) -> None:
        self._written, self._flags = written, flags
        _WAITING.add(self)

    def __getattr__(self, name: str) -> object:
        """Compile the pattern; its methods are found here from now on, as quickly as there."""
        _WAITING.discard(self)
        compiled = re.compile(self._written, self._flags)
        vars(self).update(
            (method, getattr(compiled, method))
            for method in dir(compiled)
            if not method.startswith("_")
        )
        return getattr(compiled, name)


def late(written: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first asked for something."""
    return cast("re.Pattern[str]", LatePattern(written, flags))


def compile_late() -> None:
    """Compile all patterns that wait, for who judges what others send, before anybody has come."""
    for pattern in tuple(_WAITING):
        pattern.flags  # noqa: B018 - to be asked for something is what they wait for


_SENTENCE_END = late(r"[.!?;…]+(?=\s|$)|\n+|[!?;…]+")
_PIECE_END = late(r"[.]+(?=\s|$)|[!?;…\n]+|,(?=\D)|\s[–—-]\s")


# What is longer is no word, and would be looked at letter by letter.
_NO_WORD = late(r"\S{80,}")
_MOST, _AT_END = 15_000, 5_000


def bounded(text: str) -> str:
    """Return the beginning and the end of a text, without what is too long to be a word."""
    short = text if len(text) <= _MOST + _AT_END else f"{text[:_MOST]}\n{text[-_AT_END:]}"
    return _NO_WORD.sub(" 0 ", short)


def without_own_letters(text: str) -> str:
    """Return a text, or a pattern, with the nearest Russian letters in place of Kazakh ones."""
    return text.translate(WITHOUT_OWN)


def pattern_of(written: str) -> re.Pattern[str]:
    """Return a pattern for texts that `plain_words` or `without_own_letters` has made."""
    return late(without_own_letters(written), re.IGNORECASE)


def plain_words(text: str) -> str:
    """Return a piece in small letters, one space between words, without signs at its ends."""
    return " ".join(without_own_letters(text.lower()).split()).strip(" .!,;:)(\"'«»–—-*")


def sentences_of(text: str) -> list[str]:
    """Return the sentences and lines of a text, as patterns look at them."""
    return [words for words, _ in sentences_as_written(text)]


def sentences_as_written(text: str) -> list[tuple[str, str]]:
    """Return each sentence as patterns look at it, and as it is written."""
    parts = _SENTENCE_END.split(bounded(text))
    return [(words, " ".join(part.split())) for part in parts if (words := plain_words(part))]


def pieces_of(text: str) -> list[str]:
    """Return what stands between the signs of a text, commas and dashes too."""
    return [words for part in _PIECE_END.split(bounded(text)) if (words := plain_words(part))]
