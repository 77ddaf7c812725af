"""The tables of a working copy beside its text: what a draft says of itself, and why it changed.

What stands in them, as values: written into a copy, and read out of one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from talqy.office.grids import Place

NOWHERE = Place("")


class CopyTable(StrEnum):
    """A table by the first words of its head."""

    ABOUT = "About this draft"
    REASONS = "Why it was changed"
    FACTS = "Clause"

    @property
    def keys(self) -> tuple[str, ...]:
        """The heads of the columns that say what a row is about."""
        return (self.value, "What it sets, in short") if self is CopyTable.FACTS else (self.value,)


BEFORE, BEHIND = (CopyTable.ABOUT,), (CopyTable.REASONS, CopyTable.FACTS)
"""The tables that stand before the text, and those behind it."""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A row of such a table: what it is about, and what it says by language.

    `fact` is the name of the fact of the clause, where it is about one.
    """

    about: str
    said: Mapping[str, str]
    place: Place = NOWHERE
    fact: str = ""


CopyRows = Mapping[CopyTable, Sequence[CopyRow]]
"""The rows of all tables of a copy."""


def rows_in_one(one: CopyRows, other: CopyRows) -> CopyRows:
    """Return the rows of two files, one for each language."""
    return {
        table: (*one.get(table, ()), *other.get(table, ()))
        for table in CopyTable
        if table in one or table in other
    }
