"""What each figure counts: parts that add up, lateness by its day alone, shares of proposals."""

import pytest

import builders as b
from cases import a_case, a_record
from discussed import IDS, LANDED, LATE, a_discussed_record, decided, heard
from talqy.model.comment import Outcome
from talqy.record.counts import CountPart, Counts, counts_of


def counts(comments: list[b.Tree], responses: list[b.Tree]) -> Counts:
    record = a_discussed_record(comments, responses)
    return counts_of(record, record.comments, a_case(record).assessment)


def test_a_share_is_of_proposals_that_were_decided() -> None:
    kinds = ("change", "objection", "support", "question", "change", "change")
    outcomes = ("accepted", "rejected", "noted", "accepted", "duplicate", "")
    found = counts(
        [heard(name, kind=kind) for name, kind in zip(IDS, kinds, strict=False)],
        [
            decided(name, outcome, **({"duplicate_of": IDS[0]} if outcome == "duplicate" else {}))
            for name, outcome in zip(IDS, outcomes, strict=False)
            if outcome
        ],
    )
    assert (found.proposals, found.accepted) == (2, 1)
    assert found.parts[CountPart.DECIDED] == 4


def test_what_came_late_is_late_whatever_was_answered() -> None:
    found = counts(
        [heard(name, received=LATE) for name in IDS[:3]],
        [decided(IDS[0], "late"), decided(IDS[1], "accepted", **LANDED)],
    )
    assert found.outcomes == {Outcome.LATE: 3}
    assert (found.proposals, found.share) == (0, None)


def test_the_parts_hold_each_comment_once() -> None:
    outcomes: tuple[str, ...] = (*map(str, Outcome), "")
    comments = [heard(name) for name in IDS[: len(outcomes)]]
    comments[outcomes.index("late")] = heard(IDS[outcomes.index("late")], received=LATE)
    repeated = {"duplicate": {"duplicate_of": IDS[0]}}
    answers = [
        decided(name, outcome, **repeated.get(outcome, {}))
        for name, outcome in zip(IDS, outcomes, strict=False)
        if outcome
    ]
    parts = counts(comments, answers).parts
    assert sum(parts.values()) == len(outcomes)
    assert parts == {
        CountPart.DECIDED: 5,
        CountPart.WAITING: 1,
        CountPart.REPEATED: 1,
        CountPart.LATE: 1,
        CountPart.WITHDRAWN: 1,
        CountPart.LEFT: 0,
    }


@pytest.mark.parametrize(
    ("accepted", "decided_ones", "share"), [(4, 4, None), (5, 5, 100), (0, 5, 0), (1, 5, 20)]
)
def test_of_fewer_than_five_no_share_is_told(
    accepted: int, decided_ones: int, share: int | None
) -> None:
    names = IDS[:decided_ones]
    answers = ["accepted" if at < accepted else "rejected" for at in range(decided_ones)]
    found = counts(list(map(heard, names)), list(map(decided, names, answers)))
    assert (found.proposals, found.accepted, found.share) == (decided_ones, accepted, share)


@pytest.mark.parametrize(
    ("today", "part"), [("2026-11-09", CountPart.WAITING), ("2026-11-10", CountPart.LEFT)]
)
def test_nobody_waits_for_an_answer_on_a_draft_that_was_withdrawn(
    today: str, part: CountPart
) -> None:
    """From its day on; whoever was answered, took a comment back or came late, is counted so."""
    talk = b.a_consultation("2026-10-10", "2026-10-24")
    text = {**b.a_revision(1), "consultation": talk, "withdrawn": b.a_withdrawal("2026-11-10")}
    days = ("2026-10-20", "2026-10-21", "2026-10-22", "2026-10-25")
    said = [b.a_comment(name, received=day) for name, day in zip(IDS, days, strict=False)]
    answers = [decided(IDS[0], "noted"), decided(IDS[1], "withdrawn")]
    record = a_record(text, comments=said, responses=answers)
    found = counts_of(record, record.comments, a_case(record, today=today).assessment).parts
    assert {one: count for one, count in found.items() if count} == {
        CountPart.DECIDED: 1,
        CountPart.WITHDRAWN: 1,
        CountPart.LATE: 1,
        part: 1,
    }
