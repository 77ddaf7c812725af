"""Days that people have typed in prose, as pages show them: no line ends inside of one.

The site sets its own days so (`Locale.day`). Sources stay as they are, and so does what is shown as
it lies there, or is sent back: attributes, code, fields.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from babel.dates import get_month_names

from talqy.language.locale import Locale

_HOLDING = "\u00a0"
_PARTS = re.compile(r"'([^']*)'|(d+)|(M+)|(y+)|([^'dMy]+)")
_LAST_WORD = re.compile(r"\s+'[^']*'$")
_SPACE = re.compile(r"[ \n\u00a0]+")
_AS_IT_STANDS = ("script", "style", "pre", "code", "textarea", "option")


@dataclass(frozen=True, slots=True)
class TypedDays:
    """Finds days in the HTML of a page, as the languages of a site write them."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, locales: Iterable[Locale]) -> Self:
        """Make it for some languages."""
        whole, parts = list[str](), list[str]()
        for locale in locales:
            months = _months(locale)
            whole.append(_whole(locale.day_pattern, months))
            if short := locale.day_of_month_pattern:
                parts.append(_written(short, months))
        days = "|".join(dict.fromkeys(whole + parts))
        return cls(re.compile(rf"(?<![\w.])(?:{days})(?!\w)"))

    def held(self, html: str) -> str:
        """Return a page of which no line ends inside of a day."""

        def one(match: re.Match[str]) -> str:
            held = _SPACE.sub(_HOLDING, match[0])
            # Most are days that the site has set itself: nobody need ask where they stand.
            return held if held == match[0] or _is_text(html, match.start()) else match[0]

        return self.pattern.sub(one, html)


def _months(locale: Locale) -> str:
    names = get_month_names("wide", "format", locale=locale.code.replace("-", "_")).values()
    return "|".join(re.escape(name) for name in names)


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
        if day:
            return r"\d{1,2}"
        if month:
            return rf"(?:{months})\w*"
        if year:
            return r"\d{4}"
        words = _SPACE.sub(r"[ \\n\\u00a0]+", re.escape(said or between or "").replace("\\ ", " "))
        return rf"(?:{words}|{re.escape(said[0])}\.)" if said else words

    return _PARTS.sub(part, pattern)


def _is_text(html: str, at: int) -> bool:
    """Return whether a place of HTML is in a text that is shown as prose."""
    if html.rfind("<", 0, at) > html.rfind(">", 0, at):
        return False
    return all(
        html.rfind(f"<{name}", 0, at) <= html.rfind(f"</{name}", 0, at) for name in _AS_IT_STANDS
    )
