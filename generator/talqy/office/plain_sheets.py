"""A table of plain values as a sheet: its title, what is to be said of it, heads, and rows."""

from datetime import date

from talqy.office.plain_tables import PlainTable, Value
from talqy.office.sheet_layouts import CellLook, SheetLayout
from talqy.office.sheetml import Sheetml, SheetWriter, column_name
from talqy.office.workbooks import print_across, row_height

# “обсуждения,” is not broken inside of a head.
_LONG_WORDS = 1.6


def plain_sheet(table: PlainTable, name: str, layout: SheetLayout) -> SheetWriter:
    """Print a table; title and heads are on each page, and stay in sight on the screen."""
    widths = table.all_widths
    sheet = SheetWriter(layout, name, widths)
    print_across(sheet, table.title, CellLook.TITLE)
    for line in table.notes:
        print_across(sheet, line)
    sheet.repeated, sheet.frozen = sheet.at, (table.fixed, sheet.at)
    if table.is_filtered and table.rows:
        last = f"{column_name(len(table.heads))}{sheet.at + len(table.rows)}"
        sheet.filtered = f"A{sheet.at}:{last}"
    cells = (sheet.cell(column, head, CellLook.HEAD) for column, head in enumerate(table.heads, 1))
    sheet.row(cells, height=row_height(table.heads, widths, wider=_LONG_WORDS))
    for row in table.rows:
        written = (_cell(sheet, column, value) for column, value in enumerate(row, 1))
        sheet.row(written, height=row_height(row, widths))
    return sheet


def _cell(sheet: SheetWriter, column: int, value: Value) -> Sheetml:
    look = CellLook.ANSWER_DAY if isinstance(value, date) else CellLook.TEXT
    return sheet.cell(column, value, look)
