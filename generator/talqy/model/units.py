"""What a clause is called in its act: by its file, else by the look of its number."""

import re

from talqy.model.revision import Clause

PLAIN_UNITS = frozenset({"", "part", "paragraph", "sub-paragraph"})
"""Units that a text prints without their word: “3.”, “1)”."""

# “Глава 2”, “§ 5”, “2-тарау” say what they count; a Roman numeral and one letter do not.
_SAYS_ITS_UNIT = re.compile(r"[§№]|(?![IVXLCDM]+\b)[^\W\d_]{2,}")


def says_its_unit(number: str) -> bool:
    """Return whether a printed number has the word of what it counts in it: “Глава 2”."""
    return bool(_SAYS_ITS_UNIT.search(number))


def unit_of(clause: Clause) -> str:
    """Return the code of what a clause is; empty where its number says it, or nothing does."""
    number = next(iter(clause.numbers), "")
    if clause.unit or not number or says_its_unit(number):
        return clause.unit or ""
    return "sub-paragraph" if number.endswith(")") else "paragraph"
