"""Comparison tables as files: in each language, and in all languages side by side."""

from collections.abc import Iterator, Sequence

from talqy.derive.prices import prices
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.render import addresses
from talqy.render.edition import Edition
from talqy.render.office.files import office_file
from talqy.render.tables import ComparisonTable, comparison_table


def offers_table(record: Record, older: Revision, newer: Revision) -> bool:
    """Say whether the site offers the table as a file: it does for what the authors changed."""
    return record.base_of(newer) is older


def table_of(edition: Edition, record: Record, older: Revision, newer: Revision) -> ComparisonTable:
    """Say a comparison in the language of an edition."""
    compared = edition.comparison(record, older, newer)
    unit = edition.register.project.fee_unit
    return comparison_table(
        compared, edition.locale, prices(unit, edition.assessment, record, older, newer)
    )


def downloads(of: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    """Make the files that the project wants its site to offer."""
    register = of[0].register
    for form in register.project.downloads:
        for record, newer in register.revisions():
            older = record.base_of(newer)
            if older is None:
                continue
            tables = [table_of(edition, record, older, newer) for edition in of]
            numbers = (older.revision, newer.revision)
            for edition, table in zip(of, tables, strict=True):
                path = addresses.comparison_table(record.id, *numbers, form)
                yield f"{edition.code}/{path}", office_file(form, [table])
            if len(of) > 1:
                path = addresses.comparison_table_in_all(record.id, *numbers, form)
                yield path, office_file(form, tables)
