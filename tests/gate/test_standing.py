"""What the main branch has wrong already: it is told, and fails no pull request of others."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import builders as b
from repositories import a_repository, committed
from talqy.cli.main import main
from talqy.gate.run import judge
from talqy.gate.standing import parted
from talqy.gate.verdict import Profile, Verdict, VerdictOutcome
from talqy.model.problem import Kind, Level, Problem
from talqy.project.pull_request import pull_request

TODAY = date(2026, 11, 20)
HISTORY = f"standards/{b.STANDARD}/history.yaml"
OTHER = "standards/other-service/standard.yaml"
Files = Mapping[str, Any]
NO_TEXT = b.a_standard("other-service")
"""A standard that has no text: F58."""
ITS_TEXT = {b.revision_path(1, "other-service"): b.a_revision(consultation=None)}


def a_draft(**changes: Any) -> b.Tree:
    return b.a_revision(**{"dated": "2026-11-02", "consultation": None, **changes})


def found(folder: Path, was: Files, now: Files, *, recorded: bool = False) -> Verdict:
    """Judge a pull request of the authority that writes `now` over a project that has `was`."""
    project = a_repository(folder / "project")
    b.write_project(project, revisions=[a_draft()])
    if recorded:
        b.write(project, b.revision_path(), b.an_adopted_revision())
        merged = CliRunner().invoke(main, ["merge", "--all", "--project", str(project)])
        assert merged.exit_code == 0, merged.output
    committed(project, was)
    for file in [file for file, tree in now.items() if tree is None]:
        (project / file).unlink()
    committed(project, {file: tree for file, tree in now.items() if tree is not None})
    return judge(pull_request(project, "HEAD^..HEAD"), Profile.AUTHORITY, TODAY)


def codes(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return sorted((one.code, one.file) for one in problems if one.is_error)


def test_an_old_error_in_another_file_is_told_and_fails_nothing(tmp_path: Path) -> None:
    change = {b.revision_path(): a_draft(explanation=b.said("Басқа.", "Другое."))}
    verdict = found(tmp_path, {OTHER: NO_TEXT}, change)
    assert codes(verdict.problems) == []
    assert verdict.outcome is VerdictOutcome.PASSES
    assert {file for _, file in codes(verdict.standing)} == {OTHER}


KIND = Kind("L09", "the clause “{clause}” is not in the text", "name one that is there")


def at(*path: str | int, clause: str = "term") -> Problem:
    return KIND.at(b.revision_path(), path, clause=clause)


def test_an_old_error_may_have_moved_within_its_file() -> None:
    told = parted([at("clauses", 4)], [at("clauses", 3)])
    assert (told.own, told.standing) == ((), (at("clauses", 4),))


def test_the_same_words_once_more_are_a_new_error() -> None:
    found = [at("clauses", 2), at("clauses", 3), at("clauses", 4)]
    told = parted(found, [at("clauses", 3)])
    assert told.own == (at("clauses", 2), at("clauses", 4))
    assert told.standing == (at("clauses", 3),)


def test_the_same_words_of_another_clause_are_a_new_error() -> None:
    """The old one is mended, and another one made with the same words."""
    told = parted([at("clauses", "#term", "text")], [at("clauses", "#fee", "text")])
    assert told.own == (at("clauses", "#term", "text"),)


@pytest.mark.parametrize("is_moved", [True, False])
def test_a_pull_request_that_mends_one_and_makes_another_is_told(
    tmp_path: Path, *, is_moved: bool
) -> None:
    """A sign that nobody sees, in one clause, and in another one instead."""
    first, second, last = b.complete_clauses()
    wrong = b.said("Бес\u202e күн.", "Пять дней.")
    was = {b.revision_path(): a_draft(clauses=[{**first, "text": wrong}, second, last])}
    clauses = [{**first, "text": wrong}, second, last]
    made = [second, clauses[0], last] if is_moved else [first, {**second, "text": wrong}, last]
    verdict = found(tmp_path, was, {b.revision_path(): a_draft(clauses=made)})
    told = verdict.standing if is_moved else verdict.problems
    assert "D02" in {code for code, _ in codes(told)}


def test_what_was_only_a_warning_is_new_as_an_error() -> None:
    assert parted([at()], [at().weighing(Level.WARNING)]).own == (at(),)


def test_an_error_that_is_caused_in_another_file_is_new(tmp_path: Path) -> None:
    """A comment names a clause that the pull request takes out."""
    first, _, last = b.complete_clauses()
    was = {b.comment_path(): b.a_comment(revision="1")}
    talk = {"consultation": b.a_consultation("2026-12-01", "2026-12-20")}
    was[b.revision_path()] = a_draft(**talk)
    verdict = found(tmp_path, was, {b.revision_path(): a_draft(**talk, clauses=[first, last])})
    assert (b.comment_path()) in {file for _, file in codes(verdict.problems)}


def test_a_second_comment_with_the_id_of_another_is_new(tmp_path: Path) -> None:
    text = a_draft(consultation=b.a_consultation())
    other = b.a_comment(received="2026-11-11", channel="paper")
    was = {b.revision_path(): text, b.comment_path(): b.a_comment()}
    verdict = found(tmp_path, was, {b.comment_path(day="2026-11-11"): other})
    assert "F52" in {code for code, _ in codes(verdict.problems)}


def test_a_pull_request_that_mends_the_old_error_passes(tmp_path: Path) -> None:
    verdict = found(tmp_path, {OTHER: NO_TEXT}, ITS_TEXT)
    assert codes(verdict.problems) == codes(verdict.standing) == []


BENT = b.an_adopted_revision(explanation=b.said("Басқа.", "Другое."))


def test_a_text_that_was_bent_already_fails_no_pull_request_of_others(tmp_path: Path) -> None:
    other = {OTHER: NO_TEXT, **ITS_TEXT}
    verdict = found(tmp_path, {b.revision_path(): BENT}, other, recorded=True)
    assert codes(verdict.problems) == []
    assert codes(verdict.standing) == [("T05", b.revision_path())]


def test_a_text_that_was_bent_already_is_not_bent_further(tmp_path: Path) -> None:
    more = {b.revision_path(): {**BENT, "explanation": b.said("Тағы.", "Ещё.")}}
    verdict = found(tmp_path, {b.revision_path(): BENT}, more, recorded=True)
    assert "G24" in {code for code, _ in codes(verdict.problems)}


def test_a_bent_text_may_be_brought_back(tmp_path: Path) -> None:
    back = {b.revision_path(): b.an_adopted_revision()}
    verdict = found(tmp_path, {b.revision_path(): BENT}, back, recorded=True)
    assert codes(verdict.problems) == []


def test_what_nothing_can_be_held_to_fails_as_before(tmp_path: Path) -> None:
    """The record cannot be read: an answer that may stand in it is not changed meanwhile."""
    was = {
        HISTORY: "revisions: [",
        b.comment_path(): b.a_comment(received="2026-06-05"),
        b.response_path(): b.a_response(),
    }
    now = {b.response_path(): b.a_response(outcome="rejected")}
    verdict = found(tmp_path, was, now, recorded=True)
    assert HISTORY in {file for _, file in codes(verdict.problems)}


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "comment"])
def test_each_format_tells_what_stands(tmp_path: Path, form: str) -> None:
    found(tmp_path, {OTHER: NO_TEXT}, {b.revision_path(): a_draft(dated="2026-11-03")})
    words = ("--pull-request", "HEAD^..HEAD", "--profile", "authority", "--format", form)
    where = ("--project", str(tmp_path / "project"), "--today", TODAY.isoformat(), "--language")
    done = CliRunner().invoke(main, ["check", *where, "ru", *words])
    assert done.exit_code == 0, done.output
    assert "F58" in done.output
    assert form in {"json", "gitlab"} or "были и раньше" in done.output, done.output
