"""The twelve months as people, forms and spreadsheets write them: the one table of their names.

In Kazakh, Russian and English, full or short (CLDR's and Excel's short names are beginnings of the
full ones, at least three letters long), with the endings of cases.
"""

import re
from collections.abc import Iterator

from talqy.comments.patterns import late

_NAMES = (
    ("январ", "қаңтар", "january"),
    ("феврал", "ақпан", "february"),
    ("март", "наурыз", "march"),
    ("апрел", "сәуір", "april"),
    ("ма", "мамыр", "may"),
    ("июн", "маусым", "june"),
    ("июл", "шілде", "july"),
    ("август", "тамыз", "august"),
    ("сентябр", "қыркүйек", "september"),
    ("октябр", "қазан", "october"),
    ("ноябр", "қараша", "november"),
    ("декабр", "желтоқсан", "december"),
)
_ENDINGS = (r"(?:[ьйяюеау]|[её]м|ом)?", r"[а-яәғқңөұүһі]{0,5}", "")
_SHORTEST = 3


def _ways(stem: str, ending: str) -> Iterator[str]:
    """Yield the ways to write one name: whole with its endings, and its beginnings."""
    # «май» has no beginning of three letters, and «ма» alone is no month.
    yield stem + (ending if len(stem) >= _SHORTEST else r"(?:[йяюе]|ем)")
    yield from (stem[:length] for length in range(len(stem) - 1, _SHORTEST - 1, -1))


MONTH = (
    r"(?:(?:"
    + "|".join(
        way
        for names in _NAMES
        for stem, ending in zip(names, _ENDINGS, strict=True)
        for way in _ways(stem, ending)
    )
    + r")(?![^\W\d_])\.?)"
)
"""A month, with the dot of a short name, for patterns that ignore the size of letters."""

_NUMBERS = dict.fromkeys(("май", "мая", "мае", "маю"), 5) | {
    name[:_SHORTEST]: at
    for at, names in enumerate(_NAMES, 1)
    for name in names
    if len(name) >= _SHORTEST
}
BEGINNINGS = "|".join(_NUMBERS)
"""The beginnings of all months, for patterns that say otherwise that a month stands there."""


def month_of(word: str) -> int:
    """Return the number of the month that a word begins with; raise KeyError where it is none."""
    return _NUMBERS[word[:_SHORTEST].lower()]


DAY_OR_MONTH = late(
    rf"\d{{4}}-\d\d-\d\d(?:[T ].*)?|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}"
    rf"|\d{{1,2}}[.\-/ ]{MONTH}(?:[.\-/ ]*\d+)?|{MONTH}[.\-/ ]*\d{{1,4}}",
    re.IGNORECASE,
)
"""A day, or what spreadsheets make of 6.1: «06.янв», “6-Jan”, «қаң.26», “Mar-26”, “2026-01-06”."""
