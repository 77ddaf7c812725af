"""The matrix of comments across revisions as a file."""

from collections.abc import Sequence

from talqy.language.edition import Edition
from talqy.model.register import Record
from talqy.office.plain_files import plain_csv, plain_workbook
from talqy.report.matrix import matrix_rows, matrix_title, rows_that_stand
from talqy.report.matrix_table import matrix_table

CSV, WORKBOOK = "csv", "xlsx"


def matrix_in(
    form: str,
    editions: Sequence[Edition],
    records: Sequence[Record],
    *,
    only_standing: bool = False,
) -> bytes:
    """Return the matrix of some standards in the languages of the editions; as CSV in the first.

    Of `only_standing` comments it has those that were passed over.
    """
    first, rows_of = editions[0], rows_that_stand if only_standing else matrix_rows
    rows = [row for record in records for row in rows_of(first, record)]
    tables = [
        matrix_table(edition, rows, matrix_title(edition, only_standing=only_standing))
        for edition in editions
    ]
    if form == CSV:
        return plain_csv(tables[0], first.locale).encode()
    locales = [edition.locale for edition in editions]
    return plain_workbook(tables, locales, first.layouts, first.assessment.today)
