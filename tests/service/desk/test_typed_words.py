"""What people type is read in one way on all pages: a day, and which comment is meant."""

from datetime import date

import pytest

from sites import ROOT
from talqy.project.survey import survey
from talqy.service.desk.typed_day import day_typed
from talqy.service.desk.work.values import text_number

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("typed", ["2026-11-30", "30.11.2026", " 2026-11-30 "])
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert day_typed(typed) == date(2026, 11, 30)


@pytest.mark.parametrize("typed", ["", "20261130", "2026-W49-1", "30.02.2026", "завтра"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert day_typed(typed) is None


def test_a_comment_is_named_by_its_number_or_its_id() -> None:
    register, _ = survey(ROOT, TODAY).as_read
    record = max(register.records, key=lambda one: len(one.numbers))
    (name, number), *_ = record.numbers.items()
    for typed in (
        str(number),
        f"№ {number}",
        f"№{number} ",
        f" № {number}",
        name,
        f" {name.upper()}",
    ):
        assert record.comment_named(typed) == name
    # No beginning of a number is a number: ten digits had been cut to nine.
    assert record.comment(record.comment_named(f"{number:0<9}1")) is None
    assert record.comment_named("№ 99999") == "99999"


@pytest.mark.parametrize(
    ("said", "number"),
    [("r3", 3), ("r9999", 9999), ("r03", None), ("r٣", None), ("3", None), ("r0", None)],
)
def test_each_text_has_one_address(said: str, number: int | None) -> None:
    assert text_number(said) == number
