"""What is written as a workbook: sheets of lines with a title, heads and styles, for A4.

The comparison table, reports and templates are made of it; words from outside are never formulas.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from datetime import date, datetime, time
from functools import cache
from itertools import zip_longest
from typing import Any, cast
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from talqy.compare.redline import Mark, Piece
from talqy.office.own_mark import keyword
from talqy.office.packages import COLOURS, FONT, SHADE, fixed, office_language
from talqy.office.portions import LineKind, TableLine, height, portions

_MAKER = "Talqy"
LETTERS = 11
_OFFERED = 1000  # rows in which a choice is offered
_LINE_HEIGHT = 15
_ROOM = 4
# A row of Excel has a greatest height in points; what does not fit is neither seen nor printed.
# A higher one is divided into rows of which two stand on a sheet.
_HIGHEST = 409
_MOST_LINES, _DIVIDED_LINES = 26, 18
_A4 = 9
_THIN, _HAIR = Side(style="thin"), Side(style="hair")
_LETTERS_OF_CELLS = Font(FONT, LETTERS)
_TO_THE_LEFT = Alignment("left", "top", wrap_text=True)
_IN_THE_MIDDLE = Alignment("center", "top", wrap_text=True)
_FORMULA = ("=", "+", "-", "@")
# Excel reads _x0041_ in a text as the letter A.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")


Looks = dict[tuple[bool, bool, bool], Any]
"""How cells of one workbook look: by whether they hold words, and begin and end a row."""


class _InOrder(MultiCellRange):
    """Merged cells in the order of the sheet; the library's own order differs from run to run."""

    def __iter__(self) -> Iterator[CellRange]:
        return iter(self.sorted())


def new_workbook() -> Workbook:
    """Make a workbook that has no sheet yet."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    return workbook


def new_sheet(workbook: Workbook, name: str, widths: Sequence[int]) -> Worksheet:
    """Add a sheet with columns of these widths, in signs."""
    sheet = cast("Worksheet", workbook.create_sheet(_NO_SHEET_NAME.sub(" ", name)[:31]))
    sheet.merged_cells = _InOrder()
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    return sheet


def packed(
    workbook: Workbook, title: str, languages: Iterable[str], day: date, *, mark: str = ""
) -> bytes:
    """Make the file of a workbook; only what is in it is said, and never the clock.

    `mark` is what tells it again (`own_mark.py`): none for what people are to fill in.
    """
    about, moment = workbook.properties, datetime.combine(day, time())
    about.title = title
    about.language = ", ".join(map(office_language, languages))
    about.creator = about.lastModifiedBy = _MAKER
    about.created = about.modified = moment
    about.keywords = keyword(mark) if mark else None
    stream = io.BytesIO()
    # The writer itself: saving the usual way would note the moment of the clock.
    ExcelWriter(workbook, ZipFile(stream, "w")).save()
    return fixed(stream.getvalue())


def set_sheet(sheet: Worksheet) -> None:
    """Set how a sheet is printed."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.6
    sheet.page_margins.top, sheet.page_margins.bottom = 0.6, 0.8
    sheet.page_margins.footer = 0.4
    cast("HeaderFooterItem", sheet.oddFooter).center.text = "&P / &N"


