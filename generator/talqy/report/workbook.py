"""The report on completion of a discussion as a workbook: a sheet for each language."""

from collections.abc import Sequence

from talqy.language.locale import Locale
from talqy.office.portions import plain_lines
from talqy.office.sheet_layouts import CellLook, SheetLayout
from talqy.office.sheetml import SheetWriter
from talqy.office.workbooks import packed_sheets, print_across, print_heads, print_row
from talqy.report.spoken import Particular, SpokenReport
from talqy.report.text import cells

_WIDTHS = (6, 21, 21, 18, 48, 19, 36, 15)
_SIGNS = (19, 19, 16, 46, 17, 34, 13)


def report_xlsx(
    reports: Sequence[SpokenReport], locales: Sequence[Locale], layout: SheetLayout
) -> bytes:
    """Print the same report in one or more languages, each on a sheet of its own."""
    sheets = [
        _printed(report, locale, layout) for report, locale in zip(reports, locales, strict=True)
    ]
    languages = [report.language for report in reports]
    return packed_sheets(sheets, reports[0].titles[0], languages, reports[0].day, mark="report")


def _printed(report: SpokenReport, locale: Locale, layout: SheetLayout) -> SheetWriter:
    sheet = SheetWriter(layout, report.language_name, _WIDTHS)
    for title in report.titles:
        print_across(sheet, title, CellLook.TITLE)
    for part in report.particulars:
        _part(sheet, part)
    for heading, counts in report.figures.groups:
        print_across(sheet, heading)
        for name, count in counts:
            print_across(sheet, f"– {name}: {count}")
    for line in report.figures.said:
        print_across(sheet, line)
    sheet.row(())
    _tables(sheet, report, locale)
    if report.considered.rows:
        sheet.row(())
        print_across(sheet, report.reasons, CellLook.HEADING)
        for line in (*(listed.words for listed in report.lists), report.reasons_are):
            print_across(sheet, line)
    for part in (report.revised, report.signature):
        sheet.row(())
        _part(sheet, part)
    return sheet


def _part(sheet: SheetWriter, part: Particular) -> None:
    print_across(sheet, part.label, CellLook.HEADING)
    for line in part.lines:
        print_across(sheet, line.text)


def _tables(sheet: SheetWriter, report: SpokenReport, locale: Locale) -> None:
    """Print the tables under one another; the head of the first one is printed on each page."""
    if report.none:
        print_across(sheet, report.considered.heading, CellLook.HEADING)
        print_across(sheet, report.none)
    for index, table in enumerate(report.tables):
        for line in filter(None, (table.heading, table.note)):
            print_across(sheet, line, CellLook.HEADING)
        if index == 0:
            sheet.repeated = sheet.at
        print_heads(sheet, table.columns, lines=3)
        shown = len(table.columns) - 1
        for row in table.rows:
            columns = [plain_lines(lines) for lines in cells(row, locale, named=True)[:shown]]
            print_row(sheet, row.place, columns, _SIGNS[:shown], is_marked=False)
