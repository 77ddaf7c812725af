"""How the lists behind the figures are called: in their heading, and in the title of their page."""

from dataclasses import dataclass

_OF_ROW = 29
"""Of a title 40 letters are seen: so many have the row at most, the rest has the column."""


@dataclass(frozen=True, slots=True)
class ListName:
    """What a figure counts: the row of a table, the column if there are several, the table."""

    row: str
    column: str = ""
    table: str = ""

    def in_column(self, column: str) -> "ListName":
        """Return the name of the figure of another column of the same row."""
        return ListName(self.row, column, self.table)

    @property
    def whole(self) -> str:
        """The name as a heading has it."""
        return ": ".join(filter(None, (self.table, self.row, self.column)))

    def title(self, count: str) -> str:
        """Return the name as the title of a page has it: what tells it from others comes first."""
        row = self.row if len(self.row) <= _OF_ROW else f"{self.row[:_OF_ROW].rstrip(' ,')}…"
        first = f"{row[:1].upper()}{row[1:]}: {self.column or count}"
        return " – ".join(filter(None, (first, self.table)))
