"""Workbooks that Talqy itself writes are named, and nothing of them is taken for a comment."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file, report, take
from intakes import a_message, an_xlsx, put


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
