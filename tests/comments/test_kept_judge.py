"""What the judge has said is kept for the next run, and is what it would say anew."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import builders as b
from broken_projects import CASES, laid_over
from talqy.comments import kept_judge
from talqy.comments.comment_file import judge_filed
from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.project import kept
from talqy.project.survey import survey

SECOND = "lost-passport"
DAY = date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which is kept what is found."""
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept" / "talqy"


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often the comments on each standard are judged."""
    counted: Counter[str] = Counter()

    def look(record: Record, *more: Any) -> Iterator[Problem]:
        counted[record.id] += 1
        return judge_filed(record, *more)

    monkeypatch.setattr(kept_judge, "judge_filed", look)
    return counted


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of two standards, with a comment that the judge has something to say of."""
    files = {
        b.standard_path(SECOND): b.a_standard(SECOND),
        b.revision_path(1, SECOND): b.a_revision(),
    }
    remark = b.a_comment(text="Мой телефон +7 701 123 45 67, звоните.")
    return b.write_project(tmp_path / "project", comments=[remark], files=files)


def told(root: Path, day: date = DAY) -> tuple[Problem, ...]:
    """Return what the judge says of a project; none where its settings cannot be read."""
    state = survey(root, day)
    if state.register is None:
        return ()
    context = context_of(state.register, day, Door.CHECK)
    return tuple(kept_judge.judge_kept(root, state.alone, context))


EVERY_FEW = 10
SOME = [
    pytest.param(case, id=case.name, marks=[pytest.mark.proof] if at % EVERY_FEW else [])
    for at, case in enumerate(CASES)
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("case", SOME)
def test_what_is_kept_is_said_as_if_it_were_judged_anew(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = laid_over(case, tmp_path / "project")
    first, second = told(root), told(root)
    monkeypatch.setenv(kept.VARIABLE, "")
    assert first == second == told(root)


@pytest.mark.usefixtures("folder")
def test_a_standard_is_judged_where_something_of_it_has_changed(
    project: Path, judged: Counter[str]
) -> None:
    assert told(project)
    assert told(project)
    assert judged == {b.STANDARD: 1, SECOND: 1}
    b.write(project, b.comment_path(b.OTHER_COMMENT), b.a_comment(b.OTHER_COMMENT, text="Почему?"))
    told(project)
    assert judged == {b.STANDARD: 2, SECOND: 1}
    b.write(project, "standards/project.yaml", b.a_project(name=b.said("Басқа", "Другое")))
    told(project)
    assert judged == {b.STANDARD: 3, SECOND: 2}


def a_line_beside(root: Path) -> None:
    """Write a telephone beside a value, where no reader of values sees it."""
    file = root / b.comment_path()
    file.write_text(f"# +7 701 123 45 67\n{file.read_text('utf-8')}", encoding="utf-8")


def a_line_beside_settings(root: Path) -> None:
    file = root / "standards/project.yaml"
    file.write_text(f"# 990101300122\n{file.read_text('utf-8')}", encoding="utf-8")


def an_answer_to_nobody(root: Path) -> None:
    b.write(root, b.comment_path(), b.a_comment(in_reply_to="zzzzzzzzzz"))


def a_second_of_the_same_id(root: Path) -> None:
    """Take the comment that is answered away to another standard."""
    reply = b.a_comment(b.OTHER_COMMENT, in_reply_to=b.COMMENT)
    b.write(root, b.comment_path(b.OTHER_COMMENT), reply)
    told(root)
    (root / b.comment_path()).rename(root / "away.yaml")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "edit",
    [a_line_beside, a_line_beside_settings, an_answer_to_nobody, a_second_of_the_same_id],
)
def test_whatever_is_looked_at_is_in_the_key(
    edit: Any, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(project)
    edit(project)
    now = told(project)
    monkeypatch.setenv(kept.VARIABLE, "")
    assert now == told(project) != before


@pytest.mark.usefixtures("folder")
def test_on_other_days_is_judged_what_asks_for_the_day(
    project: Path, judged: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a comment is of the days to come, or dated back, is said at other doors."""
    days = [date(2026, 11, 1) + timedelta(days=n) for n in range(50)]
    with_kept = [told(project, day) for day in days]
    assert judged[SECOND] < len(days) / 4
    monkeypatch.setenv(kept.VARIABLE, "")
    assert with_kept == [told(project, day) for day in days]
