"""Every pull request of the corpus gets exactly its findings, and exactly its exit status."""

import json
from typing import Any

import pytest

from gate_cases.building import Repository
from gate_cases.byte_cases import BYTES, YAML
from gate_cases.commit_cases import BATCHES, REFS, SAYS
from gate_cases.history_cases import EARLIER, REMARKS, SAID
from gate_cases.making import Case
from gate_cases.odd_cases import COMMANDS, NAMES, NUMBERS, WRITTEN
from gate_cases.pull_requests import judged
from gate_cases.scope_cases import COMMITS, PLACES, SCOPE, SOUND
from gate_cases.sound_cases import OF_PEOPLE
from gate_cases.text_cases import CONTENT, MEANING, PERSONAL
from gate_cases.tree_cases import LINES, TREES

PUBLISHED = (*REMARKS, *EARLIER, *SAID)
HOSTILE = (*TREES, *LINES, *WRITTEN, *NUMBERS, *COMMANDS, *NAMES, *SAYS, *REFS, *BATCHES)
ALL = (
    *(*SOUND, *SCOPE, *PLACES, *COMMITS, *BYTES, *YAML, *MEANING, *PERSONAL, *CONTENT),
    *PUBLISHED,
    *HOSTILE,
    *OF_PEOPLE,
)


def found(tree: Any) -> list[str]:
    """Return the findings by level and code."""
    marks = {"error": "F", "needs a person": "P", "warning": "W"}
    return sorted(f"{marks[f['level']]}:{f['code']}" for f in tree["problems"])


def test_there_are_enough_cases_and_none_twice() -> None:
    assert len(ALL) >= 120
    assert len({case.name for case in ALL}) == len(ALL)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_pull_request_gets_its_verdict(case: Case, repository: Repository) -> None:
    status, output = judged(case, repository, "--format", "json")
    assert found(json.loads(output)) == sorted(case.found.split())
    assert status == case.status
