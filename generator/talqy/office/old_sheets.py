"""Workbooks of older Excel (.xls) and of LibreOffice (.ods): sheets in, grids out.

The library tells values and hidden sheets. It does not tell hidden rows and columns, struck words,
errors and, of `.ods`, merged cells: `NOT_SEEN` says so wherever such a file is reported.
"""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile, is_zipfile

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from talqy.office.grids import Grid, Mark, Row
from talqy.office.sheets import MOST_COLUMNS, MOST_ROWS, fill, shown_text
from talqy.office.sound import LockedError, TooBigError

NOT_SEEN = {
    "xls": "hidden rows and columns, struck words, cells with errors",
    "ods": "hidden rows and columns, struck words, cells with errors, merged cells",
}
"""What the library does not tell, by the form of a file."""
# The library lays out every cell between the first and the last one that is filled.
_MOST_CELLS = 4_000_000
_MOST_REPEATED = 1_000
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_VALUE_TYPE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"


def old_grids(data: bytes, file: str) -> Iterator[Grid]:
    """Yield the sheets of a workbook."""
    if is_zipfile(io.BytesIO(data)):
        _refuse_repeated(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise LockedError from error
    laid_out = 0
    for about in book.sheets_metadata:
        sheet = book.get_sheet_by_name(about.name)
        laid_out += sheet.total_height * sheet.total_width
        if laid_out > _MOST_CELLS:
            raise TooBigError
        is_hidden = about.visible != SheetVisibleEnum.Visible
        rows, beyond = _rows(sheet)
        yield Grid(file, about.name, rows, is_hidden=is_hidden, beyond=beyond)


def _rows(sheet: CalamineSheet) -> tuple[tuple[Row, ...], frozenset[int]]:
    """Return the rows in which something stands, and the numbers of those that are too wide."""
    lines: dict[int, list[str]] = {}
    marks: dict[int, dict[int, Mark]] = {}
    beyond = set()
    for number, line in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = [shown_text(value).strip() for value in line]
        if any(cells):
            lines[number] = cells[:MOST_COLUMNS]
        if any(cells[MOST_COLUMNS:]):
            beyond.add(number)
        if len(lines) > MOST_ROWS:
            raise TooBigError
    merged = [(left, top + 1, bottom + 1) for (top, left), (bottom, _) in _merged(sheet)]
    fill(lines, marks, sorted(merged))
    rows = (
        Row(number, tuple(cells), tuple(sorted(marks.get(number, {}).items())))
        for number, cells in sorted(lines.items())
    )
    return tuple(rows), frozenset(beyond)


def _merged(sheet: CalamineSheet) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the cells merged downwards, as pairs of row and column from 0."""
    for first, last in sheet.merged_cell_ranges or ():
        if first[0] < last[0] and first[1] < MOST_COLUMNS:
            yield first, last


def _refuse_repeated(data: bytes) -> None:
    """Refuse a sheet that says one filled cell or row thousands of times: each would be made."""
    with ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as content:
        for _, row in iterparse(content):  # noqa: S314 - as above
            if row.tag != f"{_TABLE}table-row":
                continue
            cells = [cell for cell in row if cell.get(_VALUE_TYPE)]
            often = [_repeated(cell, "columns") for cell in cells]
            if cells and max(*often, _repeated(row, "rows")) > _MOST_REPEATED:
                raise TooBigError
            row.clear()


def _repeated(element: Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))
