"""One judge: whatever is odd about a comment, every door by which it comes says the same of it."""

from collections.abc import Callable

import pytest

from door_cases import CASES, Case
from doors import Answers, answers_of
from gate_cases.building import Repository, base_repository


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return base_repository(tmp_path_factory.mktemp("doors") / "project")


@pytest.fixture(scope="module")
def answers(repository: Repository) -> Callable[[str], Answers]:
    known: dict[str, Answers] = {}

    def of(door: str) -> Answers:
        if door not in known:
            known[door] = answers_of(door, repository)
        return known[door]

    return of


def test_there_are_enough_kinds_and_none_twice() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 48


EVERY = [(door, case) for case in CASES for door in case.doors]


@pytest.mark.parametrize(
    ("door", "case"), EVERY, ids=[f"{case.name} at {door}" for door, case in EVERY]
)
def test_every_door_judges_alike(door: str, case: Case, answers: Callable[[str], Answers]) -> None:
    answer = answers(door)[case.name]
    assert answer.verdict == case.expected(door), answer
    wanted = case.codes(door)
    assert not wanted or wanted & answer.codes, answer
