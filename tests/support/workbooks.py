"""Workbooks as people leave them: hidden and struck things, formulas, errors, several sheets."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

HEADS = ("Дата", "Пункт", "Замечание", "Предложение")


def a_row(text: object, clause: object = "2", proposal: object = None) -> tuple[object, ...]:
    """Return a row under `HEADS`."""
    return ("10.11.2026", clause, text, proposal)


def a_workbook(*sheets: Sequence[Sequence[Any]], change: Callable[[Workbook], None]) -> bytes:
    """Make a workbook of several sheets, and leave it as `change` does."""
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet(f"Лист{number + 1}")
        assert isinstance(sheet, Worksheet)
        sheet.title = f"Лист{number + 1}"
        for row in rows:
            sheet.append(list(row))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def struck_in_part(kept: str, struck: str) -> CellRichText:
    """Return the words of a cell of which some are struck out."""
    return CellRichText(f"{kept} ", TextBlock(InlineFont(strike=True), struck))
