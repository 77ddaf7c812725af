"""Odd values in every format end in a site, or in words: never in a traceback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import builders as b
from sites import built, run, small
from talqy.cli import building as command
from talqy.cli.running import TRACEBACK

# What people write in words of their own, beside what stands by language.
FREE = {"text", "quote", "proposal", "number", "url"}
ODD: dict[str, Callable[[str], str]] = {
    "line ends": lambda words: f"\n{words}\n\n{words}\n",
    "one line end": lambda words: f"{words}\n",
    "nothing": lambda _: "",
    "spaces": lambda _: " \n ",
    "enormous": lambda words: (words + " ") * (19_000 // (len(words) + 1)),
}


def changed(value: Any, odd: Callable[[str], str]) -> Any:
    """Return a tree with every free text of it made odd."""
    if isinstance(value, dict):
        return {
            key: odd(below)
            if isinstance(below, str) and (key in {"kk", "ru"} or key in FREE)
            else changed(below, odd)
            for key, below in value.items()
        }
    if isinstance(value, list):
        return [changed(below, odd) for below in value]
    return value


def odd_project(folder: Path, odd: Callable[[str], str]) -> Path:
    """Write a project whose every format has odd values."""
    return small(
        folder,
        project=changed(b.a_project(), odd),
        standard=changed(b.a_standard(), odd),
        revisions=[changed(b.an_adopted_revision(), odd), changed(b.a_revision(2), odd)],
        comments=[
            changed(b.a_comment(revision="2", quote="a", proposal="b"), odd),
            b.a_comment(b.OTHER_COMMENT, revision="2"),
        ],
        responses=[changed(b.a_response(b.OTHER_COMMENT), odd)],
    )


@pytest.mark.parametrize("odd", ODD)
def test_odd_values_in_every_format_never_end_in_a_traceback(odd: str, tmp_path: Path) -> None:
    """What the test runs in raises whatever nobody has foreseen."""
    project = odd_project(tmp_path, ODD[odd])
    done = run("build", cwd=project)
    if "project.yaml cannot be used" in done.stderr:  # without settings nothing can be said
        b.write(project, "standards/project.yaml", b.a_project())
        done = run("build", cwd=project)
    assert done.exit_code in {0, 1}, done.stderr
    assert (project / "site/kk/index.html").is_file()


def test_a_name_written_as_a_block_stands_on_one_line(tmp_path: Path) -> None:
    """attacks/08: the last line end of a block belongs to its text."""
    named = b.a_project()
    named["name"] = {"kk": "Талқылау\n", "ru": "Обсуждение\nпроектов\n"}
    site = built(small(tmp_path, project=named))
    calendar = (site / "ru/calendar.ics").read_text("utf-8")
    assert "X-WR-CALNAME:Обсуждение проектов\r\n" in calendar.replace("\n", "\r\n")


def test_a_fault_of_ours_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(command, "survey", broken)
    monkeypatch.delenv(TRACEBACK)
    done = run("build", "--project", small(tmp_path), cwd=tmp_path)
    assert done.exit_code == 2
    assert "a fault of Talqy itself" in done.stderr
    assert "AssertionError in test_odd_values.py" in done.stderr
    assert "Traceback" not in done.stderr
