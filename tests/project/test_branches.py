"""Commits without a checkout: in a bare repository, and beside a working tree."""

import time
from pathlib import Path

import pytest

from repositories import a_repository, committed, git
from talqy.project.branches import (
    CommitRole,
    branch_moved,
    branches,
    commit_on,
    files_at,
    is_checked_out,
    is_in,
    tip_of,
)
from talqy.project.git import GitError, GitTooSlowError, git_run

ROLE = CommitRole("Comments desk, Ministry of Justice", "talqy@noreply.example.kz")
TEXT = "id: ә\r\n\x00".encode()


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    work = a_repository(tmp_path / "work")
    committed(work, {"a": "1", "comments/x/r1/old.yaml": "old"})
    git(tmp_path, "clone", "--quiet", "--bare", "work", "bare.git")
    return tmp_path / "bare.git"


def show(repository: Path, what: str) -> str:
    return git(repository, "show", "--no-patch", "--format=%an|%ae|%cn|%ce|%s", what)


def test_a_commit_holds_the_files_that_were_there_and_the_new_ones_to_the_byte(bare: Path) -> None:
    tip = str(tip_of(bare, "main"))
    files = {"comments/x/r1/new.yaml": TEXT, "comments/x/r1/old.yaml": None, "b/ә.yaml": b""}
    new = commit_on(bare, tip, files, "Two files", ROLE)
    names = git(bare, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", new)
    assert names.split("\n") == ["a", "b/ә.yaml", "comments/x/r1/new.yaml"]
    assert git_run(bare, "cat-file", "blob", f"{new}:comments/x/r1/new.yaml").stdout == TEXT
    assert git(bare, "rev-parse", f"{new}^") == tip
    assert show(bare, new) == "|".join((ROLE.name, ROLE.email) * 2) + "|Two files"
    assert tip_of(bare, "main") == tip  # no branch has moved


def test_neither_hooks_nor_filters_of_the_repository_run(tmp_path: Path) -> None:
    work = a_repository(tmp_path / "work")
    tip = committed(work, {".gitattributes": "* text=auto eol=crlf filter=bad\n", "a": "1"})
    git(work, "config", "filter.bad.clean", f"touch {tmp_path}/run; cat")
    for name in ("post-commit", "pre-commit", "reference-transaction", "pre-push"):
        hook = work / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/run\nexit 1\n", "utf-8")
        hook.chmod(0o755)
    new = commit_on(work, tip, {"new.yaml": TEXT}, "One file", ROLE)
    assert branch_moved(work, "batch/1", new, None)
    assert git_run(work, "cat-file", "blob", f"{new}:new.yaml").stdout == TEXT
    assert not (tmp_path / "run").exists()
    assert git(work, "status", "--porcelain") == ""


def test_a_project_in_a_folder_of_its_repository_writes_there(tmp_path: Path) -> None:
    work = a_repository(tmp_path / "work")
    tip = committed(work, {"project/standards/a": "1"})
    new = commit_on(work / "project", tip, {"comments/b": b"2"}, "One", ROLE)
    assert git(work, "diff", "--name-only", tip, new) == "project/comments/b"


@pytest.mark.parametrize("path", ["../x", "a/../../x", ".git/hooks/x", "/etc/x", "a//b", ""])
def test_a_path_that_leads_elsewhere_makes_no_commit(path: str, bare: Path) -> None:
    tip = str(tip_of(bare, "main"))
    with pytest.raises(GitError):
        commit_on(bare, tip, {path: b"1"}, "One", ROLE)


def test_a_file_where_a_folder_stands_makes_no_commit(bare: Path) -> None:
    with pytest.raises(GitError):
        commit_on(bare, str(tip_of(bare, "main")), {"a/b": b"1"}, "One", ROLE)


def test_which_files_a_commit_has(bare: Path) -> None:
    asked = ["a", "comments", "comments/x/r1/old.yaml", "nothing", "a/b", "ә"]
    found = files_at(bare, str(tip_of(bare, "main")), asked)
    assert list(found) == ["a", "comments/x/r1/old.yaml"]
    assert found["a"] == git(bare, "rev-parse", "main:a")
    assert files_at(bare, "0" * 40, ["a"]) == {}
    assert files_at(bare, str(tip_of(bare, "main")), []) == {}


def test_a_branch_moves_only_from_where_it_was_seen(bare: Path) -> None:
    tip = str(tip_of(bare, "main"))
    one, two = (commit_on(bare, tip, {"n": data}, "One", ROLE) for data in (b"1", b"2"))
    assert branch_moved(bare, "batch/a", one, None)
    assert not branch_moved(bare, "batch/a", two, None)
    assert not branch_moved(bare, "batch/a", two, tip)
    assert not branch_moved(bare, "batch/b", two, one)  # it is not there at all
    assert branch_moved(bare, "batch/a", two, one)
    assert branches(bare, "batch/") == {"batch/a": two}
    assert not branch_moved(bare, "batch/a", None, one)
    assert branch_moved(bare, "batch/a", None, two)
    assert branches(bare, "batch/") == {}
    assert tip_of(bare, "batch") is None


def test_a_name_that_can_be_no_branch_is_an_error_and_no_race(bare: Path) -> None:
    tip = str(tip_of(bare, "main"))
    for name in ("a..b", "a b", "a.lock", "x/", "main/below", "a^", "@{"):
        with pytest.raises(GitError):
            branch_moved(bare, name, tip, None)


def test_which_branch_a_working_tree_shows(tmp_path: Path, bare: Path) -> None:
    assert is_checked_out(tmp_path / "work", "main")
    assert not is_checked_out(tmp_path / "work", "other")
    assert not is_checked_out(bare, "main")


def test_what_lies_before_what(bare: Path) -> None:
    tip = str(tip_of(bare, "main"))
    new = commit_on(bare, tip, {"n": b"1"}, "One", ROLE)
    assert is_in(bare, tip, new)
    assert is_in(bare, new, new)
    assert not is_in(bare, new, tip)


def test_git_that_takes_too_long_is_ended_with_what_it_has_started(bare: Path) -> None:
    words = ("-c", "alias.wait=!sleep 30 & echo $! >waiting; wait", "wait")
    with pytest.raises(GitTooSlowError, match=r"not done after 0\.3 s"):
        git_run(bare, *words, seconds=0.3)
    waiting = Path("/proc", (bare / "waiting").read_text("utf-8").strip())
    until = time.monotonic() + 5
    while waiting.exists() and "(zombie)" not in (waiting / "status").read_text("utf-8"):
        assert time.monotonic() < until
        time.sleep(0.01)
