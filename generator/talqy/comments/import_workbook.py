"""What an import tells, as a workbook: a row for each message and row, with the words beside it."""

from collections.abc import Sequence
from datetime import date

from talqy.comments.import_report import FileReport, heads, summary_line, table_rows
from talqy.language.locale import Locale
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

_NUMBER = 5
_WIDTHS = (26, 14, 36, 30, 26, 14, 8, 20, 12, 14, 30, 60, 40, 40, 30)


def import_xlsx(
    files: Sequence[FileReport], locale: Locale, title: str, day: date, *, draft: bool = False
) -> bytes:
    """Return the bytes of the report as a workbook in one language."""
    workbook = new_workbook()
    widths = (_NUMBER, *_WIDTHS)
    sheet = new_sheet(workbook, title, widths)
    set_sheet(sheet)
    at = print_across(sheet, 1, title, widths)
    at = print_heads(sheet, at, (locale.catalogue.problem("No."), *heads(locale)))
    sheet.print_title_rows = f"{at - 1}:{at - 1}"
    sheet.freeze_panes = f"C{at}"
    looks: Looks = {}
    rows = [row for file in files for row in table_rows(file, locale, draft=draft)]
    for number, row in enumerate(rows, 1):
        cells = [plain(text.split("\n")) for text in row]
        at = print_row(sheet, at, number, cells, _WIDTHS, looks, is_marked=False)
    print_across(sheet, at, summary_line(files, locale, draft=draft), widths)
    return packed(workbook, title, (locale.code,), day, mark="import-report")
