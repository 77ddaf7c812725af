"""Notices as plain text, in one language."""

from collections.abc import Iterable, Iterator

from talqy.language.locale import Locale
from talqy.model.notice import Notice

_INDENT = "  "


def notices_text(locale: Locale, told: Iterable[Notice]) -> str:
    """Return notices for a terminal or a letter; nothing where there are none."""
    return "\n\n".join("\n".join(_lines(locale, one)) for one in told)


def _lines(locale: Locale, one: Notice) -> Iterator[str]:
    said = one.told[locale.code]
    yield f"{locale.day(one.on)}: {said.title} – {said.standard}"
    yield from (f"{_INDENT}{line}" for line in said.lines)
    yield f"{_INDENT}{said.link}"
