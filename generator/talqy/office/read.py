"""Workbooks and documents in, plain grids out: the only place that reads Word and Excel files.

They come from strangers: a file is bounded before it is unpacked, and no part of it may define
entities. Formulas are never computed; what the program last showed is taken.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from talqy.office.grids import Grid, rows_of
from talqy.office.old_sheets import NOT_SEEN, old_grids
from talqy.office.sheets import MOST_COLUMNS, MOST_ROWS, workbook_grids
from talqy.office.sound import TooBigError, UnsoundError, look_through

__all__ = ["NOT_SEEN", "grids"]


def grids(data: bytes, file: str, form: str) -> tuple[Grid, ...]:
    """Read all tables of an office file; `form` is `xlsx`, `xls`, `ods` or `docx`."""
    if form != "xls":
        look_through(data)
    try:
        return tuple(_READERS[form](data, file))
    except UnsoundError:
        raise
    except Exception as error:  # a broken file brings up whatever the library has
        raise UnsoundError from error


# --- documents -----------------------------------------------------------------------------


def _tables(data: bytes, file: str) -> Iterator[Grid]:
    for number, table in enumerate(Document(io.BytesIO(data)).tables, 1):
        lines: list[list[str]] = []
        for row in _below(table._tbl, "w:tr"):  # noqa: SLF001 - rows as they stand, merged ones too
            lines.append(_line(row, lines[-1] if lines else []))
            if len(lines) > MOST_ROWS:
                raise TooBigError
        yield Grid(file, str(number), tuple(rows_of(lines)))


def _line(row: Any, above: list[str]) -> list[str]:  # noqa: ANN401 - an element of XML
    """Return the texts of a row; a cell that is merged with the one above says the same."""
    line: list[str] = []
    for cell in _below(row, "w:tc"):
        properties = cell.tcPr
        merged = properties.find(qn("w:vMerge")) if properties is not None else None
        goes_on = merged is not None and merged.get(qn("w:val")) != "restart"
        same = above[len(line)] if len(line) < len(above) else ""
        line.append(same if goes_on else _words(cell))
        line += [""] * min(max(cell.grid_span - 1, 0), MOST_COLUMNS)
    return line[:MOST_COLUMNS]


def _below(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 - elements of XML
    """Yield the parts of a table, those inside of fields to fill in too."""
    for child in element:
        if child.tag == qn(name):
            yield child
        elif child.tag == qn("w:sdt"):
            for box in child.findall(qn("w:sdtContent")):
                yield from _below(box, name)


def _words(cell: Any) -> str:  # noqa: ANN401 - an element of XML
    """Return the words of a cell; those put in while changes were tracked stand there, too."""
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    paragraphs = []
    for paragraph in cell.iter(qn("w:p")):
        parts = (
            part.text or "" if part.tag == qn("w:t") else signs.get(part.tag, "")
            for part in paragraph.iter()
        )
        paragraphs.append("".join(parts))
    return "\n".join(paragraphs)


_READERS: Mapping[str, Callable[[bytes, str], Iterator[Grid]]] = {
    "xlsx": workbook_grids,
    "xls": old_grids,
    "ods": old_grids,
    "docx": _tables,
}
