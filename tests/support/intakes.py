"""Files as they come in from outside, made in memory: messages, tables, the commenting template."""

import io
from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx import Document
from openpyxl import Workbook

from builders import write

HEADS = ("Дата", "Пункт", "Замечание", "Предложение", "Автор", "Имя")
ROW = ("10.11.2026", "2", "Срок слишком долгий.", "Два дня.", "физическое лицо", "А. Үлгі")
ISO_HEADS = (
    "MB/NC1",
    "Line number\n(e.g. 17)",
    "Clause/ Subclause\n(e.g. 3.1)",
    "Paragraph/ Figure/ Table/\n(e.g. Table 1)",
    "Type of comment2",
    "Comments",
    "Proposed change",
    "Observations of the secretariat",
)
ISO_ROWS = (
    ("(1)", "2", "(3)", "4", "5", "(6)", "(7)", "(8)"),
    ("KZ", "17", "3", "Абзац 2", "te", "Слишком много документов.", "Одна справка.", "согласны"),
    ("KZ", "", "2", "", "ed", "Опечатка в слове.", "", ""),
    ("", "", "", "", "ge", "", "Только предложение.", ""),
)
"""The row that numbers the columns, two comments, and a proposal without one."""


def a_message(text: str = "Срок слишком долгий.", **heads: str) -> EmailMessage:
    """Make a message; a head given as "" is left out."""
    message = EmailMessage()
    usual = {
        "From": "Айгүл Мысалова <aigul@example.kz>",
        "To": "info@example.kz",
        "Subject": "Мнение",
        "Date": "Tue, 10 Nov 2026 10:00:00 +0500",
        "Message-ID": "<1@example.kz>",
    }
    for name, value in {**usual, **{k.replace("_", "-"): v for k, v in heads.items()}}.items():
        if value:
            message[name] = value
    message.set_content(text)
    return message


def a_csv(*rows: Sequence[str], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Make a CSV file as programs write it."""
    lines = [delimiter.join(f'"{cell}"' if cell else "" for cell in row) for row in rows]
    return "\r\n".join([*lines, ""]).encode(encoding)


def an_xlsx(*rows: Sequence[Any], merged: str = "", title: str = "Жауаптар") -> bytes:
    """Make a workbook of one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if merged:
        sheet.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def a_docx(*rows: Sequence[str]) -> bytes:
    """Make a document of one table, with words around it."""
    document = Document()
    document.add_paragraph("Template for comments and secretariat observations")
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, change: tuple[str, str]) -> bytes:
    """Change the text of one part of an office file."""
    stream = io.BytesIO()
    was, becomes = (words.encode() for words in change)
    with ZipFile(io.BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            new.writestr(part, text.replace(was, becomes) if part == name else text)
    return stream.getvalue()


def put(folder: Path, name: str, data: bytes | EmailMessage) -> Path:
    """Write a file that came in."""
    return write(folder, name, data if isinstance(data, bytes) else data.as_bytes())


TABLES = {
    "a.csv": a_csv(HEADS, ROW),
    "b.csv": a_csv(HEADS, ROW, delimiter=";", encoding="utf-8-sig"),
    "c.csv": a_csv(HEADS, (*ROW[:5], "А. Улги"), delimiter=";", encoding="cp1251"),
    "d.csv": a_csv(HEADS, ROW, delimiter="\t", encoding="utf-16"),
    "a.xlsx": an_xlsx(HEADS, (date(2026, 11, 10), 2, *ROW[2:])),
    "b.xlsx": an_xlsx(("Отчет",), (), HEADS, (46336, "тармақ 2", *ROW[2:])),
    "a.docx": a_docx(HEADS, ROW),
}
