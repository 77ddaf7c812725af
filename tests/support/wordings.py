"""Texts as drafts have them, and edits as amendments make them: for properties that need many."""

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

WORDS = (
    *("қызмет", "көрсету", "беріледі", "берілмейді", "және", "бұл", "ХҚКО-ға", "3 (үш)"),
    *("услуга", "срок", "вправе", "обязан", "и", "в", "не", "ЦОН", "веб-портал", "5 (пяти)"),
    *("31 456", "0,2", "09:00", "№ 832", "№", "«портал»", "(далее", "1)", "12-1)", "\n", "\n"),
    *("–", "-", ",", ";", ".", ":", ")", "5", "a", "\u00a0"),
)
# Few different words make places that are hard to tell apart.
VOCABULARIES = (WORDS, WORDS[:12], ("5", ";", ":", "да"), ("портал", ",", "и", "\n"), ("2)", "да"))
GAPS = (" ", " ", " ", "", ", ")
PLACES = st.integers(0, 24)


class Edit(NamedTuple):
    """What an amendment does at one place of a list of words."""

    at: int
    length: int
    where: int
    way: str
    fresh: Sequence[str]


def made(words: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """Return the words after all edits: replaced, left out, put in, said twice, or moved."""
    new = list(words)
    for at, length, where, way, fresh in edits:
        cut = new[at : at + length]
        if way == "replace":
            new[at : at + length] = fresh
        elif way == "repeat":
            new[where:where] = cut
        else:
            del new[at : at + length]
            new[where:where] = cut
    return new


def _pairs_of(vocabulary: Sequence[str]) -> st.SearchStrategy[tuple[str, str]]:
    word, gap = st.sampled_from(vocabulary), st.sampled_from(GAPS)
    ways = st.sampled_from(("replace", "repeat", "move"))
    edits = st.builds(Edit, PLACES, st.integers(0, 3), PLACES, ways, st.lists(word, max_size=2))
    words = st.lists(word, max_size=20)
    related = st.builds(
        lambda old, by, glue: (glue.join(old), glue.join(made(old, by))),
        words,
        st.lists(edits, max_size=4),
        gap,
    )
    unrelated = st.builds(lambda a, b, glue: (glue.join(a), glue.join(b)), words, words, gap)
    return st.one_of(related, unrelated)


PAIRS = st.one_of(*map(_pairs_of, VOCABULARIES), st.tuples(st.text(), st.text()))
"""Two texts: one and what became of it, two of the same words, or two of any characters."""
TEXTS = PAIRS.map(lambda pair: pair[0])
