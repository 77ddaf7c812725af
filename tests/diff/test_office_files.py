"""Comparison tables for Word and Excel: they say what the redlines say, and open without repair.

Files are read back with the libraries, and once with LibreOffice, as a clerk would open them.
"""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import TextBlock

from offices import (
    HOSTILE,
    LONG,
    OURS,
    PAIRS,
    SPOKEN,
    Pair,
    hostile_project,
    marked,
    opened,
    own_tables,
    tables_of,
    texts_of,
)
from sites import ROOT
from talqy.build import site
from talqy.compare.redline import Mark
from talqy.compare.tokens import normal
from talqy.diff.table import reasons_of
from talqy.diff.table_file import table_file
from talqy.language.edition import Edition
from talqy.model.revision import Clause
from talqy.office.packages import OFFICE_FORMATS
from talqy.office.portions import LineKind, TableLine
from talqy.project.survey import survey

MISSING = "this test needs Poppler: apt-get install poppler-utils"


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return {edition.code: edition for edition in site(ROOT, survey(ROOT), "").editions}


# --- what the table says --------------------------------------------------------------------------


def text_lines(lines: tuple[TableLine, ...], moved: str) -> str:
    """Return the words of a cell, without the signs of line ends and of lines that moved."""
    texts = (line.text for line in lines if line.kind is LineKind.TEXT)
    return "\n".join(text.replace("¶", "").removesuffix(f" ({moved})") for text in texts)


def own_text(clauses: tuple[Clause, ...], language: str) -> str:
    return normal("\n".join((clause.text or {}).get(language, "") for clause in clauses))


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_a_row_says_the_old_text_and_the_new_one(
    pair: Pair, language: str, editions: dict[str, Edition]
) -> None:
    (table,) = tables_of(editions, pair, language)
    edition = editions[language]
    changes = edition.comparison(*texts_of(edition, pair)).changes
    assert len(changes) > 5
    moved = edition.locale.words("moved")
    for change, row in zip(changes, table.rows, strict=False):
        assert text_lines(row.was, moved) == own_text(change.match.before, language)
        assert text_lines(row.becomes, moved) == own_text(change.match.after, language)
        marks = {mark for line in (*row.was, *row.becomes) for mark, _ in line.pieces}
        assert marks & {Mark.REMOVED, Mark.ADDED}


# --- both -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", OFFICE_FORMATS)
def test_a_file_says_in_its_properties_what_it_is(form: str, editions: dict[str, Edition]) -> None:
    content = table_file(form, tables_of(editions, PAIRS[0], "kk", "ru"), OURS)
    about = opened(content).core_properties if form == "docx" else workbook(content).properties
    assert "Қазақстан Республикасының азаматтарына паспорттар" in about.title
    assert about.language == "kk-KZ, ru-RU"
    assert {str(moment)[:10] for moment in (about.created, about.modified)} == {"2026-11-02"}


# --- Excel ----------------------------------------------------------------------------------------


def workbook(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content), rich_text=True)


def rows_of(book: Workbook, name: str) -> Iterator[list[list[object]]]:
    """Yield the rows of a table: for each column its cells, where a row took several."""
    cells = list(book[name].iter_rows(min_row=6))
    row: list[list[object]] = []
    for line in cells:
        values = [cell.value for cell in line]
        if isinstance(values[0], int):
            if row:
                yield row
            row = [[] for _ in values]
        elif values[0] is not None:  # the legend
            break
        for column, value in zip(row, values, strict=True):
            if value is not None:
                column.append(value)
    yield row


def blocks_of(cells: list[object]) -> Iterator[tuple[Mark, str]]:
    """Read the marks of cells, as runs of letters."""
    for cell in cells:
        for block in cell:  # type: ignore[attr-defined]
            assert isinstance(block, TextBlock)
            font = block.font
            mark = Mark.REMOVED if font.strike else Mark.ADDED if font.b and font.u else Mark.KEPT
            yield mark, block.text


