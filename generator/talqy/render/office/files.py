"""The way to office files: their libraries are slow to load, and are loaded when one is made."""
# ruff: noqa: PLC0415

from collections.abc import Sequence

from talqy.render.answer_table import AnswerTable
from talqy.render.locale import Locale
from talqy.render.reports import SpokenReport
from talqy.render.tables import ComparisonTable

FORMATS = ("docx", "xlsx")


def office_file(form: str, tables: Sequence[ComparisonTable]) -> bytes:
    """Make a file of one of the formats from the same table in one or more languages."""
    if form == "docx":
        from talqy.render.office.documents import comparison_docx

        return comparison_docx(tables)
    from talqy.render.office.workbooks import comparison_xlsx

    return comparison_xlsx(tables)


def answers_file(table: AnswerTable) -> bytes:
    """Make a workbook of answers."""
    from talqy.render.office.answers import answers_xlsx

    return answers_xlsx(table)


def report_file(form: str, reports: Sequence[SpokenReport], locales: Sequence[Locale]) -> bytes:
    """Make a file of one of the formats from the same report in one or more languages."""
    if form == "docx":
        from talqy.render.office.report_document import report_docx

        return report_docx(reports, locales)
    from talqy.render.office.report_workbook import report_xlsx

    return report_xlsx(reports, locales)
