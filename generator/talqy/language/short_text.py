"""A text in short: whole sentences, as many as there is room for."""

import re

LETTERS = 38
"""So many of them, or of signs and blanks, have room in a line of a phone (375 px)."""
# A sentence ends before what can begin one; a short word with a dot (ст., п., т.б.) ends none.
_END = re.compile(r"(?:(?<=\w{4}\.)|(?<=[!?…]))\s+(?=[«“\"(]?[^\W_a-zа-яёәғқңөұүһі])")


def lines_of(text: str) -> int:
    """Return how many lines of a phone a text takes, or one more."""
    return -(-len(text) // LETTERS)


def whole_sentences(text: str, most: int) -> str:
    """Return the first sentences of a text, in at most so many letters.

    Where even the first is longer, its first words stand for it, and a sign that there is more.
    """
    plain = " ".join(text.split())
    shown, *others = _END.split(plain)
    if len(shown) > most:
        return _first_words(shown, most)
    for sentence in others:
        if len(shown) + 1 + len(sentence) > most:
            break
        shown = f"{shown} {sentence}"
    return shown


def _first_words(text: str, most: int) -> str:
    words = text[:most].rsplit(" ", 1)[0] if " " in text[:most] else text[: most - 1]
    return f"{words.rstrip(' ,;:–—-(«')}…"
