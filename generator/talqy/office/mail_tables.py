"""The tables in the page of a letter as rows of cells, with what is merged, struck or hidden.

How the words of a cell are read is the reader's of the page (`mail_page.py`).
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from talqy.office.grids import MOST_COLUMNS, CellMark, Row

_MOST_ROWS = 5_000
_MOST_MERGED = 500
_DIGITS = 4


class CellWords(NamedTuple):
    """The words of a cell as they are seen; whether some are struck out, or hidden."""

    text: str
    is_struck: bool
    is_hidden: bool


ReadCell = Callable[[Any], CellWords]


def rows_of(table: Any, read: ReadCell) -> tuple[Row, ...]:  # noqa: ANN401 - an element of lxml
    """Return the rows of a table; none where it holds another one, or is too great.

    What is merged stands in each of its rows, and is marked there.
    """
    rows = list(_rows(table))
    is_nested = any(True for _ in table.iterdescendants("table"))
    if is_nested or len(rows) > _MOST_ROWS:
        return ()
    found, below = [], dict[int, tuple[int, str]]()
    for number, row in enumerate(rows, 1):
        made = _row(number, row, below, read)
        if made is None:
            return ()
        found.append(made)
    return tuple(found)


def _rows(table: Any) -> Iterator[Any]:  # noqa: ANN401 - elements of lxml
    for one in table:
        if one.tag == "tr":
            yield one
        elif one.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in one if row.tag == "tr")


def _row(number: int, row: Any, below: dict[int, tuple[int, str]], read: ReadCell) -> Row | None:  # noqa: ANN401
    """Return a row; `below` holds what goes on from rows above: how many, and the words."""
    cells: list[str] = []
    marks: list[tuple[int, CellMark]] = []
    is_hidden = False

    def go_on() -> None:
        while (place := len(cells)) in below:
            left, text = below.pop(place)
            if left > 1:
                below[place] = (left - 1, text)
            marks.append((place, CellMark.FROM_ABOVE))
            cells.append(text)

    for cell in (one for one in row if one.tag in {"td", "th"}):
        go_on()
        said = read(cell)
        wide, high = _count(cell.get("colspan")), _count(cell.get("rowspan"))
        if len(cells) + wide > MOST_COLUMNS or high > _MOST_MERGED:
            return None
        if said.is_struck:
            marks.append((len(cells), CellMark.STRUCK))
        is_hidden = is_hidden or said.is_hidden
        if high > 1:
            below[len(cells)] = (high - 1, said.text)
        cells += [said.text, *[""] * (wide - 1)]
    go_on()
    return Row(number, tuple(cells), tuple(marks), is_hidden)


def _count(said: object) -> int:
    text = str(said or "").strip()
    is_count = text.isascii() and text.isdecimal() and len(text) <= _DIGITS
    return max(int(text), 1) if is_count else 1
