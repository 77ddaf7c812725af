"""The language of workbooks: cells, rows and sheets as small functions on strings.

Every word is escaped at one door, `_words_of`, and is a text wherever it stands: no cell is ever
a formula. What cells look like is said by a layout (`sheet_layouts.py`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import escape
from itertools import accumulate
from typing import NewType

from talqy.compare.redline import Mark
from talqy.office.packages import XML
from talqy.office.sheet_codes import coded
from talqy.office.sheet_layouts import MOST_ON_A4, CellLook, SheetLayout
from talqy.office.xml_tree import in_xml

Sheetml = NewType("Sheetml", str)
"""A piece of a sheet: its words are escaped."""

Run = tuple[Mark, bool, str]
"""Letters of one mark: the mark, whether they are slanted, the words."""

HIGHEST = 409
"""The greatest height of a row of Excel, in points."""

_MOST_SIGNS = 32_767  # of a cell: with more, Excel calls the file damaged
_FIRST_DAY = date(1899, 12, 30)  # of which the days of Excel count
_ALPHABET = 26
_FORMULA = ("=", "+", "-", "@")
_NOT_OF_A_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_MOST_OF_A_NAME = 31
_VOCABULARY = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# Which of the things that are locked anybody may do all the same: 0 is what is not forbidden.
_LOCKED = Sheetml('<sheetProtection sheet="1" objects="0" scenarios="0"/>')
_LOCKED_TO_SORT = Sheetml(
    '<sheetProtection sheet="1" objects="0" scenarios="0" formatColumns="0" formatRows="0" '
    'sort="0" autoFilter="0"/>'
)


def _words_of(text: str) -> Sheetml:
    """Return a text as words of a cell: the one door at which it is escaped."""
    if len(text) > _MOST_SIGNS:
        text = f"{text[: _MOST_SIGNS - 1]}…"
    written = escape(in_xml(coded(text)), quote=False)
    return Sheetml(f'<t xml:space="preserve">{written}</t>')


@cache
def column_name(number: int) -> str:
    """Return the letters of a column, from 1: A, …, Z, AA."""
    before, last = divmod(number - 1, _ALPHABET)
    return (column_name(before) if before else "") + chr(ord("A") + last)


def sheet_name(name: str) -> str:
    """Return a name as a sheet may have it."""
    return _NOT_OF_A_NAME.sub(" ", name)[:_MOST_OF_A_NAME]


@dataclass(eq=False)
class SheetWriter:
    """A sheet while it is written, from its first row down; `widths` of its columns are in signs.

    `frozen` columns and rows stay in sight; the row `repeated` is printed on each page; columns
    are filtered below the cell where the range `filtered` begins.
    """

    layout: SheetLayout
    name: str
    widths: Sequence[float]
    hidden: frozenset[int] = frozenset()
    frozen: tuple[int, int] = (0, 0)
    repeated: int = 0
    filtered: str = ""
    protection: Sheetml = Sheetml("")
    _rows: list[str] = field(default_factory=list)
    _merged: list[str] = field(default_factory=list)
    _choices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.name = sheet_name(self.name)

    @property
    def at(self) -> int:
        """The number of the row that is written next."""
        return len(self._rows) + 1

    @property
    def wide(self) -> float:
        """How many signs stand side by side in the columns that are seen."""
        return sum(one for at, one in enumerate(self.widths, 1) if at not in self.hidden)

    @property
    def across(self) -> Sequence[float]:
        """The widths of the columns that a line goes over: those that stand side by side on A4."""
        so_far = accumulate(self.widths)
        return [one for one, all_ in zip(self.widths, so_far, strict=True) if all_ <= MOST_ON_A4]

    # --- cells ------------------------------------------------------------------------------------

    def _cell(self, column: int, look: int, content: str = "", kind: str = "") -> Sheetml:
        place = f'<c r="{column_name(column)}{self.at}" s="{look}"{kind}'
        return Sheetml(f"{place}>{content}</c>" if content else f"{place}/>")

    def _text(self, column: int, look: CellLook, starts: str, content: str) -> Sheetml:
        """Write a text that stays one also after a person has edited it."""
        looks = self.layout.looks[look]
        number = looks.guarded if starts.startswith(_FORMULA) else looks.plain
        return self._cell(column, number, f"<is>{content}</is>", ' t="inlineStr"')

    def cell(self, column: int, value: str | float | date | None, look: CellLook) -> Sheetml:
        """Write a cell of the next row: a text, a number, a day, or nothing."""
        number = self.layout.looks[look].plain
        if isinstance(value, str) and value:
            return self._text(column, look, value, _words_of(value))
        if isinstance(value, date):
            value = (value - _FIRST_DAY).days
        return self._cell(column, number, "" if value in {None, ""} else f"<v>{value}</v>")

    def marked(self, column: int, runs: Sequence[Run], look: CellLook) -> Sheetml:
        """Write a cell of the next row, of letters with marks."""
        if not runs:
            return self.cell(column, None, look)
        letters = self.layout.letters
        written = (
            f"<r>{letters[mark, slanted]}{_words_of(text)}</r>" for mark, slanted, text in runs
        )
        return self._text(column, look, "".join(text for _, _, text in runs), "".join(written))

    # --- rows -------------------------------------------------------------------------------------

    def row(
        self, cells: Iterable[Sheetml], *, height: float | None = None, is_hidden: bool = False
    ) -> None:
        """Write the next row; `height` is in points."""
        high = f' ht="{min(height, HIGHEST):g}" customHeight="1"' if height else ""
        self._rows.append(
            f'<row r="{self.at}"{_if("hidden", is_hidden)}{high}>{"".join(cells)}</row>'
        )

    def row_across(self, words: str, look: CellLook, height: float) -> None:
        """Write a row of one cell over the columns that stand side by side on a sheet of paper."""
        last = len(self.across)
        if last > 1:
            self._merged.append(f'<mergeCell ref="A{self.at}:{column_name(last)}{self.at}"/>')
        blank = (self.cell(column, None, look) for column in range(2, last + 1))
        self.row((self.cell(1, words, look), *blank), height=height)

    def offer(
        self,
        column: int,
        rows: tuple[int, int],
        choices: Sequence[str] = (),
        *,
        of: tuple[str, int, int] | None = None,
        is_bound: bool = False,
    ) -> None:
        """Offer a choice in the cells of a column; other words are refused if it `is_bound`.

        The choices are said, or stand in the first column `of` a sheet, from a row to another.
        """
        formula = '"' + ",".join(choices).replace('"', '""') + '"'
        if of:
            formula = f"'{of[0]}'!$A${of[1]}:$A${of[2]}"
        letter, bound = column_name(column), int(is_bound)
        self._choices.append(
            f'<dataValidation type="list" allowBlank="1" showErrorMessage="{bound}" '
            f'sqref="{letter}{rows[0]}:{letter}{rows[1]}">'
            f"<formula1>{escape(formula, quote=False)}</formula1></dataValidation>"
        )

    def lock(self, *, may_sort: bool = False) -> None:
        """Lock the cells that are not to be filled in; anybody may lift it."""
        self.protection = _LOCKED_TO_SORT if may_sort else _LOCKED

    # --- the sheet --------------------------------------------------------------------------------

    def written(self, *, is_first: bool) -> bytes:
        """Return the part of the sheet, in the order of elements of ECMA-376, part 1, 18.3.1.99."""
        pieces = (
            f'{XML}<worksheet xmlns="{_VOCABULARY}">',
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            f"<sheetViews>{self._view(is_first=is_first)}</sheetViews>",
            f'<sheetFormatPr baseColWidth="8" defaultRowHeight="15"/>{self._columns()}<sheetData>',
            *self._rows,
            f"</sheetData>{self.protection}",
            f'<autoFilter ref="{self.filtered}"/>' if self.filtered else "",
            _counted("mergeCells", self._merged),
            _counted("dataValidations", self._choices),
            f"{self.layout.page(self.wide)}</worksheet>",
        )
        return "".join(pieces).encode()

    def _view(self, *, is_first: bool) -> str:
        columns, rows = self.frozen
        opened = f'<sheetView{_if("tabSelected", is_first)} workbookViewId="0"'
        if not columns and not rows:
            return f"{opened}/>"
        pane = f"{'bottom' if rows else 'top'}{'Right' if columns else 'Left'}"
        split = _if("xSplit", columns) + _if("ySplit", rows)
        first = f"{column_name(columns + 1)}{rows + 1}"
        return (
            f'{opened}><pane{split} topLeftCell="{first}" activePane="{pane}" state="frozen"/>'
            f'<selection pane="{pane}" activeCell="{first}" sqref="{first}"/></sheetView>'
        )

    def _columns(self) -> str:
        columns = (
            f'<col min="{at}" max="{at}" width="{width:g}" customWidth="1"'
            f"{_if('hidden', at in self.hidden)}/>"
            for at, width in enumerate(self.widths, 1)
        )
        return f"<cols>{''.join(columns)}</cols>"


def _if(name: str, value: int) -> str:
    """Return an attribute, where it has a value."""
    return f' {name}="{int(value)}"' if value else ""


def _counted(name: str, elements: Sequence[str]) -> str:
    many = len(elements)
    return f'<{name} count="{many}">{"".join(elements)}</{name}>' if many else ""
