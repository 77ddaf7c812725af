"""The comparison table as a Word file: one language on A4, two side by side on A3."""

from collections.abc import Iterator, Sequence
from itertools import chain

from talqy.diff.table import ComparisonTable, reasons_of
from talqy.diff.table_rows import TableRow
from talqy.office.file_properties import AboutFile
from talqy.office.layouts import WordLayout
from talqy.office.portions import height, plain_lines
from talqy.office.wordml import (
    EMPTY,
    GOES_ON,
    GONE_ON,
    NOTHING,
    REPEATED,
    SHADED,
    WHOLE,
    Style,
    Wordml,
    WordWriter,
    across,
    cell_of,
    joined,
    on_new_pages,
    row_of,
    shared,
    table_of,
)

_ONE, _BESIDE = "comparison.docx", "comparison-beside.docx"
_NUMBER = 15
_COLUMNS = {_ONE: (38, 76, 76, 57), _BESIDE: (33, 57, 57, 38)}
# A row of more lines is broken between pages: kept whole, it leaves the page before it half empty.
_MOST_WHOLE = 7
_MILLIMETRES_A_SIGN = {_ONE: 2.0, _BESIDE: 1.65}


def layout_for(tables: Sequence[ComparisonTable]) -> str:
    """Return the name of the layout of tables: two languages stand side by side."""
    return _BESIDE if len(tables) == 2 else _ONE


def comparison_docx(tables: Sequence[ComparisonTable], layout: WordLayout) -> bytes:
    """Print the same table in one or more languages."""
    spoken = [
        _Spoken(
            table,
            WordWriter(table.language, layout.styles, layout.width, several=len(tables) > 1),
            layout_for(tables),
        )
        for table in tables
    ]
    groups = [spoken] if len(spoken) == 2 else [[one] for one in spoken]
    about = AboutFile(
        title=" ".join(tables[0].titles[:2]),
        languages=tuple(table.language for table in tables),
        day=tables[0].day,
    )
    return layout.filled(on_new_pages(map(_group, groups)), about)


class _Spoken:
    """A table, how its words are written, and how wide its columns are."""

    def __init__(self, table: ComparisonTable, writer: WordWriter, layout: str) -> None:
        self.table, self.writer, self.line = table, writer, writer.line
        sides = 2 if layout == _BESIDE else 1
        columns = _COLUMNS[layout]
        self.signs = [int(column / _MILLIMETRES_A_SIGN[layout]) for column in columns]
        shares = (_NUMBER, *columns)
        self.number, *self.columns = shared(writer.width, shares, _NUMBER + sides * sum(columns))


def _group(spoken: Sequence[_Spoken]) -> Iterator[Wordml]:
    """Write what stands on a sheet."""
    yield _titles(spoken)
    yield _table(spoken)
    for one in spoken:
        yield one.line(Style.LEGEND, one.table.legend)


def _titles(spoken: Sequence[_Spoken]) -> Wordml:
    """Write the titles; those of two languages side by side, as the columns below them."""
    written = [joined(_title(one)) for one in spoken]
    if len(written) == 1:
        return written[0]
    widths = shared(spoken[0].writer.width, [1] * len(written))
    return Wordml(table_of(widths, [row_of(map(cell_of, widths, written))]) + EMPTY)


def _title(one: _Spoken) -> Iterator[Wordml]:
    *titles, revisions = one.table.titles
    for title in titles:
        yield one.line(Style.TITLE, title)
    yield one.line(Style.REVISIONS, revisions)


def _table(spoken: Sequence[_Spoken]) -> Wordml:
    first = spoken[0]
    rows = [
        *_heads(spoken),
        *([] if first.table.rows else [_empty(spoken)]),
        *(_row(spoken, rows) for rows in zip(*(one.table.rows for one in spoken), strict=True)),
    ]
    widths = [first.number, *chain.from_iterable(one.columns for one in spoken)]
    return table_of(widths, rows, first.writer.grid_style, " ".join(first.table.titles[:2]))


def _heads(spoken: Sequence[_Spoken]) -> Iterator[Wordml]:
    """Write the heads, which are repeated on each page; languages are named where there are two."""
    number = spoken[0].number
    names = joined(one.line(Style.HEAD, one.table.columns[0]) for one in spoken)
    first = cell_of(number, names, SHADED)
    if len(spoken) > 1:
        languages = (_across(one, Style.HEAD, one.table.language_name, SHADED) for one in spoken)
        yield row_of((cell_of(number, names, Wordml(GOES_ON + SHADED)), *languages), REPEATED)
        first = cell_of(number, EMPTY, GONE_ON)
    others = (
        cell_of(width, one.line(Style.HEAD, name), SHADED)
        for one in spoken
        for width, name in zip(one.columns, one.table.columns[1:], strict=True)
    )
    yield row_of((first, *others), REPEATED)


def _across(one: _Spoken, style: Style, words: str, look: Wordml = NOTHING) -> Wordml:
    """Write a cell over all columns of a language."""
    over = Wordml(across(len(one.columns)) + look)
    return cell_of(sum(one.columns), one.line(style, words), over)


def _empty(spoken: Sequence[_Spoken]) -> Wordml:
    cells = (_across(one, Style.TEXT, one.table.empty) for one in spoken)
    return row_of((cell_of(spoken[0].number, EMPTY), *cells))


def _row(spoken: Sequence[_Spoken], rows: Sequence[TableRow]) -> Wordml:
    first = spoken[0]
    highest = max(map(_highest, spoken, rows))
    cells = [cell_of(first.number, first.line(Style.NUMBER, str(rows[0].number)))]
    for one, row in zip(spoken, rows, strict=True):
        written = (
            one.writer.texts(row.element),
            one.writer.lines(row.was),
            one.writer.lines(row.becomes),
            one.writer.texts(reasons_of(one.table, row)),
        )
        cells += map(cell_of, one.columns, written)
    return row_of(cells, WHOLE if highest <= _MOST_WHOLE else NOTHING)


def _highest(one: _Spoken, row: TableRow) -> int:
    """Estimate how many lines the highest cell of a row takes."""
    reasons = plain_lines(reasons_of(one.table, row))
    cells = (plain_lines(row.element), row.was, row.becomes, reasons)
    return max(map(height, cells, one.signs))