def flat(marks: Iterable[tuple[Mark, str]]) -> list[tuple[Mark, str]]:
    """Return every letter with its mark; breaks of lines have none."""
    return [(mark, sign) for mark, text in marks for sign in text if sign != "\n"]


@pytest.mark.parametrize("spoken", SPOKEN, ids="-".join)
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_excel_says_what_the_table_says(
    pair: Pair, spoken: tuple[str, ...], editions: dict[str, Edition]
) -> None:
    tables = tables_of(editions, pair, *spoken)
    book = workbook(table_file("xlsx", tables, OURS))
    assert book.sheetnames == [table.language_name for table in tables]
    for table in tables:
        printed = list(rows_of(book, table.language_name))
        assert [row[0] for row in printed] == [[row.number] for row in table.rows]
        for row, (_, element, was, becomes, why) in zip(table.rows, printed, strict=True):
            assert "\n".join(map(str, element)) == "\n".join(row.element)
            assert "\n".join(map(str, was)) == "\n".join(line.text for line in row.was)
            assert "\n".join(map(str, becomes)) == "\n".join(line.text for line in row.becomes)
            assert "\n".join(map(str, why)) == "\n".join(reasons_of(table, row))
            assert flat(blocks_of(was)) == flat([p for line in marked(row.was) for p in line])
            assert flat(blocks_of(becomes)) == flat(
                [piece for line in marked(row.becomes) for piece in line]
            )


def test_a_sheet_of_excel_fits_the_page_and_repeats_its_head(editions: dict[str, Edition]) -> None:
    book = workbook(table_file("xlsx", tables_of(editions, PAIRS[0], "kk"), OURS))
    (sheet,) = book.worksheets
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A6", "$5:$5")
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    names = [cell.value for cell in sheet[5]]
    assert names[2:4] == ["Қолданыстағы редакция", "Ұсынылатын редакция"]
    heights = [sheet.row_dimensions[row].height or 0 for row in range(6, sheet.max_row)]
    assert 0 < max(heights) <= 409


# --- hostile and large texts ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_project(tmp_path_factory.mktemp("hostile"))


def test_word_keeps_a_strangers_text_as_text(hostile: Path) -> None:
    tables = own_tables(hostile, "kk", "ru")
    grid = opened(table_file("docx", tables, OURS)).tables[-1]
    rows = {row.cells[1].text.split("\n")[0]: row.cells for row in grid.rows[2:]}
    for place, text in enumerate(HOSTILE, 1):
        cells = rows[f"{place}-тармақ"]
        assert cells[3].text == f"{place}. {text}\n{text}"
        assert cells[4].text == text
    assert rows["0-тармақ"][2].text == f"0. {normal(LONG)}"


def test_excel_never_calculates_a_strangers_text(hostile: Path) -> None:
    tables = own_tables(hostile, "kk")
    book = workbook(table_file("xlsx", tables, OURS))
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            assert cell.data_type in {"s", "n"}
            assert cell.data_type == "s" or cell.value is None or isinstance(cell.value, int)
            is_formula = str(cell.value).startswith(("=", "+", "-", "@"))
            assert bool(cell.quotePrefix) == is_formula
    assert [str(row[4][0]) for row in rows_of(book, "Қазақша") if row[4]] == list(HOSTILE)


def test_no_row_of_excel_is_too_high_and_no_text_is_lost(hostile: Path) -> None:
    book = workbook(table_file("xlsx", own_tables(hostile, "kk"), OURS))
    sheet = book.worksheets[0]
    heights = [sheet.row_dimensions[at].height or 0 for at in range(1, sheet.max_row + 1)]
    assert max(heights) <= 409
    (was,) = (row[2] for row in rows_of(book, "Қазақша") if row[2] and len(row[2]) > 1)
    assert len(was) > 10
    assert "".join(map(str, was)) == f"0. {normal(LONG)}"
