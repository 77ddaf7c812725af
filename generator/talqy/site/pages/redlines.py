"""Redlines, actions and attention marks as the pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.compare.fact_changes import FactChange
from talqy.language.edition import Edition
from talqy.site.pages.facts import fact_views


@dataclass(frozen=True, slots=True)
class FactChangeView:
    """The changes of one kind of fact: pairs of before and after, one empty where there is none."""

    label: str
    changes: tuple[tuple[Markup, Markup], ...]


def fact_change_views(
    edition: Edition, changes: tuple[FactChange, ...], years: tuple[int, int]
) -> tuple[FactChangeView, ...]:
    """Show facts that changed; sums in tenge are those of the year of each text."""
    rows: dict[str, list[tuple[Markup, Markup]]] = {}
    for change in changes:
        for label, before, after in _fact_change(edition, change, years):
            rows.setdefault(label, []).append((before, after))
    return tuple(FactChangeView(label, tuple(pairs)) for label, pairs in rows.items())


def _fact_change(
    edition: Edition, change: FactChange, years: tuple[int, int]
) -> Iterator[tuple[str, Markup, Markup]]:
    before, after = (
        {view.kind: view for view in fact_views(edition, facts, year)} if facts else {}
        for facts, year in zip((change.before, change.after), years, strict=True)
    )
    for kind in dict.fromkeys((*before, *after)):
        old, new = before.get(kind), after.get(kind)
        yield (
            new.label if new else old.label if old else "",
            old.lines[0] if old else Markup(),
            new.lines[0] if new else Markup(),
        )
