"""Comparison tables and reports as files: in each language, and in all of them."""

from collections.abc import Iterator, Sequence

from talqy.diff.table import ComparisonTable, comparison_table
from talqy.diff.table_file import table_file
from talqy.language.edition import Edition
from talqy.law.prices import prices
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.report.file import report_file
from talqy.report.spoken import published_report, spoken_report


def offers_table(record: Record, older: Revision, newer: Revision) -> bool:
    """Return whether the site offers the table as a file: it does for what the authors changed."""
    return record.base_of(newer) is older


def table_of(edition: Edition, record: Record, older: Revision, newer: Revision) -> ComparisonTable:
    """Say a comparison in the language of an edition."""
    compared = edition.comparison(record, older, newer)
    unit = edition.register.project.fee_unit
    return comparison_table(
        compared, edition.locale, prices(unit, edition.assessment, record, older, newer)
    )


def downloads(of: Sequence[Edition], site_url: str) -> Iterator[tuple[str, bytes]]:
    """Make the files that the project wants its site to offer."""
    register = of[0].register
    for form in register.project.downloads:
        yield from _reports(of, form, site_url)
        for record, newer in register.revisions():
            older = record.base_of(newer)
            if older is None:
                continue
            tables = [table_of(edition, record, older, newer) for edition in of]
            numbers = (older.revision, newer.revision)
            for edition, table in zip(of, tables, strict=True):
                path = addresses.comparison_table(record.id, *numbers, form)
                yield f"{edition.code}/{path}", table_file(form, [table])
            if len(of) > 1:
                path = addresses.comparison_table_in_all(record.id, *numbers, form)
                yield path, table_file(form, tables)


def _reports(of: Sequence[Edition], form: str, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Make the files of the published reports."""
    register, locales = of[0].register, [edition.locale for edition in of]
    for record, revision in register.revisions():
        report = published_report(of[0], record, revision)
        if report is None:
            continue
        spoken = [spoken_report(report, locale, register, site_url) for locale in locales]
        path = addresses.report_file(record.id, revision.revision, form)
        for said, locale in zip(spoken, locales, strict=True):
            yield f"{locale.code}/{path}", report_file(form, [said], [locale])
        if len(of) > 1:
            path = addresses.report_file_in_all(record.id, revision.revision, form)
            yield path, report_file(form, spoken, locales)
