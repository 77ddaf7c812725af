"""One judge: whatever is odd about a comment, every door by which it comes says the same of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from door_cases import CASES, CLEAN, Case
from doors import Answers, answers_of, files_of
from gate_cases.building import Repository, base_repository
from gate_cases.looking_at import desk
from talqy.comments.doors import DIFFERENCES, Door
from talqy.model.problem import Kind, Level

# All answers of a door are asked for once.
pytestmark = pytest.mark.xdist_group("doors")


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


def test_whatever_is_odd_has_its_code() -> None:
    assert [case.name for case in CASES if bool(case.code) == (case.verdict == CLEAN)] == []


EVERY = [(door, case) for case in CASES for door in case.doors]


@pytest.mark.parametrize(
    ("door", "case"), EVERY, ids=[f"{case.name} at {door}" for door, case in EVERY]
)
def test_every_door_judges_alike(door: str, case: Case, answers: Callable[[str], Answers]) -> None:
    answer = answers(door)[case.name]
    assert answer.verdict == case.expected(door), answer
    wanted = case.codes(door)
    assert not wanted or wanted & answer.codes, answer


# --- the doors of files: whoever brings them, and what is on record -------------------------


def said_at(repository: Repository, door: Door) -> set[tuple[str, Kind]]:
    """Return what is said of all cases that are files, as (file, kind with its level)."""
    files = files_of(case for case in CASES if "gate" in case.doors)
    return {(one.file, one.kind) for one in desk(repository).verdict_on(files, door).problems}


def silent_at(door: Door) -> set[Kind]:
    return {kind for row in DIFFERENCES if door in row.doors for kind in row.kinds}


def level_at(door: Door, kind: Kind) -> Level | None:
    """Return how a kind weighs at a door."""
    rows = (row for row in DIFFERENCES if door in row.doors and kind in row.kinds)
    return next((row.level for row in rows), kind.level)


@pytest.mark.parametrize("door", [Door.BATCH, Door.AUTHORITY])
def test_it_does_not_matter_who_brings_a_file(door: Door, repository: Repository) -> None:
    """The authority's own pull request is judged as a stranger's, but for what the table says."""
    strict = {
        (file, replace(kind, level=level))
        for file, kind in said_at(repository, Door.SINGLE)
        if (level := level_at(door, kind))
    }
    assert len(strict) > 60
    assert said_at(repository, door) == strict


def test_of_what_is_on_record_all_is_named_that_should_not_have_come_in(
    repository: Repository,
) -> None:
    told = {
        (file, replace(kind, level=Level.WARNING))
        for file, kind in said_at(repository, Door.SINGLE)
        if kind.level is Level.ERROR and kind not in silent_at(Door.RECORD)
    }
    assert len(told) > 40
    assert said_at(repository, Door.RECORD) == told


def test_no_door_is_without_a_column() -> None:
    asked = {Door.SINGLE, Door.MAIL, Door.TABLE, Door.NEW, Door.FORM, Door.CHECK}
    of_authorities = {Door.ANSWER, Door.TEXT}  # tests/comments/test_official.py
    assert set(Door) == asked | {Door.BATCH, Door.AUTHORITY, Door.RECORD} | of_authorities
