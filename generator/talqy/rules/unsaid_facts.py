"""Terms and fees that a clause has said and says no more: its sentence was written anew, or left.

Nothing is concluded where anything that could be a value of the kind stands in any language: a
number of it, sure or not, or the bare name of a unit, as in “за рабочий день”.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from talqy.model.revision import Clause
from talqy.rules.fact_texts import spoken
from talqy.wording.pieces import lowered
from talqy.wording.quantities import quantities
from talqy.wording.quantity import Measure
from talqy.wording.units import COUNTED, MONEY, UNITS

_OF_FEES = MONEY | {"percent"}


def says_nothing_of(kind: Measure, clause: Clause) -> bool:
    """Return whether a clause has no value of a kind in any language, its tables and notes too."""
    words = _all_words(clause)
    return words.keys() <= UNITS.keys() and not any(
        _units(kind, language).search(lowered(said))
        or any(one.kind is kind for one in quantities(said, language))
        for language, said in words.items()
    )


def _all_words(clause: Clause) -> Mapping[str, str]:
    said = dict(spoken(clause))
    return {code: "\n".join((words, *_beside(clause, code))) for code, words in said.items()}


def _beside(clause: Clause, language: str) -> Iterator[str]:
    for one in clause.walk():
        if one.note:
            yield one.note.get(language, "")
        if one.table:
            yield from (cell for row in one.table.lines(language) for cell in row)


@cache
def _units(kind: Measure, language: str) -> re.Pattern[str]:
    of_kind = [
        pattern.pattern
        for unit, pattern in UNITS[language]
        if (unit in _OF_FEES if kind is Measure.FEE else unit not in _OF_FEES | COUNTED)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(of_kind)})")
