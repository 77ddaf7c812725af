"""Workbooks that Talqy itself writes are named, and nothing of them is taken for a comment."""

from pathlib import Path

import pytest

from builders import STANDARD, write_project
from importing import codes, comments, of_file, report, take
from intakes import a_message, an_xlsx, put
from libreoffice import converted
from response_books import exported, four_comments


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def test_a_report_among_the_files_that_came_in_is_passed_over(project: Path) -> None:
    inbox = project / "inbox"
    put(inbox, "a.eml", a_message())
    assert take(project, inbox, "--report", inbox / "x.xlsx").exit_code == 0
    again = report(project, inbox)
    assert (again["taken"], again["already taken"], again["left"]) == (0, 1, 0)
    assert [code for file in again["files"] for code in codes(file)] == ["I78"]
    assert len(comments(project)) == 1


def test_a_workbook_of_somebody_is_read(project: Path) -> None:
    data = an_xlsx(("Дата", "Пункт", "Замечание"), ("10.11.2026", "2", "Срок слишком велик."))
    of_file(project, put(project, "a.xlsx", data))
    assert len(comments(project)) == 1


def test_a_workbook_of_answers_is_no_table_of_comments(tmp_path: Path) -> None:
    project = four_comments(tmp_path / "project")
    book = exported(project, tmp_path / "answers.xlsx", STANDARD)
    before = len(comments(project))
    assert codes(of_file(project, book)) == ["I78"]
    assert len(comments(project)) == before


@pytest.mark.proof
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_the_mark_outlives_libreoffice(form: str, tmp_path: Path, project: Path) -> None:
    report_file = tmp_path / "report.xlsx"
    assert take(project, put(project, "a.eml", a_message()), "--report", report_file).exit_code == 0
    (saved,) = converted(form, tmp_path / "saved", report_file)
    assert codes(of_file(project, saved)) == ["I78"]
