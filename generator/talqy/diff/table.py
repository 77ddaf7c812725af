"""The comparison table in one language: what was, what becomes, and why, clause by clause.

The customary form beside an amending draft; a page, a Word file and a workbook print this value.
Columns and their names follow the tables that state bodies publish with their drafts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from talqy.compare.comparison import Comparison
from talqy.compare.marks import in_signs
from talqy.diff.table_rows import TableRow, change_row, shifted_row
from talqy.language.locale import Locale
from talqy.language.sayings import revision_name
from talqy.law.parts import Prices


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonTable:
    """All that a comparison table says, without a trace of how it is printed.

    `titles` are the lines above it, the first one what it is; `columns` are the five names.
    `because` leads to the comments behind a row, `legend` says what the marks mean, `empty` what
    stands there instead of rows. `day` is that of the newer text: the table is as old as it.
    """

    standard: str
    older: int
    newer: int
    language: str
    language_name: str
    day: date
    titles: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    because: str
    legend: str
    empty: str


def comparison_table(compared: Comparison, locale: Locale, prices: Prices) -> ComparisonTable:
    """Say a comparison in a language; in every language there are the same rows in one order."""
    words = locale.words
    return ComparisonTable(
        standard=compared.record.id,
        older=compared.older.revision,
        newer=compared.newer.revision,
        language=locale.code,
        language_name=locale.name,
        day=compared.newer.dated,
        titles=_titles(compared, locale),
        columns=_columns(compared, locale),
        rows=tuple(_rows(compared, locale, prices)),
        because=words("Because of the comments"),
        legend=words("Text that is taken out is struck through, new text is underlined."),
        empty=words("The two texts do not differ."),
    )


def _rows(compared: Comparison, locale: Locale, prices: Prices) -> Iterator[TableRow]:
    for number, change in enumerate(compared.changes, 1):
        yield change_row(compared, change, locale, prices, number)
    if compared.shifted:
        yield shifted_row(compared, locale, len(compared.changes) + 1)


def _titles(compared: Comparison, locale: Locale) -> tuple[str, ...]:
    words, newer = locale.words, compared.newer
    is_adopted = newer.adopted is not None
    return (
        words("Comparison table for a standard of a public service")
        if is_adopted
        else words("Comparison table for the draft of a standard of a public service"),
        f"«{locale.plain(compared.record.standard.title)}»",
        " → ".join(revision_name(locale, text) for text in (compared.older, newer)),
    )


def _columns(compared: Comparison, locale: Locale) -> tuple[str, ...]:
    """Name the columns; a draft is not called the wording in force."""
    words, older, newer = locale.words, compared.older, compared.newer
    was_in_force = older.adopted is not None and older.adopted.in_force <= newer.dated
    return (
        words("No."),
        words("Structural element"),
        words("Wording in force") if was_in_force else words("Earlier wording"),
        words("Adopted wording") if newer.adopted else words("Proposed wording"),
        words("Justification"),
    )


def as_text(table: ComparisonTable) -> str:
    """Print a table as plain text: `[-removed-]`, `{+added+}`."""
    printed = [*table.titles, ""]
    for row in table.rows:
        printed.append(f"{row.number}. {' / '.join(row.element)}")
        for name, lines in zip(table.columns[2:4], (row.was, row.becomes), strict=True):
            printed += [f"  {name}:", *(f"    {in_signs(line.pieces)}" for line in lines)]
        printed += [f"  {table.columns[4]}:", *(f"    {line}" for line in reasons_of(table, row))]
    return "\n".join([*printed, *([] if table.rows else [table.empty])])


def reasons_of(table: ComparisonTable, row: TableRow) -> Sequence[str]:
    """Return the lines of the last column: the reasons, and the comments behind them."""
    names = ", ".join(comment.name for comment in row.comments)
    return (*row.reasons, *((f"{table.because}: {names}",) if names else ()))
