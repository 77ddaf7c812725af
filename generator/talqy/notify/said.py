"""Notices as plain text, in one language."""

from collections.abc import Iterable, Iterator

from talqy.language.locale import Locale
from talqy.model.notice import Happening

_INDENT = "  "


def notices_text(locale: Locale, told: Iterable[Happening]) -> str:
    """Return notices for a terminal or a letter; nothing where there are none."""
    return "\n\n".join("\n".join(_lines(locale, one)) for one in told)


def _lines(locale: Locale, one: Happening) -> Iterator[str]:
    said = one.told[locale.code]
    yield f"{locale.day(one.on)}: {said.title} – {said.standard}"
    yield from (f"{_INDENT}{line}" for line in said.lines)
    yield f"{_INDENT}{said.link}"
