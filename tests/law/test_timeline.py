"""What happened to a standard, in order, up to the day."""

import builders as b
from cases import a_record, day
from talqy.law.timeline import timeline
from talqy.model.register import Record


def told(record: Record, today: str = b.TODAY) -> list[str]:
    return [f"{e.on} r{e.revision.revision} {e.kind}" for e in timeline(record, day(today))]


def test_a_whole_life_is_told_in_order() -> None:
    assert told(a_record(b.an_adopted_revision())) == [
        "2026-06-01 r1 drafted",
        "2026-06-02 r1 opened",
        "2026-06-02 r1 posted",
        "2026-06-02 r1 posted",
        "2026-06-02 r1 posted",
        "2026-06-19 r1 closed",
        "2026-06-26 r1 reported",
        "2026-07-01 r1 adopted",
        "2026-07-10 r1 in-force",
    ]


def test_what_is_still_to_come_is_not_told() -> None:
    assert told(a_record(), "2026-11-08") == ["2026-11-02 r1 drafted"]


def test_a_discussion_is_not_closed_on_its_last_day() -> None:
    """It runs to midnight."""
    assert "2026-11-27 r1 closed" not in told(a_record(), "2026-11-27")
    assert "2026-11-27 r1 closed" in told(a_record(), "2026-11-28")


def test_an_extended_discussion_closes_once_on_its_new_day() -> None:
    extended = [b.an_extension("2026-11-25", "2026-12-04")]
    record = a_record(b.a_revision(consultation=b.a_consultation(extended=extended)))
    found = [event for event in told(record, "2027-01-01") if "posted" not in event]
    assert found[-2:] == ["2026-11-25 r1 extended", "2026-12-04 r1 closed"]
    assert "2026-11-27 r1 closed" not in found


def test_a_discussion_that_was_over_is_told_as_over_until_its_extension_is_announced() -> None:
    extended = [b.an_extension("2026-12-01", "2026-12-04")]
    record = a_record(b.a_revision(consultation=b.a_consultation(extended=extended)))
    assert "2026-11-27 r1 closed" in told(record, "2026-11-30")
    assert "2026-11-27 r1 closed" not in told(record, "2026-12-01")


def test_a_move_is_told_on_the_day_that_it_was_announced() -> None:
    moved = [{"on": "2026-11-05", "was": "2026-11-09"}, {"on": "2026-11-10", "was": "2026-11-12"}]
    held = {"kind": "hearing", "on": "2026-11-16", "moved": moved}
    found = told(a_record(b.a_revision(events=[held])), "2026-11-09")
    assert [event for event in found if "moved" in event] == ["2026-11-05 r1 moved"]


def test_a_draft_given_up_is_told() -> None:
    record = a_record(b.a_revision(withdrawn=b.a_withdrawal("2026-11-12")))
    assert "2026-11-12 r1 withdrawn" in told(record)


def test_events_of_two_revisions_on_one_day_follow_the_revisions() -> None:
    first = b.a_revision(1, dated="2026-11-02", consultation=None)
    second = b.a_revision(2, dated="2026-11-02", consultation=None)
    assert told(a_record(first, second)) == ["2026-11-02 r1 drafted", "2026-11-02 r2 drafted"]


def test_postings_of_one_day_are_told_apart_by_their_number() -> None:
    found = [e.number for e in timeline(a_record(), day(b.TODAY)) if e.kind == "posted"]
    assert found == [0, 1, 2]
