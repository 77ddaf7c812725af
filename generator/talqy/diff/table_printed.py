"""The comparison table as lines and cells: one language on A4, two side by side on A3."""

from collections.abc import Iterator, Sequence
from itertools import chain

from talqy.diff.table import ComparisonTable, reasons_of
from talqy.diff.table_rows import TableRow
from talqy.office.file_properties import AboutFile
from talqy.office.layouts import WordLayout
from talqy.office.portions import height, plain_lines
from talqy.office.printed import (
    GAP,
    PrintedBlock,
    PrintedCell,
    PrintedLine,
    PrintedRow,
    PrintedTable,
    Printer,
    Style,
    on_new_pages,
)
from talqy.office.printed_wordml import PrintedWriter

_ONE, _BESIDE = "comparison", "comparison-beside"
_NUMBER = 15
_COLUMNS = {_ONE: (38, 76, 76, 57), _BESIDE: (33, 57, 57, 38)}
# A row of more lines is broken between pages: kept whole, it leaves the page before it half empty.
_MOST_WHOLE = 7
_MILLIMETRES_A_SIGN = {_ONE: 2.0, _BESIDE: 1.65}


def layout_for(tables: Sequence[ComparisonTable]) -> str:
    """Return the layout of tables, by its name without an ending: two languages stand beside."""
    return _BESIDE if len(tables) == 2 else _ONE


def comparison_docx(tables: Sequence[ComparisonTable], layout: WordLayout) -> bytes:
    """Print the same table in one or more languages."""
    writer = PrintedWriter(layout.styles, layout.width)
    return layout.filled(writer.body(comparison_blocks(tables)), about_tables(tables))


def about_tables(tables: Sequence[ComparisonTable]) -> AboutFile:
    """Return what a file of tables says of itself."""
    return AboutFile(
        title=" ".join(tables[0].titles[:2]),
        languages=tuple(table.language for table in tables),
        day=tables[0].day,
    )


def comparison_blocks(tables: Sequence[ComparisonTable]) -> Iterator[PrintedBlock]:
    """Yield all that the same table says in one or more languages."""
    name = layout_for(tables)
    spoken = [_Spoken(one, Printer(one.language, several=len(tables) > 1), name) for one in tables]
    groups = [spoken] if len(spoken) == 2 else [[one] for one in spoken]
    return on_new_pages(map(_group, groups))


class _Spoken:
    """A table, how its words are printed, and how wide its columns are."""

    def __init__(self, table: ComparisonTable, printer: Printer, layout: str) -> None:
        self.table, self.printer, self.line = table, printer, printer.line
        self.columns = _COLUMNS[layout]
        self.signs = [int(column / _MILLIMETRES_A_SIGN[layout]) for column in self.columns]


def _group(spoken: Sequence[_Spoken]) -> Iterator[PrintedBlock]:
    """Yield what stands on a sheet."""
    yield from _titles(spoken)
    yield _table(spoken)
    for one in spoken:
        yield one.line(Style.LEGEND, one.table.legend)


def _titles(spoken: Sequence[_Spoken]) -> Iterator[PrintedBlock]:
    """Yield the titles; those of two languages side by side, as the columns below them."""
    if len(spoken) == 1:
        yield from _title(spoken[0])
        return
    cells = tuple(PrintedCell(tuple(_title(one))) for one in spoken)
    yield PrintedTable((PrintedRow(cells),), (1,) * len(cells), is_ruled=False)
    yield GAP


def _title(one: _Spoken) -> Iterator[PrintedLine]:
    *titles, revisions = one.table.titles
    for at, title in enumerate(titles):
        yield one.line(Style.TITLE, title) if at else one.printer.title(title)
    yield one.line(Style.REVISIONS, revisions)


def _table(spoken: Sequence[_Spoken]) -> PrintedTable:
    first = spoken[0].table
    rows = (
        *_heads(spoken),
        *([] if first.rows else [_empty(spoken)]),
        *(_row(spoken, rows) for rows in zip(*(one.table.rows for one in spoken), strict=True)),
    )
    shares = (_NUMBER, *chain.from_iterable(one.columns for one in spoken))
    return PrintedTable(rows, shares, caption=" ".join(first.titles[:2]))


def _heads(spoken: Sequence[_Spoken]) -> Iterator[PrintedRow]:
    """Yield the heads, which are repeated on each page; languages are named where there are two."""
    names = tuple(one.line(Style.HEAD, one.table.columns[0]) for one in spoken)
    first = PrintedCell(names, down=min(len(spoken), 2), is_shaded=True)
    others = tuple(one.printer.head(name) for one in spoken for name in one.table.columns[1:])
    if len(spoken) == 1:
        yield PrintedRow((first, *others), is_head=True)
        return
    languages = (
        _across(one, Style.HEAD, one.table.language_name, is_shaded=True) for one in spoken
    )
    yield PrintedRow((first, *languages), is_head=True)
    yield PrintedRow(others, is_head=True)


def _across(one: _Spoken, style: Style, words: str, *, is_shaded: bool = False) -> PrintedCell:
    """Return a cell over all columns of a language."""
    return PrintedCell((one.line(style, words),), across=len(one.columns), is_shaded=is_shaded)


def _empty(spoken: Sequence[_Spoken]) -> PrintedRow:
    cells = (_across(one, Style.TEXT, one.table.empty) for one in spoken)
    return PrintedRow((PrintedCell(), *cells))


def _row(spoken: Sequence[_Spoken], rows: Sequence[TableRow]) -> PrintedRow:
    highest = max(map(_highest, spoken, rows))
    cells = [PrintedCell((spoken[0].line(Style.NUMBER, str(rows[0].number)),))]
    for one, row in zip(spoken, rows, strict=True):
        printed = (
            one.printer.texts(row.element),
            one.printer.lines(row.was),
            one.printer.lines(row.becomes),
            one.printer.texts(reasons_of(one.table, row)),
        )
        cells += map(PrintedCell, printed)
    return PrintedRow(tuple(cells), is_whole=highest <= _MOST_WHOLE)


def _highest(one: _Spoken, row: TableRow) -> int:
    """Estimate how many lines the highest cell of a row takes."""
    reasons = plain_lines(reasons_of(one.table, row))
    cells = (plain_lines(row.element), row.was, row.becomes, reasons)
    return max(map(height, cells, one.signs))
