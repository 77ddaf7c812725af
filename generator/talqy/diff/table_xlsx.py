"""The comparison table as a workbook: a sheet for each language, on A4."""

from collections.abc import Sequence

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from talqy.diff.table import ComparisonTable, reasons_of
from talqy.diff.table_rows import TableRow
from talqy.office.packages import FONT
from talqy.office.workbooks import (
    LETTERS,
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

_WIDTHS = (6, 23, 48, 48, 34)


# How many signs a line of each column but the first surely holds.
_SIGNS = (21, 46, 46, 32)


def comparison_xlsx(tables: Sequence[ComparisonTable]) -> bytes:
    """Print the same table in one or more languages, each on a sheet of its own."""
    workbook = new_workbook()
    for table in tables:
        _print(new_sheet(workbook, table.language_name, _WIDTHS), table)
    title = " ".join(tables[0].titles[:2])
    languages = [table.language for table in tables]
    return packed(workbook, title, languages, tables[0].day, mark="comparison")


def _print(sheet: Worksheet, table: ComparisonTable) -> None:
    at = 1
    for index, line in enumerate(table.titles):
        font = Font(FONT, LETTERS + 1, bold=index < 2)
        at = print_across(sheet, at, line, _WIDTHS, font=font, side="center")
    at = print_heads(sheet, at + 1, table.columns)
    # The names of the columns stay in sight, on the screen and on each page.
    sheet.freeze_panes = f"A{at}"
    sheet.print_title_rows = f"{at - 1}:{at - 1}"
    set_sheet(sheet)
    looks: Looks = {}
    for row in table.rows:
        at = _print_row(sheet, at, table, row, looks)
    font = Font(FONT, LETTERS, italic=True)
    for line in (*([] if table.rows else [table.empty]), table.legend):
        at = print_across(sheet, at, line, _WIDTHS, font=font)


def _print_row(
    sheet: Worksheet, at: int, table: ComparisonTable, row: TableRow, looks: Looks
) -> int:
    columns = (plain(row.element), row.was, row.becomes, plain(reasons_of(table, row)))
    return print_row(sheet, at, row.number, columns, _SIGNS, looks)
