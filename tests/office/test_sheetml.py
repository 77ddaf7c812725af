"""Workbooks as we write them: read back by two other readers, what is in them is what was said."""

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from python_calamine import load_workbook as other_reader

from libreoffice import converted
from offices import HOSTILE, OURS
from talqy.compare.redline import Mark
from talqy.errors import TemplateError
from talqy.office.file_properties import AboutFile
from talqy.office.read import grids
from talqy.office.sheet_layouts import LAYOUT, CellLook, SheetLayout, sheet_layout
from talqy.office.sheetml import HIGHEST, SheetWriter, column_name
from talqy.office.workbook_files import workbook_file
from talqy.office.workbooks import print_across

OURS_OPENED = sheet_layout(OURS)
ABOUT = AboutFile(title="Кесте <&>", languages=("kk", "ru"), day=date(2026, 11, 2), keyword="a")


def a_sheet(
    layout: SheetLayout = OURS_OPENED, widths: Sequence[float] = (6, 20, 40)
) -> SheetWriter:
    return SheetWriter(layout, "Қазақша", widths)


def opened(*sheets: SheetWriter) -> Workbook:
    return load_workbook(io.BytesIO(workbook_file(sheets, ABOUT)), rich_text=True)


def cell_of(book: Workbook, place: str) -> Cell:
    cell = book.worksheets[0][place]
    assert isinstance(cell, Cell)
    return cell


