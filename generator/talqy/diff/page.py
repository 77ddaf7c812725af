"""A comparison as one page that needs nothing else: to be sent, kept, or printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from talqy.diff.view import DiffView


@dataclass(frozen=True, slots=True)
class PartView:
    """The comparison in one language, finished."""

    language: str
    name: str
    content: Markup


@dataclass(frozen=True, slots=True)
class PageView:
    """What `diff.html` may use."""

    title: str
    parts: tuple[PartView, ...]


def page(views: Sequence[DiffView]) -> str:
    """Print a comparison in one language after the other; the first one is that of the page."""
    first = views[0].edition
    parts = tuple(
        PartView(
            view.edition.code,
            view.edition.locale.name,
            view.edition.templates.macro("_diff.html", "comparison", view),
        )
        for view in views
    )
    return str(first.render("diff.html", PageView(views[0].title, parts)))
