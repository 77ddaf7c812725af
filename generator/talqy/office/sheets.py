"""Workbooks of Excel (.xlsx): sheets in, grids out, with what their rows do not show by themselves.

Formulas are never computed; what the program last showed is taken. Rows are taken as they stand in
the file, not as the sheet claims to be long: a cell in the last row costs one row, not a million.
"""

import io
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, cast
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser
from openpyxl.worksheet.worksheet import Worksheet

from talqy.office.grids import MOST_COLUMNS, CellMark, Grid, Row
from talqy.office.sheet_codes import decoded
from talqy.office.sheet_notes import notes_of
from talqy.office.sound import TooBigError
from talqy.office.unseen_cells import are_unseen

MOST_ROWS = 20_000
# Of all sheets together, whether something stands in them or not.
_MOST_WALKED = 300_000
# Of one sheet: the library takes a tenth of a millisecond and more over each.
_MOST_CELLS = 500_000
_CELL = re.compile(rb"<(?:\w{1,20}:)?c[\s/>]")
_MOST_MERGED = 2_000
# Ranges do not lie over one another, so all of them together cover no more than a sheet has.
_MOST_COVERED = MOST_ROWS * MOST_COLUMNS
_WORDS_ALONE = re.compile(r'(?:\[[^\]]*\])?"([^"]+)"')
_MERGED = re.compile(rb'mergeCell [^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')


def workbook_grids(data: bytes, file: str) -> Iterator[Grid]:
    """Yield the sheets of a workbook that was looked through before."""
    book = load_workbook(io.BytesIO(data), data_only=True, read_only=True, rich_text=True)
    walked = 0
    with ZipFile(io.BytesIO(data)) as archive, closing(book):
        for sheet in book.worksheets:
            path = cast("Any", sheet)._worksheet_path  # noqa: SLF001 - it is said nowhere else
            part = archive.read(path)
            if sum(1 for _ in _CELL.finditer(part)) > _MOST_CELLS:
                raise TooBigError
            read = _Sheet(sheet)
            walked += read.walk(part, _MOST_WALKED - walked)
            fill(read.lines, read.marks, _merged(part))
            yield Grid(
                file,
                sheet.title,
                tuple(read.row(number) for number in sorted(read.lines)),
                is_hidden=sheet.sheet_state != "visible",
                hidden_columns=read.hidden_columns,
                beyond=frozenset(read.beyond),
                notes=tuple(notes_of(archive, path)),
            )


class _Parser(WorkSheetParser):
    """The library's own, which tells a formula without a value from an empty cell."""

    def parse_cell(self, element: Any) -> Any:  # noqa: ANN401 - an element of XML
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["data_type"] = "f"
        return cell


