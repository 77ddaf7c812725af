"""Each rule has a small project that breaks it, and the exact words that `talqy check` says of it.

A case under `tests/golden/rules/` holds only what differs from `tests/golden/sound/`, and what is
told beyond what is told of that: a rule that every draft breaks changes one answer, not all. After
a change that is meant, `TALQY_REGOLD=1 pytest tests/rules` writes the words anew; read the
difference before you keep it.
"""

import os
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from broken_projects import CASES, PROBLEMS, SOUND, added, laid_over, told
from talqy.cli.main import main
from talqy.project import faults
from talqy.rules.check import RULES

# What people hardly ever meet: links, giants, depths, directives and keys that are lists. Names
# that another system refuses cannot lie in our own repository, no letter may, and no record is
# gone from it.
RARE = {
    "F03",
    "F04",
    "F07",
    "F08",
    "F09",
    "F18",
    "F20",
    "F21",
    "F22",
    "F23",
    "F40",
    "F76",
    "F77",
    "F78",
    "F79",
    "F80",
}


def checked(root: Path) -> tuple[int, str]:
    """Run `talqy check` as a person does; return its exit status and its words."""
    result = CliRunner().invoke(main, ["check", "--project", str(root), "--format", "text"])
    return result.exit_code, result.output


@cache
def said_of_the_sound() -> str:
    return checked(SOUND)[1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_project_is_told_in_these_words(case: Path, tmp_path: Path) -> None:
    status, printed = checked(laid_over(case, tmp_path / "project"))
    words = "".join(f"{problem}\n" for problem in added(printed, to=said_of_the_sound()))
    golden = case / PROBLEMS
    if os.environ.get("TALQY_REGOLD"):
        golden.write_text(words, encoding="utf-8", newline="\n")
    assert words == golden.read_text("utf-8")
    errors = sum(": error " in problem for problem in told(printed))
    to_do = sum(": to do " in problem for problem in told(printed))
    counted = f"errors: {errors}, warnings: {len(told(printed)) - errors - to_do}"
    assert printed.splitlines()[-1] == counted + f", still to do: {to_do}" * bool(to_do)
    assert status == int(errors > 0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_shows_its_code(case: Path) -> None:
    words = (case / PROBLEMS).read_text("utf-8")
    assert f" {case.name}: " in words


def test_every_rule_and_every_fault_that_people_meet_has_a_case() -> None:
    wanted = {rule.code for rule in RULES} | {fault.code for fault in faults.ALL} - RARE
    assert {case.name for case in CASES} == wanted


def test_the_sound_project_has_no_problem_but_that_nobody_has_merged_yet() -> None:
    status, printed = checked(SOUND)
    assert (status, {problem.split()[2] for problem in told(printed)}) == (0, {"R12:"})
    assert printed.endswith("errors: 0, warnings: 2\n")


def test_no_case_repeats_a_file_of_the_sound_project() -> None:
    """A text that lies there is changed by a patch, so that it is written once."""
    for case in CASES:
        for file in filter(Path.is_file, case.rglob("*")):
            same = SOUND / file.relative_to(case)
            if same.is_file() and is_text(file):
                both = set(same.read_text("utf-8").splitlines()) & set(
                    file.read_text("utf-8").splitlines()
                )
                assert both == set(), file


def is_text(file: Path) -> bool:
    """Say whether a patch of it can be read: F01 is about a file that is no UTF-8."""
    try:
        file.read_text("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_what_is_told_of_the_sound_project_too_is_no_news_of_a_case() -> None:
    sound = (
        "a.yaml:3:1: error T01: why\n    → because\nb.yaml: warning S01: so\n"
        "errors: 1, warnings: 1\n"
    )
    case = (
        "a.yaml:9:1: error T01: why\n    → because\na.yaml:9:1: error T01: why\n    → because\n"
        "a.yaml:9:1: error T02: why\nerrors: 3, warnings: 0\n"
    )
    assert added(case, to=sound) == [
        "a.yaml:9:1: error T01: why\n    → because",
        "a.yaml:9:1: error T02: why",
    ]
