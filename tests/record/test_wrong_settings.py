"""Nothing comes on record, and nothing is corrected, with settings that have errors."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import builders as b
from talqy.cli.main import main

HISTORY = f"standards/{b.STANDARD}/history.yaml"
OPEN, OVER, LATER = "2026-06-10", "2026-06-24", "2026-08-01"
WHY = ("--reason", "kk=Қате.", "--reason", "ru=Опечатка.")
BODY = b.a_project()["authorities"][b.MINISTRY]


def talqy(project: Path, *words: str) -> Result:
    """Run a command as a person does."""
    return CliRunner().invoke(main, [*words, "--project", str(project)])


def settings(project: Path, **changes: Any) -> None:
    """Write the settings of the project anew; its day is that of the run."""
    changed = b.a_project(**changes)
    del changed["today"]
    b.write(project, "standards/project.yaml", changed)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project whose discussion is open, with that on record."""
    folder = tmp_path / "project"
    b.write_project(folder, revisions=[b.an_adopted_revision()])
    settings(folder)
    assert talqy(folder, "merge", "--all", "--today", OPEN).exit_code == 0
    return folder


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "rules that are none": ({"rules": "kz-1999"}, "S07"),
    "one of several that is none": ({"rules": ["kz-1999", "kz-2023"]}, "S07"),
    "names of a list that is none": (
        {"codes": {"outcomes": {"noted": {"name": b.said("–")}}}},
        "F31",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_nothing_comes_on_record_with_them(project: Path, name: str) -> None:
    changes, code = WRONG[name]
    before = (project / HISTORY).read_bytes()
    settings(project, **changes)
    for words in (("--all",), (b.STANDARD,), ("--all", "--check")):
        refused = talqy(project, "merge", *words, "--today", OVER)
        assert (refused.exit_code, f"error {code}" in refused.output) == (1, True), refused.output
    assert (project / HISTORY).read_bytes() == before
    settings(project)
    assert talqy(project, "merge", "--all", "--today", OVER).exit_code == 0


@pytest.mark.parametrize("name", WRONG)
def test_nothing_is_corrected_with_them(project: Path, name: str) -> None:
    assert talqy(project, "merge", "--all", "--today", OVER).exit_code == 0
    changes, code = WRONG[name]
    before = (project / HISTORY).read_bytes()
    settings(project, **changes)
    words = ("correct", b.STANDARD, "r1", "posted.2.on=2026-06-01", *WHY, "--today", OVER)
    refused = talqy(project, *words)
    assert (refused.exit_code, f"error {code}" in refused.output) == (1, True), refused.output
    assert (project / HISTORY).read_bytes() == before


def test_what_nobody_can_answer_does_not_open_on_record(project: Path) -> None:
    """An authority that takes no comments stops its own records, and no others."""
    (project / HISTORY).unlink()
    mute = {"name": BODY["name"]}
    settings(project, authorities={b.MINISTRY: mute})
    refused = talqy(project, "merge", "--all", "--today", OPEN)
    assert (refused.exit_code, "error S10" in refused.output) == (1, True), refused.output
    settings(project, authorities={b.MINISTRY: BODY, "another": mute})
    assert talqy(project, "merge", "--all", "--today", OPEN).exit_code == 0


def test_what_the_record_is_not_written_with_is_not_in_the_way(project: Path) -> None:
    settings(project, messages="qq")
    assert talqy(project, "merge", b.STANDARD, "--today", OVER).exit_code == 0


def test_where_nothing_is_due_nothing_is_refused(project: Path) -> None:
    settings(project, rules="kz-1999")
    assert talqy(project, "merge", "--all", "--today", OPEN).exit_code == 0
