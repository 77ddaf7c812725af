"""The comparison table as a Word file: one language on A4, two side by side on A3.

Titles, grid and legend are written as marked-up text, and every word is escaped on its way in.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from talqy.diff.table import ComparisonTable, reasons_of
from talqy.diff.table_rows import TableRow
from talqy.office.documents import written
from talqy.office.wordml import (
    CELL,
    DOWN,
    DOWN_AGAIN,
    EMPTY,
    HEAD,
    LINED,
    LOOK,
    NOTHING,
    PAGE_BREAK,
    REPEATED,
    ROW,
    SPAN,
    WHOLE,
    Layout,
    ParagraphMaker,
    Style,
    grid,
    joined,
    twips,
)

_ONE = Layout((297, 210), (20, 15), 15, (38, 76, 76, 57), 11, 600)


_TWO = Layout((420, 297), (20, 15), 15, (33, 57, 57, 38), 9, 1_000)


def comparison_docx(tables: Sequence[ComparisonTable]) -> bytes:
    """Print the same table in one or more languages; two stand side by side."""
    layout = _TWO if len(tables) == 2 else _ONE
    content = body(tables, layout, beside=layout is _TWO)
    title = " ".join(tables[0].titles[:2])
    return written([content], layout, title, [table.language for table in tables], tables[0].day)


def body(tables: Sequence[ComparisonTable], layout: Layout, *, beside: bool) -> Markup:
    """Write all that a file says: tables `beside` one another, or one after another."""
    groups = [tables] if beside else [[table] for table in tables]
    written = [joined(_group(group, layout, named=len(tables) > 1)) for group in groups]
    return PAGE_BREAK.join(written)


def _group(tables: Sequence[ComparisonTable], layout: Layout, *, named: bool) -> Iterator[Markup]:
    """Write what stands on a sheet; languages are `named` run by run where a file has several."""
    spoken = [_Spoken(table, named=named) for table in tables]
    yield _titles(spoken, layout)
    yield _table(spoken, layout)
    for one in spoken:
        yield one.line(Style.LEGEND, one.table.legend)


class _Spoken(ParagraphMaker):
    """A table, and how its words become paragraphs."""

    def __init__(self, table: ComparisonTable, *, named: bool) -> None:
        super().__init__(table.language, named=named)
        self.table = table


def _titles(spoken: Sequence[_Spoken], layout: Layout) -> Markup:
    """Write the titles; those of two languages side by side, as the columns below them."""
    written = [joined(_title(one)) for one in spoken]
    if len(written) == 1:
        return written[0]
    width = twips((layout.sheet[0] - sum(layout.margins)) / len(written))
    row = ROW.format(NOTHING, joined(CELL.format(width, NOTHING, one) for one in written))
    return grid(LOOK, [width] * len(written), [row]) + EMPTY


def _title(one: _Spoken) -> Iterator[Markup]:
    *titles, revisions = one.table.titles
    for title in titles:
        yield one.line(Style.TITLE, title)
    yield one.line(Style.REVISIONS, revisions)


def _table(spoken: Sequence[_Spoken], layout: Layout) -> Markup:
    first, *_ = tables = [one.table for one in spoken]
    number, *columns = map(twips, (layout.number, *layout.columns))
    rows = [
        *_heads(spoken, number, columns),
        *([] if first.rows else [_empty(spoken, number, columns)]),
        *(
            _row(spoken, rows, number, columns, layout.whole)
            for rows in zip(*(table.rows for table in tables), strict=True)
        ),
    ]
    look = LINED.format(" ".join(first.titles[:2]))
    return grid(look, [number, *(columns * len(spoken))], rows)


def _heads(spoken: Sequence[_Spoken], number: int, columns: Sequence[int]) -> Iterator[Markup]:
    """Write the heads, which are repeated on each page; languages are named where there are two."""
    names = joined(one.line(Style.HEAD, one.table.columns[0]) for one in spoken)
    first = CELL.format(number, HEAD, names)
    if len(spoken) > 1:
        across = [
            CELL.format(sum(columns), SPAN + HEAD, one.line(Style.HEAD, one.table.language_name))
            for one in spoken
        ]
        yield ROW.format(REPEATED, joined([CELL.format(number, DOWN + HEAD, names), *across]))
        first = CELL.format(number, DOWN_AGAIN, EMPTY)
    others = (
        CELL.format(width, HEAD, one.line(Style.HEAD, name))
        for one in spoken
        for width, name in zip(columns, one.table.columns[1:], strict=True)
    )
    yield ROW.format(REPEATED, joined([first, *others]))


def _empty(spoken: Sequence[_Spoken], number: int, columns: Sequence[int]) -> Markup:
    cells = (
        CELL.format(sum(columns), SPAN, one.line(Style.TEXT, one.table.empty)) for one in spoken
    )
    return ROW.format(NOTHING, joined([CELL.format(number, NOTHING, EMPTY), *cells]))


def _row(
    spoken: Sequence[_Spoken],
    rows: Sequence[TableRow],
    number: int,
    columns: Sequence[int],
    whole: int,
) -> Markup:
    longest = max(sum(len(x.text) for x in side) for r in rows for side in (r.was, r.becomes))
    cell = spoken[0].line(Style.NUMBER, str(rows[0].number))
    cells = [CELL.format(number, NOTHING, cell)]
    for one, row in zip(spoken, rows, strict=True):
        written = (
            one.texts(row.element),
            one.lines(row.was),
            one.lines(row.becomes),
            one.texts(reasons_of(one.table, row)),
        )
        cells += map(CELL.format, columns, [NOTHING] * len(columns), written)
    return ROW.format(WHOLE if longest <= whole else NOTHING, joined(cells))
