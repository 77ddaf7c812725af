"""Where a clause begins in running text: by the number that is printed before its words.

“6. Срок”, “10.1. При подаче”, “5-1. …”, “Глава 2. …”, “2-тарау. …”, “Статья 15. …”, “Форма. …”:
as acts of both languages print them. Items inside a clause (“1)”, “а)”, a dash) begin none.
"""

import re
from typing import NamedTuple

_FIGURES = r"\d{1,4}(?:[.-]\d{1,3}){0,4}"
_ROMAN = r"[IVXLC]{1,6}"
# The units of acts in Russian and English, before their number; in Kazakh, behind it.
_UNITS = {
    "section": ("раздел|section", "бөлім"),
    "annex": ("приложение|annex", "қосымша"),
    "chapter": ("глава|chapter", "тарау"),
    "form": ("форма|form", "нысан"),
    "article": ("статья|article", "бап"),
}
_UNIT = re.compile(
    "|".join(
        rf"(?P<{unit}>(?:{before})\s+(?:№\s*)?(?:{_FIGURES}|{_ROMAN})|(?:{_FIGURES}|{_ROMAN})-{behind})"
        for unit, (before, behind) in _UNITS.items()
    ),
    re.IGNORECASE,
)
_ALONE = re.compile(
    "|".join(rf"(?P<{unit}>(?:{before}|{behind}))" for unit, (before, behind) in _UNITS.items()),
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"(?P<number>§\s?\d{{1,4}}[a-z]?|{_FIGURES})\.(?=\s|$)")
_AT_THE_END = re.compile(
    rf"(?:{_UNIT.pattern}|(?<![\d.])(?:§\s?\d{{1,4}}[a-z]?|{_FIGURES}))\.?\s*$|(?<=\.)\d{{1,4}}\.\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"{_FIGURES}|{_ROMAN}")
_DEPTHS = {"section": 0, "annex": 0, "chapter": 1, "form": 1, "article": 2}
_PLAIN_DEPTH = 3

NumberKey = tuple[str, str]
"""What two prints of one number have in common: the unit that it names, and its figures."""


class Start(NamedTuple):
    """The number at the beginning of a line, as it is printed, and the words behind it.

    `unit` is the code of what the number itself says that it counts; "" where it says nothing.
    """

    number: str
    unit: str
    words: str


def start_of(line: str) -> Start | None:
    """Return the number that a line begins with; None where it begins no clause."""
    if match := _UNIT.match(line):
        behind = line[match.end() :]
        if not behind or not (behind[0].isalnum() or behind[0] in "-)"):
            return Start(match[0], match.lastgroup or "", behind.lstrip(".: –").strip())
    match = _ALONE.match(line)
    if match and line[match.end() :].startswith(". "):
        return Start(match[0], match.lastgroup or "", line[match.end() + 2 :].strip())
    if match := _PLAIN.match(line):
        return Start(match["number"], "", line[match.end() :].strip())
    return None


def number_before(text: str) -> int:
    """Return where the number begins with which a text ends: its length where there is none."""
    if _ALONE.fullmatch(text.strip().rstrip(".")):
        return 0
    match = _AT_THE_END.search(text)
    return match.start() if match else len(text)


def key_of(number: str, unit: str = "") -> NumberKey:
    """Return what a number is compared by: “Глава 2” and “2-тарау” are one; `unit` is a code."""
    bare = number.strip().rstrip(".:")
    match = _UNIT.fullmatch(bare)
    counted = _COUNTED.search(bare) if match else None
    if match and counted:
        return match.lastgroup or "", counted[0]
    if match := _ALONE.fullmatch(bare):
        return match.lastgroup or "", ""
    return ("" if unit not in _UNITS else unit), bare


def depth_of(key: NumberKey) -> int:
    """Return how deep a clause with such a number stands in an act: 0 is a section or an annex."""
    unit, figures = key
    return _DEPTHS[unit] if unit else _PLAIN_DEPTH + figures.count(".")
