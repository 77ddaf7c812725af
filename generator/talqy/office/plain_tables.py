"""A table of plain values in one language, and how a value is read where nothing is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from talqy.language.locale import Locale

Value = str | float | date | None

_USUAL_WIDTH = 17


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTable:
    """Rows of values under their heads; `notes` stand between the title and these.

    `widths` are those of the first columns, in signs; the others are all alike. So many columns as
    are `fixed` stay in sight. Who `is_filtered` chooses rows by the values of each column.
    """

    title: str
    notes: Sequence[str] = ()
    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[float] = ()
    fixed: int = 1
    is_filtered: bool = False

    @property
    def all_widths(self) -> Sequence[float]:
        """The widths of all columns, in signs: “предприниматель” is not broken inside."""
        return (*self.widths, *(_USUAL_WIDTH,) * (len(self.heads) - len(self.widths)))


def value_in_words(value: Value, locale: Locale) -> str:
    """Return a value of the table as it is read: days in figures, numbers as the language has."""
    if isinstance(value, date):
        return locale.figures(value)
    return "" if value is None else locale.number(value) if isinstance(value, float) else str(value)
