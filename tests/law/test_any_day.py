"""Days, stages and numbers: what holds for every day and every text."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import builders as b
from cases import KAZAKHSTAN, a_record, consultation
from talqy.compare.tokens import numbers_in
from talqy.law.periods import counting
from talqy.law.stages import stage_on, walk
from talqy.model.revision import Revision
from talqy.project.shipped import shipped_profiles

DAY = timedelta(days=1)
DAYS = st.dates(date(2014, 1, 1), date(2032, 12, 31))
NEAR = st.dates(date(2026, 9, 1), date(2026, 12, 31))
PROFILE = shipped_profiles()["kz-2023"]


@given(opens=DAYS, days=st.integers(1, 60))
def test_the_last_day_is_worked_and_the_period_has_exactly_its_days(opens: date, days: int) -> None:
    profile = PROFILE.model_copy(update={"days": days})
    period = consultation(opens=opens.isoformat(), closes="2199-01-01")
    found = counting(period, profile, KAZAKHSTAN)
    span = [found.first + DAY * step for step in range((found.last - found.first).days + 1)]
    assert KAZAKHSTAN.is_worked(found.last)
    assert sum(KAZAKHSTAN.is_worked(day) for day in span) == days
    assert found.skipped == tuple(day for day in span if not KAZAKHSTAN.is_worked(day))


@given(day=DAYS, count=st.integers(1, 40))
def test_counting_forth_and_counting_between_agree(day: date, count: int) -> None:
    assert KAZAKHSTAN.between(day, KAZAKHSTAN.nth_after(day, count)) == count


@st.composite
def lives(draw: st.DrawFn) -> list[b.Tree]:
    """Draw one to three revisions of any dates, sound or not."""
    trees = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        days = sorted(draw(st.lists(NEAR, min_size=5, max_size=5)))
        dated, opens, closes, reported, adopted = (day.isoformat() for day in days)
        period = b.a_consultation(opens, closes)
        if draw(st.booleans()):
            period["report"] = b.a_report(reported)
        if draw(st.booleans()):
            later = draw(NEAR).isoformat()
            period["extended"] = [b.an_extension(draw(NEAR).isoformat(), later)]
        changes: b.Tree = {"dated": dated, "consultation": draw(st.sampled_from([period, None]))}
        if draw(st.booleans()):
            changes["adopted"] = b.an_adoption(adopted, (days[4] + DAY * 9).isoformat())
        if draw(st.booleans()):
            changes["withdrawn"] = b.a_withdrawal(draw(NEAR).isoformat())
        if number > 1:
            changes["kind"] = draw(st.sampled_from(["amendment", "repeal"]))
        trees.append(b.a_revision(number, **changes))
    return trees


@given(trees=lives(), closing_within=st.integers(0, 6))
def test_the_stage_of_any_day_is_the_last_step_of_the_walk(
    trees: list[b.Tree], closing_within: int
) -> None:
    record = a_record(*trees)
    for revision in record.revisions:
        steps = walk(record, revision, KAZAKHSTAN, closing_within)
        assert steps[0][0] == revision.dated
        day = revision.dated
        while day < date(2027, 2, 1):
            walked = [stage for on, stage in steps if on <= day][-1]
            assert stage_on(day, record, revision, KAZAKHSTAN, closing_within) is walked
            day += DAY


@given(trees=lives())
def test_a_walk_goes_forward_and_never_stands_still(trees: list[b.Tree]) -> None:
    record = a_record(*trees)
    for revision in record.revisions:
        steps = walk(record, revision, KAZAKHSTAN, 3)
        days = [on for on, _ in steps]
        assert days == sorted(days)
        assert _days_of_many(days) <= _day_of_report(revision)
        assert all(one[1] is not two[1] for one, two in pairwise(steps))


def _days_of_many(days: list[date]) -> set[date]:
    return {one for one, two in pairwise(days) if one == two}


def _day_of_report(revision: Revision) -> set[date]:
    """On that day a text may have been looked at, answered, and gone further."""
    talk = revision.consultation
    return {talk.report.on} if talk and talk.report else set()


NUMBERS = st.tuples(st.integers(0, 10**8), st.none() | st.integers(0, 99))


def written(number: tuple[int, int | None], group: str, point: str) -> str:
    """Write a number in a language's habit."""
    whole, part = number
    grouped = f"{whole:,}".replace(",", group)
    return grouped if part is None else f"{grouped}{point}{part}"


@given(
    numbers=st.lists(NUMBERS, max_size=5),
    group=st.sampled_from(["", " ", "\u00a0", "\u202f", "\u2009"]),
    point=st.sampled_from([",", "."]),
)
def test_numbers_are_the_same_whatever_the_habit_of_the_language(
    numbers: list[tuple[int, int | None]], group: str, point: str
) -> None:
    one = "; ".join(written(number, "", ".") for number in numbers)
    other = " теңге, ".join(written(number, group, point) for number in reversed(numbers))
    assert numbers_in(one) == numbers_in(other)
