"""A comment's step “published” carries the day that is known, as what it is, or says why none."""

from dataclasses import replace

import pytest

import builders as b
from cases import a_case, a_record
from held_words import held
from sites import ROOT
from talqy.language.edition import editions
from talqy.model.history import History
from talqy.site.pages.comment_steps import StepView, steps

LINE = {"number": 1, "id": b.COMMENT, "digest": f"sha256:{'0' * 64}", "clause": "term"}


def published_step(language: int, line: b.Tree | None) -> StepView:
    """Return the step of a comment with its line of the record, if it has one."""
    record = a_record(comments=[b.a_comment()])
    if line:
        history = {
            "schema": "1",
            "standard": b.STANDARD,
            "revisions": [{"revision": 1, "digest": "sha256:0", "comments": [line]}],
        }
        record = replace(record, history=History.model_validate(history))
    case = a_case(record)
    edition = editions(ROOT, case.register, case.assessment)[language]
    _, step, *_ = steps(edition, record, record.comments[0], None, None)
    return step


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            None,
            [
                "Күні талқылаудан кейін журналда көрсетіледі",
                "Дата будет указана в журнале после обсуждения",
            ],
        ),
        (
            LINE,
            [
                "Журналда: № 1; күні онда көрсетілмеген",
                "В журнале: № 1; дата там не указана",
            ],
        ),
        (
            {**LINE, "on": "2026-11-28"},
            [
                "Журналда 2026~жылғы~28~қараша күнінен бері: № 1",
                "В журнале с 28~ноября~2026~года: № 1",
            ],
        ),
    ],
)
def test_no_day_is_made_up(line: b.Tree | None, said: list[str]) -> None:
    """The record knows since when it has a comment: that is no day of publication."""
    for language, words in enumerate(said):
        step = published_step(language, line)
        assert step.day is None
        assert step.note == held(words)
