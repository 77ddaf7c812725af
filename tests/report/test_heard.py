"""Comments counted for the statistics: shares, usual times, one answer under several clauses."""

from types import SimpleNamespace
from typing import cast

import pytest

from builders import a_comment, a_response, said
from talqy.model.comment import Comment, Outcome, Response
from talqy.model.register import Record
from talqy.record.counts import percent, widths
from talqy.report.heard import Heard, alike_answered, usual_days


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ((), ()),
        ((0, 0), (0, 0)),
        ((1, 1, 1), (34, 33, 33)),
        ((25, 14, 14, 18, 7, 6, 3, 2, 28), (21, 12, 12, 15, 6, 5, 3, 2, 24)),
        ((999, 1), (100, 0)),
    ],
)
def test_the_parts_of_a_bar_add_up(counts: tuple[int, ...], shares: tuple[int, ...]) -> None:
    assert widths(counts) == shares
    assert sum(shares) in {0, 100}


def test_a_share_is_nothing_or_all_only_where_it_is() -> None:
    assert [percent(*of) for of in ((0, 9), (9, 9), (1, 999), (998, 999), (1, 2), (0, 0))] == [
        0,
        100,
        1,
        99,
        50,
        0,
    ]


def one(comment: str, days: int = 5, **changes: str) -> Heard:
    """Return a comment that was answered so many days after it came."""
    reason = changes.pop("reason", "Қабылданбады")
    written = a_comment(comment, received="2026-06-01", **changes)
    answer = a_response(
        comment,
        outcome="rejected",
        reason=said(reason),
        decided={"by": "ministry", "on": f"2026-06-{1 + days:02}"},
    )
    answer.pop("landed", None)
    return Heard(
        record=cast("Record", SimpleNamespace(id="birth-registration")),
        comment=Comment.model_validate(written),
        outcome=Outcome.REJECTED,
        response=Response.model_validate(answer),
        due=None,
        subject="",
    )


def test_a_usual_time_is_that_of_the_middle_half() -> None:
    days = (1, 14, 15, 15, 16, 16, 16, 29)
    heard = [one(f"a00000000{at}", n) for at, n in enumerate(days)]
    assert usual_days(heard) == (15, 16)
    assert usual_days(heard[:4]) is None


def test_one_answer_for_several_clauses_is_found_whatever_its_spaces() -> None:
    heard = [
        one("a000000000", clause="term"),
        one("b000000000", clause="fee", reason="қабылданбады "),
        one("c000000000", clause="fee", reason="Заңға қайшы"),
        one("d000000000", clause="fee", reason="Заңға қайшы"),
        one("e000000000", clause="form", kind="support"),
    ]
    assert alike_answered(heard) == {"a000000000", "b000000000"}
