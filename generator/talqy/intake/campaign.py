"""Check 23: many people say the same. Each of them counts; a person must see that it is so."""

import re
import unicodedata
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from talqy.intake.names import LOOKS_LIKE

NEAR = 90.0
"""The likeness, of 100, from which two texts say the same: their words, in whatever order."""

_LEAST_LENGTH = 40
_WORDS = re.compile(r"\w+")


def plain_words(text: str) -> str:
    """Fold a text to its words, sorted: what two letters from one template have in common."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(LOOKS_LIKE)
    return " ".join(sorted(_WORDS.findall(plain)))


def alike(text: str, others: Mapping[str, str]) -> list[str]:
    """Answer the ids of the texts that say nearly the same, the likest first.

    `others` are folded already (`plain_words`), by id. Short texts are like too many.
    """
    wanted = plain_words(text)
    if len(wanted) < _LEAST_LENGTH:
        return []
    found = process.extract(wanted, others, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
    return [name for _, _, name in found]
