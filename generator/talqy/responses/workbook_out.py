"""The workbook of answers: the citizen's words locked, the cells for the answer open."""

import io
import re
from collections.abc import Sequence
from copy import copy
from datetime import date, datetime, time
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from talqy.office.own_mark import keyword
from talqy.office.packages import FONT, SHADE, fixed, office_language
from talqy.office.workbooks import guarded, literal
from talqy.responses.response_table import (
    LANDED_REVISION,
    OUTCOME,
    ColumnUse,
    ResponseColumn,
    ResponseTable,
    Sheet,
)

_MAKER = "Talqy"
_LETTERS = 10
_LINE_HEIGHT, _ROOM, _HIGHEST = 13, 4, 409
_A4 = 9
_THIN = Side(style="thin", color="808080")
_BORDER = Border(_THIN, _THIN, _THIN, _THIN)
_OPEN = "FFF8E1"
_TEXT, _DAY = "@", "dd.mm.yyyy"
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
# The keys of the columns stand in a hidden row above the heads.
_KEYS, _HEADS = 1, 2
# So many rows may be added by hand and still have the lists.
_SPARE = 200


def responses_xlsx(table: ResponseTable) -> bytes:
    """Print a workbook of answers."""
    workbook = Workbook()
    sheet, outcomes, clauses = workbook.worksheets[0], table.outcomes, table.clauses
    sheet.title = _sheet_name(table.name)
    _print_list(workbook.create_sheet(_sheet_name(clauses.name)), clauses, (30, 10, 60, 16))
    _print_list(workbook.create_sheet(_sheet_name(outcomes.name)), outcomes, (50,))
    _print_heads(sheet, table.columns)
    _print_rows(sheet, table)
    _offer_choices(sheet, table)
    _set_sheet(sheet, table)
    about = workbook.properties
    about.title, about.language = table.title, office_language(table.language)
    about.creator = about.lastModifiedBy = _MAKER
    about.keywords = keyword("responses")
    about.created = about.modified = datetime.combine(table.day, time())
    stream = io.BytesIO()
    # The writer itself: saving the usual way would note the moment of the clock.
    ExcelWriter(workbook, ZipFile(stream, "w", ZIP_DEFLATED)).save()
    return fixed(stream.getvalue())


def _sheet_name(name: str) -> str:
    return _NO_SHEET_NAME.sub(" ", name)[:31]


def _print_heads(sheet: Worksheet, columns: Sequence[ResponseColumn]) -> None:
    for number, column in enumerate(columns, 1):
        _put(sheet, _KEYS, number, column.key)
        head = _put(sheet, _HEADS, number, column.head)
        _dress_head(head)
        width = sheet.column_dimensions[get_column_letter(number)]
        width.width, width.hidden = column.width, column.role is ColumnUse.HIDDEN
    sheet.row_dimensions[_KEYS].hidden = True
    sheet.row_dimensions[_HEADS].height = _LINE_HEIGHT * 5


def _dress_head(cell: Cell) -> None:
    cell.font = Font(FONT, _LETTERS, bold=True)
    cell.alignment = Alignment("center", "center", wrap_text=True)
    cell.fill = PatternFill("solid", SHADE)
    cell.border = _BORDER


def _print_rows(sheet: Worksheet, table: ResponseTable) -> None:
    # A cell's look is made once for each column and then shared: rows may be ten thousand.
    looks = [_dressed(sheet, number, column) for number, column in enumerate(table.columns, 1)]
    widths = [column.width for column in table.columns if column.role is not ColumnUse.HIDDEN]
    for at, row in enumerate(table.rows, _HEADS + 1):
        for number, (value, look) in enumerate(zip(row, looks, strict=True), 1):
            _share(look, _put(sheet, at, number, value))
        sheet.row_dimensions[at].height = _height(row, widths)


def _share(look: Any, cell: Any) -> None:  # noqa: ANN401 - the library hides how looks are kept
    prefixed = cell.quotePrefix
    cell._style = copy(look._style)  # noqa: SLF001 - ten times faster than to describe it anew
    if prefixed:
        cell.quotePrefix = True


def _dressed(sheet: Worksheet, place: int, column: ResponseColumn) -> Cell:
    """Dress the first cell of a column, for the others to look like it."""
    cell = cast("Cell", sheet.cell(_HEADS + 1, place))
    cell.font, cell.border = Font(FONT, _LETTERS), _BORDER
    cell.alignment = Alignment("left", "top", wrap_text=True)
    cell.number_format = _DAY if column.key == "received" else _TEXT
    if column.role is ColumnUse.RESPONSE:
        cell.protection = Protection(locked=False)
        cell.fill = PatternFill("solid", _OPEN)
    return cell


def _height(row: Sequence[str | date], widths: Sequence[int]) -> float:
    """Estimate the height of a row; Excel has a greatest one, the rest is seen on entering."""
    most = max(
        sum(1 + int(len(line) * 1.1) // width for line in str(value).split("\n"))
        for value, width in zip(row, widths, strict=False)
    )
    return min(_LINE_HEIGHT * most + _ROOM, _HIGHEST)


def _offer_choices(sheet: Worksheet, table: ResponseTable) -> None:
    """Give the columns for outcome and revision their lists."""
    names = quote_sheetname(_sheet_name(table.outcomes.name))
    outcomes = f"{names}!$A$2:$A${1 + len(table.outcomes.rows)}"
    revisions = '"' + ",".join(map(str, table.revisions)) + '"'
    last = _HEADS + len(table.rows) + _SPARE
    for key, choices in ((OUTCOME, outcomes), (LANDED_REVISION, revisions)):
        number = next(at for at, column in enumerate(table.columns, 1) if column.key == key)
        letter = get_column_letter(number)
        choice = DataValidation(type="list", formula1=choices, allow_blank=True)
        choice.showErrorMessage = True
        choice.add(f"{letter}{_HEADS + 1}:{letter}{last}")
        sheet.add_data_validation(choice)


def _set_sheet(sheet: Worksheet, table: ResponseTable) -> None:
    """Set how the sheet is shown, printed and protected; anybody may lift the protection."""
    shown = [column for column in table.columns if column.role is not ColumnUse.HIDDEN]
    sheet.freeze_panes = f"B{_HEADS + 1}"
    sheet.auto_filter.ref = (
        f"A{_HEADS}:{get_column_letter(len(shown))}{_HEADS + max(len(table.rows), 1)}"
    )
    sheet.print_title_rows = f"{_HEADS}:{_HEADS}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    protection = sheet.protection
    protection.enable()
    # In the file's own words these say what is forbidden.
    protection.autoFilter = protection.sort = False
    protection.formatColumns = protection.formatRows = False


def _print_list(sheet: Worksheet, of: Sheet, widths: Sequence[int]) -> None:
    for column, (head, width) in enumerate(zip(of.heads, widths, strict=True), 1):
        _dress_head(_put(sheet, 1, column, head))
        sheet.column_dimensions[get_column_letter(column)].width = width
    for at, row in enumerate(of.rows, 2):
        for column, value in enumerate(row, 1):
            cell = _put(sheet, at, column, value)
            cell.alignment = Alignment("left", "top", wrap_text=True)
            cell.number_format = _TEXT
    sheet.freeze_panes = "A2"
    sheet.protection.enable()


def _put(sheet: Worksheet, row: int, column: int, value: str | date) -> Cell:
    cell = cast("Cell", sheet.cell(row, column))
    if isinstance(value, str) and value:
        cell.value = literal(value)
        guarded(cell, value)
    elif value:
        cell.value = value
    return cell
