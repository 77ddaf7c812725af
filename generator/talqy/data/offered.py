"""What of the open data there is, and where: for the pages that lead to it."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from talqy.data.catalogue import table_names
from talqy.data.exports import OF_ALL
from talqy.data.office_tables import office_forms
from talqy.data.shapes import FILES, TABLES
from talqy.data.tables import FORMAT, FORMS
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.licences import licence_address
from talqy.model.register import Record

__all__ = ("FORMAT", "OfferedFile", "licence_of", "schemas", "tables", "tables_of")


class OfferedFile(NamedTuple):
    """A file: what it has, in which form, and where; `is_for_people` ones are in one language."""

    name: str
    form: str
    path: str
    is_for_people: bool = False


def tables(edition: Edition) -> Iterator[Sequence[OfferedFile]]:
    """Yield the tables of all standards, each with its files."""
    for table, name in table_names(edition.locale).items():
        yield (*_for_programs(table, name), *(_for_people(edition, table, name, OF_ALL)))


def tables_of(edition: Edition, record: Record) -> Iterator[OfferedFile]:
    """Yield the tables of what was said about one standard; an empty one is not made."""
    names = table_names(edition.locale)
    said = {"comments": record.comments, "responses": record.responses}
    there = [table for table, rows in said.items() if rows]
    for table in there:
        yield from _for_people(edition, table, names[table], there, record.id)
    for table in there:
        yield from reversed([*_for_programs(table, names[table], record.id)])


def schemas() -> Iterator[OfferedFile]:
    """Yield the schemas of all kinds of files."""
    for name in (*TABLES, *FILES):
        yield OfferedFile(name, "json", addresses.data_schema(name))


def licence_of(edition: Edition) -> tuple[str, str] | None:
    """Return the licence of the data and where it is read; None where nobody has named one."""
    licence = edition.register.project.licence
    return (licence, licence_address(licence)) if licence else None


def _for_programs(table: str, name: str, standard: str = "") -> Iterator[OfferedFile]:
    for form in FORMS:
        yield OfferedFile(name, form, f"{addresses.data_table(table, standard)}.{form}")


def _for_people(
    edition: Edition, table: str, name: str, made: Collection[str], standard: str = ""
) -> Iterator[OfferedFile]:
    if table in made:
        for form in office_forms(edition):
            path = f"{addresses.office_table(table, standard)}.{form}"
            yield OfferedFile(name, form, path, is_for_people=True)
