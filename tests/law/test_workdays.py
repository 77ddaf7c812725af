"""Working days of Kazakhstan, with the project's own corrections by date."""

from itertools import islice

import pytest
from pydantic import ValidationError

from cases import KAZAKHSTAN, TABLE, day
from talqy.law.periods import Workdays
from talqy.model.project import CalendarCorrections


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("2026-01-01", "New Year"),
        ("2026-01-02", "New Year"),
        ("2026-01-07", "Orthodox Christmas"),
        ("2026-03-21", "Nauryz"),
        ("2026-03-24", "Nauryz, moved from Saturday"),
        ("2026-03-25", "Nauryz, moved from Sunday"),
        ("2026-05-01", "Solidarity Day"),
        ("2026-05-07", "Defender Day"),
        ("2026-05-11", "Victory Day, moved from Saturday"),
        ("2026-10-26", "Republic Day, moved from Sunday"),
        ("2026-12-16", "Independence Day"),
        ("2026-11-21", "a Saturday"),
        ("2026-11-22", "a Sunday"),
    ],
)
def test_nobody_works_on(on: str, why: str) -> None:
    assert not KAZAKHSTAN.is_worked(day(on)), why


@pytest.mark.parametrize(
    "on", ["2026-03-20", "2026-03-26", "2026-05-08", "2026-05-12", "2026-10-27"]
)
def test_people_work_on_the_days_around_the_holidays(on: str) -> None:
    assert KAZAKHSTAN.is_worked(day(on))


def test_a_day_closed_by_the_project_is_not_worked() -> None:
    assert not Workdays(TABLE, CalendarCorrections(closed=(day("2027-01-04"),))).is_worked(
        day("2027-01-04")
    )


def test_a_day_opened_by_the_project_is_worked() -> None:
    assert Workdays(TABLE, CalendarCorrections(open=(day("2027-01-10"),))).is_worked(
        day("2027-01-10")
    )


def test_the_project_beats_the_table() -> None:
    feast, moved = day("2025-12-16"), day("2025-01-05")
    assert KAZAKHSTAN.is_worked(moved)
    assert not KAZAKHSTAN.is_worked(feast)
    turned = Workdays(TABLE, CalendarCorrections(open=(feast,), closed=(moved,)))
    assert turned.is_worked(feast)
    assert not turned.is_worked(moved)


def test_a_day_both_opened_and_closed_is_refused() -> None:
    """Which of the two decrees is the later one nobody can tell."""
    with pytest.raises(ValidationError, match="both closed and open"):
        CalendarCorrections.model_validate({"open": ["2026-11-23"], "closed": ["2026-11-23"]})


def test_where_we_have_no_table_the_project_names_all_days_off() -> None:
    own = Workdays(None, CalendarCorrections(country="KG", closed=(day("2026-08-31"),)))
    assert own.is_worked(day("2026-12-16"))
    assert not own.is_worked(day("2026-08-31"))
    assert not own.is_worked(day("2026-08-30"))


def test_working_days_follow_one_another_over_a_weekend() -> None:
    found = list(islice(KAZAKHSTAN.after(day("2026-11-20")), 2))
    assert found == [day("2026-11-23"), day("2026-11-24")]


def test_days_between_count_the_last_and_not_the_first() -> None:
    assert KAZAKHSTAN.between(day("2026-11-16"), day("2026-11-20")) == 4
    assert KAZAKHSTAN.between(day("2026-11-20"), day("2026-11-20")) == 0


def test_no_days_lie_between_a_day_and_an_earlier_one() -> None:
    assert KAZAKHSTAN.between(day("2026-11-20"), day("2026-11-16")) == 0


def test_skipped_days_are_listed_by_date() -> None:
    found = KAZAKHSTAN.skipped(day("2026-12-14"), day("2026-12-20"))
    assert found == (day("2026-12-16"), day("2026-12-19"), day("2026-12-20"))


@pytest.mark.parametrize(
    ("posted", "count", "last"),
    [
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-11-09", 10, "2026-11-23"),
        ("2026-12-15", 1, "2026-12-17"),
    ],
)
def test_the_nth_working_day_after_a_day(posted: str, count: int, last: str) -> None:
    assert KAZAKHSTAN.nth_after(day(posted), count) == day(last)
