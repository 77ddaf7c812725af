"""`talqy export table`: which texts, which languages, which file; and the same bytes each time."""

import re
import time
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from docx import Document
from openpyxl import load_workbook

from builders import a_clause, a_revision, said, write, write_project
from sites import ROOT, started
from talqy.cli.main import main
from talqy.office.packages import OFFICE_FORMATS

QUEUE = "kindergarten-queue"


def talqy(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", "table", *map(str, words)])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a project of three texts, and go into an empty folder."""
    texts = [
        a_revision(number, clauses=[a_clause(text=said(f"{number} күн."))], consultation=None)
        for number in (1, 2, 3)
    ]
    write_project(tmp_path / "project", revisions=texts)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "project"


def test_without_more_words_the_current_text_is_compared_with_its_base(project: Path) -> None:
    assert talqy("birth-registration", "--project", project).exit_code == 0
    (file,) = Path().iterdir()
    assert file.name == "birth-registration-r2-r3.both.docx"
    assert "3 күн." in Document(str(file)).tables[-1].rows[2].cells[3].text


def test_one_revision_is_compared_with_its_base(project: Path) -> None:
    assert talqy("birth-registration", "r2", "--project", project).exit_code == 0
    assert [file.name for file in Path().iterdir()] == ["birth-registration-r1-r2.both.docx"]


@pytest.mark.parametrize("language", ["kk", "both"])
def test_a_file_is_named_after_what_is_in_it(language: str, project: Path) -> None:
    words = ("r1", "r3", "--language", language, "--format", "xlsx")
    done = talqy("birth-registration", *words, "--project", project)
    name = f"birth-registration-r1-r3.{language}.xlsx"
    assert (done.exit_code, done.output) == (
        0,
        {"kk": f"жазылды: {name}\n", "both": f"wrote {name}\n"}[language],
    )
    assert len(load_workbook(name).worksheets) == {"kk": 1, "both": 2}[language]


def test_a_file_that_is_there_is_left_alone_unless_told_so(project: Path) -> None:
    precious = write(Path.cwd(), "mine.docx", "мое")
    words = ("birth-registration", "--to", "mine.docx", "--project", project)
    refused = talqy(*words)
    assert refused.exit_code == 2
    assert "already there, and left as it is: mine.docx" in refused.output
    assert precious.read_text("utf-8") == "мое"
    assert talqy(*words, "--replace").exit_code == 0
    assert Document(str(precious)).tables


def test_a_draft_shows_the_table_and_writes_nothing(project: Path) -> None:
    shown = talqy("birth-registration", "--language", "ru", "--draft", "--project", project)
    assert shown.exit_code == 0
    assert shown.output.startswith("--- birth-registration-r2-r3.ru.docx\nСравнительная таблица")
    assert "[-2" in shown.output
    assert "{+3" in shown.output
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nobody",), "there is no standard “nobody” that can be used; known: birth-registration"),
        (("birth-registration", "r1", "r9"), "no revision “r9”; known: r1, r2, r3"),
        (("birth-registration", "r1"), "has no base that can be read; name two revisions; known"),
        (("birth-registration", "r1", "r2", "r3"), "two revisions are compared; name no more"),
        (("birth-registration", "r1", "1"), "name two different revisions"),
        (("birth-registration", "--language", "fi"), "“fi” is no language of this project; known"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    words: tuple[str, ...], message: str, project: Path
) -> None:
    refused = talqy(*words, "--project", project)
    assert refused.exit_code == 2
    assert message in refused.output
    assert list(Path().iterdir()) == []


def test_a_first_text_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    refused = talqy("birth-registration", "--project", write_project(tmp_path))
    assert refused.exit_code == 2
    assert "r1 of “birth-registration” has no base that can be read" in refused.output


@pytest.mark.parametrize("form", OFFICE_FORMATS)
def test_the_clock_leaves_no_trace(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (QUEUE, "--project", ROOT, "--format", form, "--to")
    assert talqy(*words, tmp_path / "now").exit_code == 0
    later = time.time() + 400 * 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    assert talqy(*words, tmp_path / "later").exit_code == 0
    assert (tmp_path / "now").read_bytes() == (tmp_path / "later").read_bytes()
    with ZipFile(tmp_path / "now") as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", properties)) == {"2026-10-05T00:00:00"}


@pytest.mark.parametrize("form", OFFICE_FORMATS)
def test_two_runs_make_the_same_bytes(
    form: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (
        "export",
        "table",
        "birth-registration",
        "--project",
        project,
        "--format",
        form,
        "--to",
    )
    made = []
    for seed, zone in (("1", "Asia/Almaty"), ("2", "America/New_York")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        monkeypatch.setenv("TZ", zone)
        done = started("talqy", *words, f"{seed}.{form}", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        made.append((tmp_path / f"{seed}.{form}").read_bytes())
    assert made[0] == made[1]
