"""What stands in the template of a comment table for the clerk alone, and is no comment.

The example row is one as long as nobody has written into it, the list of clauses as long as it is
the one that was made: whatever a person adds is read, and taken or left.
"""

import hashlib
from collections.abc import Mapping, Sequence

from talqy.office.grids import Grid

EXAMPLE: Mapping[str, tuple[str, str]] = {
    "ru": (
        "Пример, эта строка не загружается: прошу сократить срок, сейчас ждать слишком долго.",
        "Пример: услуга оказывается за два рабочих дня.",
    ),
    "kk": (
        "Мысал, бұл жол жүктелмейді: мерзімді қысқартуды сұраймын, қазір тым ұзақ күтеміз.",
        "Мысал: қызмет екі жұмыс күні ішінде көрсетіледі.",
    ),
    "en": (
        "An example, this row is not taken: please shorten the term, the wait is too long now.",
        "An example: the service takes two working days.",
    ),
}
"""The words and the proposal of the example row, by language."""

_FOR_READING = {"ru": "Только для чтения", "kk": "Тек оқу үшін", "en": "For reading only"}


def is_example(said: Mapping[str, str]) -> bool:
    """Return whether a row is the example, untouched: what a person adds to it makes it a row."""
    return (said.get("text", ""), said.get("proposal", "")) in EXAMPLE.values()


def is_for_reading(grid: Grid) -> bool:
    """Return whether a sheet is the list of clauses of a template, as it was made."""
    first, *rows = [[cell for cell in row.cells if cell] for row in grid.rows] or [[]]
    cells = [cell for row in rows for cell in row]
    return len(first) == 1 and first[0].removesuffix(")").endswith(_digest(cells))


def mark(cells: Sequence[str], language: str) -> str:
    """Return the mark above a list that is only read: it holds a digest of the cells below it."""
    return f"{_FOR_READING[language]} (talqy {_digest(cells)})"


def _digest(cells: Sequence[str]) -> str:
    said = "\n".join(" ".join(cell.split()) for cell in cells)
    return hashlib.sha256(said.encode()).hexdigest()[:16]
