"""Tables as they come, whatever they came in: texts in rows, each cell with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read: as `Problem` says it."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row under its number in the file; cells are texts, "" where nothing stands."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a workbook, one table of a document, or a CSV file (without a name)."""

    file: str
    name: str
    rows: tuple[Row, ...]

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


def rows_of(lines: Sequence[Sequence[str]]) -> Iterator[Row]:
    """Number rows from 1; those in which nothing stands are left out."""
    for number, line in enumerate(lines, 1):
        cells = tuple(cell.strip() for cell in line)
        if any(cells):
            yield Row(number, cells)
