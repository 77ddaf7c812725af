"""PDF that lasts: of texts, comparison tables and reports; each is tagged, and says what they say.

Read with pikepdf and pdfminer. What conforms to PDF/A-2a and PDF/UA-1, Typst itself checks: what
does not is no file.
"""

import io
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from offices import OURS, hostile_project, own_tables, tables_of, texts_of
from pdf_tags import bookmarks, heard, printed_outside, run_over, tagged, tags_of
from sites import ROOT
from talqy.build import site
from talqy.diff.table import ComparisonTable, reasons_of
from talqy.diff.table_file import table_file
from talqy.drafts.text_files import copies, printed
from talqy.language.edition import Edition
from talqy.office.marked_text import MarkedLine, in_lines
from talqy.project.survey import survey
from talqy.report.formats import report_in
from talqy.report.spoken import published_report

PAIR = ("driving-licence", 2, 3)
SHORT = ("birth-registration", 1, 2)
LANGUAGES = (("kk",), ("ru",), ("kk", "ru"))


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return {edition.code: edition for edition in site(ROOT, survey(ROOT), "").editions}


@pytest.fixture(scope="module")
def text(editions: dict[str, Edition]) -> dict[str, bytes]:
    """Return the text of a standard with an annex and a table."""
    return {code: _text(edition) for code, edition in editions.items()}


def _text(edition: Edition) -> bytes:
    record, _, newer = texts_of(edition, PAIR)
    return printed(next(copies([edition], record, newer, None, is_to_edit=False)))


def xmp_of(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.Root.Metadata.read_bytes().decode()


# --- what a file says of itself -------------------------------------------------------------------


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_text_says_what_it_is_and_to_what_it_conforms(
    language: str, text: dict[str, bytes], editions: dict[str, Edition]
) -> None:
    title = editions[language].title(texts_of(editions[language], PAIR)[0])
    with pikepdf.open(io.BytesIO(text[language])) as pdf:
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == title
        assert str(pdf.docinfo.CreationDate).startswith("D:20261116")
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert all("LibertinusSerif" in font for font in fonts)
    said = xmp_of(text[language])
    for line in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ):
        assert line in said


def test_a_file_is_the_same_whenever_it_is_made(
    text: dict[str, bytes], editions: dict[str, Edition]
) -> None:
    assert _text(editions["kk"]) == text["kk"]


# --- what a file says -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_who_listens_to_a_text_hears_it_in_its_order(
    language: str, text: dict[str, bytes], editions: dict[str, Edition]
) -> None:
    record, _, newer = texts_of(editions[language], PAIR)
    (copy,) = copies([editions[language]], record, newer, None, is_to_edit=False)
    said = "".join("".join(in_lines(copy.blocks())).split())
    assert heard(text[language]) == said
    assert {"H1", "H2", "P", "Table", "TR", "TH", "TD"} <= tags_of(text[language])


def test_bookmarks_are_its_headings_one_below_the_other(
    text: dict[str, bytes], editions: dict[str, Edition]
) -> None:
    record, _, newer = texts_of(editions["ru"], PAIR)
    (copy,) = copies([editions["ru"]], record, newer, None, is_to_edit=False)
    styles = ("Title", "heading 1", "heading 2", "heading 3")
    lines = [one for one in copy.blocks() if isinstance(one, MarkedLine) and one.style in styles]
    found = bookmarks(text["ru"])
    assert [name for _, name in found] == ["".join(run.text for run in one.runs) for one in lines]
    assert found[0][0] == 0
    assert all(deep <= before + 1 for (before, _), (deep, _) in pairwise(found))


def words_of(table: ComparisonTable) -> list[str]:
    """Return what a table says, in the order in which it is read."""
    rows = [
        "".join(
            (
                str(row.number),
                *row.element,
                *(line.text for line in (*row.was, *row.becomes)),
                *reasons_of(table, row),
            )
        )
        for row in table.rows
    ]
    return ["".join(one.split()) for one in (*table.titles, "".join(table.columns), *rows)]


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_comparison_table_is_a_table_with_heads(
    languages: tuple[str, ...], editions: dict[str, Edition]
) -> None:
    tables = tables_of(editions, SHORT, *languages)
    data = table_file("pdf", tables, OURS)
    assert {"H1", "Table", "THead", "TH", "TBody", "TD"} <= tags_of(data)
    assert bookmarks(data)[0] == (0, tables[0].titles[0])
    assert not printed_outside(data)
    assert not run_over(data)
    said = heard(data)
    if len(tables) == 1:
        assert said == "".join((*words_of(tables[0]), "".join(tables[0].legend.split())))
    else:
        assert all("".join(row.element[0].split()) in said for one in tables for row in one.rows)


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_report_has_its_parts_under_headings(
    languages: tuple[str, ...], editions: dict[str, Edition]
) -> None:
    chosen = [editions[code] for code in languages]
    record, older, _ = texts_of(chosen[0], SHORT)
    report = published_report(chosen[0], record, older)
    assert report is not None
    data = report_in("pdf", report, chosen, "https://talqy.example/")
    found = bookmarks(data)
    assert [deep for deep, _ in found].count(0) == len(languages)
    assert len(found) >= 4 * len(languages)
    assert not run_over(data)


# --- words that are hard to print -----------------------------------------------------------------


def test_what_people_write_is_never_markup_and_what_no_letter_shows_is_named(
    tmp_path: Path,
) -> None:
    data = table_file("pdf", own_tables(hostile_project(tmp_path), "ru"), OURS)
    said = heard(data)
    for words in ("{{7*7}}%s{0}&P&N", "<script>", "@SUM(A1)", "_x0041_", "[U+1F468]"):
        assert words in said
    assert not printed_outside(data)


def test_russian_words_are_hyphenated_kazakh_ones_stay_whole(
    text: dict[str, bytes],
) -> None:
    found = {code: "".join(said for _, said in tagged(data)) for code, data in text.items()}
    assert "\u00ad" in found["ru"]
    assert "\u00ad" not in found["kk"]
