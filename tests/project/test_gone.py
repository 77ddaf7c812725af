"""A record that was deleted is missed: where git had it, and where others have theirs."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from cases import a_case, a_record
from repositories import a_repository, committed, git
from talqy.cli.main import main
from talqy.model.problem import Level
from talqy.project.survey import ProjectState, survey
from talqy.record.recording import recorded_history
from talqy.rules.check import RULES

HISTORY = f"standards/{b.STANDARD}/history.yaml"
OPEN = b.a_revision(1, consultation=b.a_consultation("2026-11-09", "2026-11-27"))
OVER = b.a_revision(1, consultation=b.a_consultation("2026-11-02", "2026-11-16"))
(RULE,) = (rule for rule in RULES if rule.code == "R12")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Make a project in git whose record is committed."""
    folder = a_repository(tmp_path / "project")
    b.write_project(folder, revisions=[OVER], comments=[b.a_comment()])
    assert talqy(folder, "merge", "--all").exit_code == 0
    committed(folder)
    return folder


def talqy(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--project", str(folder)])


def codes(state: ProjectState) -> set[str]:
    return {problem.code for problem in state.problems if problem.level is Level.ERROR}


def test_a_record_on_file_is_not_missed(kept: Path) -> None:
    assert codes(survey(kept)) == set()
    assert survey(kept).missing == ()


@pytest.mark.parametrize("is_committed", [False, True])
def test_a_record_that_git_had_is_missed_by_everyone(kept: Path, is_committed: bool) -> None:  # noqa: FBT001
    (kept / HISTORY).unlink()
    if is_committed:
        committed(kept)
    assert codes(survey(kept)) == {"F76"}
    for words in (("check",), ("verify",), ("merge", "--all")):
        assert talqy(kept, *words).exit_code == 1, words
    assert talqy(kept, "build").exit_code == 2
    assert not (kept / HISTORY).exists()


def test_a_standard_that_is_gone_with_its_record_is_missed(kept: Path) -> None:
    shutil.rmtree(kept / "standards" / b.STANDARD)
    assert "F76" in codes(survey(kept))
    assert [one.id for one in survey(kept).known[0].lost] == [b.STANDARD]


def test_a_standard_whose_removal_was_committed_is_missed(kept: Path) -> None:
    """By removal, under another name, or by a merge that takes nothing of its other side."""
    shutil.rmtree(kept / "standards" / b.STANDARD)
    shutil.rmtree(kept / "comments")
    committed(kept)
    assert codes(survey(kept)) == {"F76"}
    for words in (("check",), ("verify",)):
        assert talqy(kept, *words).exit_code == 1, words
    assert talqy(kept, "build").exit_code == 2
    git(kept, "revert", "--no-edit", "HEAD")
    assert codes(survey(kept)) == set()
    git(kept, "mv", f"standards/{b.STANDARD}", "standards/other")
    committed(kept)
    assert "F76" in codes(survey(kept))
    git(kept, "checkout", "-q", "--orphan", "aside")
    git(kept, "rm", "-rq", "--cached", "standards/other")
    shutil.rmtree(kept / "standards" / "other")
    committed(kept)
    assert "F76" not in codes(survey(kept))  # a history that never had it
    git(kept, "merge", "-q", "--allow-unrelated-histories", "-s", "ours", "-m", "m", "main")
    assert "F76" in codes(survey(kept))


@pytest.mark.parametrize(
    ("text", "others_have", "level"),
    [
        (OPEN, False, None),
        (OPEN, True, None),
        (OVER, False, Level.WARNING),
        (OVER, True, Level.ERROR),
        (b.an_adopted_revision(), False, Level.WARNING),
        (b.an_adopted_revision(), True, Level.ERROR),
        (b.a_revision(1, consultation=None), True, None),
    ],
)
def test_what_is_over_is_on_record(
    text: b.Tree,
    others_have: bool,  # noqa: FBT001
    level: Level | None,
) -> None:
    """Where nobody has merged yet it is a warning: that is to be done."""
    other = a_record(OVER, standard=b.a_standard(id="other"))
    if others_have:
        other = replace(other, history=recorded_history(other, a_case(other).assessment))
    found = RULE.problems(a_case(a_record(text), other))
    own = [problem.level for problem in found if b.STANDARD in problem.file]
    assert own == ([level] if level else [])


@pytest.mark.parametrize(
    ("content", "is_told"),
    [
        ('{"root": "sha256:0", "standards": {"%s": "sha256:1"}}', True),
        ('{"root": "sha256:0", "standards": {}}', False),
        ('{"standards": {"../%s": "sha256:1"}}', False),
        ('["%s"]', False),
        ("{", False),
        ("[" * 100_000, False),
    ],
)
def test_a_site_that_was_built_with_a_record_misses_it_without_git(
    content: str,
    is_told: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    b.write_project(tmp_path, revisions=[OVER], comments=[b.a_comment()])
    b.write(tmp_path, "public/data/roots.json", content.replace("%s", b.STANDARD).encode())
    assert ("F78" in codes(survey(tmp_path))) is is_told
    assert talqy(tmp_path, "check").exit_code == int(is_told)
    if is_told:
        assert talqy(tmp_path, "build").exit_code == 2
        assert talqy(tmp_path, "merge", "--all").exit_code == 1
    else:
        assert talqy(tmp_path, "merge", "--all").exit_code == 0
        assert "F78" not in codes(survey(tmp_path))
