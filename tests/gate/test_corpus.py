"""Every pull request of the corpus gets exactly its findings, and exactly its exit status.

What is found in the bytes of files is found without git; `make proof` makes the commits of those
cases as well.
"""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from gate_cases.building import Repository, Thing, thing_of
from gate_cases.byte_cases import BYTES, YAML
from gate_cases.commit_cases import BATCHES, REFS, SAYS
from gate_cases.history_cases import EARLIER, REMARKS, SAID
from gate_cases.looking_at import Desk, desk
from gate_cases.making import Case, Making
from gate_cases.newer_cases import NEWER, UNREADABLE
from gate_cases.newer_texts import NEWER_TEXTS, NEWER_YAML
from gate_cases.odd_cases import COMMANDS, NAMES, NUMBERS, WRITTEN
from gate_cases.pull_requests import judged
from gate_cases.scope_cases import COMMITS, PLACES, SCOPE, SOUND
from gate_cases.sound_cases import OF_PEOPLE
from gate_cases.text_cases import CONTENT, MEANING, PERSONAL
from gate_cases.tree_cases import LINES, TREES
from talqy.comments.new_comment import new_comment_path
from talqy.gate import kinds as gate_kinds
from talqy.project.yaml_read import MAX_BYTES

PUBLISHED = (*REMARKS, *EARLIER, *SAID)
HOSTILE = (*TREES, *LINES, *WRITTEN, *NUMBERS, *COMMANDS, *NAMES, *SAYS, *REFS, *BATCHES)
ALL = (
    *(*SOUND, *SCOPE, *PLACES, *COMMITS, *BYTES, *YAML, *MEANING, *PERSONAL, *CONTENT),
    *PUBLISHED,
    *HOSTILE,
    *OF_PEOPLE,
    *NEWER,
)


OF_FILES = (
    *(*BYTES, *YAML, *MEANING, *PERSONAL, *CONTENT, *WRITTEN, *NUMBERS, *COMMANDS, *NAMES),
    *(*NEWER_TEXTS, *NEWER_YAML),
)
OF_GATE = {kind.code for kind in gate_kinds.ALL}
MARKS = {"error": "F", "needs a person": "P", "warning": "W"}


def found(tree: Any) -> list[str]:
    """Return the findings by level and code."""
    return sorted(f"{MARKS[f['level']]}:{f['code']}" for f in tree["problems"])


def files_alone(case: Case) -> dict[str, bytes]:
    """Return the files of a case about what new files hold; none where a commit matters."""
    files = case.change if isinstance(case.change, Mapping) else {}
    is_of_gate = bool(OF_GATE & {code.split(":")[1] for code in case.found.split()})
    held = {str(path): content for path, content in files.items() if new_comment_path(str(path))}
    if is_of_gate or case.profile != "single" or len(held) < len(files):
        return {}
    if any(content is None or isinstance(content, Thing) for content in held.values()):
        return {}
    data = {path: thing_of(content).content for path, content in held.items() if content}
    # What is much too big is refused by its size in the commit, and never read.
    return {} if any(len(content) > MAX_BYTES for content in data.values()) else data


WITHOUT_GIT = [case for case in OF_FILES if files_alone(case)]


def test_there_are_enough_cases_and_none_twice() -> None:
    assert len(ALL) >= 120
    assert len({case.name for case in ALL}) == len(ALL)


@pytest.fixture(scope="module")
def base(repository: Repository) -> Desk:
    return desk(repository)


@pytest.mark.parametrize("case", WITHOUT_GIT, ids=lambda case: case.name)
def test_files_get_their_verdict(case: Case, base: Desk) -> None:
    problems = base.verdict_on(files_alone(case)).problems
    told = sorted(f"{MARKS[problem.level]}:{problem.code}" for problem in problems)
    assert told == sorted(case.found.split())


NAMES_WITHOUT_GIT = {case.name for case in WITHOUT_GIT}
AS_COMMITS = [
    pytest.param(case, id=case.name, marks=[pytest.mark.proof] * (case.name in NAMES_WITHOUT_GIT))
    for case in ALL
]


@pytest.mark.parametrize("case", AS_COMMITS)
def test_a_pull_request_gets_its_verdict(case: Case, repository: Repository) -> None:
    status, output = judged(case, repository, "--format", "json")
    assert found(json.loads(output)) == sorted(case.found.split())
    assert status == case.status


@pytest.mark.parametrize("making", UNREADABLE)
def test_what_is_no_file_ends_the_run(making: Making, repository: Repository) -> None:
    status, output = judged(Case("unreadable", making), repository)
    assert (status, "Error: " in output) == (2, True)
