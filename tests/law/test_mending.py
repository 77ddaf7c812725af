"""Until when a text can be mended, and from when its file may change no more."""

from datetime import date

import pytest

import builders as b
from cases import a_case, a_record
from talqy.law.mending import is_frozen
from talqy.model.register import Record
from talqy.model.standing import is_mendable


def mending(record: Record, on: str) -> tuple[bool, bool]:
    """Return whether the first text is frozen on a day, and whether it can be mended."""
    stage = a_case(record, today=on).assessment.of(b.STANDARD, 1).stage
    return is_frozen(record.revisions[0], date.fromisoformat(on)), is_mendable(stage)


@pytest.mark.parametrize(
    ("on", "frozen", "mendable"),
    [
        ("2026-06-01", False, True),  # planned
        ("2026-06-02", True, True),  # open: it can be taken back, and posted anew
        ("2026-06-19", True, True),  # the closing day
        ("2026-06-20", True, False),  # considering
        ("2026-07-01", True, False),  # adopted
    ],
)
def test_a_text_is_frozen_when_it_is_posted_and_past_mending_when_its_discussion_is_over(
    on: str, *, frozen: bool, mendable: bool
) -> None:
    assert mending(a_record(b.an_adopted_revision()), on) == (frozen, mendable)


def test_a_text_that_was_given_up_before_its_day_is_neither_frozen_nor_to_be_mended() -> None:
    record = a_record(b.a_revision(withdrawn=b.a_withdrawal("2026-11-01")))
    assert mending(record, "2026-11-20") == (False, False)


def test_a_text_that_was_given_up_while_it_was_discussed_stays_on_record() -> None:
    record = a_record(b.a_revision(withdrawn=b.a_withdrawal("2026-11-12")))
    assert mending(record, "2026-11-20") == (True, False)
