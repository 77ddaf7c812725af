"""A report, and the figures of a quarter, in each format in which they are handed out."""

from collections.abc import Sequence

from talqy.language.edition import Edition
from talqy.office.packages import FILE_FORMATS
from talqy.office.plain_files import plain_csv, plain_workbook
from talqy.report.data import ClosedDiscussion, quarter_csv, quarter_json, report_csv, report_json
from talqy.report.file import report_file
from talqy.report.quarter_table import quarter_table
from talqy.report.report import Report
from talqy.report.spoken import spoken_report
from talqy.report.text import report_text

FORMATS = ("text", *FILE_FORMATS, "csv", "json")
"""Of a report."""
WORKBOOK = "xlsx"
"""Of figures, beside CSV and JSON."""


def report_in(form: str, drawn: Report, editions: Sequence[Edition], address: str) -> bytes:
    """Return a report in one of the formats, in the languages of the editions."""
    register = editions[0].register
    languages = [edition.code for edition in editions]
    if form == "json":
        return report_json(drawn, register, languages).encode()
    if form == "csv":
        return report_csv(drawn, languages).encode()
    spoken = [spoken_report(drawn, edition.locale, register, address) for edition in editions]
    locales = [edition.locale for edition in editions]
    if form == "text":
        return "\n".join(map(report_text, spoken, locales)).encode()
    return report_file(form, spoken, locales, editions[0].layouts)


def quarter_in(
    form: str,
    quarter: str,
    closed: Sequence[ClosedDiscussion],
    editions: Sequence[Edition],
    *,
    is_spoken: bool,
) -> bytes:
    """Return the figures of a quarter in one of the formats; CSV has names if it `is_spoken`."""
    first = editions[0]
    register, today = first.register, first.assessment.today
    if form == WORKBOOK:
        locales = [edition.locale for edition in editions]
        tables = [quarter_table(quarter, closed, register, locale, today) for locale in locales]
        return plain_workbook(tables, locales, first.layouts, today)
    if form == "json":
        return quarter_json(quarter, closed, register).encode()
    if is_spoken:
        table = quarter_table(quarter, closed, register, first.locale, today)
        return plain_csv(table, first.locale).encode()
    return quarter_csv(closed, register).encode()
