"""Words that stand in a table where nothing is taken: they leave the row, or are told."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment as Note

from builders import write_project
from importing import codes, of_file
from intakes import a_csv, an_xlsx, put
from talqy.intake.table import read_grids
from talqy.office.grids import Grid, Row

WORDS = "Срок слишком долгий."
MORE = "Еще прошу отменить плату за исправление ошибок."
HEADS, ROW = ("Пункт", "Замечание"), ("2", WORDS)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def of_rows(project: Path, heads: Sequence[str], *rows: Sequence[str], status: int) -> Any:
    table = a_csv(heads, *rows)
    return of_file(project, put(project, "a.csv", table), "--received", "2026-11-10", status=status)


@pytest.mark.parametrize("head", ["Примечание", "Ескерту", "Код", "№ п/п", "ID", "Start time"])
def test_a_sentence_in_a_column_of_which_nothing_is_taken_leaves_the_row(
    head: str, project: Path
) -> None:
    found = of_rows(project, (*HEADS, head), (*ROW, MORE), status=1)
    assert [one["status"] for one in found["rows"]] == ["left"]
    assert "I72" in codes(found)


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Примечание", "вх. 45"),
        ("Код", "KZ-0045/2026"),
        ("№ п/п", "1"),
        ("Позиция разработчика", "Принято. Срок сокращен до одного рабочего дня."),
        ("Observations of the secretariat", "It was agreed to shorten the term."),
        ("Действующая редакция", "Срок оказания услуги – два рабочих дня со дня обращения."),
    ],
)
def test_codes_and_words_of_the_authority_keep_no_row(head: str, cell: str, project: Path) -> None:
    found = of_rows(project, (*HEADS, head), (*ROW, cell), status=0)
    assert [one["status"] for one in found["rows"]] == ["taken"]
    assert "I72" not in codes(found)


def test_a_row_whose_number_is_a_sentence_is_named(project: Path) -> None:
    found = of_rows(project, ("№", *HEADS), ("1", *ROW), (MORE, "", ""), status=1)
    assert [one["status"] for one in found["rows"]] == ["taken", "left"]


def test_who_says_that_a_column_does_not_count_is_heard(project: Path) -> None:
    file = put(project, "a.csv", a_csv((*HEADS, "Код"), (*ROW, MORE)))
    found = of_file(project, file, "--received", "2026-11-10", "--column", "ignore=Код")
    assert codes(found).count("I72") == 0


def a_workbook(*rows: Sequence[str], cells: Mapping[str, str], notes: Mapping[str, str]) -> bytes:
    book = load_workbook(io.BytesIO(an_xlsx(*rows, title="Лист")))
    sheet: Any = book.worksheets[0]
    for place, words in cells.items():
        sheet[place] = words
    for place, words in notes.items():
        sheet[place].comment = Note(words, "кто-то")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_note_at_a_cell_is_told_where_it_stands(project: Path) -> None:
    notes = {"A1": "Номер по проекту", "B2": MORE, "F9": "И это тоже."}
    file = put(project, "a.xlsx", a_workbook(HEADS, ROW, cells={}, notes=notes))
    found = of_file(project, file, "--received", "2026-11-10")
    said = [*found["problems"], *found["rows"][0]["problems"]]
    noted = {one["file"].rpartition("!")[2]: one for one in said if one["code"] == "I79"}
    assert {place: MORE in one["message"] for place, one in noted.items()} == {
        "A1": False,
        "F9": False,
        "B2": True,
    }


@pytest.mark.parametrize("place", ["XFD900000", "BM5", "BM1"])
def test_a_far_cell_in_a_row_of_its_own_is_named(place: str, project: Path) -> None:
    file = put(project, "a.xlsx", a_workbook(HEADS, ROW, cells={place: MORE}, notes={}))
    found = of_file(project, file, "--received", "2026-11-10", status=1)
    row = place.lstrip("XFDBM")
    assert [one["status"] for one in found["rows"]] == ["taken"]
    assert [one["file"].rpartition("!")[2] for one in found["problems"]] == [f"BM{row}"]


def test_a_sheet_of_which_only_a_far_cell_is_filled_is_named(project: Path) -> None:
    book = load_workbook(io.BytesIO(an_xlsx(HEADS, ROW)))
    book.create_sheet("Второй")["CC3"] = MORE
    stream = io.BytesIO()
    book.save(stream)
    file = put(project, "a.xlsx", stream.getvalue())
    found = of_file(project, file, "--received", "2026-11-10", status=1)
    assert [one["file"].rpartition("!")[2] for one in found["problems"]] == ["BM3"]


def test_below_a_clause_that_may_be_merged_nothing_is_guessed() -> None:
    rows = (HEADS, ROW, ("", MORE), ("", "Прошу принимать и в субботу."), ("1", "Нужны сроки."))
    for is_unseen, noted in ((True, [0, 1, 1, 0]), (False, [0, 0, 0, 0])):
        lines = tuple(Row(number, tuple(row)) for number, row in enumerate(rows, 1))
        read = read_grids((Grid("a.ods", "Лист", lines, hides_merged=is_unseen),), "a.ods")
        found = [[note.code for note in one.notes].count("I96") for one in read.submissions]
        assert found == noted
