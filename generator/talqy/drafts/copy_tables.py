"""The tables of a working copy beside its text: what a draft says of itself, and why it changed.

What stands in them, as values: written into a copy, and read out of one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from talqy.office.grids import Place

NOWHERE = Place("")


class CopyTable(StrEnum):
    """A table by the words of its head."""

    ABOUT = "About this draft"
    REASONS = "Why it was changed"
    FACTS = "What clauses set, in short"

    @property
    def keys(self) -> tuple[str, ...]:
        """The heads of the columns that say what a row is about."""
        return (self.value, "Fact") if self is CopyTable.FACTS else (self.value,)


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
    """Return the rows of two files, one for each language: those about one thing are one row."""
    return {
        table: tuple(_paired([*one.get(table, ()), *other.get(table, ())]))
        for table in CopyTable
        if table in one or table in other
    }


def _paired(rows: Sequence[CopyRow]) -> Iterator[CopyRow]:
    found: dict[str, CopyRow] = {}
    for row in rows:
        key = f"{row.about}/{row.fact}".casefold() if row.about else str(row.place)
        was = found.get(key)
        found[key] = replace(was, said={**was.said, **row.said}) if was else row
    yield from found.values()
