"""The figures of a quarter as a workbook: a sheet for each language."""

from collections.abc import Sequence
from datetime import date

from talqy.language.locale import Locale
from talqy.model.register import Register
from talqy.office.sheet_layouts import CellLook, SheetLayout
from talqy.office.sheetml import Sheetml, SheetWriter
from talqy.office.workbooks import packed_sheets, print_across, print_heads
from talqy.report.data import ClosedDiscussion
from talqy.report.quarter_table import Value, quarter_columns, quarter_title

_WIDE, _WIDTH, _HEAD_LINES = (40, 10, 40, 20), 14, 5


def quarter_xlsx(  # noqa: PLR0913, PLR0917 - what the file is made of
    quarter: str,
    closed: Sequence[ClosedDiscussion],
    register: Register,
    locales: Sequence[Locale],
    layout: SheetLayout,
    today: date,
) -> bytes:
    """Print the figures of a quarter; the file is of the day `today`."""
    sheets = [_printed(quarter, closed, register, locale, layout) for locale in locales]
    languages = [locale.code for locale in locales]
    return packed_sheets(sheets, quarter_title(quarter, locales[0]), languages, today)


def _printed(
    quarter: str,
    closed: Sequence[ClosedDiscussion],
    register: Register,
    locale: Locale,
    layout: SheetLayout,
) -> SheetWriter:
    columns = tuple(quarter_columns(closed, register, locale))
    widths = (*_WIDE, *(_WIDTH,) * (len(columns) - len(_WIDE)))
    sheet = SheetWriter(layout, locale.name, widths, frozen=(1, 2), repeated=2)
    print_across(sheet, quarter_title(quarter, locale), CellLook.TITLE)
    print_heads(sheet, [head for head, _ in columns], _HEAD_LINES)
    for one in closed:
        values = (value(one) for _, value in columns)
        sheet.row(_cell(sheet, column, value) for column, value in enumerate(values, 1))
    return sheet


def _cell(sheet: SheetWriter, column: int, value: Value) -> Sheetml:
    look = CellLook.ANSWER_DAY if isinstance(value, date) else CellLook.TEXT
    return sheet.cell(column, value, look)
