"""Comparison tables, matrices and reports as files: in each language, and in all of them."""

from collections.abc import Iterator, Sequence
from itertools import product

from talqy.diff.table import ComparisonTable, comparison_table
from talqy.diff.table_file import table_file
from talqy.language.edition import Edition
from talqy.law.parts import prices
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.typeset import require_typesetter
from talqy.report.file import report_file
from talqy.report.matrix_files import matrix_in
from talqy.report.spoken import published_report, said_report


def table_of(edition: Edition, record: Record, older: Revision, newer: Revision) -> ComparisonTable:
    """Say a comparison in the language of an edition."""
    compared = edition.comparison(record, older, newer)
    unit = edition.register.project.fee_unit
    return comparison_table(
        compared, edition.locale, prices(unit, edition.assessment, record, newer)
    )


def said_table(
    edition: Edition, record: Record, older: Revision, newer: Revision
) -> ComparisonTable:
    """Say a comparison of the record in the language of an edition, which says it once a day."""
    day = edition.assessment.today.isoformat()
    return edition.in_own.once(
        "said-table",
        (record.id, older.revision, newer.revision, day),
        lambda: table_of(edition, record, older, newer),
    )


def downloads(of: Sequence[Edition], record: Record, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Make the files of a standard that the project wants its site to offer.

    Raise TypesetterMissingError where PDF is among them, and what makes it is not installed.
    """
    if "pdf" in of[0].register.project.downloads:
        require_typesetter()
    yield from _matrices(of, record)
    for revision in record.revisions:
        yield from _reports(of, record, revision, site_url)
        for older in of[0].told_against(record, revision):
            yield from _tables(of, record, older, revision)


def _matrices(of: Sequence[Edition], record: Record) -> Iterator[tuple[str, bytes]]:
    """Make the files of the matrix of a standard: as CSV, and for Excel where that is wanted."""
    offered = of[0].register.project.downloads
    forms = [form for form in ("csv", "xlsx") if form == "csv" or form in offered]
    for edition, form in product(of, forms) if record.comments else ():
        path = f"{edition.code}/{addresses.matrix_file(record.id, form)}"
        yield path, matrix_in(form, [edition], [record])


def _tables(
    of: Sequence[Edition], record: Record, older: Revision, newer: Revision
) -> Iterator[tuple[str, bytes]]:
    """Make the files of the comparison of two texts, which is said once in each language."""
    forms = of[0].register.project.downloads
    if not forms:
        return
    tables = [said_table(edition, record, older, newer) for edition in of]
    numbers = (older.revision, newer.revision)
    for form in forms:
        for edition, table in zip(of, tables, strict=True):
            path = addresses.comparison_table(record.id, *numbers, form)
            yield f"{edition.code}/{path}", table_file(form, [table], edition.layouts)
        if len(of) > 1:
            path = addresses.comparison_table_in_all(record.id, *numbers, form)
            yield path, table_file(form, tables, of[0].layouts)


def _reports(
    of: Sequence[Edition], record: Record, revision: Revision, site_url: str
) -> Iterator[tuple[str, bytes]]:
    """Make the files of a published report, which is said once in each language."""
    layouts, forms = of[0].layouts, of[0].register.project.downloads
    locales = [edition.locale for edition in of]
    report = published_report(of[0], record, revision) if forms else None
    if report is None:
        return
    spoken = [said_report(edition, report, site_url) for edition in of]
    for form in forms:
        path = addresses.report_file(record.id, revision.revision, form)
        for text, locale in zip(spoken, locales, strict=True):
            yield f"{locale.code}/{path}", report_file(form, [text], [locale], layouts)
        if len(of) > 1:
            path = addresses.report_file_in_all(record.id, revision.revision, form)
            yield path, report_file(form, spoken, locales, layouts)
