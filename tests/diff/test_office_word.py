"""Comparison tables for Word: the same words with the same marks, by styles that have names."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from offices import OURS, PAIRS, SPOKEN, Pair, marked, marked_of, opened, tables_of
from sites import ROOT
from talqy.build import site
from talqy.compare.redline import Mark, Piece
from talqy.diff.table import reasons_of
from talqy.diff.table_file import table_file
from talqy.language.edition import Edition
from talqy.office.portions import LineKind, TableLine
from talqy.project.survey import survey


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return {edition.code: edition for edition in site(ROOT, survey(ROOT), "").editions}


@pytest.mark.parametrize("spoken", SPOKEN, ids="-".join)
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_word_says_what_the_table_says(
    pair: Pair, spoken: tuple[str, ...], editions: dict[str, Edition]
) -> None:
    tables = tables_of(editions, pair, *spoken)
    grid = opened(table_file("docx", tables, OURS)).tables[-1]
    heads = len(spoken)
    assert len(grid.rows) == heads + len(tables[0].rows)
    for place, table in enumerate(tables):
        first = 1 + 4 * place
        names = [cell.text for cell in grid.rows[heads - 1].cells][first : first + 4]
        assert tuple(names) == table.columns[1:]
        for row, printed in zip(table.rows, grid.rows[heads:], strict=True):
            assert printed.cells[0].text == str(row.number)
            element, was, becomes, why = printed.cells[first : first + 4]
            assert element.text == "\n".join(row.element)
            assert marked_of(was.paragraphs) == marked(row.was)
            assert marked_of(becomes.paragraphs) == marked(row.becomes)
            assert why.text == "\n".join(reasons_of(table, row))


def test_a_run_of_word_names_its_language_and_is_never_marked_by_colour_alone(
    editions: dict[str, Edition],
) -> None:
    grid = opened(table_file("docx", tables_of(editions, PAIRS[1], "kk", "ru"), OURS)).tables[-1]
    colours = {}
    for row in grid.rows[2:]:
        for place, cell in enumerate(row.cells[1:]):
            for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
                language = run._r.rPr.find(qn("w:lang")).get(qn("w:val"))
                assert language == ("kk-KZ" if place < 4 else "ru-RU")
                font = run.style.font
                colours[str(font.color.rgb)] = (font.strike, font.underline)
    assert colours == {
        "None": (None, None),
        "9C0006": (True, None),
        "00612E": (None, True),
    }


@pytest.mark.parametrize(("language", "tag"), [("kk", "kk-KZ"), ("ru", "ru-RU")])
def test_a_file_of_word_in_one_language_names_it_once(
    language: str, tag: str, editions: dict[str, Edition]
) -> None:
    document = opened(table_file("docx", tables_of(editions, PAIRS[1], language), OURS))
    assert document.styles.element.xpath("w:docDefaults//w:lang/@w:val") == [tag]
    assert document.element.xpath("//w:r//w:lang") == []


@pytest.mark.parametrize("spoken", SPOKEN, ids="-".join)
def test_letters_of_word_are_set_by_named_styles_alone(
    spoken: tuple[str, ...], editions: dict[str, Edition]
) -> None:
    document = opened(table_file("docx", tables_of(editions, PAIRS[1], *spoken), OURS))
    kinds = {"w:pStyle": WD_STYLE_TYPE.PARAGRAPH, "w:rStyle": WD_STYLE_TYPE.CHARACTER}
    for name, kind in kinds.items():
        used = set(document.element.body.xpath(f".//{name}/@w:val"))
        assert used
        assert used <= {style.style_id for style in document.styles if style.type == kind}
    properties = document.element.body.xpath(".//w:tbl//w:rPr/*")
    assert {element.tag for element in properties} <= {qn("w:rStyle"), qn("w:lang")}
    (letters,) = {
        document.styles[name].font.size.pt for name in ("Talqy Text", "Talqy Fact", "Talqy Note")
    }
    assert letters == (11 if len(spoken) == 1 else 9)


def test_word_keeps_spaces_and_breaks_of_lines(editions: dict[str, Edition]) -> None:
    (table,) = tables_of(editions, PAIRS[0], "ru")
    row = replace(
        table.rows[0],
        was=(TableLine(LineKind.TEXT, (Piece(Mark.KEPT, " "), Piece(Mark.REMOVED, "  a "))),),
        reasons=("Раз\nдва\tтри",),
        comments=(),
    )
    grid = opened(table_file("docx", [replace(table, rows=(row,))], OURS)).tables[-1]
    cells = grid.rows[1].cells
    assert marked_of(cells[2].paragraphs) == [[(Mark.KEPT, " "), (Mark.REMOVED, "  a ")]]
    assert cells[4].text == "Раз\nдва\tтри"


def test_word_says_that_texts_do_not_differ(editions: dict[str, Edition]) -> None:
    tables = [replace(t, rows=()) for t in tables_of(editions, PAIRS[0], "kk", "ru")]
    cells = opened(table_file("docx", tables, OURS)).tables[-1].rows[2].cells
    assert [cells[place].text for place in (0, 1, 4, 5, 8)] == [
        "",
        *(table.empty for table in tables for _ in range(2)),
    ]


@pytest.mark.parametrize(
    ("spoken", "sheet", "heads"), [(("kk",), (297, 210), 1), (("kk", "ru"), (420, 297), 2)]
)
def test_a_sheet_of_word_lies_across_and_repeats_its_heads(
    spoken: tuple[str, ...], sheet: tuple[int, int], heads: int, editions: dict[str, Edition]
) -> None:
    document = opened(table_file("docx", tables_of(editions, PAIRS[1], *spoken), OURS))
    (section,) = document.sections
    assert section.page_width
    assert section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == sheet
    rows = [row._tr for row in document.tables[-1].rows]
    assert [row.xpath("boolean(w:trPr/w:tblHeader)") for row in rows[: heads + 1]] == [
        *[True] * heads,
        False,
    ]
    assert any(row.xpath("boolean(w:trPr/w:cantSplit)") for row in rows)
    fields = section.footer._element.xpath(".//w:fldSimple/@w:instr")
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("spoken", [("kk",), ("kk", "ru")])
def test_a_high_row_is_broken_between_pages_and_a_low_one_is_not(
    spoken: tuple[str, ...], editions: dict[str, Edition]
) -> None:
    """Kept whole, a high row leaves the page before it half empty."""
    tables = tables_of(editions, PAIRS[0], *spoken)
    line = TableLine(LineKind.TEXT, (Piece(Mark.ADDED, "жолақы мөлшері"),))
    low = replace(
        tables[0].rows[0],
        element=("3-тармақ",),
        was=(line,),
        becomes=(line,),
        reasons=("Себебі.",),
        comments=(),
    )
    rows = (
        low,
        replace(low, becomes=(line,) * 7),
        replace(low, was=(line,) * 8),
        replace(low, reasons=("Себебі ұзақ. " * 40,)),
    )
    document = opened(table_file("docx", [replace(one, rows=rows) for one in tables], OURS))
    written = [row._tr for row in document.tables[-1].rows][-4:]
    whole = [row.xpath("boolean(w:trPr/w:cantSplit)") for row in written]
    assert whole == [True, True, False, False]


def test_more_than_two_languages_follow_one_another(editions: dict[str, Edition]) -> None:
    tables = tables_of(editions, PAIRS[1], "kk", "ru", "kk")
    document = opened(table_file("docx", tables, OURS))
    assert [len(grid.columns) for grid in document.tables] == [5, 5, 5]
    assert len(document.sections) == 1


def test_a_long_title_does_not_keep_a_document_from_being_written(
    editions: dict[str, Edition],
) -> None:
    """Titles of services have more signs than a property of a file may have."""
    table = replace(tables_of(editions, PAIRS[0], "kk")[0], titles=("Тіркеу " * 60,))
    document = opened(table_file("docx", [table], OURS))
    assert len(document.core_properties.title) == 255
    assert "Тіркеу " * 59 in "".join(paragraph.text for paragraph in document.paragraphs)


def test_a_ministry_changes_the_layout_of_tables_in_a_file_of_its_own(
    editions: dict[str, Edition], tmp_path: Path
) -> None:
    """Other sheet, other letters, and ids of styles as Word in Russian writes them."""
    made = Document(str(OURS[0] / "comparison.docx"))
    made.sections[0].page_width, made.styles["Talqy Text"].font.size = Mm(400), Pt(14)
    made.styles["Talqy Text"].element.set(qn("w:styleId"), "a5")
    made.save(str(tmp_path / "comparison.docx"))
    tables = tables_of(editions, PAIRS[1], "kk")
    document = opened(table_file("docx", tables, (tmp_path, *OURS)))
    assert document.styles["Talqy Text"].font.size == Pt(14)
    assert "a5" in document.element.body.xpath(".//w:tbl//w:pStyle/@w:val")
    widths = map(int, document.tables[-1]._tbl.xpath("./w:tblGrid/w:gridCol/@w:w"))
    assert abs(sum(widths) - round((400 - 35) * 1440 / 25.4)) <= 10
