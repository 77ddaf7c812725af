"""The way of a text: what is next on each day, and what can be done."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import builders as b
from talqy.model.revision import PostingChannel
from talqy.project.survey import survey
from talqy.steps.way import Next, NextOnWay, WayStep, next_on_way, possible_steps

OPENS, CLOSES = "2026-11-09", "2026-11-27"
INTERNET = PostingChannel.INTERNET
ALL = tuple(PostingChannel)


def at(project: Path, day: str, number: int = 1) -> tuple[NextOnWay, tuple[WayStep, ...]]:
    """Return what is next for a text on a day, and what can be done."""
    register, assessment = survey(project, date.fromisoformat(day), is_checked=False).known
    (record,) = register.records
    text = record.revision(number)
    assert text is not None
    standing = assessment.of(record.id, number)
    found = next_on_way(record, text, standing, assessment.today)
    return found, possible_steps(record, text, standing)


def with_text(folder: Path, **changes: Any) -> Path:
    """Make a project with one text."""
    b.write_project(folder, revisions=[b.a_revision(dated="2026-11-01", **changes)])
    return folder


def test_a_text_in_preparation_is_opened_next(tmp_path: Path) -> None:
    """Nothing is due, and a text that was discussed elsewhere may be adopted."""
    found, steps = at(with_text(tmp_path, consultation=None), "2026-11-02")
    assert found == NextOnWay(Next.OPEN)
    assert found.step is WayStep.OPEN
    assert steps == (WayStep.OPEN, WayStep.ADOPT, WayStep.WITHDRAW)


@pytest.mark.parametrize(
    ("day", "is_overdue"), [("2026-11-08", False), (OPENS, False), ("2026-11-10", True)]
)
def test_a_draft_is_posted_by_the_day_it_opens(
    tmp_path: Path, day: str, is_overdue: object
) -> None:
    """What is posted nowhere yet is posted first, on each channel that the law names."""
    talk = b.a_consultation(OPENS, CLOSES, posted=[b.a_posting("egov", OPENS)])
    found, steps = at(with_text(tmp_path, consultation=talk), day)
    lacking = (PostingChannel.INTERNET, PostingChannel.PRINT)
    assert found == NextOnWay(
        Next.POST, date(2026, 11, 9), is_overdue=bool(is_overdue), channels=lacking
    )
    assert WayStep.POST in steps


@pytest.mark.parametrize(
    ("day", "what", "on"),
    [("2026-11-08", Next.OPENING, OPENS), ("2026-11-20", Next.CLOSING, CLOSES)],
)
def test_a_posted_draft_waits(tmp_path: Path, day: str, what: Next, on: str) -> None:
    """There is nothing to do but to wait for its first day, then for its last."""
    found, steps = at(with_text(tmp_path, consultation=b.a_consultation(OPENS, CLOSES)), day)
    assert found == NextOnWay(what, date.fromisoformat(on))
    assert found.step is None
    assert WayStep.WITHDRAW in steps


def test_a_discussion_can_be_extended_while_it_runs_alone(tmp_path: Path) -> None:
    """Not before it opens, and not when it is over."""
    project = with_text(tmp_path, consultation=b.a_consultation(OPENS, CLOSES))
    can = [WayStep.EXTEND in at(project, day)[1] for day in ("2026-11-08", CLOSES, "2026-11-28")]
    assert can == [False, True, False]


def test_answers_come_before_the_report(tmp_path: Path) -> None:
    """A comment without an answer keeps the report back, and both have the same last day."""
    project = with_text(tmp_path, consultation=b.a_consultation(OPENS, CLOSES))
    b.write(project, b.comment_path(b.COMMENT, "2026-11-10"), b.a_comment(received="2026-11-10"))
    waiting, _ = at(project, "2026-12-01")
    assert (waiting.what, waiting.unanswered, waiting.step) == (Next.ANSWER, 1, None)
    answer = b.a_response(decided={"by": b.MINISTRY, "on": "2026-11-30"})
    b.write(project, b.response_path(b.COMMENT, "2026-11-10"), answer)
    found, steps = at(project, "2026-12-01")
    assert found == NextOnWay(Next.REPORT, waiting.day)
    assert steps == (WayStep.REPORT, WayStep.WITHDRAW)
    assert found.day is not None
    assert at(project, "2027-03-01")[0].is_overdue


def test_after_the_report_comes_the_act(tmp_path: Path) -> None:
    """Then the text waits for the day on which it is in force, and then for nothing."""
    talk = b.a_consultation(OPENS, CLOSES, report=b.a_report("2026-11-30"))
    project = with_text(
        tmp_path, consultation=talk, adopted=b.an_adoption("2026-12-10", "2027-01-01")
    )
    assert at(project, "2026-12-01")[0] == NextOnWay(Next.ADOPT)
    assert at(project, "2026-12-10")[0] == NextOnWay(Next.IN_FORCE, date(2027, 1, 1))
    assert at(project, "2027-01-01") == (NextOnWay(Next.NOTHING), ())
