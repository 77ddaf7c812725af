"""Words as patterns look at them: small letters, and Kazakh ones as people write who lack them.

«Осы хатты жарияламауды сұраймын» and «жарияламауды сураймын» are one saying. The length stays the
same, so that a place in what is looked at is one in the text.
"""

import re

from talqy.comments.late_patterns import late
from talqy.wording.alphabets import WITHOUT_OWN

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
