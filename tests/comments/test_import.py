"""`talqy comment import` run once more, as a draft, in each language; what it reports."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import MINISTRY, a_project, said, write_project
from importing import codes, comments, files, of_file, report, take
from intakes import HEADS, ROW, TABLES, a_csv, a_message, put
from talqy.cli.main import main


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def test_running_again_adds_nothing(project: Path) -> None:
    came = [
        put(project, name, data) for name, data in TABLES.items() if name not in {"c.csv", "a.docx"}
    ]
    came.append(put(project, "a.eml", a_message()))
    first = report(project, *came)
    assert (first["taken"], first["already taken"], first["left"]) == (2, 4, 0)
    before = files(project)
    again = report(project, *came)
    assert (again["taken"], again["already taken"], again["left"]) == (0, 6, 0)
    assert files(project) == before


def test_a_comment_redacted_since_then_is_not_taken_once_more(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW))
    name = of_file(project, file)["rows"][0]["comment"]
    why = ("--reason", "kk=Өтініш.", "--reason", "ru=Просьба.")
    line = ["comment", "redact", name, "--name", "--words", "долгий", *why, "--project"]
    assert CliRunner().invoke(main, [*line, str(project)]).exit_code == 0
    assert report(project, file)["already taken"] == 1
    assert len(files(project)) == 1


def test_a_comment_of_the_same_id_that_says_something_else_is_left(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW))
    assert take(project, file).exit_code == 0
    found = of_file(project, file, "--channel", "paper", status=1)
    assert codes(found) == ["I22"]


def test_a_draft_reports_the_same_and_writes_nothing(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW))
    shown = report(project, file, "--draft")
    assert (shown["draft"], shown["taken"], files(project)) == (True, 1, {})
    done = report(project, file)
    assert done["files"] == shown["files"]


def test_the_report_can_be_read_in_every_language(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ("01.12.2026", *ROW[1:])))
    kazakh = take(project, file, "--language", "kk").output
    assert "күні әлі келген жоқ" in kazakh
    assert kazakh.endswith("жүктелді: 0, бұрын жүктелген: 0, жүктелмеді: 1\n")
    russian = take(project, file, "--language", "ru", "--draft").output
    assert "еще не наступила" in russian
    assert russian.endswith("не загружено: 1; --draft: ничего не записано\n")


def test_the_text_report_names_every_row(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW, ("01.12.2026", *ROW[1:])))
    lines = take(project, file).output.splitlines()
    assert lines[0] == f"{file}; encoding: utf-8; delimiter: ,"
    assert re.fullmatch(r"  .*a\.csv:2: taken → comments/.*\.yaml", lines[1])
    assert re.fullmatch(r"  .*a\.csv:3: left", lines[2])
    assert lines[-1] == "taken: 1, already taken: 0, left: 1"


def test_wrong_use_is_said_plainly(project: Path) -> None:
    other = put(project, "a.txt", b"x")
    refused = take(project, other)
    assert refused.exit_code == 2
    assert "a.txt: known are files ending in eml, csv, xlsx, docx" in refused.output
    assert take(project, put(project, "a.csv", b""), "--revision", "9").exit_code == 2


def test_moments_are_told_where_the_authority_is(project: Path) -> None:
    rows = [
        ("2026-11-10T20:30:00Z", "2", "Первое мнение."),
        ("2026-11-10 23:59:59", "2", "Второе мнение."),
        ("10.11.2026, 23:59", "2", "Третье мнение."),
    ]
    table = a_csv(("Отметка времени", "Пункт", "Текст"), *rows)
    assert take(project, put(project, "a.csv", table)).exit_code == 0
    days = {comment.text: comment.received.isoformat() for comment in comments(project)}
    assert days == {
        "Первое мнение.": "2026-11-11",
        "Второе мнение.": "2026-11-10",
        "Третье мнение.": "2026-11-10",
    }


def test_the_authoritys_own_address_may_be_quoted(tmp_path: Path) -> None:
    authority = {"name": said("Әділет", "Юстиция"), "email": "info@example.kz"}
    project = write_project(tmp_path, project=a_project(authorities={MINISTRY: authority}))
    message = a_message("На info@example.kz никто не отвечает.")
    assert take(project, put(project, "a.eml", message)).exit_code == 0
