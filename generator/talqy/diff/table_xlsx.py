"""The comparison table as a workbook: a sheet for each language, on A4."""

from collections.abc import Sequence

from talqy.diff.table import ComparisonTable, reasons_of
from talqy.office.portions import plain_lines
from talqy.office.sheet_layouts import CellLook, SheetLayout
from talqy.office.sheetml import SheetWriter
from talqy.office.workbooks import packed_sheets, print_across, print_heads, print_row

_WIDTHS = (6, 23, 48, 48, 34)
# How many signs a line of each column but the first surely holds.
_SIGNS = (21, 46, 46, 32)


def comparison_xlsx(tables: Sequence[ComparisonTable], layout: SheetLayout) -> bytes:
    """Print the same table in one or more languages, each on a sheet of its own."""
    sheets = [_printed(table, layout) for table in tables]
    title = " ".join(tables[0].titles[:2])
    languages = [table.language for table in tables]
    return packed_sheets(sheets, title, languages, tables[0].day, mark="comparison")


def _printed(table: ComparisonTable, layout: SheetLayout) -> SheetWriter:
    sheet = SheetWriter(layout, table.language_name, _WIDTHS)
    for index, line in enumerate(table.titles):
        print_across(sheet, line, CellLook.TITLE if index < 2 else CellLook.SUBTITLE)
    sheet.row(())
    # The names of the columns stay in sight, on the screen and on each page.
    sheet.repeated, sheet.frozen = sheet.at, (0, sheet.at)
    print_heads(sheet, table.columns)
    for row in table.rows:
        reasons = plain_lines(reasons_of(table, row))
        columns = (plain_lines(row.element), row.was, row.becomes, reasons)
        print_row(sheet, row.number, columns, _SIGNS)
    for line in (*([] if table.rows else [table.empty]), table.legend):
        print_across(sheet, line, CellLook.LEGEND)
    return sheet
