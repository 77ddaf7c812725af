"""Every pull request of the corpus gets exactly its findings, and exactly its exit status."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from gate.building import Line, Repository
from gate.byte_cases import BYTES, YAML
from gate.making import Case
from gate.scope_cases import COMMITS, PLACES, SCOPE, SOUND
from gate.text_cases import CONTENT, MEANING, PERSONAL
from talqy.cli.main import main

ALL = (*SOUND, *SCOPE, *PLACES, *COMMITS, *BYTES, *YAML, *MEANING, *PERSONAL, *CONTENT)


def head_of(case: Case, repository: Repository) -> str:
    """Make the commits of a case; further parents are named by what they are."""
    line = case.line
    parents = tuple(_parent(name, repository) for name in line.joined)
    return repository.line(Line(line.steps, parents, line.email))


def _parent(name: str, repository: Repository) -> str:
    if name == "orphan":
        return repository.commit({"other.txt": "x"}, ())
    return repository.commit({"other.txt": "x"}, (repository.base,))


def judged(case: Case, repository: Repository, *words: str) -> tuple[int, str]:
    """Return exit status and output of the command."""
    head = head_of(case, repository)
    base = repository.base
    if "base+1" in case.line.joined:  # the base went on, and the branch followed
        base = repository.git("rev-parse", f"{head}^2")
    span = ("--pull-request", f"{base}..{head}", "--profile", case.profile)
    done = CliRunner().invoke(main, ["check", "--project", str(repository.folder), *span, *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def found(tree: Any) -> list[str]:
    """Return the findings by level and code."""
    marks = {"fail": "F", "needs a person": "P", "warning": "W"}
    return sorted(f"{marks[f['level']]}:{f['code']}" for f in tree["findings"])


def test_there_are_enough_cases_and_none_twice() -> None:
    assert len(ALL) >= 120
    assert len({case.name for case in ALL}) == len(ALL)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_pull_request_gets_its_verdict(case: Case, repository: Repository) -> None:
    status, output = judged(case, repository, "--format", "json")
    assert found(json.loads(output)) == sorted(case.found.split())
    assert status == case.status
