"""The way to office files: their libraries are an extra, and are loaded only when one is made."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from talqy.diff.table import ComparisonTable
from talqy.errors import ExtraMissingError
from talqy.language.locale import Locale
from talqy.report.spoken import SpokenReport
from talqy.responses.answer_table import AnswerTable

FORMATS = ("docx", "xlsx")
_LIBRARIES = ("docx", "openpyxl")


def office_file(form: str, tables: Sequence[ComparisonTable]) -> bytes:
    """Make a file of one of the formats from the same table in one or more languages."""
    with extra():
        if form == "docx":
            from talqy.office.documents import comparison_docx  # noqa: PLC0415

            return comparison_docx(tables)
        from talqy.office.workbooks import comparison_xlsx  # noqa: PLC0415

        return comparison_xlsx(tables)


def answers_file(table: AnswerTable) -> bytes:
    """Make a workbook of answers."""
    with extra():
        from talqy.responses.workbook_out import answers_xlsx  # noqa: PLC0415

        return answers_xlsx(table)


def report_file(form: str, reports: Sequence[SpokenReport], locales: Sequence[Locale]) -> bytes:
    """Make a file of one of the formats from the same report in one or more languages."""
    with extra():
        if form == "docx":
            from talqy.report.document import report_docx  # noqa: PLC0415

            return report_docx(reports, locales)
        from talqy.report.workbook import report_xlsx  # noqa: PLC0415

        return report_xlsx(reports, locales)


@contextmanager
def extra() -> Iterator[None]:
    """Say plainly which library is missing, instead of falling."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        raise ExtraMissingError(
            f"files for Word and Excel need the library “{error.name}”: "
            "install talqy with its extra, talqy[office]",
        ) from error
