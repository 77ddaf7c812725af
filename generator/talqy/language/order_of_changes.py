"""In which order changes are told where there is no room for all of them.

First what is better or worse for people who were asked before; of these what the gist of the
text speaks of. Gains and losses by turns: a list of good news alone would be no truth, and a gain
that the gist promises is not folded behind lesser ones.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from talqy.compare.directions import WORSE
from talqy.language.case_words import CaseRow
from talqy.language.short_text import lines_of

_FOR_ALL, _FOR_SOME, _OF_ONE_TEXT, _UNSURE = range(4)
_OF_LINE, _OF_EDGES = 20, 6
"""What a line of a row takes on a phone, and what the row takes beside its lines, in pixels."""


def by_turns(rows: Iterable[CaseRow]) -> list[CaseRow]:
    """Return rows by weight, gains and losses by turns, beginning with the weightier of both."""
    ordered = sorted(rows, key=lambda row: (_weight(row), not row.is_in_gist))
    losses = [row for row in ordered if row.direction in WORSE]
    others = [row for row in ordered if row.direction not in WORSE]
    sides = (losses, others) if ordered and ordered[0] in losses else (others, losses)
    return [row for row in chain(*zip_longest(*sides)) if row is not None]


def _weight(row: CaseRow) -> int:
    """Return how late a row is told: nobody knows yet whether the last ones are better or worse."""
    if not row.direction:
        return _UNSURE
    if row.direction in WORSE and not row.is_partial:
        return _FOR_ALL
    if not row.arrow:
        return _OF_ONE_TEXT
    return _FOR_SOME if row.is_partial else _FOR_ALL


def with_room(rows: Sequence[CaseRow], room: int) -> tuple[CaseRow, ...]:
    """Return as many rows as have room on a phone, in their order; the first by turns in any case.

    One that has none leaves its room to the next ones.
    """
    chosen = list[CaseRow]()
    for row in by_turns(rows):
        shown = [one for one in rows if one in chosen or one is row]
        if not chosen or _height(shown) <= room:
            chosen.append(row)
    return tuple(row for row in rows if row in chosen)


def _height(rows: Sequence[CaseRow]) -> int:
    """Return what rows take; the case is named once for those of it that follow each other."""
    before = [None, *rows]
    return sum(
        _OF_LINE * lines_of(row.told_after(other)) + _OF_EDGES
        for other, row in zip(before, rows, strict=False)
    )
