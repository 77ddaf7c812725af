"""A page of the theme, rendered once with slots, into which record pages are stamped.

Rule: a shell is split once, when it is made; filling joins strings and never looks at them again,
so a slot mark inside somebody's comment stays text. Text slots are escaped here; a slot that takes
finished HTML takes `Markup` and nothing else.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from markupsafe import Markup, escape

from talqy.errors import TemplateError

# Marks are drawn anew by every run, so that no text of a project can hold one.
_RUN = secrets.token_hex(8)
_MARK = re.compile(f"\ue000{_RUN}-([a-z-]+)\ue001")

TEXT_SLOTS = frozenset({"title", "description", "canonical"})
HTML_SLOTS = frozenset({"alternates", "breadcrumbs", "content", "languages", "feeds", "source"})
SECTIONS = ("home", "register", "how", "statistics", "none")
NAVIGATION_SLOTS = frozenset(f"at-{section}" for section in SECTIONS)
SLOTS = TEXT_SLOTS | HTML_SLOTS | NAVIGATION_SLOTS
_REQUIRED = frozenset({"title", "content", "languages"})


def mark(name: str) -> Markup:
    """Return the mark of a slot, for the theme to print."""
    if name not in SLOTS:
        raise TemplateError(f"a shell has no slot “{name}”; it has: {', '.join(sorted(SLOTS))}")
    return Markup(f"\ue000{_RUN}-{name}\ue001")  # noqa: S704 - a name of our own table


@dataclass(frozen=True, slots=True)
class Shell:
    """Pieces of HTML and, between them, the names of slots."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]

    @classmethod
    def split(cls, html: str) -> Self:
        """Make a shell of a rendered page."""
        pieces = _MARK.split(html)
        if missing := _REQUIRED.difference(pieces[1::2]):
            raise TemplateError(
                f"the theme does not print the slots: {', '.join(sorted(missing))}; "
                "an overridden base.html must print what ours prints",
            )
        return cls(tuple(pieces[::2]), tuple(pieces[1::2]))

    def fill(self, values: Mapping[str, str]) -> str:
        """Stamp one page."""
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            value = values.get(slot, "")
            finished = isinstance(value, Markup)
            if slot in HTML_SLOTS and value and not finished:
                raise TypeError(f"the slot {slot} takes finished HTML")
            # Finished HTML goes in as it is: escaping it would copy the whole page.
            parts += (value if finished else escape(value), piece)
        return "".join(parts)
