"""Comparison tables for Word and Excel: they say what the redlines say, and open without repair.

Files are read back with the libraries, and once with LibreOffice, as a clerk would open them.
"""

import io
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import TextBlock

from builders import write
from libreoffice import converted
from offices import (
    HOSTILE,
    LONG,
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
from talqy.derive.redline import Mark
from talqy.derive.tokens import normal
from talqy.model.revision import Clause
from talqy.pipeline import site, survey
from talqy.render.edition import Edition
from talqy.render.office.files import FORMATS, office_file, report_file
from talqy.render.reports import SpokenReport, published_report, spoken_report
from talqy.render.table_rows import LineKind, TableLine
from talqy.render.tables import reasons_of

MISSING = "this test needs Poppler: apt-get install poppler-utils"


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return {edition.code: edition for edition in site(ROOT, survey(ROOT), "").editions}


# --- what the table says --------------------------------------------------------------------------


def text_lines(lines: tuple[TableLine, ...]) -> str:
    return "\n".join(line.text for line in lines if line.kind is LineKind.TEXT)


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
    for change, row in zip(changes, table.rows, strict=False):
        assert text_lines(row.was) == own_text(change.match.before, language)
        assert text_lines(row.becomes) == own_text(change.match.after, language)
        marks = {mark for line in (*row.was, *row.becomes) for mark, _ in line.pieces}
        assert marks & {Mark.REMOVED, Mark.ADDED}


# --- both -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_says_in_its_properties_what_it_is(form: str, editions: dict[str, Edition]) -> None:
    content = office_file(form, tables_of(editions, PAIRS[0], "kk", "ru"))
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
    """Answer every letter with its mark; breaks of lines have none."""
    return [(mark, sign) for mark, text in marks for sign in text if sign != "\n"]


@pytest.mark.parametrize("spoken", SPOKEN, ids="-".join)
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_excel_says_what_the_table_says(
    pair: Pair, spoken: tuple[str, ...], editions: dict[str, Edition]
) -> None:
    tables = tables_of(editions, pair, *spoken)
    book = workbook(office_file("xlsx", tables))
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
    book = workbook(office_file("xlsx", tables_of(editions, PAIRS[0], "kk")))
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
    grid = opened(office_file("docx", tables)).tables[-1]
    rows = {row.cells[1].text.split("\n")[0]: row.cells for row in grid.rows[2:]}
    for place, text in enumerate(HOSTILE, 1):
        cells = rows[f"{place}-тармақ"]
        assert cells[3].text == f"{place}. {text}\n{text}"
        assert cells[4].text == text
    assert rows["0-тармақ"][2].text == f"0. {normal(LONG)}"


def test_excel_never_calculates_a_strangers_text(hostile: Path) -> None:
    tables = own_tables(hostile, "kk")
    book = workbook(office_file("xlsx", tables))
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            assert cell.data_type in {"s", "n"}
            assert cell.data_type == "s" or cell.value is None or isinstance(cell.value, int)
            is_formula = str(cell.value).startswith(("=", "+", "-", "@"))
            assert bool(cell.quotePrefix) == is_formula
    assert [str(row[4][0]) for row in rows_of(book, "Қазақша") if row[4]] == list(HOSTILE)


def test_no_row_of_excel_is_too_high_and_no_text_is_lost(hostile: Path) -> None:
    book = workbook(office_file("xlsx", own_tables(hostile, "kk")))
    sheet = book.worksheets[0]
    heights = [sheet.row_dimensions[at].height or 0 for at in range(1, sheet.max_row + 1)]
    assert max(heights) <= 409
    (was,) = (row[2] for row in rows_of(book, "Қазақша") if row[2] and len(row[2]) > 1)
    assert len(was) > 10
    assert "".join(map(str, was)) == f"0. {normal(LONG)}"


# --- LibreOffice ----------------------------------------------------------------------------------

PRINTED = [(PAIRS[0], ("kk",)), *((pair, ("kk", "ru")) for pair in PAIRS)]
office = pytest.mark.xdist_group("office")


@pytest.fixture(scope="module")
def printed(
    editions: dict[str, Edition], hostile: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Let LibreOffice print all files at once; answer the text of each PDF by its name."""
    if not shutil.which("pdftotext"):
        pytest.fail(MISSING, pytrace=False)
    folder = tmp_path_factory.mktemp("office")
    for form in FORMATS:
        write(folder, f"{form}-hostile.{form}", office_file(form, own_tables(hostile, "ru")))
        for pair, spoken in PRINTED:
            content = office_file(form, tables_of(editions, pair, *spoken))
            write(folder, f"{named(form, pair, spoken)}.{form}", content)
        locales = [edition.locale for edition in editions.values()]
        content = report_file(form, reports_of(editions), locales)
        write(folder, f"{form}-report.{form}", content)

    made = converted("pdf", folder, *sorted(folder.iterdir()))
    return {file.stem: pdf_text(file) for file in made}


def named(form: str, pair: Pair, spoken: tuple[str, ...]) -> str:
    return f"{form}-{pair[0]}-{'-'.join(spoken)}"


def pdf_text(file: Path) -> str:
    line = ["pdftotext", str(file), "-"]
    return subprocess.run(line, check=True, capture_output=True, encoding="utf-8").stdout


def squeezed(text: str) -> str:
    """Leave out spaces, breaks and hyphens: printing adds its own."""
    return re.sub(r"[\s\u00ad-]+", "", text)


@office
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("pair", "spoken"), PRINTED, ids=str)
def test_libreoffice_prints_every_word(
    form: str,
    pair: Pair,
    spoken: tuple[str, ...],
    printed: dict[str, str],
    editions: dict[str, Edition],
) -> None:
    found = squeezed(printed[named(form, pair, spoken)])
    for table in tables_of(editions, pair, *spoken):
        lines = [line.text for row in table.rows for line in (*row.was, *row.becomes)]
        reasons = [reason for row in table.rows for reason in row.reasons]
        words = " ".join((*table.titles, *table.columns, *lines, *reasons)).split()
        assert len(set(words)) > 100
        assert [word for word in words if squeezed(word) not in found] == []


def reports_of(editions: dict[str, Edition]) -> list[SpokenReport]:
    """Say a report of the demonstration in all languages."""
    register = editions["kk"].register
    (record,) = (record for record in register.records if record.id == "driving-licence")
    report = published_report(editions["kk"], record, record.revisions[1])
    assert report
    return [spoken_report(report, edition.locale, register) for edition in editions.values()]


@office
@pytest.mark.parametrize("form", FORMATS)
def test_libreoffice_prints_every_word_of_a_report(
    form: str, printed: dict[str, str], editions: dict[str, Edition]
) -> None:
    found = squeezed(printed[f"{form}-report"])
    for report in reports_of(editions):
        words = [*report.titles, *(word for table in report.tables for word in table.columns)]
        for row in (row for table in report.tables for row in table.rows):
            words += [*row.element, *row.author, row.said.text, row.said.proposal]
        for row in report.considered.rows:
            words += [*row.position, *row.reason, *(change.words for change in row.changes)]
        words += [line.text for line in (*report.revised.lines, *report.signature.lines)]
        # Where a page ends at a hyphen, the head of the table stands between the parts of a word.
        parted = " ".join(words).replace("-", " ").split()
        assert len(set(parted)) > 100
        assert [word for word in parted if squeezed(word) not in found] == []


@office
@pytest.mark.parametrize("form", FORMATS)
def test_libreoffice_reads_a_strangers_text_as_text(form: str, printed: dict[str, str]) -> None:
    text = " ".join(printed[f"{form}-hostile"].split())
    for words in ("=HYPERLINK(", "+7 701 000", "-1+1", "@SUM(A1)", "#N/A", "_x0041_ _x000D_"):
        assert words in text
    assert "&#65; <script>" in text
