"""Each rule has a small project that breaks it, and the exact words that `talqy check` says of it.

A case under `tests/golden/rules/` is laid over `tests/golden/sound/`; its file `REMOVE` lists files
to take away. After a change that is meant, `TALQY_REGOLD=1 pytest tests/rules` writes the
words anew; read the difference before you keep it.
"""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from talqy.cli.main import main
from talqy.project import faults
from talqy.rules.check import RULES

GOLDEN = Path(__file__).parent.parent / "golden"
SOUND, CASES = GOLDEN / "sound", GOLDEN / "rules"
CODES = sorted(folder.name for folder in CASES.iterdir())
# What people hardly ever meet: links, giants, depths, directives and keys that are lists.
RARE = {"F03", "F04", "F18", "F20", "F21", "F40"}


def checked(root: Path) -> tuple[int, str]:
    """Run `talqy check` as a person does; return its exit status and its words."""
    result = CliRunner().invoke(main, ["check", "--project", str(root), "--format", "text"])
    return result.exit_code, result.output


def laid_over(case: Path, root: Path) -> Path:
    """Copy the sound project, and lay a case over it."""
    own = shutil.ignore_patterns("problems.txt", "REMOVE")
    shutil.copytree(SOUND, root)
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=own)
    removed = case / "REMOVE"
    for name in removed.read_text("utf-8").splitlines() if removed.is_file() else ():
        (root / name).unlink()
    return root


@pytest.mark.parametrize("code", CODES)
def test_a_broken_project_is_told_in_these_words(code: str, tmp_path: Path) -> None:
    status, words = checked(laid_over(CASES / code, tmp_path / "project"))
    golden = CASES / code / "problems.txt"
    if os.environ.get("TALQY_REGOLD"):
        golden.write_text(words, encoding="utf-8", newline="\n")
    assert words == golden.read_text("utf-8")
    assert status == int(not words.splitlines()[-1].startswith("errors: 0,"))


@pytest.mark.parametrize("code", CODES)
def test_a_case_shows_its_code(code: str) -> None:
    words = (CASES / code / "problems.txt").read_text("utf-8")
    assert f" {code}: " in words


def test_every_rule_and_every_fault_that_people_meet_has_a_case() -> None:
    wanted = {rule.code for rule in RULES} | {fault.code for fault in faults.ALL} - RARE
    assert set(CODES) == wanted


def test_the_sound_project_has_no_problems() -> None:
    assert checked(SOUND) == (0, "errors: 0, warnings: 0\n")


def test_no_case_repeats_a_file_of_the_sound_project() -> None:
    for case in CASES.iterdir():
        for file in case.rglob("*.yaml"):
            same = SOUND / file.relative_to(case)
            assert not same.is_file() or same.read_bytes() != file.read_bytes(), file
