"""What stands in a table and is no comment: sums, legends, rows that nobody sees, odd files."""

import os
from pathlib import Path

import pytest

from builders import write_project
from importing import codes, of_file, report
from intakes import ISO_HEADS, ISO_ROWS, a_csv, put, with_part
from talqy.comments.table_ends import is_legend, is_sum
from talqy.intake.importing import read_intake
from workbooks import HEADS, a_row, a_workbook


@pytest.mark.parametrize(
    ("cells", "sums"),
    [
        (("", "Всего замечаний: 1"), True),
        (("Итого", "", "12"), True),
        (("Итого: 3 замечания",), True),
        (("Барлығы: 3",), True),
        (("Барлығы ескертпелер мен ұсыныстар саны – 3",), True),
        (("Total comments", "7"), True),
        (("", "Всего один день мало."), False),
        (("5", "Всего замечаний: 1"), False),
        (("", "Барлық құжат керек емес."), False),
        (("", "Итого: срок надо сократить"), False),
        ((), False),
    ],
)
def test_a_sum_counts_rows_and_says_nothing_else(cells: tuple[str, ...], *, sums: bool) -> None:
    assert is_sum(cells) is sums


def test_a_sum_is_left_and_nothing_else_is_said_of_it() -> None:
    rows = [HEADS, a_row("Срок велик, сократите его."), ("Итого: 1", None, None, None)]
    found = read_intake(a_workbook(rows, change=lambda _: None), "a.xlsx", "Asia/Almaty")
    first, last = found.submissions
    assert first.said["text"] == "Срок велик, сократите его."
    assert (dict(last.said), [note.code for note in last.notes]) == ({}, ["I74"])


@pytest.mark.parametrize(
    "legend",
    [
        "1  MB = Member body / NC = National Committee (enter the ISO 3166 country code)",
        "2  Type of comment: ge = general te = technical ed = editorial",
    ],
)
def test_the_legend_below_the_iso_template_is_no_row(legend: str) -> None:
    assert is_legend((legend, "", ""))
    rows = [ISO_HEADS, *ISO_ROWS, (legend, *[""] * (len(ISO_HEADS) - 1))]
    found = read_intake(a_csv(*rows), "iso.csv", "Asia/Almaty")
    assert len(found.submissions) == len(ISO_ROWS) - 1


def test_a_legend_in_the_column_of_the_text_is_a_comment() -> None:
    found = read_intake(
        a_csv(("text",), ("Здесь ge = general, и это неясно.",)), "a.csv", "Asia/Almaty"
    )
    assert [one.said["text"] for one in found.submissions] == ["Здесь ge = general, и это неясно."]


@pytest.mark.parametrize("size", ['<row r="3" ht="0" customHeight="1">', '<row r="3" hidden="1">'])
def test_a_row_without_height_is_a_hidden_one(size: str) -> None:
    rows = [HEADS, a_row("Первое замечание."), a_row("Второе замечание.")]
    data = a_workbook(rows, change=lambda _: None)
    flat = with_part(data, "xl/worksheets/sheet1.xml", ('<row r="3">', size))
    found = read_intake(flat, "a.xlsx", "Asia/Almaty")
    assert [[note.code for note in one.notes] for one in found.submissions] == [[], ["I66"]]


def test_a_pipe_in_a_folder_is_named_and_never_opened(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    os.mkfifo(inbox / "b.eml")
    os.mkfifo(inbox / "c.csv")
    put(inbox, "a.csv", a_csv(("received", "text"), ("2026-11-10", "Срок слишком долгий.")))
    found = report(project, inbox, status=1)["files"]
    assert [codes(file) for file in found] == [["I71"], ["I99"], ["I99"]]
    assert codes(of_file(project, inbox / "c.csv", status=1)) == ["I99"]
