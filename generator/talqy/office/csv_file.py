"""Rows as CSV.

CSV opens in Excel, and a cell that begins like a formula gets an apostrophe in front, because a
stranger's text must never be calculated.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


Row = Mapping[str, Any]


def csv_text(rows: Sequence[Row]) -> str:
    """Write rows under the names of their columns; what lies deeper gets a name with a dot."""
    flat = [_flat(row) for row in rows]
    columns = list(dict.fromkeys(column for row in flat for column in row))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flat)
    return stream.getvalue()


def csv_for_offices(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows as Excel opens them by a double click where commas part whole from broken numbers.

    Its mark says that they are UTF-8; the columns are parted by semicolons.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([*map(_cell, row)] for row in (heads, *rows))
    return f"\ufeff{stream.getvalue()}"


def _flat(row: Row, above: str = "") -> dict[str, str]:
    cells: dict[str, str] = {}
    for key, value in row.items():
        name = f"{above}{key}"
        if isinstance(value, Mapping):
            cells |= _flat(value, f"{name}.")
        elif isinstance(value, list):
            cells[name] = "; ".join(map(str, value))
        else:
            cells[name] = _cell("" if value is None else str(value))
    return cells


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
