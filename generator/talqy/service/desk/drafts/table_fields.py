"""The table of a clause in a form: a grid of cells, each in every language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talqy.errors import TalqyError
from talqy.service.desk.drafts.fields_read import Typed, one

NAME = "table"
KEPT = f"{NAME}.kept"
"""Stands in a form that cannot carry the table: it stays as it is in the file."""
_MOST_INPUTS, _MOST_CELLS = 4_000, 20_000
_NEW_ROWS = 3
_PLACE = re.compile(rf"{NAME}\.([0-9]{{1,4}})\.([0-9]{{1,4}})\.")
_Cell = Any


class TooManyCellsError(TalqyError):
    """What was typed is a larger table than a form can carry."""


@dataclass(frozen=True, slots=True)
class GridInput:
    """A cell in one language: the name of its field, and that of the language as people say it."""

    name: str
    code: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell in every language."""

    inputs: tuple[GridInput, ...]


@dataclass(frozen=True, slots=True)
class TypedGrid:
    """A table as a form shows it; its first row is the head.

    One with too many cells for a form has no `rows` here, and `kept`, how many it has in the file.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    is_new: bool
    kept: int = 0


def grid_of(table: object, languages: Mapping[str, str], more: int = 1) -> TypedGrid:
    """Return the grid of a table; so many rows and columns more are empty.

    `languages` are the names of languages by their codes.
    """
    rows = _rows(table)
    width = max((len(row) for row in rows), default=1) + more
    height = (len(rows) or _NEW_ROWS - more) + more
    if width * height * len(languages) > _MOST_INPUTS:
        return TypedGrid((), is_new=False, kept=len(rows))
    cells = tuple(tuple(_cell(rows, r, c, languages) for c in range(width)) for r in range(height))
    return TypedGrid(cells, not rows)


def _rows(table: object) -> list[list[_Cell]]:
    if not isinstance(table, Mapping):
        return []
    head = list(table.get("head") or ())
    return [head, *map(list, table.get("rows") or ())] if head else []


def _cell(
    rows: Sequence[Sequence[_Cell]], r: int, c: int, languages: Mapping[str, str]
) -> GridCell:
    value = rows[r][c] if r < len(rows) and c < len(rows[r]) else ""
    return GridCell(
        tuple(
            GridInput(f"{NAME}.{r}.{c}.{code}", code, name, _said(value, code))
            for code, name in languages.items()
        )
    )


def _said(value: _Cell, code: str) -> str:
    return str(value.get(code, "")) if isinstance(value, Mapping) else str(value)


def read_grid(typed: Typed, languages: Sequence[str], old: object) -> dict[str, Any]:
    """Return the table that was typed; empty rows and columns are none. Empty where nothing is.

    What all languages say alike is one text: a number. A cell keeps the form that it has.
    """
    if KEPT in typed:
        return dict(old) if isinstance(old, Mapping) else {}
    rows = [list(row) for row in _typed_rows(typed, languages, _rows(old))]
    rows = [row for row in rows if any(row)]
    used = [c for c in range(max(map(len, rows), default=0)) if any(row[c] for row in rows)]
    if not rows or not used:
        return {}
    head, *others = ([row[c] for c in used] for row in rows)
    return {"head": head, "rows": others}


def _typed_rows(
    typed: Typed, languages: Sequence[str], old: Sequence[Sequence[_Cell]]
) -> Iterator[list[_Cell]]:
    numbers = [(int(m[1]), int(m[2])) for m in map(_PLACE.match, typed) if m]
    columns = range(max((c for _, c in numbers), default=-1) + 1)
    placed = sorted({r for r, _ in numbers})
    if len(placed) * len(columns) > _MOST_CELLS:
        raise TooManyCellsError(
            "the table has more cells than a form can carry: {count}, and at most {most} may be; "
            "bring it in by a Word file",
            count=len(placed) * len(columns),
            most=_MOST_CELLS,
        )
    for r in placed:
        if one(typed, f"{NAME}.{r}.out"):
            continue
        yield [_typed_cell(typed, languages, r, c, old) for c in columns]


def _typed_cell(
    typed: Typed, languages: Sequence[str], r: int, c: int, old: Sequence[Sequence[_Cell]]
) -> _Cell:
    said = {code: one(typed, f"{NAME}.{r}.{c}.{code}") for code in languages}
    before = old[r][c] if r < len(old) and c < len(old[r]) else ""
    if all(_said(before, code).strip() == text for code, text in said.items()):
        return before
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    return {code: text for code, text in said.items() if text}
