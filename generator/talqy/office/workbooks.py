"""What is printed as a workbook: lines over all columns, heads, and rows as high as their words.

The comparison table, reports and templates are made of it; words from outside are never formulas.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from talqy.office.file_properties import AboutFile
from talqy.office.own_mark import keyword
from talqy.office.portions import LineKind, TableLine, height, portions
from talqy.office.sheet_layouts import CellLook
from talqy.office.sheetml import Run, SheetWriter
from talqy.office.workbook_files import workbook_file

_OFFERED = 1000  # rows in which a choice is offered
_LINE_HEIGHT = 15
_ROOM = 4
# The letters of titles are bold and larger.
_TITLE = 1.4
# What does not fit into the greatest height of a row is neither seen nor printed.
# A higher one is divided into rows of which two stand on a sheet.
_MOST_LINES, _DIVIDED_LINES = 26, 18
# By whether they begin and end the row.
_NUMBERS = {
    (True, True): CellLook.NUMBER,
    (True, False): CellLook.NUMBER_BEGINS,
    (False, False): CellLook.NUMBER_GOES_ON,
    (False, True): CellLook.NUMBER_ENDS,
}
_TEXTS = {
    (True, True): CellLook.TEXT,
    (True, False): CellLook.TEXT_BEGINS,
    (False, False): CellLook.TEXT_GOES_ON,
    (False, True): CellLook.TEXT_ENDS,
}


def packed_sheets(
    sheets: Sequence[SheetWriter],
    title: str,
    languages: Iterable[str],
    day: date,
    *,
    mark: str = "",
) -> bytes:
    """Make the file of sheets; only what is in it is said, and never the clock.

    `mark` is what tells it again (`own_mark.py`): none for what people are to fill in.
    """
    said = keyword(mark) if mark else ""
    about = AboutFile(title=title, languages=tuple(languages), day=day, keyword=said)
    return workbook_file(sheets, about)


def print_across(sheet: SheetWriter, words: str, look: CellLook = CellLook.LINE) -> None:
    """Print a line over the columns of a sheet of paper."""
    wide = int(sum(sheet.across) / (_TITLE if look is CellLook.TITLE else 1))
    # A merged cell does not find its height itself.
    high = _LINE_HEIGHT * 1.2 * sum(1 + len(line) // wide for line in words.split("\n"))
    sheet.row_across(words, look, high)


def row_height(
    row: Iterable[object],
    widths: Iterable[float],
    of_line: float = _LINE_HEIGHT,
    wider: float = 1.1,
) -> float:
    """Estimate how high a row is whose cells are so many signs wide, its lines `of_line` points."""
    most = max(
        sum(1 + int(len(line) * wider / width) for line in str(value).split("\n"))
        for value, width in zip(row, widths, strict=False)
    )
    return of_line * most + _ROOM


def print_heads(sheet: SheetWriter, names: Sequence[str], lines: int = 2) -> None:
    """Print the names of columns."""
    cells = (sheet.cell(column, name, CellLook.HEAD) for column, name in enumerate(names, 1))
    sheet.row(cells, height=_LINE_HEIGHT * lines)


def print_fields(sheet: SheetWriter, words: Iterable[str]) -> None:
    """Print a row of texts that people may write over; they stay texts."""
    sheet.row(sheet.cell(column, text, CellLook.FIELD) for column, text in enumerate(words, 1))


def offer(
    sheet: SheetWriter,
    column: int,
    choices: Sequence[str] = (),
    *,
    of: tuple[str, int, int] | None = None,
) -> None:
    """Offer a choice in the cells of a column below its head; other words may be written too."""
    sheet.offer(column, (2, _OFFERED), choices, of=of)


def print_row(
    sheet: SheetWriter,
    number: int | None,
    columns: Sequence[Sequence[TableLine]],
    signs: Sequence[int],
    *,
    is_marked: bool = True,
) -> None:
    """Print a row, over several ones of the sheet where it is too high for one.

    `signs` are how many signs a line of each column surely holds; words that are not `is_marked`
    are plain texts.
    """
    fits = max(map(height, columns, signs)) <= _MOST_LINES
    most = _MOST_LINES if fits else _DIVIDED_LINES
    divided = map(portions, columns, signs, [most] * len(columns))
    parts = list(zip_longest(*divided, fillvalue=()))
    for index, part in enumerate(parts):
        ends = (index == 0, index == len(parts) - 1)
        texts = (
            sheet.marked(column, list(_runs(lines)), _TEXTS[ends])
            if is_marked
            else sheet.cell(column, "\n".join(line.text for line in lines), _TEXTS[ends])
            for column, lines in enumerate(part, 2)
        )
        first = sheet.cell(1, None if index else number, _NUMBERS[ends])
        highest = max(map(height, part, signs))
        sheet.row((first, *texts), height=_LINE_HEIGHT * highest + _ROOM)


def _runs(lines: Sequence[TableLine]) -> Iterator[Run]:
    for at, line in enumerate(lines):
        opens = "\n" if at else ""
        is_slanted = line.kind in {LineKind.FACT, LineKind.NOTE}
        for mark, text in line.pieces:
            yield mark, is_slanted, opens + text
            opens = ""
