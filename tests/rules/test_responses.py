"""A: every timely comment gets an outcome and a reason before the report."""

import pytest

import builders as b
from cases import a_case, a_record, advised, said, severities
from talqy.rules.rule import CheckContext

CLOSED = "2026-10-30"


def heard(
    comment: b.Tree, *responses: b.Tree, reported: str = "", today: str = b.TODAY
) -> CheckContext:
    """Make a discussion that ended on 30 October, with one comment."""
    report = {"report": b.a_report(reported)} if reported else {}
    period = b.a_consultation("2026-10-12", CLOSED, **report)
    revision = b.a_revision(dated="2026-10-01", consultation=period)
    return a_case(a_record(revision, comments=[comment], responses=responses), today=today)


TIMELY = b.a_comment(received="2026-10-20")
LATE = b.a_comment(received="2026-10-31")
RESPONSE: b.Tree = {"decided": {"by": b.MINISTRY, "on": "2026-11-05"}}


def test_a_comment_left_unanswered_by_the_report_is_told() -> None:
    assert said("A01", heard(TIMELY, reported="2026-11-10")) == [
        f"{b.COMMENT}.yaml : the report of 2026-11-10 is published, but this comment has no answer",
    ]


def test_the_file_to_be_written_is_named() -> None:
    case = heard(TIMELY, reported="2026-11-10")
    assert advised("A01", case) == [
        f"write {b.COMMENT}.response.yaml with an outcome and a reason",
    ]


def test_a_comment_may_wait_until_the_report() -> None:
    assert said("A01", heard(TIMELY)) == []
    assert said("A01", heard(TIMELY, reported="2026-11-21")) == []


def test_a_late_comment_need_not_be_answered() -> None:
    assert said("A01", heard(LATE, reported="2026-11-10")) == []


@pytest.mark.parametrize(
    ("comment", "outcome", "fits"),
    [
        (TIMELY, "late", False),
        (TIMELY, "noted", True),
        (LATE, "late", True),
        (LATE, "noted", False),
        (LATE, "withdrawn", True),
    ],
)
def test_late_is_for_late_comments_and_only_for_them(
    comment: b.Tree,
    outcome: str,
    fits: bool,  # noqa: FBT001
) -> None:
    found = said("A02", heard(comment, b.a_response(outcome=outcome, **RESPONSE)))
    assert (not found) is fits


def test_an_extension_makes_a_comment_timely() -> None:
    extended = [b.an_extension("2026-10-29", "2026-11-06")]
    period = b.a_consultation("2026-10-12", CLOSED, extended=extended)
    record = a_record(
        b.a_revision(dated="2026-10-01", consultation=period),
        comments=[LATE],
        responses=[b.a_response(**RESPONSE)],
    )
    assert said("A02", a_case(record)) == []


def test_a_comment_before_the_opening_is_told() -> None:
    assert said("A03", heard(b.a_comment(received="2026-10-11"))) == [
        (
            f"{b.COMMENT}.yaml received: "
            "received on 2026-10-11, but the discussion opened on 2026-10-12"
        ),
    ]


def test_a_comment_from_the_future_is_told() -> None:
    assert said("A03", heard(b.a_comment(received="2026-11-22"))) == [
        f"{b.COMMENT}.yaml received: received on 2026-11-22, which is still to come",
    ]


def test_a_comment_on_the_first_day_is_in_order() -> None:
    assert said("A03", heard(b.a_comment(received="2026-10-12"))) == []


@pytest.mark.parametrize(
    ("on", "fits"),
    [("2026-10-19", False), ("2026-10-20", True), ("2026-11-20", True), ("2026-11-21", False)],
)
def test_a_decision_lies_between_the_comment_and_today(on: str, fits: bool) -> None:  # noqa: FBT001
    answer = b.a_response(decided={"by": b.MINISTRY, "on": on})
    assert (not said("A04", heard(TIMELY, answer))) is fits


@pytest.mark.parametrize(
    ("outcome", "reason", "fits"),
    [
        ("rejected", "Жоқ.", False),
        ("out-of-scope", "Жоқ.", False),
        ("noted", "Жоқ.", True),
        ("rejected", "Заң бұған жол бермейді.", True),
    ],
)
def test_a_refusal_needs_more_than_a_word(outcome: str, reason: str, fits: bool) -> None:  # noqa: FBT001
    answer = b.a_response(outcome=outcome, reason=b.said(reason), **RESPONSE)
    assert (not said("A05", heard(TIMELY, answer))) is fits


def test_a_curt_reason_is_a_warning() -> None:
    answer = b.a_response(outcome="rejected", reason=b.said("Жоқ."), **RESPONSE)
    assert severities("A05", heard(TIMELY, answer)) == {"warning"}


@pytest.mark.parametrize("period", [None, b.a_consultation("2026-12-01", "2026-12-31")])
def test_a_comment_on_a_draft_never_discussed_is_told(period: b.Tree | None) -> None:
    record = a_record(b.a_revision(consultation=period), comments=[b.a_comment()])
    assert said("A06", a_case(record)) == [
        f"{b.COMMENT}.yaml revision: r1 is not, and was not, under discussion",
    ]
