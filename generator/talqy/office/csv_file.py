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
    flat = [flat_row(row) for row in rows]
    columns = columns_of(flat)
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(text) for name, text in row.items()} for row in flat)
    return stream.getvalue()


def csv_for_offices(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows as Excel opens them by a double click where commas part whole from broken numbers.

    Its mark says that they are UTF-8; the columns are parted by semicolons.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([*map(_cell, row)] for row in (heads, *rows))
    return f"\ufeff{stream.getvalue()}"


def columns_of(rows: Iterable[Mapping[str, str]]) -> Sequence[str]:
    """Return the columns of flat rows, in the order in which they come."""
    return list(dict.fromkeys(column for row in rows for column in row))


def flat_row(row: Row, above: str = "") -> dict[str, str]:
    """Return the cells of a row by the names of their columns."""
    cells: dict[str, str] = {}
    for key, value in row.items():
        name = f"{above}{key}"
        if isinstance(value, Mapping):
            cells |= flat_row(value, f"{name}.")
        elif isinstance(value, list):
            cells[name] = joined_items(value)
        else:
            cells[name] = "" if value is None else str(value)
    return cells


def joined_items(values: Iterable[object]) -> str:
    """Return several values as they stand in one cell."""
    return "; ".join(map(_item, values))


def _item(value: object) -> str:
    """Return what stands in a cell beside others: of a value of several parts all of them."""
    return " ".join(map(str, value.values())) if isinstance(value, Mapping) else str(value)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
