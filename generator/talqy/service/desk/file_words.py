"""Places in files that officials bring, in words: a cell of a sheet, a row of a table."""

import re
from collections.abc import Iterator

from talqy.language.locale import Locale

_FILE = re.compile(
    r"(?P<file>[^\n]{1,300}?\.(?:xlsx|xls|ods|csv|docx|pdf|html|htm|txt))(?:!(?P<inside>[^\n]{1,300}))?",
    re.IGNORECASE,
)
_IN_LINES = (".csv", ".html", ".htm", ".txt")
_SHEETS = (".xlsx", ".xls", ".ods")
_CELL = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})")


def file_words(locale: Locale, place: str, line: int = 0, column: int = 0) -> str:
    """Return a place in a file as a person would show it; any other place stays as it is."""
    found = _FILE.fullmatch(place)
    if found is None:
        return f"{place}:{line}" if line else place
    inside = found["inside"] or ""
    is_sheet = found["file"].lower().endswith(_SHEETS)
    parts = _in_sheet(locale, inside) if is_sheet else _in_tables(locale, inside)
    at = _at_line(locale, found["file"], line, column) if line else ()
    return ", ".join((found["file"], *parts, *at))


def is_in_file(value: str) -> bool:
    """Return whether a value is a place within a file: `answers.xlsx!Answers!I3`."""
    found = _FILE.fullmatch(value)
    return found is not None and found["inside"] is not None


def _in_sheet(locale: Locale, inside: str) -> Iterator[str]:
    sheet, _, cell = inside.rpartition("!")
    if not (sheet and _CELL.fullmatch(cell)):
        sheet, cell = inside, ""
    if sheet:
        yield locale.words("sheet “{sheet}”", sheet=sheet)
    if cell:
        yield locale.words("cell {cell}", cell=cell)


def _in_tables(locale: Locale, inside: str) -> Iterator[str]:
    """Yield tables and their rows: tables may stand within the rows of others."""
    for part in filter(None, inside.split("!")):
        cell = _CELL.fullmatch(part)
        if cell:
            yield locale.words("row {row}", row=cell["row"])
        else:
            yield locale.words("table {number}", number=part)


def _at_line(locale: Locale, file: str, line: int, column: int) -> Iterator[str]:
    if not file.lower().endswith(_IN_LINES):
        yield locale.words("paragraph {number}", number=line)
        return
    yield locale.words("line {line}", line=line)
    if column:
        yield locale.words("field {number}", number=column)
