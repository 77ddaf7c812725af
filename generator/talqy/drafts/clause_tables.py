"""The table of a clause in a Word file: rows that came or went, words of cells that changed."""

from collections.abc import Iterator, Sequence

from talqy.compare.exact import exact_redline
from talqy.compare.marks import Mark
from talqy.compare.tables import Row, table_redline
from talqy.drafts.marked_lines import marked_lines
from talqy.drafts.paired_clauses import PairedClause
from talqy.office.marked_text import MarkedBlock, MarkedRow, MarkedTable

CELL = "Body Text"
"""The style of what stands in cells."""


def clause_tables(pair: PairedClause, language: str) -> Iterator[MarkedTable]:
    """Yield the table of a clause; two of them where columns came or went.

    No program but Word tracks columns, and rows all programs do.
    """
    before, after = (one.table.lines(language) if one and one.table else () for one in pair.sides)
    rows = table_redline(before, after).rows
    widths = {len(row) for row in (*before, *after)} | {len(row.cells) for row in rows}
    if len(widths) == 1:
        yield _table([row.kind for row in rows], before, after, language)
    elif rows:
        yield _table([Mark.REMOVED] * len(before), before, (), language)
        yield _table([Mark.ADDED] * len(after), (), after, language)


def _table(
    kinds: Sequence[str], before: Sequence[Row], after: Sequence[Row], language: str
) -> MarkedTable:
    old, new = iter(before), iter(after)
    rows = []
    for at, kind in enumerate(kinds):
        was = next(old) if kind != Mark.ADDED else ()
        becomes = next(new) if kind != Mark.REMOVED else ()
        mark = Mark(kind) if kind in {Mark.ADDED, Mark.REMOVED} else Mark.KEPT
        rows.append(MarkedRow(tuple(_cells(was, becomes, language)), mark, is_head=at == 0))
    return MarkedTable(tuple(rows))


def _cells(before: Row, after: Row, language: str) -> Iterator[tuple[MarkedBlock, ...]]:
    for at in range(len(before or after)):
        sides = (side[at] if side else "" for side in (before, after))
        yield tuple(marked_lines(exact_redline(*sides), CELL, language))
