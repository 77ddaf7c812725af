"""A table of plain values as a file: CSV that Excel opens by a double click, or a workbook.

What is a number or a day stays one in the workbook, so that it can be counted and sorted there.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from talqy.language.locale import Locale
from talqy.office.csv_file import csv_for_offices
from talqy.office.plain_tables import PlainTable, value_in_words


def plain_csv(table: PlainTable, locale: Locale) -> str:
    """Return a table as CSV that Excel opens by a double click: heads and rows, nothing else."""
    rows = ([value_in_words(value, locale) for value in row] for row in table.rows)
    return csv_for_offices(table.heads, rows)


def plain_workbook(
    tables: Sequence[PlainTable],
    locales: Sequence[Locale],
    layouts: Sequence[Path],
    today: date,
) -> bytes:
    """Return a workbook with one table in each language; the file is of the day `today`.

    `layouts` are the folders in which its layout is looked for.
    """
    # Loaded late: the libraries for Excel take longer to load than most commands to run.
    from talqy.office.plain_sheets import plain_sheet  # noqa: PLC0415
    from talqy.office.sheet_layouts import sheet_layout  # noqa: PLC0415
    from talqy.office.workbooks import packed_sheets  # noqa: PLC0415

    layout = sheet_layout(layouts)
    sheets = [
        plain_sheet(table, of.name, layout) for table, of in zip(tables, locales, strict=True)
    ]
    return packed_sheets(sheets, tables[0].title, [locale.code for locale in locales], today)
