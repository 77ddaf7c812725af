"""The report on completion of a discussion as a workbook: a sheet for each language."""

from collections.abc import Sequence

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from talqy.language.locale import Locale
from talqy.office.packages import FONT
from talqy.office.workbooks import (
    Looks,
    new_sheet,
    new_workbook,
    packed,
    plain,
    print_across,
    print_heads,
    print_row,
    set_sheet,
)
from talqy.report.spoken import Particular, SpokenReport
from talqy.report.text import cells

_WIDTHS = (6, 21, 21, 18, 48, 19, 36, 15)
_SIGNS = (19, 19, 16, 46, 17, 34, 13)
_TITLE, _HEAD = Font(FONT, 12, bold=True), Font(FONT, 11, bold=True)


def report_xlsx(reports: Sequence[SpokenReport], locales: Sequence[Locale]) -> bytes:
    """Print the same report in one or more languages, each on a sheet of its own."""
    workbook = new_workbook()
    for report, locale in zip(reports, locales, strict=True):
        _print(new_sheet(workbook, report.language_name, _WIDTHS), report, locale)
    languages = [report.language for report in reports]
    return packed(workbook, reports[0].titles[0], languages, reports[0].day, mark="report")


def _print(sheet: Worksheet, report: SpokenReport, locale: Locale) -> None:
    set_sheet(sheet)
    at = 1
    for title in report.titles:
        at = print_across(sheet, at, title, _WIDTHS, font=_TITLE, side="center")
    for part in report.particulars:
        at = _part(sheet, at, part)
    counts = (*report.figures.summary, *((f"– {n}", c) for n, c in report.figures.parts))
    lines = (*(f"{name}: {count}" for name, count in counts), *report.figures.notes)
    for line in lines:
        at = print_across(sheet, at, line, _WIDTHS)
    at = _tables(sheet, at + 1, report, locale)
    if report.considered.rows:
        at = print_across(sheet, at + 1, report.reasons, _WIDTHS, font=_HEAD)
        for line in (*(listed.words for listed in report.lists), report.reasons_are):
            at = print_across(sheet, at, line, _WIDTHS)
    for part in (report.revised, report.signature):
        at = _part(sheet, at + 1, part)


def _part(sheet: Worksheet, at: int, part: Particular) -> int:
    at = print_across(sheet, at, part.label, _WIDTHS, font=_HEAD)
    for line in part.lines:
        at = print_across(sheet, at, line.text, _WIDTHS)
    return at


def _tables(sheet: Worksheet, at: int, report: SpokenReport, locale: Locale) -> int:
    """Print the tables under one another; the head of the first one is printed on each page."""
    if report.none:
        at = print_across(sheet, at, report.considered.heading, _WIDTHS, font=_HEAD)
        at = print_across(sheet, at, report.none, _WIDTHS)
    looks: Looks = {}
    for index, table in enumerate(report.tables):
        for line in filter(None, (table.heading, table.note)):
            at = print_across(sheet, at, line, _WIDTHS, font=_HEAD)
        at = print_heads(sheet, at, table.columns, lines=3)
        if index == 0:
            sheet.print_title_rows = f"{at - 1}:{at - 1}"
        shown = len(table.columns) - 1
        for row in table.rows:
            columns = [plain(lines) for lines in cells(row, locale, named=True)[:shown]]
            at = print_row(sheet, at, row.place, columns, _SIGNS[:shown], looks, is_marked=False)
    return at
