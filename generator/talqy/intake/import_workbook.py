"""What an import tells, as a workbook: a row for each message and row, with the words beside it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from talqy.intake.import_report import FileReport, heads, summary_line, table_rows
from talqy.language.locale import Locale
from talqy.office.portions import plain_lines
from talqy.office.sheet_layouts import sheet_layout
from talqy.office.sheetml import SheetWriter
from talqy.office.workbooks import packed_sheets, print_across, print_heads, print_row

_NUMBER = 5
_WIDTHS = (26, 14, 36, 30, 26, 14, 8, 20, 12, 14, 30, 60, 40, 40, 30)
# The number and the file of a row stay in sight.
_FROZEN = 2


def import_xlsx(  # noqa: PLR0913 - what it says, in which language, of which day, and how
    files: Sequence[FileReport],
    locale: Locale,
    title: str,
    day: date,
    layouts: Sequence[Path],
    *,
    draft: bool = False,
) -> bytes:
    """Return the bytes of the report as a workbook in one language.

    `layouts` are the folders in which its layout is looked for.
    """
    sheet = SheetWriter(sheet_layout(layouts), title, (_NUMBER, *_WIDTHS))
    print_across(sheet, title)
    sheet.repeated, sheet.frozen = sheet.at, (_FROZEN, sheet.at)
    print_heads(sheet, (locale.catalogue.problem("No."), *heads(locale)))
    rows = [row for file in files for row in table_rows(file, locale, draft=draft)]
    for number, row in enumerate(rows, 1):
        cells = [plain_lines(text.split("\n")) for text in row]
        print_row(sheet, number, cells, _WIDTHS, is_marked=False)
    print_across(sheet, summary_line(files, locale, draft=draft))
    return packed_sheets((sheet,), title, (locale.code,), day, mark="import-report")
