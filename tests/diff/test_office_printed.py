"""Comparison tables and reports on paper: LibreOffice prints them, and not a word is missing.

Where a line ends and a page is left to its fonts: what is looked at is that all words stand there.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import write
from libreoffice import converted
from offices import OURS, PAIRS, hostile_project, own_tables, tables_of
from sites import ROOT
from talqy.build import site
from talqy.diff.table import ComparisonTable, reasons_of
from talqy.diff.table_file import table_file
from talqy.language.edition import Edition
from talqy.office.packages import OFFICE_FORMATS
from talqy.project.survey import survey
from talqy.report.file import report_file
from talqy.report.spoken import SpokenReport, published_report, spoken_report

MISSING = "this test needs Poppler: apt-get install poppler-utils"
OTHERS = [(PAIRS[0], ("kk",)), *((pair, ("kk", "ru")) for pair in PAIRS[1:])]
pytestmark = pytest.mark.xdist_group("office")


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return {edition.code: edition for edition in site(ROOT, survey(ROOT), "").editions}


@pytest.fixture(scope="module")
def printed(
    editions: dict[str, Edition], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Let LibreOffice print a table, a report and hostile texts at once, in both forms."""
    folder = tmp_path_factory.mktemp("office")
    hostile = own_tables(hostile_project(tmp_path_factory.mktemp("hostile")), "ru")
    locales = [edition.locale for edition in editions.values()]
    for form in OFFICE_FORMATS:
        tables = tables_of(editions, PAIRS[0], "kk", "ru")
        write(folder, f"{form}-table.{form}", table_file(form, tables, OURS))
        write(folder, f"{form}-hostile.{form}", table_file(form, hostile, OURS))
        content = report_file(form, reports_of(editions), locales, OURS)
        write(folder, f"{form}-report.{form}", content)
    return papers(folder)


@pytest.fixture(scope="module")
def others(
    editions: dict[str, Edition], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Let LibreOffice print the other tables at once, in both forms."""
    folder = tmp_path_factory.mktemp("office")
    for form in OFFICE_FORMATS:
        for place, (pair, spoken) in enumerate(OTHERS):
            content = table_file(form, tables_of(editions, pair, *spoken), OURS)
            write(folder, f"{form}-{place}.{form}", content)
    return papers(folder)


def papers(folder: Path) -> dict[str, str]:
    """Print all files of a folder; return the text of each by its name."""
    if not shutil.which("pdftotext"):
        pytest.fail(MISSING, pytrace=False)
    made = converted("pdf", folder, *sorted(folder.iterdir()))
    return {file.stem: pdf_text(file) for file in made}


def pdf_text(file: Path) -> str:
    """Read a paper in the order in which it was written: cell by cell, not across the columns."""
    line = ["pdftotext", "-raw", str(file), "-"]
    return subprocess.run(line, check=True, capture_output=True, encoding="utf-8").stdout


def squeezed(text: str) -> str:
    """Leave out spaces, breaks and hyphens: printing adds its own."""
    return re.sub(r"[\s\u00ad\u2011-]+", "", text)


def missing(texts: list[str], paper: str, form: str) -> list[str]:
    """Return what does not stand on a paper.

    A row of Excel lies on one page, so that its lines are whole, or cut off. In Word a page may end
    within a line, and at a hyphen; its words and their parts are whole.
    """
    found = squeezed(paper)
    # An arrow is printed in another font, apart from the words around it.
    breaks = "→" if form == "xlsx" else r"[\s\u2011-]+"
    parts = [part for text in texts for part in re.split(breaks, text)]
    assert len(set(" ".join(texts).split())) > 100
    return [part for part in parts if squeezed(part) not in found]


def texts_of(tables: list[ComparisonTable]) -> Iterator[str]:
    """Yield all texts of tables."""
    for table in tables:
        yield from (*table.titles, *table.columns)
        for row in table.rows:
            yield from (*" ".join(row.element).split(), *reasons_of(table, row))
            yield from (line.text for line in (*row.was, *row.becomes))


@pytest.mark.parametrize("form", OFFICE_FORMATS)
def test_libreoffice_prints_every_word(
    form: str, printed: dict[str, str], editions: dict[str, Edition]
) -> None:
    texts = list(texts_of(tables_of(editions, PAIRS[0], "kk", "ru")))
    assert missing(texts, printed[f"{form}-table"], form) == []


@pytest.mark.proof
@pytest.mark.parametrize("form", OFFICE_FORMATS)
@pytest.mark.parametrize("place", range(len(OTHERS)))
def test_libreoffice_prints_every_word_of_every_table(
    form: str, place: int, others: dict[str, str], editions: dict[str, Edition]
) -> None:
    pair, spoken = OTHERS[place]
    texts = list(texts_of(tables_of(editions, pair, *spoken)))
    assert missing(texts, others[f"{form}-{place}"], form) == []


def reports_of(editions: dict[str, Edition]) -> list[SpokenReport]:
    """Say a report of the demonstration in all languages."""
    register = editions["kk"].register
    (record,) = (record for record in register.records if record.id == "driving-licence")
    report = published_report(editions["kk"], record, record.revisions[1])
    assert report
    return [spoken_report(report, edition.locale, register) for edition in editions.values()]


@pytest.mark.parametrize("form", OFFICE_FORMATS)
def test_libreoffice_prints_every_word_of_a_report(
    form: str, printed: dict[str, str], editions: dict[str, Edition]
) -> None:
    for report in reports_of(editions):
        texts = [*report.titles, *(word for table in report.tables for word in table.columns)]
        for row in (row for table in report.tables for row in table.rows):
            texts += [*row.element, *row.author, row.said.text, row.said.proposal]
        for row in report.considered.rows:
            texts += [*row.position, *row.reason, *(change.words for change in row.changes)]
        texts += [line.text for line in (*report.revised.lines, *report.signature.lines)]
        assert missing(texts, printed[f"{form}-report"], form) == []


@pytest.mark.parametrize("form", OFFICE_FORMATS)
def test_libreoffice_reads_a_strangers_text_as_text(form: str, printed: dict[str, str]) -> None:
    text = " ".join(printed[f"{form}-hostile"].split())
    for words in ("=HYPERLINK(", "+7 701 000", "-1+1", "@SUM(A1)", "#N/A", "_x0041_ _x000D_"):
        assert words in text
    assert "&#65; <script>" in text
