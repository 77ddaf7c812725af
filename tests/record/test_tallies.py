"""Comments counted: sums add up, whoever wrote and whatever was decided."""

import builders as b
from cases import a_record
from talqy.record.tallies import Tally, revision_tally

IDS = ("a000000001", "a000000002", "a000000003", "a000000004")


def counted(*comments: b.Tree, responses: tuple[b.Tree, ...] = (), revision: int = 1) -> Tally:
    return revision_tally(a_record(comments=comments, responses=responses), revision)


def test_nothing_is_counted_where_nobody_wrote() -> None:
    found = counted()
    assert (found.received, found.answered, found.waiting, found.median_days) == (0, 0, 0, None)


def test_comments_are_counted_by_all_that_they_say() -> None:
    found = counted(
        b.a_comment(IDS[0], language="kk", channel="paper", kind="support", clause="whole"),
        b.a_comment(IDS[1], author={"kind": "legal-entity"}, clause={"after": "term"}),
        b.a_comment(IDS[2]),
    )
    assert found.languages == {"kk": 1, "ru": 2}
    assert found.channels == {"paper": 1, "web": 2}
    assert found.kinds == {"support": 1, "change": 2}
    assert found.authors == {"individual": 2, "legal-entity": 1}
    assert found.clauses == {"whole": 1, "term": 2}


def test_every_comment_has_one_outcome_or_waits() -> None:
    comments = [b.a_comment(name) for name in IDS]
    answers = (
        b.a_response(IDS[0]),
        b.a_response(IDS[1], outcome="rejected"),
        b.a_response(IDS[2], outcome="rejected"),
    )
    found = counted(*comments, responses=answers)
    assert found.outcomes == {"noted": 1, "rejected": 2}
    assert sum(found.outcomes.values()) + found.waiting == found.received == 4


def test_comments_on_another_revision_are_not_counted() -> None:
    assert counted(b.a_comment(revision="2")).received == 0


def answered_after(*days: int) -> Tally:
    comments = [
        b.a_comment(name, received="2026-11-10") for name, _ in zip(IDS, days, strict=False)
    ]
    answers = tuple(
        b.a_response(name, decided={"by": b.MINISTRY, "on": f"2026-11-{10 + count}"})
        for name, count in zip(IDS, days, strict=False)
    )
    return counted(*comments, responses=answers)


def test_the_median_of_an_odd_number_is_the_middle_one() -> None:
    assert answered_after(9, 1, 2).median_days == 2


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle() -> None:
    assert answered_after(1, 2, 5, 9).median_days == 3.5


def test_an_answer_on_the_same_day_took_no_days() -> None:
    assert answered_after(0).days_to_answer == (0,)
