"""The tables for people: in one language, with names beside codes, as Excel opens them.

What programs read has codes, commas and all languages; these say the same rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from talqy.data.catalogue import table_names
from talqy.data.columns import COLUMNS, Column
from talqy.data.exports import OF_ALL, SAID
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.register import Record
from talqy.office.csv_file import Row, joined_items
from talqy.office.plain_files import plain_csv, plain_workbook
from talqy.office.plain_tables import PlainTable, Value

_WORKBOOK = "xlsx"
_LONG = frozenset({"title", "provider", "explanation", "quote", "text", "proposal", "reason"})
_WIDE, _USUAL = 48, 18


def office_forms(edition: Edition) -> tuple[str, ...]:
    """Return the forms in which tables for people are made: workbooks where the project has any."""
    return (_WORKBOOK, "csv") if _WORKBOOK in edition.register.project.downloads else ("csv",)


def office_tables(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the tables of all standards in one language, by their paths below it."""
    for name, rows in OF_ALL.items():
        yield from _files(edition, addresses.office_table(name), name, [*rows(edition)])


def office_tables_of(edition: Edition, record: Record) -> Iterator[tuple[str, bytes]]:
    """Make the tables of what was said about one standard likewise; an empty one is not made."""
    for name, rows_of in SAID.items():
        if rows := [*rows_of(edition, record)]:
            yield from _files(edition, addresses.office_table(name, record.id), name, rows)


def _files(
    edition: Edition, path: str, name: str, rows: Sequence[Row]
) -> Iterator[tuple[str, bytes]]:
    table = _table(edition, name, rows)
    yield f"{path}.csv", plain_csv(table, edition.locale).encode()
    if _WORKBOOK in office_forms(edition):
        today = edition.assessment.today
        workbook = plain_workbook([table], [edition.locale], edition.layouts, today)
        yield f"{path}.{_WORKBOOK}", workbook


class _ShownColumn(NamedTuple):
    """A column that is shown: its place in a row, its head, and what is known of it."""

    name: str
    head: str
    of: Column


def _table(edition: Edition, name: str, rows: Sequence[Row]) -> PlainTable:
    columns = [*_columns(edition, name, rows)]
    return PlainTable(
        title=table_names(edition.locale)[name],
        heads=[one.head for one in columns],
        rows=[[_value(edition, _at(row, one.name), one.of) for one in columns] for row in rows],
        widths=[_WIDE if one.name in _LONG else _USUAL for one in columns],
        is_filtered=True,
    )


def _columns(edition: Edition, name: str, rows: Sequence[Row]) -> Iterator[_ShownColumn]:
    """Yield the columns that some row fills; one of codes has their names beside it."""
    for key, column in COLUMNS[name].items():
        if all(_value(edition, _at(row, key), column) is None for row in rows):
            continue
        head = edition.locale.words(column.head)
        yield _ShownColumn(key, head, column)
        if column.says:
            yield _ShownColumn(key, edition.locale.words("{head}: code", head=head), Column(head))


def _at(row: Row, name: str) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return what stands at a place of a row; None where nothing does."""
    value: Any = row
    for step in name.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _value(edition: Edition, value: Any, column: Column) -> Value:  # noqa: ANN401 - as above
    """Return a value as it is told in the language of an edition; None where there is none."""
    if isinstance(value, Mapping):
        spoken = value.keys() <= set(edition.register.project.languages) and bool(value)
        return _value(edition, edition.locale.plain(value), column) if spoken else None
    if isinstance(value, list):
        return joined_items(value) or None
    if isinstance(value, bool):
        return edition.locale.words("Yes") if value else edition.locale.words("No")
    if isinstance(value, int) or not value:
        return value if isinstance(value, int) else None
    if column.says:
        return column.says(edition, value)
    return date.fromisoformat(value) if column.is_day else str(value)
