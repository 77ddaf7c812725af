"""Two runs at once, and runs that were killed: nothing is lost, nothing half written."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders import STANDARD, write, write_project
from intakes import a_csv, put
from sites import environment
from system_faults import killed_at
from talqy.cli.main import main
from talqy.errors import BusyError, Saying
from talqy.project import lock
from talqy.project.kept import VARIABLE
from talqy.project.lock import locked

ROWS = 24
HEADS = ("Дата", "Пункт", "Замечание", "Предложение", "Автор", "Имя")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Write a table of comments, no two of them alike."""
    rows = [
        ("10.11.2026", "2", f"Срок {n} дней слишком долгий.", "Два дня.", "физическое лицо", "")
        for n in range(ROWS)
    ]
    return put(tmp_path, "letters.csv", a_csv(HEADS, *rows))


def importing(project: Path, letters: Path) -> list[str]:
    words = ["comment", "import", str(letters), "--standard", STANDARD, "--format", "json"]
    return [*words, "--project", str(project)]


def talqy(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def tree(project: Path) -> dict[str, bytes]:
    return {
        file.relative_to(project).as_posix(): file.read_bytes()
        for file in project.rglob("*")
        if file.is_file()
    }


@contextmanager
def another_run(folder: Path) -> Iterator[threading.Event]:
    """Let another run write in a folder, until it is told to end."""
    has_begun, may_end = threading.Event(), threading.Event()

    def write_for_long() -> None:
        with locked(folder):
            has_begun.set()
            may_end.wait()

    thread = threading.Thread(target=write_for_long)
    thread.start()
    has_begun.wait()
    try:
        yield may_end
    finally:
        may_end.set()
        thread.join()


def test_of_two_imports_at_once_one_takes_all_and_the_other_finds_them(
    project: Path, letters: Path
) -> None:
    line = [sys.executable, "-m", "talqy", *importing(project, letters)]
    runs = [
        subprocess.Popen(line, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    counts = [json.loads(printed) for printed, _ in said]
    assert sorted(count["taken"] for count in counts) == [0, ROWS]
    assert len(list(project.glob("comments/*/*/*/*.yaml"))) == ROWS
    assert talqy("check", "--project", str(project)).exit_code == 0
    assert not (project / ".talqy").exists()


WRITING = {
    "new standard": ("new", "standard", "another"),
    "new revision": ("new", "revision", STANDARD),
    "merge": ("merge", STANDARD),
}


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_a_command_that_waits_in_vain_says_for_whom_and_writes_nothing(
    words: tuple[str, ...], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with another_run(project):
        before = tree(project)
        refused = talqy(*words, "--project", str(project))
        assert refused.exit_code == 2
        assert "another run of Talqy is writing here (process " in refused.output
        assert tree(project) == before
        shown = talqy(*words, "--draft", "--project", str(project))
        assert shown.exit_code == 0
    assert talqy(*words, "--project", str(project)).exit_code == 0


def test_a_command_that_waits_says_so_and_goes_on(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_SAID_AFTER", 0.0)
    with another_run(project) as may_end:
        messages: list[str] = []

        def hear(saying: Saying) -> None:
            messages.append(saying.said())
            may_end.set()

        with locked(project, hear):
            assert len(messages) == 1
    assert messages[0].startswith("waiting for another run of Talqy that is writing here (process ")


def test_a_lock_within_a_lock_is_one_lock(project: Path) -> None:
    with locked(project), locked(project / "standards" / ".."):
        assert (project / ".talqy/lock").is_file()
    assert not (project / ".talqy").exists()


def test_a_lock_that_a_killed_run_has_left_keeps_nobody_out(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    write(project, ".talqy/lock", f"{os.getpid()} here\n")
    with locked(project), pytest.raises(BusyError), another_run_refused(project):
        pass
    assert not (project / ".talqy").exists()


@contextmanager
def another_run_refused(folder: Path) -> Iterator[None]:
    """Try to write from another thread; raise what it meets."""
    met: list[BaseException] = []

    def attempt() -> None:
        try:
            with locked(folder):
                pass
        except BusyError as error:
            met.append(error)

    thread = threading.Thread(target=attempt)
    thread.start()
    thread.join()
    if met:
        raise met[0]
    yield


def killed_then_run_again(point: int, project: Path, letters: Path) -> None:
    """Kill an import when some files have taken their places; the next run does the rest."""
    killed_at(point, *importing(project, letters))
    assert len(list(project.glob("comments/*/*/*/*"))) == point
    checked = talqy("check", "--project", str(project))
    assert checked.exit_code == 0, checked.output
    again = talqy(*importing(project, letters))
    assert (again.exit_code, json.loads(again.output)["taken"]) == (0, ROWS - point)
    assert len(list(project.glob("comments/*/*/*/*"))) == ROWS
    assert not (project / ".talqy").exists()


@pytest.fixture
def _kept_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run write the files of the project alone: it is killed at one of them."""
    monkeypatch.setenv(VARIABLE, "")


@pytest.mark.usefixtures("_kept_nowhere")
@pytest.mark.parametrize("point", [0, ROWS // 2])
def test_a_killed_import_is_finished_by_the_next(point: int, project: Path, letters: Path) -> None:
    killed_then_run_again(point, project, letters)


@pytest.mark.proof
@pytest.mark.usefixtures("_kept_nowhere")
@pytest.mark.parametrize("point", range(ROWS))
def test_an_import_may_be_killed_at_any_file(point: int, project: Path, letters: Path) -> None:
    killed_then_run_again(point, project, letters)


def test_any_command_sweeps_what_a_killed_one_has_left(project: Path) -> None:
    write(project, ".talqy/new/0.new", "half")
    assert talqy("merge", "--all", "--project", str(project)).exit_code == 0
    assert not (project / ".talqy").exists()


def test_comments_are_not_imported_through_a_link(
    project: Path, letters: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    day = project / "comments" / STANDARD / "r1"
    day.mkdir(parents=True, exist_ok=True)
    (day / "2026-11-10").symlink_to(tmp_path / "elsewhere")
    refused = talqy(*importing(project, letters))
    assert refused.exit_code == 2
    assert "2026-11-10: this is a link, and nothing is written through links" in refused.output
    assert not list((tmp_path / "elsewhere").iterdir())
