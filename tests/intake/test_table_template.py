"""The empty table for a clerk: what is copied into it is taken, what stands there is not."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from builders import STANDARD, write_project
from importing import codes, comments, of_file
from talqy.cli.main import main

LETTER = ("10.11.2026", None, None, "Срок велик, прошу два дня.", None)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def template(project: Path, language: str, name: str = "letters.xlsx") -> Path:
    file = project / name
    line = ["--language", language, "comment", "template", "--standard", STANDARD]
    done = CliRunner().invoke(main, [*line, "--to", str(file), "--project", str(project)])
    assert done.exit_code == 0, done.output
    return file


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_column_is_known_to_the_import_and_the_example_is_not_taken(
    project: Path, language: str
) -> None:
    file = template(project, language)
    found = of_file(project, file)
    assert (found["rows"], found["problems"]) == ([], [])
    assert "columns not taken" not in found


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_clause_that_is_offered_leads_to_its_clause(project: Path, language: str) -> None:
    file = template(project, language)
    book = load_workbook(file)
    offered = [str(row[0]) for row in book.worksheets[1].values][1:]
    assert len(offered) > 2
    for number, name in enumerate(offered, 3):
        for column, cell in enumerate(LETTER, 1):
            book.worksheets[0].cell(number, column).value = cell
        book.worksheets[0].cell(number, 2).value = name
        book.worksheets[0].cell(number, 4).value = f"Срок велик, прошу дней: {number}."
    book.save(file)
    found = of_file(project, file)
    assert set(codes(found)) <= {"G23"}
    assert len({str(comment.clause) for comment in comments(project)}) == len(offered)


def test_what_is_written_over_the_example_or_below_the_clauses_is_not_passed_over(
    project: Path,
) -> None:
    file = template(project, "ru")
    book = load_workbook(file)
    rows, clauses = book.worksheets
    rows["D2"] = "Срок велик, прошу два дня."
    clauses.cell(clauses.max_row + 1, 1).value = "Плата велика для большой семьи."
    book.save(file)
    found = of_file(project, file, status=1)
    assert [row["status"] for row in found["rows"]] == ["taken"]
    assert codes(found) == ["I63"]


def test_a_table_that_is_no_workbook_is_refused(project: Path) -> None:
    line = ["--language", "ru", "comment", "template", "--standard", STANDARD]
    done = CliRunner().invoke(main, [*line, "--to", "a.docx", "--project", str(project)])
    assert done.exit_code == 2
    assert "назовите файл .xlsx" in done.output