@dataclass
class _Sheet:
    """One sheet while it is read: texts by row and column, and what is to be said of them."""

    sheet: Worksheet
    lines: dict[int, list[str]] = field(default_factory=dict)
    marks: dict[int, dict[int, CellMark]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: frozenset[int] = frozenset()
    beyond: set[int] = field(default_factory=set)

    def walk(self, part: bytes, most: int) -> int:
        """Read all rows; return how many there were. Raise TooBigError where they are too many."""
        sheet, book = cast("Any", self.sheet), cast("Any", self.sheet.parent)
        parser = _Parser(
            io.BytesIO(part),
            sheet._shared_strings,  # noqa: SLF001 - all of this as the library itself hands it on
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
            rich_text=True,
        )
        walked = 0
        for number, cells in parser.parse():
            walked += 1
            if walked > most or len(self.lines) > MOST_ROWS:
                raise TooBigError
            self._take(number, cells)
        self._note_hidden(parser)
        return walked

    def _take(self, number: int, cells: list[dict[str, Any]]) -> None:
        line: dict[int, str] = {}
        for cell in cells:
            at = cell["column"] - 1
            text, mark = _shown(ReadOnlyCell(self.sheet, **cell))
            if at >= MOST_COLUMNS:
                self.beyond |= {number} if text.strip() else set()
                continue
            line[at] = text.strip()
            if mark:
                self.marks.setdefault(number, {})[at] = mark
        if any(line.values()) or number in self.marks:
            self.lines[number] = [line.get(at, "") for at in range(max(line) + 1)]

    def _note_hidden(self, parser: WorkSheetParser) -> None:
        rows: Mapping[str, Mapping[str, str]] = parser.row_dimensions
        self.hidden_rows = {int(number) for number, row in rows.items() if _is_hidden(row)}
        columns = [column for column in parser.column_dimensions.values() if _is_hidden(column)]
        self.hidden_columns = frozenset(
            at
            for column in columns
            for at in range(int(column["min"]) - 1, min(int(column["max"]), MOST_COLUMNS))
        )

    def row(self, number: int) -> Row:
        """Return one row as a value."""
        marks = tuple(sorted(self.marks.get(number, {}).items()))
        return Row(number, tuple(self.lines[number]), marks, number in self.hidden_rows)


def fill(
    lines: Mapping[int, list[str]],
    marks: dict[int, dict[int, CellMark]],
    merged: Sequence[tuple[int, int, int]],
) -> None:
    """Let each row say what a cell says that is merged over several.

    `merged` are column from 0, first and last row of cells merged downwards.
    """
    if len(merged) > _MOST_MERGED:
        raise TooBigError
    numbers, covered = sorted(lines), 0
    for column, first, last in merged:
        cell = lines.get(first, [])[column : column + 1]
        below = numbers[bisect_right(numbers, first) : bisect_right(numbers, last)]
        covered += len(below)
        if covered > _MOST_COVERED:
            raise TooBigError
        for number in below:
            cells = lines[number]
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = "".join(cell)
            marks.setdefault(number, {})[column] = CellMark.FROM_ABOVE


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    """Return whether a row or a column is not seen: hidden, or without height or width."""
    sizes = (attributes.get("ht"), attributes.get("width"))
    return attributes.get("hidden") in {"1", "true"} or any(map(_is_nought, sizes))


def _is_nought(size: str | None) -> bool:
    return bool(size) and not str(size).strip("0.")


def _merged(sheet: bytes) -> list[tuple[int, int, int]]:
    """Return column, first and last row of all cells merged downwards: rows hide them."""
    spans = [
        (column_index_from_string(column.decode()) - 1, int(first), int(last))
        for column, first, last in _MERGED.findall(sheet)
    ]
    return [merged for merged in spans if merged[1] < merged[2] and merged[0] < MOST_COLUMNS]


# --- cells ---------------------------------------------------------------------------------


def _shown(cell: ReadOnlyCell) -> tuple[str, CellMark | None]:
    """Return what a cell shows, and what is to be said of it."""
    value = cast("Any", cell).value
    if value is None:
        return "", CellMark.NO_VALUE if cell.data_type == "f" else None
    if cell.data_type == "e":
        return str(value), CellMark.ERROR
    text = decoded(shown_text(value, str(cell.number_format)))
    if not text.strip():
        return text, None
    if _has_struck(value) or cell.font.strike:
        return text, CellMark.STRUCK
    return text, CellMark.UNSEEN if are_unseen(cell, value) else None


def _has_struck(value: object) -> bool:
    parts = value if isinstance(value, CellRichText) else ()
    return any(
        isinstance(part, TextBlock) and part.font.strike and part.text.strip() for part in parts
    )


def shown_text(value: object, form: str = "") -> str:
    """Return a value as its cell shows it; `form` is the form of a number, as Excel writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return _words_of_form(value, form) or str(value)
    if isinstance(value, float):
        return _number(value, form)
    return str(value).replace("\r\n", "\n")


def _words_of_form(value: float, form: str) -> str:
    """Return the words that a form of numbers shows in place of any number; "" where it has none.

    Its parts are those of numbers above, below and of nought: `"TRUE";"TRUE";"FALSE"`.
    """
    parts = form.split(";")
    place = (2 if value == 0 else int(value < 0)) if len(parts) > 1 else 0
    words = _WORDS_ALONE.fullmatch(parts[place if place < len(parts) else 0])
    return words[1] if words else ""


def _number(value: float, form: str) -> str:
    """Print a number as its cell shows it: clause 4.10 is not 4.1, and a 1 may be shown as TRUE."""
    if words := _words_of_form(value, form):
        return words
    whole, _, decimals = form.partition(".")
    if whole == "0" and decimals and not decimals.strip("0"):
        return f"{value:.{len(decimals)}f}"
    return str(int(value)) if value.is_integer() else str(value)
