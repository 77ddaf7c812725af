"""The shortest lawful period of a discussion, counted so that anybody can count it again."""

import pytest

import builders as b
from cases import KAZAKHSTAN, TABLE, a_case, a_record, consultation, day, said
from talqy.law.periods import Workdays, counting, is_late, posting_day
from talqy.model.comment import Comment
from talqy.model.project import CalendarCorrections
from talqy.project.shipped import shipped_profiles

OLD, NEW = shipped_profiles()["kz-2013"], shipped_profiles()["kz-2023"]


def last(opens: str, profile: str = "kz-2023", workdays: Workdays = KAZAKHSTAN) -> str:
    period = consultation(opens=opens, closes="2199-01-01")
    return counting(period, shipped_profiles()[profile], workdays).last.isoformat()


@pytest.mark.parametrize(
    ("opens", "closes", "over"),
    [
        ("2026-11-09", "2026-11-23", "two weekends"),
        ("2026-03-16", "2026-04-02", "Nauryz, with two days moved"),
        ("2026-04-27", "2026-05-14", "the holidays of May"),
        ("2026-10-19", "2026-11-03", "26 October, moved from a Sunday"),
        ("2026-12-07", "2026-12-22", "16 December"),
        ("2026-12-28", "2027-01-14", "New Year and Christmas"),
        ("2027-03-08", "2027-03-26", "the new day of the Constitution, 15 March, and Nauryz"),
        (
            "2026-08-24",
            "2026-09-07",
            "31 August, worked since the old day of the Constitution went",
        ),
        ("2024-12-30", "2025-01-16", "3 January, moved from a Sunday that is worked"),
    ],
)
def test_ten_working_days_end_later_over(opens: str, closes: str, over: str) -> None:
    assert last(opens) == closes, over


@pytest.mark.parametrize(
    ("opens", "closes"), [("2015-02-02", "2015-03-04"), ("2019-03-01", "2019-03-31")]
)
def test_thirty_calendar_days_count_every_day(opens: str, closes: str) -> None:
    assert last(opens, "kz-2013") == closes


def test_the_day_after_posting_is_the_first_day() -> None:
    found = counting(consultation(opens="2026-11-09"), NEW, KAZAKHSTAN)
    assert (found.posted, found.first) == (day("2026-11-09"), day("2026-11-10"))


def test_days_that_do_not_count_are_named() -> None:
    found = counting(consultation(opens="2026-12-14", closes="2026-12-31"), NEW, KAZAKHSTAN)
    names = [on.isoformat()[5:] for on in found.skipped]
    assert names == ["12-16", "12-19", "12-20", "12-26", "12-27"]


def test_calendar_days_skip_none() -> None:
    assert (
        counting(consultation(opens="2026-12-14", closes="2026-12-31"), OLD, KAZAKHSTAN).skipped
        == ()
    )


def test_a_day_closed_by_the_project_makes_the_period_longer() -> None:
    workdays = Workdays(TABLE, CalendarCorrections(closed=(day("2026-11-16"),)))
    assert last("2026-11-09", workdays=workdays) == "2026-11-24"


def test_a_day_opened_by_the_project_makes_the_period_shorter() -> None:
    workdays = Workdays(TABLE, CalendarCorrections(open=(day("2026-11-14"),)))
    assert last("2026-11-09", workdays=workdays) == "2026-11-20"


def test_the_later_of_opening_and_posting_counts() -> None:
    posted = [b.a_posting("internet", "2026-11-09"), b.a_posting("egov", "2026-11-11")]
    assert posting_day(consultation(opens="2026-11-09", posted=posted)) == day("2026-11-11")


def test_a_posting_before_the_opening_does_not_begin_the_period() -> None:
    posted = [b.a_posting("internet", "2026-11-02"), b.a_posting("egov", "2026-11-02")]
    assert posting_day(consultation(opens="2026-11-09", posted=posted)) == day("2026-11-09")


def test_a_later_print_does_not_move_the_period() -> None:
    posted = [b.a_posting("internet", "2026-11-09"), b.a_posting("print", "2026-11-30")]
    assert posting_day(consultation(opens="2026-11-09", posted=posted)) == day("2026-11-09")


def test_a_consultation_may_have_a_profile_of_its_own() -> None:
    """It opened under the old wording of the law, and is counted by it."""
    old = b.a_consultation("2026-11-02", "2026-11-20", rules="kz-2013")
    standing = a_case(a_record(b.a_revision(consultation=old))).assessment.of(b.STANDARD, 1)
    assert standing.counting is not None
    assert standing.counting.last == day("2026-12-02")


def test_a_discussion_may_close_on_the_last_lawful_day() -> None:
    tree = b.a_revision(consultation=b.a_consultation("2026-11-09", "2026-11-23"))
    assert said("S02", a_case(a_record(tree))) == []


def test_a_discussion_may_not_close_a_day_earlier() -> None:
    tree = b.a_revision(consultation=b.a_consultation("2026-11-09", "2026-11-22"))
    assert said("S02", a_case(a_record(tree))) == [
        (
            "r1.yaml consultation.closes: "
            "the discussion closes on 2026-11-22, before the lawful period is over"
        ),
    ]


def test_days_left_are_working_days_up_to_the_closing_day() -> None:
    standing = a_case(a_record(), today="2026-11-20").assessment.of(b.STANDARD, 1)
    assert (standing.closes, standing.days_left) == (day("2026-11-27"), 5)


def test_no_days_are_left_once_the_discussion_is_over() -> None:
    assert a_case(a_record(), today="2026-11-28").assessment.of(b.STANDARD, 1).days_left is None


def test_the_report_is_due_within_the_days_of_the_project() -> None:
    case = a_case(a_record(), project=b.a_project(report_within="5"))
    assert case.assessment.of(b.STANDARD, 1).report.due == day("2026-12-04")


@pytest.mark.parametrize(("received", "late"), [("2026-11-27", False), ("2026-11-28", True)])
def test_a_comment_is_late_from_the_day_after_the_closing_day(received: str, late: bool) -> None:  # noqa: FBT001
    comment = Comment.model_validate(b.a_comment(received=received))
    assert is_late(comment.received, consultation()) is late
