"""Every sheet, column and row of a table is taken, or is named with the reason and its place."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill

from intakes import a_csv
from talqy.comments.table_heads import Columns
from talqy.intake.importing import read_intake
from talqy.intake.table import ReadTable
from workbooks import HEADS, a_row, a_workbook, struck_in_part

ZONE = "Asia/Almaty"
LONG = "Срок оказания услуги слишком велик для родителей."
OTHER = "Нужно принимать заявления и по субботам."


def read(data: bytes, file: str = "a.xlsx", columns: Columns | None = None) -> ReadTable:
    """Read a table, as the import does."""
    return read_intake(data, file, ZONE, columns)


def said(found: ReadTable) -> list[tuple[str, list[str]]]:
    """Return the words of each row, and the codes of what is wrong with it."""
    return [(one.said.get("text", ""), [n.code for n in one.notes]) for one in found.submissions]


def codes(found: ReadTable) -> list[str]:
    """Return the codes of what is wrong with the file."""
    return [problem.code for problem in found.problems]


def book(
    *sheets: Sequence[Sequence[Any]], change: Callable[[Workbook], None] = lambda _: None
) -> ReadTable:
    """Read a workbook of these sheets."""
    return read(a_workbook(*sheets, change=change))


_ROWS = st.lists(st.text("абв ", min_size=1).map(lambda words: f"Срок {words}"), max_size=4)


@given(st.lists(st.tuples(st.sampled_from(("headed", "hidden", "bare")), _ROWS), min_size=1))
@settings(max_examples=30)
def test_each_row_of_each_sheet_is_counted_once(sheets: list[tuple[str, list[str]]]) -> None:
    """What was read and what was not are all rows of the file, whatever became of its sheets."""

    def hide(workbook: Workbook) -> None:
        for sheet, (kind, _) in zip(workbook.worksheets, sheets, strict=False):
            sheet.sheet_state = "hidden" if kind == "hidden" else "visible"

    tables = [[*([HEADS] if kind != "bare" else []), *map(a_row, rows)] for kind, rows in sheets]
    # A workbook has one sheet at least that is shown.
    found = book(*tables, [], change=hide)
    assert len(found.submissions) + found.not_read == sum(len(rows) for _, rows in sheets)


# --- sheets and tables ----------------------------------------------------------------------


def test_every_sheet_with_heads_is_taken() -> None:
    found = book([HEADS, a_row(LONG)], [("Мәтін", "Тармақ"), (OTHER, 2)])
    assert (said(found), codes(found)) == ([(LONG, []), (OTHER, [])], [])


def test_a_sheet_without_heads_is_named_with_its_rows() -> None:
    found = book([HEADS, a_row(LONG)], [a_row(OTHER), a_row(OTHER)], [])
    assert (said(found), codes(found)) == ([(LONG, [])], ["I63"])
    (problem,) = found.problems
    assert (problem.file, problem.values["count"]) == ("a.xlsx!Лист2", 2)


def test_a_hidden_sheet_is_named_and_never_taken() -> None:
    def hide(workbook: Workbook) -> None:
        workbook.worksheets[0].sheet_state = "hidden"
        workbook.active = 1

    found = book([HEADS, a_row("Подмена.")], [HEADS, a_row(LONG)], change=hide)
    assert (said(found), codes(found)) == ([(LONG, [])], ["I64"])
    alone = book([HEADS, a_row("Подмена.")], [("Справка",)], change=hide)
    assert (alone.submissions, codes(alone)) == ((), ["I64", "I04"])


def test_hidden_rows_are_left_and_hidden_columns_keep_the_table_out() -> None:
    def hide_row(workbook: Workbook) -> None:
        workbook.worksheets[0].row_dimensions[3].hidden = True

    found = book([HEADS, a_row(LONG), a_row(OTHER)], change=hide_row)
    assert said(found) == [(LONG, []), (OTHER, ["I66"])]

    def hide_column(workbook: Workbook) -> None:
        workbook.worksheets[0].column_dimensions["D"].hidden = True

    with_words = book([HEADS, a_row(LONG, 2, "Два дня.")], change=hide_column)
    assert (with_words.submissions, codes(with_words)) == ((), ["I65"])
    assert with_words.problems[0].values["names"] == "Предложение (D)"
    assert said(book([HEADS, a_row(LONG)], change=hide_column)) == [(LONG, [])]


def test_other_heads_in_the_middle_begin_another_part() -> None:
    found = book([HEADS, a_row(LONG), ("Замечание", "Пункт"), (OTHER, "3"), HEADS, a_row(LONG, 4)])
    assert [one.said["text"] for one in found.submissions] == [LONG, OTHER, LONG]
    assert [one.said["clause"] for one in found.submissions] == ["2", "3", "4"]


def test_heads_that_are_said_again_are_no_comment() -> None:
    found = book([HEADS, a_row(LONG), HEADS, a_row(OTHER)])
    assert (said(found), codes(found)) == ([(LONG, []), (OTHER, [])], [])


def test_heads_may_go_on_in_the_row_below() -> None:
    rows = [
        ("Дата", "Пункт", "Замечание", "Автор", None),
        (None, None, None, "Кто вы", "Ф.И.О."),
        ("10.11.2026", 2, LONG, "физическое лицо", "А. Үлгі"),
    ]
    (one,) = book(rows).submissions
    assert (one.said["author"], one.said["name"]) == ("физическое лицо", "А. Үлгі")


def test_rows_above_the_heads_are_named_where_they_look_like_comments() -> None:
    assert codes(book([("Свод замечаний",), HEADS, a_row(LONG)])) == []
    found = book([a_row(OTHER, 2, "Да."), HEADS, a_row(LONG)])
    assert (said(found), codes(found)) == ([(LONG, [])], ["I76"])


def test_rows_that_only_have_a_number_are_none() -> None:
    found = book([("№", *HEADS), (1, *a_row(LONG)), (2, None, None, None), (3,)])
    assert said(found) == [(LONG, [])]


def test_a_far_row_is_read_like_any_other() -> None:
    def far(workbook: Workbook) -> None:
        workbook.worksheets[0]["C1048576"] = OTHER

    found = book([HEADS, a_row(LONG)], change=far)
    assert [one.place.file for one in found.submissions] == [
        "a.xlsx!Лист1!C2",
        "a.xlsx!Лист1!C1048576",
    ]


# --- cells ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("=1+1", "I67"),  # a formula that nobody has computed
        ("#NAME?", "I67"),
        ("#ССЫЛКА!", "I67"),
        ("#Н/Д", "I67"),
        ("Ошибка:508", "I67"),
        ("Кезекте к?ту уа?ыты тым ?за?", "I58"),
        ("Прошу сократить".encode().decode("cp1251", "replace"), "I58"),
        (struck_in_part("Срок сократить до двух", "семи"), "I68"),
        (None, "I07"),
    ],
)
def test_a_cell_that_shows_no_words_of_a_person_leaves_its_row(cell: object, code: str) -> None:
    found = book([HEADS, a_row(cell, 2, "нет"), a_row(LONG)])
    first, second = said(found)
    assert (first[1], second) == ([code], (LONG, []))


def test_a_cell_that_is_struck_out_as_a_whole_leaves_its_row() -> None:
    def strike(workbook: Workbook) -> None:
        workbook.worksheets[0]["D2"].font = Font(strike=True)

    found = book([HEADS, a_row(LONG, 2, "Два дня."), a_row(OTHER)], change=strike)
    assert said(found) == [(LONG, ["I68"]), (OTHER, [])]
    assert found.submissions[0].notes[0].file == "a.xlsx!Лист1!D2"


WHITE, BLUE, GREY = "FFFFFFFF", "FF1F4E79", "FFD9D9D9"


@pytest.mark.parametrize(
    ("number_format", "colour", "ground", "is_unseen"),
    [
        (";;;", None, None, True),
        ('0;-0;0;""', None, None, True),
        ('0;-0;0;"Пункт "@', None, None, False),
        (";;", None, None, False),  # hides numbers, and this is a text
        ("0;[Red]-0;0;", None, None, True),
        ("General", WHITE, None, True),
        ("General", WHITE, WHITE, True),
        ("General", GREY, GREY, True),
        ("General", GREY, None, False),
        ("General", WHITE, "FFFFF2CC", True),
        ("General", WHITE, BLUE, False),
        ("General", "FF000000", None, False),
        ("General", None, BLUE, False),
        ("@", BLUE, None, False),
    ],
)
def test_words_of_a_cell_that_nobody_sees_leave_its_row(
    *, number_format: str, colour: str | None, ground: str | None, is_unseen: bool
) -> None:
    def hide(workbook: Workbook) -> None:
        cell = workbook.worksheets[0]["C2"]
        cell.number_format = number_format
        cell.font = Font(color=colour) if colour else Font()
        cell.fill = PatternFill("solid", fgColor=ground) if ground else PatternFill()

    found = book([HEADS, a_row(LONG), a_row(OTHER)], change=hide)
    assert said(found) == [(LONG, ["I97"] if is_unseen else []), (OTHER, [])]


def test_a_part_of_the_words_that_is_white_leaves_its_row() -> None:
    part = TextBlock(InlineFont(color=Color(rgb=WHITE)), "Это скрыто.")
    found = book([HEADS, a_row(CellRichText(f"{LONG} ", part)), a_row(OTHER)])
    assert [codes for _, codes in said(found)] == [["I97"], []]


@pytest.mark.parametrize(
    ("value", "number_format", "is_unseen"),
    [(2, ";;;", True), (2, "0;;", False), (2, ";-0;0", True), (2, "General", False)],
)
def test_a_clause_that_a_form_of_numbers_hides_leaves_its_row(
    *, value: int, number_format: str, is_unseen: bool
) -> None:
    def hide(workbook: Workbook) -> None:
        workbook.worksheets[0]["B2"].number_format = number_format

    found = book([HEADS, a_row(LONG, value)], change=hide)
    assert said(found) == [(LONG, ["I97"] if is_unseen else [])]


def test_words_merged_over_several_rows_are_not_doubled() -> None:
    def merge(workbook: Workbook) -> None:
        workbook.worksheets[0].merge_cells("C2:C3")

    found = book([HEADS, a_row(LONG, 2), a_row(None, 3)], change=merge)
    assert said(found) == [(LONG, []), (LONG, ["I75"])]


def test_words_outside_of_the_heads_leave_their_row() -> None:
    found = book([HEADS, (*a_row(LONG), "и еще о сроке"), a_row(OTHER)])
    assert said(found) == [(LONG, ["I69"]), (OTHER, [])]
    wide = book([HEADS, (*a_row(LONG), *[None] * 80, "далеко"), a_row(OTHER)])
    assert said(wide) == [(LONG, ["I69"]), (OTHER, [])]


def test_words_under_a_head_that_nobody_knows_leave_their_row() -> None:
    words = "Моя мать ждала справку две недели, хотя срок давно прошел."
    heads = (*HEADS, "Поясните", "Телефон")
    rows = [(*a_row(LONG), words, "8 701 000 00 00"), (*a_row(OTHER), "да", "")]
    found = read(a_csv(heads, *[[str(cell or "") for cell in row] for row in rows]), "a.csv")
    assert said(found) == [(LONG, ["I72"]), (OTHER, [])]
    assert found.facts["columns not taken"] == "Поясните, Телефон"
    passed = Columns(given=(("ignore", "Поясните"),))
    assert said(read(a_csv(heads, [*map(str, rows[0])]), "a.csv", passed)) == [(LONG, [])]


def test_who_refuses_the_processing_of_data_is_left() -> None:
    heads = (*HEADS, "Согласие на обработку персональных данных")
    found = book([heads, (*a_row(LONG), "Да"), (*a_row(OTHER), "Нет")])
    assert said(found) == [(LONG, []), (OTHER, ["I16"])]
    assert all("processing" not in one.said for one in found.submissions)


# --- files ----------------------------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("file", "data", "code"),
    [
        ("a.xlsx", b"<html><table><tr><td>x</td></tr></table></html>", "I62"),
        ("a.xls", b"\xef\xbb\xbf<!DOCTYPE html><table></table>", "I62"),
        ("a.xls", "Дата;Замечание\r\n".encode("cp1251"), "I62"),
        ("a.ods", b"a,b\n", "I62"),
        ("a.csv", b"<html><table></table></html>", "I62"),
        ("a.xlsx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600), "I60"),
        ("a.docx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600), "I60"),
        ("a.xlsx", OLE + bytes(2_000), "I02"),
        ("a.xls", OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600), "I02"),
        ("a.xls", b"", "I02"),
        ("a.ods", b"PK\x03\x04 nonsense", "I02"),
    ],
)
def test_a_file_that_is_something_else_is_named_for_what_it_is(
    file: str, data: bytes, code: str
) -> None:
    found = read(data, file)
    assert (codes(found), found.submissions) == ([code], ())


def test_a_workbook_is_read_whatever_its_name_ends_in() -> None:
    data = a_workbook([HEADS, a_row(LONG)], change=lambda _: None)
    assert all(said(read(data, name)) == [(LONG, [])] for name in ("a.xls", "a.csv", "a.ods"))


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ((("Пункт", "Q1"), ("2", "Срок."), ("3", "Плата.")), 2),
        ((("2", "Срок."), ("3", "Плата.")), 2),
        ((), 0),
    ],
)
def test_rows_that_are_not_read_are_counted_without_their_heads(
    rows: tuple[tuple[str, ...], ...], count: int
) -> None:
    found = read(a_csv(*rows), "a.csv")
    assert (codes(found), found.not_read) == (["I04" if rows else "I31"], count)
