"""What is wrong with the rows of a sheet, each said of its cell, in the order of the sheet."""

from collections.abc import Mapping, Sequence

from talqy.model.problem import Kind, Level, Problem
from talqy.office.grids import Row
from talqy.responses.cells import ResponseSheet, key_at


class RowFaults:
    """Gathers what is found, and knows which rows cannot be taken."""

    def __init__(self, sheet: ResponseSheet, languages: Sequence[str]) -> None:
        self._sheet, self._languages = sheet, languages
        self._found: list[Problem] = []
        self._at: dict[str, tuple[int, int]] = {}
        self._faulty: set[int] = set()

    def __len__(self) -> int:
        return len(self._found)

    @property
    def rows(self) -> frozenset[int]:
        """The numbers of the rows that cannot be taken."""
        return frozenset(self._faulty)

    def say(self, kind: Kind, row: Row, key: str, **values: object) -> None:
        """Name a fault of a cell."""
        self._faulty.add(row.number)
        self._tell(kind, row, key, values)

    def wonder(self, kind: Kind, row: Row, key: str, **values: object) -> None:
        """Name what is odd about a cell, and no fault of its row."""
        self._tell(kind, row, key, values)

    def put(self, problem: Problem, row: Row) -> None:
        """Say of a cell what was found in the answer that it would become."""
        if problem.level is Level.ERROR:
            self._faulty.add(row.number)
        key = key_at(problem.path, str(problem.values.get("language", "")), self._languages)
        self._tell(problem.kind, row, key, problem.values)

    def in_order(self) -> list[Problem]:
        """Return what was found row by row, as a person mends it; the same is said once of a cell.

        The rules look at all answers when the rows have been read, each in its own turn.
        """
        once = {
            (problem.file, problem.kind, problem.said(), problem.advised()): problem
            for problem in self._found
        }
        return sorted(once.values(), key=lambda problem: self._at[problem.file])

    def _tell(self, kind: Kind, row: Row, key: str, values: Mapping[str, object]) -> None:
        problem = Problem(kind, self._sheet.place(row, key).file, values)
        self._at[problem.file] = (row.number, self._sheet.columns.get(key, 0))
        self._found.append(problem)
