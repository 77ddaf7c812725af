"""Days and amounts that people have typed in prose: no line of a page ends inside of one.

An amount is a number with its unit: 10 рабочих дней, 2 АЕК. The site sets its own days so
(`Locale.day`). Sources stay as they are, and so does what is shown as it lies there, or is sent
back: attributes, code, fields.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from babel.dates import get_month_names

from talqy.language.locale import Locale
from talqy.wording.units import UNITS

_HOLDING = "\u00a0"
_LONG_AMOUNT = 20
"""A longer one is not held whole, for a narrow cell: 2 месячных расчетных | показателя."""
_PARTS = re.compile(r"'([^']*)'|(d+)|(M+)|(y+)|([^'dMy]+)")
_LAST_WORD = re.compile(r"(?<!\s)\s+'[^']*'$")
_SPACE = re.compile(r"[ \n\u00a0]+")
_TAG_ENDS = r"(?=[\s/>])"
_AS_IT_STANDS = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<(script|style|textarea){_TAG_ENDS}.*?(?:</\1{_TAG_ENDS}|\Z)"  # no marks in these
    rf"|<(/?)(pre|code|option){_TAG_ENDS}",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
_DIGIT = "[0-9]"
"""A third sooner found among the letters of a page than any digit of any script (`\\d`)."""


@dataclass(frozen=True, slots=True)
class TypedDays:
    """Finds days and amounts in the HTML of a page, as the languages of a site write them."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, locales: Iterable[Locale]) -> Self:
        """Make it for some languages."""
        whole, parts, units = list[str](), list[str](), list[str]()
        for locale in locales:
            units += (unit.pattern for _, unit in UNITS.get(locale.code, ()))
            months = _months(locale)
            whole.append(_whole(locale.day_pattern, months))
            if short := locale.day_of_month_pattern:
                parts.append(_written(short, months))
        days = _any_of([*dict.fromkeys(whole + parts)])
        amounts = [rf"({_DIGIT}[ \n](?i:{'|'.join(units)}))"] if units else []
        return cls(re.compile("|".join([days, *amounts])))

    def held(self, html: str) -> str:
        """Return a page of which no line ends inside of a day, or between a number and its unit."""
        prose = Prose(html)

        def one(match: re.Match[str]) -> str:
            day = match[0]
            if " " not in day and "\n" not in day:  # most: the site has set them itself
                return day
            blanks = 1 if match.lastindex and len(day) > _LONG_AMOUNT else 0  # 0: all of them
            return _SPACE.sub(_HOLDING, day, blanks) if prose.has(match.start()) else day

        return self.pattern.sub(one, html)


def _months(locale: Locale) -> str:
    names = get_month_names("wide", "format", locale=locale.code.replace("-", "_")).values()
    return "|".join(re.escape(name) for name in names)


def _any_of(days: Sequence[str]) -> str:
    """Return a pattern of days, behind which and in front of which no word goes on.

    One that begins with a digit is tried at digits alone, one that looks behind first at each sign.
    """
    numbered = [day.removeprefix(_DIGIT) for day in days if day.startswith(_DIGIT)]
    named = [day for day in days if not day.startswith(_DIGIT)]
    begun = [rf"{_DIGIT}(?<![\w.]{_DIGIT})(?:{'|'.join(numbered)})"] if numbered else []
    others = [rf"(?<![\w.])(?:{'|'.join(named)})"] if named else []
    return rf"(?:{'|'.join(begun + others)})(?!\w)"


def _whole(pattern: str, months: str) -> str:
    """Return a pattern of whole days as an expression; a word that ends it may be cut off."""
    last = _LAST_WORD.search(pattern)
    if last is None:
        return _written(pattern, months)
    return f"{_written(pattern[: last.start()], months)}(?:{_written(last[0], months)})?"


def _written(pattern: str, months: str) -> str:
    """Return a pattern of dates as an expression; months may have endings behind them.

    A word of the pattern may be its first letter with a dot: 20 ноября 2026 г.
    """

    def part(match: re.Match[str]) -> str:
        said, day, month, year, between = match.groups()
        if day or year:
            return _DIGIT + (f"{_DIGIT}?" if day else f"{_DIGIT}{{3}}")
        words = rf"(?:{months})\w*" if month else _as_typed(said or between)
        return rf"(?:{words}|{re.escape(said[0])}\.)" if said else words

    return _PARTS.sub(part, pattern)


def _as_typed(words: str) -> str:
    return _SPACE.sub(r"[ \\n\\u00a0]+", re.escape(words).replace("\\ ", " "))


class Prose:
    """Where in the HTML of a page a text stands that is shown as prose; marks are read once."""

    def __init__(self, html: str) -> None:
        self._html = html

    def has(self, at: int) -> bool:
        """Return whether a place is in such a text."""
        if self._html.rfind("<", 0, at) > self._html.rfind(">", 0, at):
            return False
        ends, stands = self._marks
        behind = bisect(ends, at)
        return behind == 0 or not stands[behind - 1]

    @cached_property
    def _marks(self) -> tuple[list[int], list[bool]]:
        """Where each mark of what stands as it lies there ends, and whether such is open then."""
        ends, stands, opened = list[int](), list[bool](), set[str]()
        for mark in _AS_IT_STANDS.finditer(self._html):
            if mark[3]:
                (opened.discard if mark[2] else opened.add)(mark[3].lower())
            else:  # a comment, or what has no marks: whole
                ends.append(mark.start())
                stands.append(True)
            ends.append(mark.end())
            stands.append(bool(opened))
        return ends, stands
