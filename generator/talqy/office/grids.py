"""Tables as they come, whatever they came in: texts in rows, each cell with its place."""

from dataclasses import dataclass, replace
from enum import StrEnum

from talqy.model.problem import Kind, Problem

MOST_COLUMNS = 64
"""How far to the right a sheet is read; what stands beyond is told."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read: as `Problem` says it."""

    file: str
    line: int = 0
    column: int = 0


class CellMark(StrEnum):
    """What a cell is besides its text.

    `error`: the program could not show a value; `no value`: a formula that nobody computed;
    `struck`: words in it are struck out; `unseen`: nobody sees them, or a part of them; `from
    above`: it is merged with a cell above it.
    """

    ERROR = "error"
    NO_VALUE = "no value"
    STRUCK = "struck"
    UNSEEN = "unseen"
    FROM_ABOVE = "from above"


@dataclass(frozen=True, slots=True)
class Row:
    """One row under its number in the file; cells are texts, "" where nothing stands.

    `marks` are those of its cells, by their places from 0.
    """

    number: int
    cells: tuple[str, ...]
    marks: tuple[tuple[int, CellMark], ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a workbook, one table of a document, or a CSV file (without a name).

    `hidden_columns` are places from 0; `beyond` are the numbers of rows in which something stands
    to the right of all that is read; `notes` are row, column from 0 and words of notes at cells.
    `hides_merged`: the reader does not tell which cells are merged.
    """

    file: str
    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    beyond: frozenset[int] = frozenset()
    notes: tuple[tuple[int, int, str], ...] = ()
    hides_merged: bool = False

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell: `form.xlsx!Sheet!C7`, or line and field of a CSV file."""
        if not self.name:
            return Place(self.file, row, column + 1)
        return Place(f"{self.file}!{self.name}!{letters(column)}{row}")


def letters(column: int) -> str:
    """Return the name of a column, counted from 0: A, B, … Z, AA."""
    name, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def at(kind: Kind, place: Place, **values: object) -> Problem:
    """Return a problem of a cell, a line or a whole file that came in."""
    return Problem(kind, place.file, values, line=place.line, column=place.column)


def in_cell(problem: Problem, place: Place) -> Problem:
    """Return a problem of a comment where it was read: in a cell, a line, or a whole file."""
    return replace(problem, file=place.file, line=place.line, column=place.column)
