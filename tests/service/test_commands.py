"""The commands of the service, as whoever runs it calls them."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from queues import act, named, taken
from serving import SECRET_OF_TESTS, a_project_repository, settings_file
from talqy.cli.main import main
from talqy.service.settings import SECRET
from talqy.service.store.store import Store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    a_project_repository(tmp_path / "project")
    settings_file(tmp_path)
    (tmp_path / "data").chmod(0o700)
    monkeypatch.setenv(SECRET, SECRET_OF_TESTS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def service(*words: str) -> Result:
    return CliRunner().invoke(main, ["service", *words])


def filled(folder: Path) -> None:
    store = Store.opened(folder / "data" / "queue.sqlite")
    store.take(taken(1), act())
    store.close()


def test_check_tells_what_is_wrong_and_ends_with_it(folder: Path) -> None:
    told = service("check")
    assert (told.exit_code, "K10" in told.output, "K12" in told.output) == (0, True, True)
    settings_file(folder, listen="nowhere")
    told = service("check", "--format", "json")
    assert told.exit_code == 1
    codes = [problem["code"] for problem in json.loads(told.output)["problems"]]
    assert codes.count("K04") == 1


def test_settings_that_are_not_there_are_asked_for(folder: Path) -> None:
    (folder / "service.yaml").unlink()
    for words in (("check",), ("run",), ("backup", "--to", "x"), ("restore", "project/mkdocs.yml")):
        told = service(*words)
        assert told.exit_code == 2
    assert "docs/service.md" in service("run").output


def test_settings_with_a_fault_are_named_with_their_line(folder: Path) -> None:
    settings_file(folder, oops="yes")
    told = service("backup", "--to", "x")
    assert told.exit_code == 2
    assert "line" in told.output
    assert "oops" in told.output


def test_the_service_does_not_begin_with_wrong_settings(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SECRET)
    told = service("run")
    assert told.exit_code == 1
    assert "K01" in told.output
    assert list((folder / "data").iterdir()) == []


def test_a_backup_goes_out_and_comes_back(folder: Path) -> None:
    filled(folder)
    assert service("backup", "--to", "backup").exit_code == 0
    assert service("backup", "--to", "backup").exit_code == 2
    assert service("backup", "--to", "backup", "--replace").exit_code == 0
    told = service("restore", "backup")
    assert (told.exit_code, "not empty" in told.output) == (2, True)
    settings_file(folder, data="other")
    (folder / "other").mkdir()
    told = service("restore", "backup")
    assert told.exit_code == 0
    assert "comments: 1, lines of the log: 1" in told.output
    store = Store.there(folder / "other" / "queue.sqlite")
    assert store.of(named(1))
    store.close()


def test_a_backup_of_a_queue_that_is_not_there_is_none(folder: Path) -> None:
    told = service("backup", "--to", "backup")
    assert told.exit_code == 2
    assert not (folder / "backup").exists()
    assert list((folder / "data").iterdir()) == []


@pytest.mark.parametrize("words", [("run",), ("check",), ("backup", "--to", "x")])
def test_without_the_extra_it_is_said_what_to_install(
    words: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.cli.service_settings.find_spec", lambda _: None)
    told = service(*words)
    assert told.exit_code == 2
    assert 'pip install "talqy[service]"' in told.output


def test_nothing_of_the_service_is_loaded_by_its_help() -> None:
    """Without the extra, help and all other commands work; with it, they begin as soon."""
    import subprocess

    asked = (
        "import sys; from talqy.cli.main import main\n"
        "try: main(['service', '--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.split('.')[0] in "
        "('starlette', 'sqlalchemy', 'uvicorn') or name.startswith('talqy.service')])"
    )
    line = [sys.executable, "-c", asked]
    done = subprocess.run(line, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "[]"
