"""`talqy comment import` run once more, as a draft, in each language; what it reports."""

import importlib.util
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from builders import MINISTRY, a_project, said, write_project
from importing import codes, comments, files, of_file, report, take
from intakes import HEADS, ROW, TABLES, a_csv, a_message, put
from talqy.cli.main import main
from talqy.office.worker import Worker


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
    assert lines[0] == f"{file}; encoding: UTF-8; delimiter: ,"
    assert re.fullmatch(r"  .*a\.csv, line 2: taken → comments/.*\.yaml", lines[1])
    assert re.fullmatch(r"  .*a\.csv, line 3: left", lines[2])
    assert lines[-1] == "taken: 1, already taken: 0, left: 1"


def test_wrong_use_is_said_plainly(project: Path) -> None:
    assert take(project, put(project, "a.csv", b""), "--revision", "9").exit_code == 2
    assert take(project, project / "nothing.csv").exit_code == 2


def test_a_file_of_another_form_is_named_and_the_others_are_taken(project: Path) -> None:
    """A folder may hold anything: what systems leave there for themselves is no file of people."""
    inbox = project / "inbox"
    for name in ("photo.jpg", "letter.PDF", ".DS_Store", "Thumbs.db", "later/~$b.docx"):
        put(inbox, name, b"x")
    put(inbox, "later/a.csv", a_csv(HEADS, ROW))
    (inbox / "link.csv").symlink_to(put(project, "private.csv", a_csv(HEADS, ROW)))
    files = {Path(f["file"]).name: f for f in report(project, inbox, status=1)["files"]}
    assert list(files) == ["a.csv", "letter.PDF", "link.csv", "photo.jpg"]
    assert [codes(file) for file in files.values()] == [[], ["I18"], ["I21"], ["I18"]]
    assert len(comments(project)) == 1


def test_a_draft_shows_all_that_would_be_published(project: Path) -> None:
    row = (*ROW[:3], "Два дня.\nНе больше.", *ROW[4:])
    file = put(project, "a.csv", a_csv(HEADS, row, ("когда-то", *row[1:])))
    shown = take(project, file, "--draft", "--language", "ru").output
    assert "Автор: физическое лицо; Имя: А. Үлгі; Дата поступления: 10 ноября 2026 года;" in shown
    assert "  | Срок слишком долгий.\n" in shown
    assert "Предложение:\n      | Два дня.\n      | Не больше.\n" in shown
    # What is left is shown as it was read.
    assert "Дата поступления: когда-то" in shown
    assert "| Два дня." not in take(project, file, "--language", "ru").output
    (taken, left) = of_file(project, file, status=1)["rows"]
    assert taken["words"] == {"text": ROW[2], "proposal": "Два дня.\nНе больше."}
    assert left["about"]["received"] == "когда-то"


def test_the_report_is_a_workbook_too(project: Path) -> None:
    others = (("когда-то", *ROW[1:]), (*ROW[:2], "=1+1", *ROW[3:]))
    file = put(project, "a.csv", a_csv(HEADS, ROW, *others))
    book = project / "report.xlsx"
    take(project, file, put(project, "b.pdf", b""), "--draft", "--report", book, "--language", "ru")
    assert not (project / "comments").exists()
    sheet = load_workbook(book).worksheets[0]
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(2, values_only=True)]
    heads, *told, summary = rows
    at = {name: place for place, name in enumerate(heads)}
    states = ["было бы загружено", "не загружено", "не загружено", "файл не прочитан"]
    assert [row[at["Что стало"]] for row in told] == states
    assert [row[at["Комментарий"]] for row in told] == [ROW[2], ROW[2], "=1+1", ""]
    assert told[1][at["Что не так"]].startswith("I14")
    assert told[3][at["Место"]].endswith("b.pdf")
    assert summary[0].startswith("было бы загружено: 1, загружено раньше: 0, не загружено: 2")


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("standards/birth-registration/standard.yaml", 2),
        ("standards/birth-registration/report.xlsx", 2),
        ("comments/report.xlsx", 2),
        ("mkdocs.yml", 2),
        ("a.csv", 2),
        ("there.xlsx", 2),
        ("report.xlsx", 0),
    ],
)
def test_a_report_never_takes_the_place_of_another_file(
    place: str, status: int, project: Path
) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW))
    put(project, "there.xlsx", b"a person's")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert take(project, file, "--draft", "--report", project / place).exit_code == status
    after = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert {path: after.get(path) for path in before} == before
    assert len(after) == len(before) + (status == 0)
    if place == "there.xlsx":
        again = take(project, file, "--draft", "--report", project / place, "--replace")
        assert again.exit_code == 0


def test_a_file_that_brings_its_reader_down_is_named_and_the_next_one_is_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The faults are planted: a reader that ends its process, and two that never end."""
    planted = {
        "f.csv": (os._exit, 3),
        "s.csv": (time.sleep, 600),
        "w.csv": (re.match, "(a+)+b", "a" * 60),
    }
    run: Callable[..., Any] = Worker.run

    def with_faults(worker: Worker, read: object, data: bytes, file: str, *more: object) -> Any:
        worker.clock = 2 if Path(file).name == "s.csv" else 600
        worker.seconds = 1 if Path(file).name == "w.csv" else 60
        return run(worker, *planted.get(Path(file).name, (read, data, file, *more)))

    monkeypatch.setattr(Worker, "run", with_faults)
    came = [put(project, name, a_csv(HEADS, ROW)) for name in (*planted, "a.csv")]
    busy = "I19" if importlib.util.find_spec("resource") else "I25"
    files = report(project, *came, status=1)["files"]
    assert [codes(file) for file in files] == [["I20"], ["I25"], [busy], []]
    assert len(comments(project)) == 1


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


def test_the_same_words_in_another_file_are_asked_about_and_the_same_file_is_not(
    project: Path,
) -> None:
    heads, row = ("Дата", "Пункт", "Комментарий"), ("10.11.2026", "2", "Прошу сократить срок.")
    new = ("10.11.2026", "2", "Прошу оставить бумажную справку.")
    first = put(project, "union.csv", a_csv(heads, row))
    other = put(project, "other.csv", a_csv(heads, row, new))
    of_file(project, first)
    assert codes(of_file(project, first)) == []
    found = of_file(project, other)
    assert [p["code"] for p in found["rows"][0]["problems"]] == ["I39"]
    assert len(files(project)) == 2


def test_a_number_tells_the_same_words_of_two_authors_apart(project: Path) -> None:
    heads = ("Дата", "Пункт", "Комментарий", "Вх. №")
    rows = [("10.11.2026", "2", "Прошу сократить срок.", number) for number in ("17", "18")]
    for number, row in enumerate(rows):
        of_file(project, put(project, f"{number}.csv", a_csv(heads, row)))
    assert len(files(project)) == 2


def test_the_same_words_in_two_files_of_one_run_are_asked_about(project: Path) -> None:
    heads, row = ("Дата", "Пункт", "Комментарий"), ("10.11.2026", "2", "Прошу сократить срок.")
    paths = [put(project, name, a_csv(heads, row)) for name in ("a.csv", "b.csv")]
    first, second = report(project, *paths)["files"]
    assert (codes(first), codes(second)) == ([], ["I39"])
