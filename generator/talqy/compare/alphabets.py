"""Letters that stand for each other: those that look alike, and the nearest Russian ones.

One table for quotes, names, numbers, answers of forms and everyday spelling.
"""

LATIN, CYRILLIC = "aceopxykmthbi", "асеорхукмтнві"
"""Small letters, in one order; of t, h, b, m and k the great ones look alike."""

TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
TO_LATIN = str.maketrans(CYRILLIC + CYRILLIC.upper(), LATIN + LATIN.upper())

_OWN, _NEAREST = "әғқңөұүһіё", "агкноуухие"
WITHOUT_OWN = str.maketrans(_OWN + _OWN.upper(), _NEAREST + _NEAREST.upper())
"""Kazakh letters as people write them who lack them, and ё."""
