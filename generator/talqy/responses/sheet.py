"""The sheet of answers among the sheets of a workbook, whatever people did to it.

Columns are known by the keys in the hidden row, or by their heads where that row is gone. Rows may
be sorted, hidden, added and deleted, columns moved and added: nothing depends on their order.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from talqy.model.problem import Kind, Problem
from talqy.office.grids import Grid, Place, Row
from talqy.responses import faults
from talqy.responses.response_table import (
    COMMENT,
    DUPLICATE_OF,
    LANDED_CLAUSES,
    LANDED_REVISION,
    NUMBER,
    OUTCOME,
    folded_head,
    reason_key,
)

# Heads stand at the top; above them people write titles.
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class ResponseSheet:
    """The sheet of answers: where each column stands, and the rows below the heads."""

    grid: Grid
    columns: Mapping[str, int]
    rows: tuple[Row, ...]

    def said(self, row: Row, key: str) -> str:
        """Return the text of a cell; empty where the column, or the cell, is not there."""
        at = self.columns.get(key)
        return row.cells[at] if at is not None and at < len(row.cells) else ""

    def place(self, row: Row, key: str) -> Place:
        """Return the place of a cell; of the row's first one where the column is not there."""
        return self.grid.place(row.number, self.columns.get(key, 0))

    def problem(self, kind: Kind, row: Row, key: str, **values: object) -> Problem:
        """Say a fault of a cell."""
        return Problem(kind, self.place(row, key).file, values)


def response_sheet(
    grids: Sequence[Grid], heads: Mapping[str, str], languages: Iterable[str], file: str
) -> tuple[ResponseSheet | None, list[Problem]]:
    """Find the sheet of answers; `heads` are the keys of columns by what a head may say."""
    for grid in grids:
        rows = [row for row in grid.rows[:_DEEPEST] if _is_head(row, heads)]
        if rows:
            return _sheet(grid, rows, heads, languages)
    return None, [faults.NO_RESPONSES.at(file)]


def _keys(row: Row, heads: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    for place, cell in enumerate(row.cells):
        if key := heads.get(folded_head(cell)):
            yield key, place


def _is_head(row: Row, heads: Mapping[str, str]) -> bool:
    keys = {key for key, _ in _keys(row, heads)}
    return OUTCOME in keys and bool(keys & {COMMENT, NUMBER})


def _sheet(
    grid: Grid, found: Sequence[Row], heads: Mapping[str, str], languages: Iterable[str]
) -> tuple[ResponseSheet | None, list[Problem]]:
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for row in found:
        names = list(_keys(row, heads))
        # The row of keys comes first, and knows better than the heads below it.
        known = set(columns)
        for key, place in names:
            if key in known:
                continue
            if key in columns:
                where = grid.place(row.number, place).file
                problems.append(faults.COLUMN_TWICE.at(where, column=row.cells[place]))
            columns.setdefault(key, place)
    reasons = [reason_key(language) for language in languages]
    needed = [OUTCOME, *reasons, LANDED_REVISION, LANDED_CLAUSES, DUPLICATE_OF]
    where = grid.place(found[-1].number, 0).file
    problems += [
        faults.NO_COLUMN.at(where, column=_name(key, heads)) for key in needed if key not in columns
    ]
    rows = tuple(row for row in grid.rows if row.number > found[-1].number)
    return (None if problems else ResponseSheet(grid, columns, rows)), problems


def _name(key: str, heads: Mapping[str, str]) -> str:
    """Return the longest name of a column: the one in all languages."""
    return max((head for head, known in heads.items() if known == key), key=len, default=key)