def print_across(  # noqa: PLR0913 - where it stands, what it says, and how it looks
    sheet: Worksheet,
    at: int,
    words: str,
    widths: Sequence[int],
    *,
    font: Font = _LETTERS_OF_CELLS,
    side: str = "left",
) -> int:
    """Print a line over all columns; return the row after it."""
    cell = _cell(sheet, at, 1)
    _put_text(cell, words)
    cell.font, cell.alignment = font, Alignment(side, "center", wrap_text=True)
    sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(widths))
    # A merged cell does not find its height itself.
    high = _LINE_HEIGHT * 1.2 * sum(1 + len(line) // sum(widths) for line in words.split("\n"))
    sheet.row_dimensions[at].height = min(high, _HIGHEST)
    return at + 1


def print_heads(sheet: Worksheet, at: int, names: Sequence[str], lines: int = 2) -> int:
    """Print the names of columns; return the row after them."""
    for column, name in enumerate(names, 1):
        cell = _cell(sheet, at, column)
        _put_text(cell, name)
        cell.font = Font(FONT, LETTERS, bold=True)
        cell.alignment = Alignment("center", "center", wrap_text=True)
        cell.fill = PatternFill("solid", SHADE)
        cell.border = Border(_THIN, _THIN, _THIN, _THIN)
    sheet.row_dimensions[at].height = _LINE_HEIGHT * lines
    return at + 1


def put(sheet: Worksheet, row: int, column: int, words: str) -> None:
    """Put a text into one cell; it stays a text."""
    cell = _cell(sheet, row, column)
    if words:
        _put_text(cell, words)
    cell.alignment, cell.number_format = Alignment("left", "top", wrap_text=True), "@"


def offer(
    sheet: Worksheet,
    column: int,
    choices: Sequence[str] = (),
    *,
    of: tuple[str, int, int] | None = None,
) -> None:
    """Offer a choice in the cells of a column below its head; other words may be written too.

    The choices are said, or stand in the first column `of` a sheet, from a row to another.
    """
    formula = '"' + ",".join(choices) + '"'
    if of:
        name, first, last = of
        formula = f"{quote_sheetname(name)}!$A${first}:$A${last}"
    choice = DataValidation(type="list", formula1=formula, allow_blank=True)
    choice.showErrorMessage = False
    letter = get_column_letter(column)
    choice.add(f"{letter}2:{letter}{_OFFERED}")
    sheet.add_data_validation(choice)


def print_row(  # noqa: PLR0913, PLR0917 - where it stands, what it says, and how
    sheet: Worksheet,
    at: int,
    number: int | None,
    columns: Sequence[Sequence[TableLine]],
    signs: Sequence[int],
    looks: Looks,
    *,
    is_marked: bool = True,
) -> int:
    """Print a row, over several ones of the sheet where it is too high for one.

    `signs` are how many signs a line of each column surely holds; `looks` are kept from row to row;
    words that are not `is_marked` are plain texts.
    """
    fits = max(map(height, columns, signs)) <= _MOST_LINES
    most = _MOST_LINES if fits else _DIVIDED_LINES
    divided = map(portions, columns, signs, [most] * len(columns))
    parts = list(zip_longest(*divided, fillvalue=()))
    for index, part in enumerate(parts):
        first, *others = (_cell(sheet, at + index, n) for n in range(1, len(columns) + 2))
        first.value = None if index else number
        _set_row((first, *others), looks, top=index == 0, bottom=index == len(parts) - 1)
        for cell, lines in zip(others, part, strict=True):
            if is_marked:
                _put_lines(cell, lines)
            elif lines:
                _put_text(cell, "\n".join(line.text for line in lines))
        highest = max(map(height, part, signs))
        sheet.row_dimensions[at + index].height = _LINE_HEIGHT * highest + _ROOM
    return at + len(parts)


def _set_row(cells: Sequence[Cell], looks: Looks, *, top: bool, bottom: bool) -> None:
    for at, cell in enumerate(cells):
        key = (at > 0, top, bottom)
        if key not in looks:
            cell.font, cell.border = _LETTERS_OF_CELLS, _border(top=top, bottom=bottom)
            cell.alignment = _TO_THE_LEFT if at else _IN_THE_MIDDLE
            looks[key] = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001
        else:
            # Ten times faster than to describe it anew, and rows may be ten thousand.
            cell._style = copy(looks[key])  # type: ignore[attr-defined]  # noqa: SLF001


@cache
def _border(*, top: bool, bottom: bool) -> Border:
    return Border(_THIN, _THIN, _THIN if top else _HAIR, _THIN if bottom else _HAIR)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    return cast("Cell", sheet.cell(row, column))


def plain(texts: Iterable[str]) -> list[TableLine]:
    """Make lines of plain texts."""
    return [TableLine(LineKind.TEXT, (Piece(Mark.KEPT, text),)) for text in texts]


def _put_lines(cell: Cell, lines: Sequence[TableLine]) -> None:
    blocks = CellRichText()
    for at, line in enumerate(lines):
        opens = "\n" if at else ""
        is_italic = line.kind in {LineKind.FACT, LineKind.NOTE}
        for mark, text in line.pieces:
            blocks.append(TextBlock(_font(mark, italic=is_italic), opens + literal(text)))
            opens = ""
    if blocks:
        cell.value = blocks
        guarded(cell, str(blocks))


def _put_text(cell: Cell, words: str) -> None:
    cell.value = literal(words)
    guarded(cell, words)


def guarded(cell: Cell, words: str) -> None:
    """Let a text stay text, whatever it begins with, and also after a person has edited it."""
    cell.data_type = "s"
    if words.startswith(_FORMULA):
        cell.quotePrefix = True


def literal(text: str) -> str:
    """Return a text that Excel does not read as the code of a sign."""
    return _ESCAPE.sub("_x005F_", text)


@cache
def _font(mark: Mark, *, italic: bool) -> InlineFont:
    """Choose the letters of a mark: never colour alone."""
    return InlineFont(
        rFont=FONT,
        sz=LETTERS,
        i=italic or None,
        b=True if mark is Mark.ADDED else None,
        strike=True if mark is Mark.REMOVED else None,
        u="single" if mark is Mark.ADDED else None,
        color=Color(COLOURS[mark]) if mark in COLOURS else None,
    )
