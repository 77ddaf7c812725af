"""Workbooks as people leave them: hidden and struck things, formulas, errors, several sheets."""

import io
from collections.abc import Callable, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

MANIFEST = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
SHEET_OF_ODS = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="A"><table:table-row table:number-rows-repeated="{rows}">
<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}">
<text:p>Слова.</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""
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


def an_ods(content: str) -> bytes:
    """Make a workbook as LibreOffice packs one."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        mime = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", mime, compress_type=ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content.replace("\n<", "<"))
    return stream.getvalue()
