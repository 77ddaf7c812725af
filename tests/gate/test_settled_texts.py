"""A text of which the main branch says that it is announced, adopted or withdrawn stays as it is.

So it does in any pull request, and in any work at the desk that waited meanwhile.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import builders as b
from repositories import a_repository, committed, git
from talqy.gate.run import judge
from talqy.gate.verdict import Profile
from talqy.model.problem import Level, Problem
from talqy.project.pull_request import pull_request

TODAY = date(2026, 11, 20)
NOT_RECORDED_YET: dict[str, dict[str, Any]] = {
    "withdrawn": {
        "withdrawn": {"on": "2026-11-18", "reason": b.said("Керек емес.", "Не нужен.")},
    },
    "announced": {"consultation": b.a_consultation("2026-12-01", "2026-12-20")},
    "adopted on a later day": {
        "adopted": b.an_adoption("2026-12-01", "2027-01-01"),
    },
}


def found(folder: Path, was: dict[str, Any], now: dict[str, Any]) -> list[Problem]:
    """Judge a pull request of the authority that changes one text."""
    project = a_repository(folder / "project")
    text = {"dated": "2026-11-02", "consultation": None}
    b.write_project(project, revisions=[b.a_revision(**{**text, **was})])
    committed(project)
    b.write(project, b.revision_path(1), b.a_revision(**{**text, **was, **now}))
    committed(project)
    pull = pull_request(project, "HEAD^..HEAD")
    return list(judge(pull, Profile.AUTHORITY, TODAY).problems)


def errors(problems: list[Problem]) -> set[str]:
    return {one.code for one in problems if one.is_error}


CHANGED = {"explanation": b.said("Басқа.", "Другое.")}


@pytest.mark.parametrize("what", NOT_RECORDED_YET)
def test_a_settled_text_stays_as_it_is(tmp_path: Path, what: str) -> None:
    assert "G24" in errors(found(tmp_path, NOT_RECORDED_YET[what], CHANGED))


def test_a_text_in_preparation_changes_and_is_announced_at_once(tmp_path: Path) -> None:
    assert "G24" not in errors(found(tmp_path, {}, {**CHANGED, **NOT_RECORDED_YET["announced"]}))


def test_a_discussion_that_has_not_begun_may_move(tmp_path: Path) -> None:
    later = {"consultation": b.a_consultation("2026-12-08", "2026-12-28")}
    assert "G24" not in errors(found(tmp_path, NOT_RECORDED_YET["announced"], later))


def test_it_is_told_where_it_stands(tmp_path: Path) -> None:
    problems = found(tmp_path, NOT_RECORDED_YET["withdrawn"], CHANGED)
    (told,) = [one for one in problems if one.code == "G24"]
    assert told.file == b.revision_path(1)
    assert "withdrawn" in told.said()
    assert git(tmp_path / "project", "status", "--porcelain") == ""


TALK = b.a_consultation("2026-11-02", "2026-11-17")
REPORT = {"consultation": {**TALK, "report": b.a_report("2026-11-19")}}
EXTENSION = b.an_extension("2026-11-16", "2026-11-30")


def days(problems: list[Problem]) -> list[tuple[Level, str]]:
    return [(one.level, str(one.path[-1])) for one in problems if one.code == "S14"]


def test_a_step_of_a_day_that_has_not_come_is_refused(tmp_path: Path) -> None:
    gone = b.a_withdrawal("2027-11-18")
    assert days(found(tmp_path, {}, {"withdrawn": gone})) == [(Level.ERROR, "on")]


def test_a_day_far_back_is_asked_about(tmp_path: Path) -> None:
    gone = b.a_withdrawal("2026-11-02")
    assert days(found(tmp_path, {}, {"withdrawn": gone})) == [(Level.PERSON, "on")]


def test_what_the_main_branch_says_of_a_day_to_come_is_told_and_keeps_nobody_back(
    tmp_path: Path,
) -> None:
    gone = {"withdrawn": b.a_withdrawal("2027-11-18")}
    assert days(found(tmp_path, gone, {"events": []})) == [(Level.WARNING, "on")]
    assert days(found(tmp_path / "b", gone, {"withdrawn": b.a_withdrawal("2027-11-19")})) == [
        (Level.ERROR, "on")
    ]


def test_an_extension_comes_before_the_discussion_is_over(tmp_path: Path) -> None:
    """Its own day proves nothing: nobody could read of it before it is published."""
    late = {"consultation": {**TALK, "extended": [EXTENSION]}}
    assert days(found(tmp_path, {"consultation": TALK}, late)) == [(Level.ERROR, "closes")]
    assert days(found(tmp_path / "b", late, REPORT | late)) == []
