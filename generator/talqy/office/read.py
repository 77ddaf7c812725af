"""Workbooks in, plain grids out: the only place that reads Excel files.

They come from strangers: a file is bounded before it is unpacked, and no part of it may define
entities. Formulas are never computed; what the program last showed is taken.
"""

import io
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from itertools import islice
from typing import Any, cast
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from talqy.office.grids import Grid, Row
from talqy.office.unsound import TooBigError, UnsoundError

_MOST_BYTES = 1 << 26
_MOST_PARTS = 2_000
_MOST_ROWS = 20_000
_MOST_COLUMNS = 64
_MOST_MERGED = 2_000
_LAST_ROW = 1_048_576  # of any sheet
_MERGED = re.compile(rb'mergeCell [^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')
# Office files define no entities; who does wants to unfold them, or to read what is not theirs.
_DEFINES = ("<!DOCTYPE", "<!ENTITY")


def grids(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read all sheets of a workbook."""
    _look_through(data)
    try:
        return tuple(_sheets(data, file))
    except UnsoundError:
        raise
    except Exception as error:  # a broken file brings up whatever the library has
        raise UnsoundError from error


def _look_through(data: bytes) -> None:
    """Refuse what unpacks to too much, and what defines entities."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _look_at_parts(archive)
    except UnsoundError:
        raise
    except Exception as error:  # each way of packing has faults of its own
        raise UnsoundError from error


def _look_at_parts(archive: ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise TooBigError
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _refuse_entities(archive.read(part))


def _refuse_entities(part: bytes) -> None:
    if any(sign.encode(code) in part for sign in _DEFINES for code in ("utf-8", "utf-16-le")):
        raise UnsoundError


# --- workbooks -----------------------------------------------------------------------------


def _sheets(data: bytes, file: str) -> Iterator[Grid]:
    # Read row by row: the other way of the library makes every cell that a stranger's range names.
    book = load_workbook(io.BytesIO(data), data_only=True, read_only=True)
    with ZipFile(io.BytesIO(data)) as archive, closing(book):
        for sheet in book.worksheets:
            rows = _rows(sheet)
            path = cast("Any", sheet)._worksheet_path  # noqa: SLF001 - it is said nowhere else
            _fill(rows, _merged(archive.read(path)))
            yield Grid(file, sheet.title, tuple(Row(n, tuple(rows[n])) for n in sorted(rows)))


def _rows(sheet: Worksheet) -> dict[int, list[str]]:
    """Return the rows in which something stands, whatever size the file claims to have."""
    cast("ReadOnlyWorksheet", sheet).reset_dimensions()
    rows: dict[int, list[str]] = {}
    lines = islice(sheet.iter_rows(max_col=_MOST_COLUMNS), _LAST_ROW)
    for number, line in enumerate(lines, 1):
        cells = [_shown(cell).strip() for cell in line]
        if any(cells):
            rows[number] = cells
        if len(rows) > _MOST_ROWS:
            raise TooBigError
    return rows


def _merged(sheet: bytes) -> list[tuple[int, int, int]]:
    """Return column, first and last row of all cells merged downwards: rows hide them."""
    found = [
        (column_index_from_string(column.decode()) - 1, int(first), int(last))
        for column, first, last in _MERGED.findall(sheet)
    ]
    downwards = [merged for merged in found if merged[1] < merged[2]]
    if len(downwards) > _MOST_MERGED:
        raise TooBigError
    return downwards


def _fill(rows: dict[int, list[str]], merged: list[tuple[int, int, int]]) -> None:
    """Let each row say what a cell says that is merged over several."""
    for column, first, last in merged:
        said = rows.get(first, [])[column : column + 1]
        for number, cells in rows.items():
            if first < number <= last and said:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = said[0]


def _shown(cell: Any) -> str:  # noqa: ANN401 - the library has several kinds of cells
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return _number(value, str(cell.number_format))
    # The mark that Excel leaves of a carriage return.
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")


def _number(value: float, form: str) -> str:
    """Print a number with the decimals that its cell shows: clause 4.10 is not 4.1."""
    whole, _, decimals = form.partition(".")
    if whole == "0" and decimals and not decimals.strip("0"):
        return f"{value:.{len(decimals)}f}"
    return str(int(value)) if value.is_integer() else str(value)
