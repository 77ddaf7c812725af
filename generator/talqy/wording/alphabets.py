"""Letters that stand for each other: those that look alike, and the nearest Russian ones.

One table for quotes, names, numbers, answers of forms and everyday spelling.
"""

import re

LATIN, CYRILLIC = "aceopxykmthbi", "асеорхукмтнві"
"""Small letters, in one order; of t, h, b, m and k the great ones look alike."""

TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
TO_LATIN = str.maketrans(CYRILLIC + CYRILLIC.upper(), LATIN + LATIN.upper())

_OWN, _NEAREST = "әғқңөұүһіё", "агкноуухие"
WITHOUT_OWN = str.maketrans(_OWN + _OWN.upper(), _NEAREST + _NEAREST.upper())
"""Kazakh letters as people write them who lack them, and ё."""

# A shorter word may be a number in Roman letters, of two alphabets.
_WORD = re.compile(r"[^\W\d_]{4,}")
_A_LATIN, _A_CYRILLIC = re.compile(r"[a-zəɵ]"), re.compile(r"[а-яәғқңөұүһі]")
_WITH_KAZAKH = TO_CYRILLIC | {ord("ə"): "ә", ord("ɵ"): "ө"}


def in_one_alphabet(low: str) -> str:
    """Return a text in lower case with Cyrillic letters in words that mix them with Latin ones."""
    if not _A_LATIN.search(low) or not _A_CYRILLIC.search(low):
        return low
    return _WORD.sub(lambda word: _of_one(word[0]), low)


def _of_one(word: str) -> str:
    is_mixed = _A_LATIN.search(word) and _A_CYRILLIC.search(word)
    return word.translate(_WITH_KAZAKH) if is_mixed else word
