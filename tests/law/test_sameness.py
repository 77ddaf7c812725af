"""Between two days on which something happens a standard is told as of the first of them."""

from dataclasses import replace
from datetime import date

import pytest

import builders as b
from cases import a_case, a_record
from talqy.law.sameness import same_since, stands_as
from talqy.project.survey import assess
from talqy.record.recording import recorded_history
from talqy.rules.check import RULES


def since(day: date) -> date:
    """Return since when a draft that was discussed until the 27th is told as on a day.

    The site of its project has a fixed day, on which nothing happens.
    """
    case = a_case(a_record(b.a_revision()), project=b.a_project(today="2026-11-30"))
    record = case.register.records[0]
    return same_since(case.register.project, record, assess(case.register, day))


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 28), date(2026, 11, 28)),
        (date(2026, 12, 1), date(2026, 11, 29)),
        (date(2026, 12, 10), date(2026, 11, 29)),
        (date(2026, 12, 20), date(2026, 12, 20)),
    ],
    ids=["days are left", "the day after", "quiet", "still quiet", "overdue"],
)
def test_a_day_is_like_the_one_before_it_where_nothing_happens(day: date, first: date) -> None:
    assert since(day) == first


def test_each_year_begins_anew() -> None:
    case = a_case(a_record(b.an_adopted_revision()))
    project, record = case.register.project, case.register.records[0]
    days = (date(2028, 3, 1), date(2028, 9, 1), date(2029, 9, 1))
    found = [same_since(project, record, assess(case.register, day)) for day in days]
    assert found == [date(2028, 1, 1), date(2028, 1, 1), date(2029, 1, 1)]


def test_the_day_after_a_merge_is_like_the_day_of_it() -> None:
    """What comes on record, or is said, has a first day and no last one."""
    merged = date(2027, 3, 3)
    before = a_case(a_record(b.an_adopted_revision()))
    (record,) = before.register.records
    recorded = recorded_history(record, assess(before.register, merged))
    days = (date(2027, 3, 2), merged, date(2027, 3, 4), date(2027, 3, 9))
    register = replace(before.register, records=(replace(record, history=recorded),))
    record = register.records[0]
    found = [same_since(register.project, record, assess(register, day)) for day in days]
    assert found[0] < merged
    assert found[1:] == [merged, merged, merged]


def test_how_texts_stand_is_another_thing_each_day_that_days_are_counted() -> None:
    case = a_case(a_record(b.a_revision()))
    days = (date(2026, 11, 23), date(2026, 11, 24))
    first, second = (stands_as(case.register.records[0], assess(case.register, d)) for d in days)
    assert first != second


def test_rules_that_read_all_texts_read_them_when_something_happens_and_not_each_day() -> None:
    assert {"C09", "L06", "L07", "P02", "T06", "T11"} <= {one.code for one in RULES if one.of_words}


def test_no_rule_of_words_looks_at_several_standards() -> None:
    assert [rule.code for rule in RULES if rule.of_words and rule.is_together] == []
    assert any(rule.of_words for rule in RULES)