def fonts_of(book: Workbook) -> list[InlineFont]:
    """Return the letters of the pieces of the first cell."""
    pieces = cell_of(book, "A1").value
    assert isinstance(pieces, CellRichText)
    return [piece.font for piece in pieces if isinstance(piece, TextBlock)]


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [*HOSTILE, "_x000D_", " орын ", "а\nб\tв", "'а"])
def test_a_text_is_a_text_to_every_reader(text: str) -> None:
    sheet = a_sheet()
    sheet.row(
        [
            sheet.cell(1, text, CellLook.TEXT),
            sheet.marked(2, [(Mark.ADDED, True, text)], CellLook.TEXT),
        ]
    )
    content = workbook_file([sheet], ABOUT)
    for place in ("A1", "B1"):
        cell = cell_of(load_workbook(io.BytesIO(content)), place)
        assert (str(cell.value).replace("_x005F_", "_"), cell.data_type) == (text, "s")
        assert bool(cell.quotePrefix) is text.startswith(("=", "+", "-", "@"))
    ((one, other),) = other_reader(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert (str(one).replace("_x005F_", "_"), str(other).replace("_x005F_", "_")) == (text, text)


@given(text=st.text(st.characters(codec=None), max_size=30))
@example(text="_x0000_ _x0041_x0042_")
def test_no_sign_at_all_spoils_a_file(text: str) -> None:
    """Reports of an import repeat what stood in files of strangers."""
    sheet = a_sheet()
    sheet.row([sheet.cell(1, text, CellLook.TEXT)])
    part = ZipFile(io.BytesIO(workbook_file([sheet], ABOUT))).read("xl/worksheets/sheet1.xml")
    held = "".join(etree.fromstring(part).itertext("{*}t"))
    words = re.sub("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", held)
    assert [one for one in words if one.isalpha()] == [one for one in text if one.isalpha()]


CODES = [
    "_x0000_",
    "a_x0041_x0042_",
    "_x005F_x0041_",
    "_x005f_",
    "__x000D__",
    "_xD83D__xDE00_",
    "_x41_",
]


@pytest.mark.parametrize("text", CODES)
def test_what_looks_like_a_code_of_a_sign_is_no_code(text: str) -> None:
    sheet = a_sheet()
    marked = sheet.marked(2, [(Mark.KEPT, True, text)], CellLook.TEXT)
    sheet.row([sheet.cell(1, text, CellLook.TEXT), marked])
    content = io.BytesIO(workbook_file([sheet], ABOUT))
    assert other_reader(content).get_sheet_by_index(0).to_python() == [[text, text]]


def test_codes_of_other_programs_are_read_as_signs() -> None:
    book = Workbook()
    sheet = book.create_sheet(index=0)
    for row in ("бір_x000D_\nекі", "а_x0009_б_x000b_", "_x0041_"):
        sheet.append([row])
    sheet["A1"].comment = Comment("а_x000D_б", "в")
    stream = io.BytesIO()
    book.save(stream)
    grid, *_ = grids(stream.getvalue(), "сөз.xlsx", "xlsx")
    assert [row.cells[0] for row in grid.rows] == ["бір\nекі", "а\tб", "_x0041_"]
    assert [note[2] for note in grid.notes] == ["аб"]


@pytest.mark.parametrize("texts", [("", "=1"), ("=", "1"), ("\n", "=1")])
def test_pieces_that_make_a_formula_together_are_guarded(texts: tuple[str, str]) -> None:
    sheet = a_sheet()
    runs = [(Mark.KEPT, False, texts[0]), (Mark.ADDED, False, texts[1])]
    sheet.row([sheet.marked(1, runs, CellLook.TEXT)])
    assert bool(cell_of(opened(sheet), "A1").quotePrefix) is "".join(texts).startswith("=")


def test_a_text_longer_than_a_cell_holds_is_cut_where_all_see_it() -> None:
    sheet = a_sheet()
    sheet.row([sheet.cell(1, "ұ" * 40_000, CellLook.TEXT)])
    said = str(cell_of(opened(sheet), "A1").value)
    assert (len(said), said[-2:]) == (32_767, "ұ…")


def test_numbers_and_days_are_numbers_and_days() -> None:
    sheet = a_sheet()
    cells = [
        sheet.cell(1, 0, CellLook.NUMBER),
        sheet.cell(2, date(2026, 2, 28), CellLook.ANSWER_DAY),
    ]
    sheet.row([*cells, sheet.cell(3, None, CellLook.TEXT)])
    book = opened(sheet)
    assert cell_of(book, "A1").value == 0
    day = cell_of(book, "B1")
    assert (str(day.value)[:10], day.number_format) == ("2026-02-28", "dd.mm.yyyy")
    assert cell_of(book, "C1").value is None
    assert cell_of(book, "C1").border.top.style == "thin"


def test_our_own_reader_knows_what_we_write() -> None:
    sheet = a_sheet()
    sheet.row([sheet.cell(1, 4, CellLook.NUMBER), sheet.cell(2, "Мерзімі", CellLook.TEXT)])
    sheet.row(())
    sheet.row(
        [sheet.marked(3, [(Mark.REMOVED, False, "үш"), (Mark.ADDED, False, "екі")], CellLook.TEXT)]
    )
    (grid,) = grids(workbook_file([sheet], ABOUT), "a.xlsx", "xlsx")
    assert [(row.number, row.cells) for row in grid.rows] == [
        (1, ("4", "Мерзімі")),
        (3, ("", "", "үшекі")),
    ]


# --- sheets ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 26, 27, 52, 53, 702, 703])
def test_columns_have_their_letters(number: int) -> None:
    assert column_name(number) == get_column_letter(number)


def test_what_is_said_of_a_sheet_holds() -> None:
    sheet, names = a_sheet(), SheetWriter(OURS_OPENED, "[Решения]: 'все'?", (50,))
    sheet.hidden, sheet.frozen, sheet.repeated = frozenset({3}), (1, 2), 2
    sheet.filtered = "A2:C9"
    sheet.row_across("Басы", CellLook.TITLE, 18)
    sheet.row([sheet.cell(at, f"{at}", CellLook.HEAD) for at in (1, 2, 3)], height=30)
    sheet.row([sheet.cell(1, "ұзын", CellLook.TEXT)], height=5_000)
    sheet.row([sheet.cell(1, "key", CellLook.KEY)], is_hidden=True)
    sheet.offer(2, (3, 200), of=(names.name, 2, 9), is_bound=True)
    sheet.offer(3, (3, 200), ("a & b", '5"'))
    sheet.lock(may_sort=True)
    names.lock()
    book = opened(sheet, names)
    first, second = book.worksheets
    assert book.sheetnames == ["Қазақша", " Решения    все  "]
    assert (first.freeze_panes, first.print_title_rows) == ("B3", "$2:$2")
    assert first.print_title_cols == "$A:$A"
    assert first.auto_filter.ref == "A2:C9"
    assert [str(one) for one in first.merged_cells.ranges] == ["A1:C1"]
    columns = [first.column_dimensions[letter] for letter in "ABC"]
    assert [(one.width, one.hidden) for one in columns] == [(6, False), (20, False), (40, True)]
    rows = [first.row_dimensions[at] for at in (1, 2, 3, 4)]
    assert [one.height for one in rows] == [18, 30, HIGHEST, None]
    assert [one.hidden for one in rows] == [False, False, False, True]
    lists = first.data_validations.dataValidation
    assert [(str(one.sqref), one.formula1, one.showErrorMessage) for one in lists] == [
        ("B3:B200", "' Решения    все  '!$A$2:$A$9", True),
        ("C3:C200", '"a & b,5"""', False),
    ]
    # In the file's own words these say what is forbidden.
    locked = first.protection
    assert (locked.sheet, locked.password) == (True, None)
    allowed = (locked.sort, locked.autoFilter, locked.formatColumns, locked.formatRows)
    assert allowed == (False, False, False, False)
    assert second.protection.sort
    assert second.freeze_panes is None


def test_every_sheet_is_printed_across_an_a4_and_says_its_page() -> None:
    first, second = opened(a_sheet(), a_sheet()).worksheets
    for sheet in (first, second):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter
        assert sheet.oddFooter.center.text == "&P / &N"
    assert (first.title, second.title) == ("Қазақша", "Қазақша (2)")


@pytest.mark.parametrize(
    ("widths", "hidden", "paper", "pages"),
    [
        ((5, 100, 100), (), 9, None),
        ((5, 100, 101), (), 8, None),
        ((5, 100, 101), (3,), 9, None),
        ((10, 100, 100, 100), (), 8, None),
        ((40, *[15] * 40), (), 8, 3),
    ],
)
def test_a_wide_sheet_is_printed_in_letters_that_can_be_read(
    widths: tuple[int, ...], hidden: tuple[int, ...], paper: int, pages: int | None
) -> None:
    sheet = a_sheet(widths=widths)
    sheet.hidden = frozenset(hidden)
    (printed,) = opened(sheet).worksheets
    assert printed.page_setup.paperSize == paper
    assert printed.page_setup.fitToWidth == pages


def test_a_line_goes_over_the_columns_of_one_sheet_of_paper() -> None:
    sheet = a_sheet(widths=(40, *[20] * 30))
    print_across(sheet, "Тақырып", CellLook.TITLE)
    print_across(sheet, "ұзын тақырып " * 12, CellLook.TITLE)
    (printed,) = opened(sheet).worksheets
    assert [str(one) for one in printed.merged_cells.ranges] == ["A1:I1", "A2:I2"]
    assert [printed.row_dimensions[at].height for at in (1, 2)] == [18, 36]


def test_properties_say_what_the_file_is() -> None:
    about = opened(a_sheet()).properties
    assert (about.title, about.language, about.keywords) == ("Кесте <&>", "kk-KZ, ru-RU", "a")
    assert {str(day)[:10] for day in (about.created, about.modified)} == {"2026-11-02"}


# --- looks ----------------------------------------------------------------------------------------

SIDES = {
    CellLook.TEXT: ("thin", "thin"),
    CellLook.TEXT_BEGINS: ("thin", "hair"),
    CellLook.TEXT_GOES_ON: ("hair", "hair"),
    CellLook.TEXT_ENDS: ("hair", "thin"),
    CellLook.NUMBER: ("thin", "thin"),
    CellLook.NUMBER_BEGINS: ("thin", "hair"),
    CellLook.NUMBER_GOES_ON: ("hair", "hair"),
    CellLook.NUMBER_ENDS: ("hair", "thin"),
}
LETTERS = {
    CellLook.TITLE: ("Times New Roman", 12, True, False),
    CellLook.SUBTITLE: ("Times New Roman", 12, False, False),
    CellLook.HEADING: ("Times New Roman", 11, True, False),
    CellLook.LINE: ("Times New Roman", 11, False, False),
    CellLook.LEGEND: ("Times New Roman", 11, False, True),
    CellLook.HEAD: ("Times New Roman", 11, True, False),
    CellLook.ANSWER_HEAD: ("Times New Roman", 10, True, False),
    CellLook.ANSWER_TEXT: ("Times New Roman", 10, False, False),
    CellLook.ANSWER_DAY: ("Times New Roman", 10, False, False),
    CellLook.ANSWER: ("Times New Roman", 10, False, False),
    **dict.fromkeys(SIDES, ("Times New Roman", 11, False, False)),
}


def dressed(layout: SheetLayout, look: CellLook, text: str = "= сөз") -> Cell:
    sheet = a_sheet(layout)
    sheet.row([sheet.cell(1, text, look)])
    return cell_of(opened(sheet), "A1")


@pytest.mark.parametrize("text", ["сөз", "= сөз"])
@pytest.mark.parametrize("look", CellLook)
def test_each_look_is_what_it_was(look: CellLook, text: str) -> None:
    cell = dressed(OURS_OPENED, look, text)
    font = cell.font
    if look in LETTERS:
        assert (font.name, font.sz, bool(font.b), bool(font.i)) == LETTERS[look]
    top, bottom = SIDES.get(look, (cell.border.top.style, cell.border.bottom.style))
    assert (cell.border.top.style, cell.border.bottom.style) == (top, bottom)
    assert bool(cell.alignment.wrap_text) is (look is not CellLook.KEY)
    assert cell.protection.locked is (look is not CellLook.ANSWER)
    is_text = {CellLook.FIELD, CellLook.ANSWER, CellLook.ANSWER_TEXT}
    assert (cell.number_format == "@") is (look in is_text)
    shades = {CellLook.HEAD: "E7E6E6", CellLook.ANSWER_HEAD: "E7E6E6", CellLook.ANSWER: "FFF8E1"}
    assert str(cell.fill.fgColor.rgb)[2:] == shades.get(look, "000000")


def test_marks_are_never_colour_alone() -> None:
    sheet = a_sheet()
    marks = [(mark, is_slanted, mark.value) for mark in Mark for is_slanted in (False, True)]
    sheet.row([sheet.marked(1, marks, CellLook.TEXT)])
    fonts = fonts_of(opened(sheet))
    for (mark, is_slanted, _), font in zip(marks, fonts, strict=True):
        assert (font.rFont, font.sz, bool(font.i)) == ("Times New Roman", 11, is_slanted)
        assert bool(font.strike) is (mark is Mark.REMOVED)
        assert (bool(font.b), font.u == "single") == (mark is Mark.ADDED,) * 2
        assert bool(font.color) is (mark is not Mark.KEPT)


def restyled(folder: Path) -> Path:
    """Change a layout as a ministry does: other letters in an example cell, another paper."""
    book = load_workbook(OURS[0] / LAYOUT)
    sheet = book.worksheets[0]
    for (cell,) in sheet.iter_rows():
        if cell.value in {"Talqy Head", "Talqy Text"}:
            cell.font = Font("Arial", 14, color="FF112233")
    sheet.insert_rows(1)
    sheet["A1"] = "Образцы: меняйте вид ячеек"
    sheet.page_setup.paperSize = 8
    book.save(folder / LAYOUT)
    return folder / LAYOUT


def test_a_ministry_changes_how_cells_look_in_a_file_of_its_own(tmp_path: Path) -> None:
    restyled(tmp_path)
    layout = sheet_layout((tmp_path, *OURS))
    head = dressed(layout, CellLook.HEAD)
    assert (head.font.name, head.font.sz, head.fill.fill_type) == ("Arial", 14, "solid")
    assert dressed(layout, CellLook.TITLE).font.name == "Times New Roman"
    sheet = a_sheet(layout)
    sheet.row([sheet.marked(1, [(Mark.KEPT, False, "сөз")], CellLook.TEXT)])
    book = opened(sheet)
    (font,) = fonts_of(book)
    assert (font.rFont, font.sz, font.color and font.color.rgb) == ("Arial", 14, "FF112233")
    assert book.worksheets[0].page_setup.paperSize == 8


@pytest.mark.xdist_group("office")
def test_a_layout_that_libreoffice_has_saved_is_a_layout(tmp_path: Path) -> None:
    (saved,) = converted("xlsx", tmp_path / "saved", restyled(tmp_path))
    layout = SheetLayout(LAYOUT, saved.read_bytes())
    for look in CellLook:
        ours, theirs = dressed(OURS_OPENED, look), dressed(layout, look)
        if look in {CellLook.HEAD, CellLook.TEXT}:
            assert (theirs.font.name, theirs.font.sz) == ("Arial", 14)
        else:
            assert (theirs.font.name, theirs.font.sz) == (ours.font.name, ours.font.sz)
        assert theirs.border.top.style == ours.border.top.style
        assert theirs.protection.locked == ours.protection.locked
        assert theirs.number_format.replace("\\", "").casefold() == ours.number_format.casefold()
        assert theirs.quotePrefix
    sheet = a_sheet(layout)
    sheet.row([sheet.marked(1, [(Mark.ADDED, False, "сөз")], CellLook.TEXT)])
    assert opened(sheet).worksheets[0].page_setup.orientation == "landscape"


def test_a_look_that_a_layout_does_not_show_is_that_of_any_cell(tmp_path: Path) -> None:
    book = load_workbook(restyled(tmp_path))
    for (cell,) in book.worksheets[0].iter_rows():
        cell.value = None if cell.value == "Talqy Head" else cell.value
    book.save(tmp_path / LAYOUT)
    head = dressed(sheet_layout((tmp_path, *OURS)), CellLook.HEAD)
    assert (head.font.name, head.fill.fill_type) == ("Calibri", None)


@pytest.mark.parametrize("content", [b"", b"PK", b"<html>"])
def test_what_is_no_layout_is_named_with_what_to_do(content: bytes) -> None:
    with pytest.raises(TemplateError, match=r"workbook.xlsx.*save it in Word, Excel.*\.xlsx"):
        dressed(SheetLayout(LAYOUT, content), CellLook.HEAD)


def test_a_layout_without_a_part_is_named_too() -> None:
    spoiled = io.BytesIO()
    with ZipFile(spoiled, "w") as archive:
        archive.writestr("xl/styles.xml", "<styleSheet")
    with pytest.raises(TemplateError, match=r"workbook\.xlsx"):
        dressed(SheetLayout(LAYOUT, spoiled.getvalue()), CellLook.HEAD)


def test_the_same_sheets_are_the_same_bytes() -> None:
    made = [workbook_file([a_sheet(), a_sheet()], ABOUT) for _ in range(2)]
    assert made[0] == made[1]
