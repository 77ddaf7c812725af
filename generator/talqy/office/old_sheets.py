"""Workbooks of older Excel (.xls) and of LibreOffice (.ods): sheets in, grids out.

The library tells values and hidden sheets. It does not tell hidden rows and columns, struck words,
errors, notes and, of `.ods`, merged cells: `NOT_SEEN` says so wherever such a file is reported.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZIP_DEFLATED, ZipFile, is_zipfile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from talqy.office.grids import MOST_COLUMNS, CellMark, Grid, Row
from talqy.office.sheets import MOST_ROWS, fill, shown_text
from talqy.office.sound import LockedError, TooBigError, UnsoundError
from talqy.office.xls_records import refuse_counts

NOT_SEEN = {
    "xls": "hidden rows and columns, struck words, cells with errors, notes at cells",
    "ods": "hidden rows and columns, struck words, cells with errors, notes at cells, merged cells",
}
"""What the library does not tell, by the form of a file."""
# The library lays out every cell between the first and the last one that is filled.
_MOST_CELLS = 4_000_000
_MOST_REPEATED = 1_000
_GAPS = re.compile(rb"(<text:p\b[^<>]*/>|<text:p\b.*?</text:p>)|(?<=>)\s+(?=<)", re.DOTALL)
# A number under a form of words: LibreOffice keeps a yes as the number 1.
_SHOWN_AS_WORD = re.compile(
    rb'<table:table-cell\b([^<>]{0,400}?office:value-type="(?:float|boolean)"[^<>]{0,400})>'
    rb"(\s{0,9}<text:p\b[^<>]{0,100}>[^<>\d\s][^<>\d]{0,40}</text:p>)"
)
_REPEATED = re.compile(rb'\stable:number-[a-z-]+="\d+"')
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_VALUE_TYPE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"


def old_grids(data: bytes, file: str) -> Iterator[Grid]:
    """Yield the sheets of a workbook."""
    if is_zipfile(io.BytesIO(data)):
        _refuse_repeated(data)
        data = _with_words_shown(data)
    else:
        refuse_counts(data, _MOST_CELLS)
    book, laid_out = _opened(data), 0
    for about in book.sheets_metadata:
        sheet = book.get_sheet_by_name(about.name)
        laid_out += sheet.total_height * sheet.total_width
        if laid_out > _MOST_CELLS:
            raise TooBigError
        is_hidden = about.visible != SheetVisibleEnum.Visible
        rows, beyond = _rows(sheet)
        yield Grid(
            file,
            about.name,
            rows,
            is_hidden=is_hidden,
            beyond=beyond,
            hides_merged=is_zipfile(io.BytesIO(data)),
        )


def _opened(data: bytes) -> CalamineWorkbook:
    """Return an open workbook; what the library falls over is no sound one."""
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise LockedError from error
    except CalamineError:
        if not is_zipfile(io.BytesIO(data)):
            raise
        return CalamineWorkbook.from_filelike(io.BytesIO(_without_gaps(data)))
    except BaseException as error:
        # A panic of the library is no Exception, so that nobody catches it by chance.
        if type(error).__name__ == "PanicException":
            raise UnsoundError from error
        raise


def _without_gaps(data: bytes) -> bytes:
    """Return a workbook without the spaces between its tags, over which the library falls.

    Gnumeric writes them. Those in the text of a cell stay.
    """
    return _rewritten(data, lambda content: _GAPS.sub(lambda gap: gap[1] or b"", content))


def _with_words_shown(data: bytes) -> bytes:
    """Return a workbook in which a number that is shown as a word is one: TRUE, and no 1."""
    with ZipFile(io.BytesIO(data)) as archive:
        if not _SHOWN_AS_WORD.search(archive.read("content.xml")):
            return data
    return _rewritten(data, lambda content: _SHOWN_AS_WORD.sub(_as_word, content))


def _as_word(cell: re.Match[bytes]) -> bytes:
    """Return a cell without its number; how often it stands there is kept."""
    kept = b"".join(_REPEATED.findall(cell[1]))
    return b'<table:table-cell office:value-type="string"' + kept + b">" + cell[2]


def _rewritten(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook whose content has been changed."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            new.writestr(part, change(text) if part == "content.xml" else text)
    return stream.getvalue()


def _rows(sheet: CalamineSheet) -> tuple[tuple[Row, ...], frozenset[int]]:
    """Return the rows in which something stands, and the numbers of those that are too wide."""
    lines: dict[int, list[str]] = {}
    marks: dict[int, dict[int, CellMark]] = {}
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
    """Refuse a sheet that would be laid out to too many cells: one tag may stand for thousands."""
    with ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as content:
        extent = _Extent()
        for _, element in iterparse(content):  # noqa: S314 - as above
            if element.tag == f"{_TABLE}table-row":
                extent.add(element)
                element.clear()
            elif element.tag == f"{_TABLE}table":
                extent = _Extent()


@dataclass
class _Extent:
    """How far a sheet reaches, from its first filled row to its last one."""

    row: int = 0
    first: int = -1
    width: int = 0

    def add(self, row: Element) -> None:
        """Add the rows that one tag stands for. Raise TooBigError where they are too many."""
        repeated, height, often = _repeated(row, "rows"), 0, 0
        for cell in row:
            times = _repeated(cell, "columns")
            height += times
            if cell.get(_VALUE_TYPE):
                often, self.width = max(often, times), max(self.width, height)
        if often:
            self.first = self.row if self.first < 0 else self.first
            cells = (self.row + repeated - self.first) * self.width
            if max(often, repeated) > _MOST_REPEATED or cells > _MOST_CELLS:
                raise TooBigError
        self.row += repeated


def _repeated(element: Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))
