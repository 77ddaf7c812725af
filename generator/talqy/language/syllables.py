"""Where a long Kazakh word may be broken: between its syllables.

A syllable has one vowel; of the consonants between two vowels the last one begins the next
syllable. “У” beside a vowel is a consonant, as in “жа-уап” and “тау”. No single letter stands
alone. Typst knows no rule for Kazakh, and this is used only where a word is wider than its line:
a soft hyphen stays in the words that are copied out of a PDF, and searching would miss them.
"""

import re
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
_VOWELS = frozenset("аәеёиоөұүуыіэюя")
_SIGNS = frozenset("ьъ")
_LEAST = 2
_LONG_WORD = re.compile(r"[^\W\d_]{10,}")


def syllables(word: str) -> list[str]:
    """Return the parts of a Kazakh word between which it may be broken."""
    vowels = list(_vowels(word.casefold()))
    parts, begun = [], 0
    for before, vowel in pairwise(vowels):
        at = vowel - 1 if vowel - before > 1 else vowel
        if word[at].casefold() in _SIGNS:
            at = vowel
        if at - begun >= _LEAST and len(word) - at >= _LEAST:
            parts.append(word[begun:at])
            begun = at
    return [*parts, word[begun:]]


def breakable(text: str) -> str:
    """Return Kazakh words with soft hyphens in those that are long."""
    return _LONG_WORD.sub(lambda found: SOFT_HYPHEN.join(syllables(found[0])), text)


def _vowels(word: str) -> list[int]:
    found: list[int] = []
    for at, letter in enumerate(word):
        if letter not in _VOWELS:
            continue
        if letter == "у" and found and found[-1] == at - 1:
            continue
        found.append(at)
    return found
