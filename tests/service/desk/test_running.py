"""The desk as it runs: a real process, the link that it prints, and who is not let in."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from httpx2 import Client

from desks import a_bare_project, a_working_project
from repositories import git
from serving import SECRET_OF_TESTS, a_project_repository, settings_file
from talqy.cli.main import main
from talqy.service.desk.opening import NoDeskError, data_here, place_here, usable_place
from talqy.service.desk.running import NotHereError, address_here
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.values import WorkKind
from talqy.service.settings import SECRET

ADDRESS = re.compile(r"http://[^ ]+")


@contextmanager
def started(*words: str, cwd: Path, browser: Path | None = None) -> Iterator[str]:
    """Run the desk, and give the address that it prints."""
    more = () if browser else ("--no-browser",)
    line = [sys.executable, "-m", "talqy", "desk", "--language", "en", *more, *words]
    given = {**os.environ, "PYTHONUNBUFFERED": "1", SECRET: SECRET_OF_TESTS}
    given |= {"BROWSER": f"{browser} %s"} if browser else {}
    with subprocess.Popen(line, cwd=cwd, stdout=subprocess.PIPE, text=True, env=given) as process:
        assert process.stdout
        said = process.stdout.readline()
        try:
            found = ADDRESS.search(said)
            assert found, said
            yield found[0]
        finally:
            process.terminate()
            process.wait(20)


def test_it_runs_in_a_folder_and_its_link_works_once(tmp_path: Path) -> None:
    folder = a_working_project(tmp_path)
    with started("--address", "127.0.0.1:0", cwd=folder) as link, Client() as client:
        origin = link.partition("/open/")[0]
        assert client.get(f"{origin}/kk/").status_code == 401
        answer = client.get(link, follow_redirects=True)
        assert answer.status_code == 200
        assert "Бүгін" in answer.text
        heads = {"Host": "evil.example", "Cookie": f"{client.cookies}"}
        assert client.get(f"{origin}/kk/", headers=heads).status_code == 403
        with Client() as other:
            assert other.get(link).status_code == 401


def test_no_program_is_called_with_the_link(tmp_path: Path) -> None:
    """Whoever uses the same computer sees what programs are called with."""
    folder, called = a_working_project(tmp_path), tmp_path / "called"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {called}.new\nmv {called}.new {called}\n')
    browser.chmod(0o755)
    with started("--address", "127.0.0.1:0", cwd=folder, browser=browser) as link:
        until = time.monotonic() + 20
        while not called.exists():
            assert time.monotonic() < until
            time.sleep(0.05)
        page = Path(urlsplit(called.read_text("utf-8")).path)
        assert f'content="0; url={link.strip()}"' in page.read_text("utf-8")
        assert page.stat().st_mode & 0o077 == 0
    assert not page.exists()


@pytest.mark.proof
def test_behind_a_proxy_the_head_names_who_asks(tmp_path: Path) -> None:
    a_working_project(tmp_path)
    desk = {"address": "http://127.0.0.1:8299/", "listen": "127.0.0.1:0"}
    file = settings_file(tmp_path, desk=desk, officials={"dana": {"roles": ["reader"]}})
    with started("--settings", str(file), cwd=tmp_path) as address:
        assert address == "http://127.0.0.1:8299/"


BEHIND = {"address": "https://desk.example.kz/", "listen": "127.0.0.1:0"}


@pytest.mark.parametrize(
    ("desk", "secret", "code"),
    [
        ({**BEHIND, "proxies": ["0.0.0.0/0"]}, SECRET_OF_TESTS, "K44"),
        ({**BEHIND, "header": "User-Agent"}, SECRET_OF_TESTS, "K45"),
        (BEHIND, "", "K01"),
    ],
)
def test_behind_a_proxy_it_does_not_begin_with_wrong_settings(
    desk: dict[str, Any],
    secret: str,
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def opened(*_: object, **_more: object) -> None:
        pytest.fail("it listens")

    monkeypatch.setattr("socket.create_server", opened)
    monkeypatch.setenv(SECRET, secret)
    a_project_repository(tmp_path / "project")
    file = settings_file(tmp_path, desk=desk, officials={"dana": {"roles": ["reader"]}})
    (tmp_path / "data").chmod(0o700)
    told = CliRunner().invoke(main, ["desk", "--settings", str(file), "--language", "en"])
    assert (told.exit_code, code in told.stderr) == (1, True), told.output
    assert "the desk was not begun" in told.stderr
    assert list((tmp_path / "data").iterdir()) == []


@pytest.mark.parametrize(
    "written", ["0.0.0.0:8200", "10.0.0.5:8200", "desk.kz:80", "8200", "unix:x"]
)
def test_it_is_not_open_to_others(written: str) -> None:
    with pytest.raises(NotHereError):
        address_here(written)


def test_it_needs_a_repository_with_a_commit(tmp_path: Path) -> None:
    with pytest.raises(NoDeskError):
        place_here(tmp_path)


@pytest.mark.parametrize("kind", WorkKind)
def test_a_branch_where_works_are_saved_is_told_by_name(tmp_path: Path, kind: WorkKind) -> None:
    """Git cannot have a branch and a folder of branches of one name."""
    bare = a_bare_project(tmp_path)
    git(bare, "branch", str(kind), "main")
    with pytest.raises(NoDeskError, match=f"{kind}/…"):
        place_here(bare)


def test_a_folder_of_a_repository_without_files_is_told(tmp_path: Path) -> None:
    place = DeskPlace(a_bare_project(tmp_path), "main", "sub")
    with pytest.raises(NoDeskError, match="the folder sub"):
        usable_place(place)


def test_a_project_may_lie_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    folder = a_working_project(tmp_path)
    place = place_here(folder / "standards")
    assert (place.folder, place.main) == ("standards", "main")
    assert place.root == folder / "standards"


def test_copies_lie_where_nobody_else_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_here(a_working_project(tmp_path))
    monkeypatch.setenv("TALQY_CACHE", str(tmp_path / "cache"))
    assert data_here(place).is_relative_to(tmp_path / "cache")
    monkeypatch.setenv("TALQY_CACHE", "")
    assert not data_here(place).is_relative_to(tmp_path / "cache")
