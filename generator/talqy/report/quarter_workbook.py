"""The figures of a quarter as a workbook: a sheet for each language."""

from collections.abc import Sequence
from datetime import date

from talqy.language.locale import Locale
from talqy.model.register import Register
from talqy.office.sheet_layouts import CellLook, SheetLayout
from talqy.office.sheetml import Sheetml, SheetWriter
from talqy.office.workbooks import packed_sheets, print_across, row_height
from talqy.report.data import ClosedDiscussion
from talqy.report.quarter_table import Value, quarter_columns, quarter_title

# “предприниматель” and “обсуждения,” are not broken inside.
_WIDE, _WIDTH = (36, 10, 30, 18), 17
_LONG_WORDS = 1.6


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
    heads = [head for head, _ in columns]
    cells = (sheet.cell(column, head, CellLook.HEAD) for column, head in enumerate(heads, 1))
    sheet.row(cells, height=row_height(heads, widths, wider=_LONG_WORDS))
    for one in closed:
        values = [value(one) for _, value in columns]
        written = (_cell(sheet, column, value) for column, value in enumerate(values, 1))
        sheet.row(written, height=row_height(values, widths))
    return sheet


def _cell(sheet: SheetWriter, column: int, value: Value) -> Sheetml:
    look = CellLook.ANSWER_DAY if isinstance(value, date) else CellLook.TEXT
    return sheet.cell(column, value, look)
