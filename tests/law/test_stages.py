"""The stage of a revision on each day of its life, and the table of legal moves."""

from dataclasses import replace
from itertools import pairwise

import pytest

import builders as b
from cases import a_case, a_record, said, stage, steps
from talqy.model.register import Record
from talqy.model.standing import LEGAL_MOVES, Stage, is_legal
from talqy.project.shipped import shipped_codes
from talqy.record.recording import recorded_history

ADOPTED = b.an_adopted_revision()


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-05-31", "planned"),
        ("2026-06-01", "planned"),
        ("2026-06-02", "open"),
        ("2026-06-15", "open"),
        ("2026-06-16", "closing"),
        ("2026-06-19", "closing"),
        ("2026-06-20", "considering"),
        ("2026-06-25", "considering"),
        ("2026-06-26", "answered"),
        ("2026-06-30", "answered"),
        ("2026-07-01", "adopted"),
        ("2026-11-20", "adopted"),
    ],
)
def test_a_revision_lives_its_whole_life(on: str, expected: str) -> None:
    assert stage(a_record(ADOPTED), on) == expected


def test_the_walk_names_the_days_on_which_the_stage_changed() -> None:
    assert steps(a_record(ADOPTED)) == [
        ("2026-06-01", "planned"),
        ("2026-06-02", "open"),
        ("2026-06-16", "closing"),
        ("2026-06-20", "considering"),
        ("2026-06-26", "answered"),
        ("2026-07-01", "adopted"),
    ]


def test_what_is_reported_on_the_day_after_was_considered_on_that_day() -> None:
    period = b.a_consultation("2026-06-02", "2026-06-19", report=b.a_report("2026-06-20"))
    assert steps(a_record(b.an_adopted_revision(consultation=period)))[2:5] == [
        ("2026-06-16", "closing"),
        ("2026-06-20", "considering"),
        ("2026-06-20", "answered"),
    ]


def test_a_closing_discussion_counts_the_days_of_the_project() -> None:
    case = a_case(a_record(), today="2026-11-20", project=b.a_project(closing_within="5"))
    assert case.assessment.of(b.STANDARD, 1).stage == "closing"


@pytest.mark.parametrize("on", ["2026-01-01", "2026-11-20", "2027-06-01"])
def test_a_draft_without_a_discussion_is_in_preparation_whatever_the_day(on: str) -> None:
    """A later draft that has opened does not make a text public that nobody has seen."""
    record = a_record(b.a_revision(consultation=None), b.a_revision(2))
    assert stage(record, on) == "preparing"


@pytest.mark.parametrize(
    "known",
    [
        {"adopted": b.an_adoption("2026-12-01", discussed=b.said("Кеңесте.", "На совете."))},
        {"withdrawn": b.a_withdrawal("2026-12-01")},
    ],
)
def test_a_draft_of_which_something_is_decided_is_no_more_in_preparation(known: b.Tree) -> None:
    draft = b.a_revision(consultation=None, **known)
    assert stage(a_record(draft), "2026-11-20") == "planned"


def test_what_is_on_record_or_commented_on_stays_public() -> None:
    """Else a line taken out of a file would take a discussion off the site."""
    opened = a_record()
    recorded = recorded_history(opened, a_case(opened, today="2026-11-20").assessment)
    bare = a_record(b.a_revision(consultation=None))
    assert stage(replace(bare, history=recorded), "2026-11-20") == "planned"
    heard = a_record(b.a_revision(consultation=None), comments=[b.a_comment()])
    assert stage(heard, "2026-11-20") == "planned"


def test_an_extension_reopens_a_closing_discussion() -> None:
    extended = [b.an_extension("2026-11-25", "2026-12-11")]
    record = a_record(b.a_revision(consultation=b.a_consultation(extended=extended)))
    assert steps(record) == [
        ("2026-11-02", "planned"),
        ("2026-11-09", "open"),
        ("2026-11-24", "closing"),
        ("2026-11-25", "open"),
        ("2026-12-08", "closing"),
        ("2026-12-12", "considering"),
    ]


def test_a_draft_may_be_given_up_while_it_is_discussed() -> None:
    record = a_record(b.a_revision(withdrawn=b.a_withdrawal("2026-11-12")))
    assert [stage(record, "2026-11-11"), stage(record, "2026-11-12")] == ["open", "withdrawn"]


def test_a_later_text_in_force_supersedes_an_adopted_one() -> None:
    adopted = b.an_adoption("2026-10-01", "2026-11-01", discussed=b.said("бұрын", "ранее"))
    later = b.a_revision(2, dated="2026-09-30", consultation=None, adopted=adopted)
    record = a_record(ADOPTED, later)
    assert stage(record, "2026-10-31") == "adopted"
    assert stage(record, "2026-11-01") == "superseded"


def test_a_later_draft_alone_does_not_supersede_an_adopted_text() -> None:
    assert stage(a_record(ADOPTED, b.a_revision(2)), "2026-11-20") == "adopted"


def answered_and_overtaken(**changes: object) -> Record:
    """Make a draft whose report is out, and a second draft opened after it."""
    first = b.an_adopted_revision(adopted=None)
    return a_record(first, b.a_revision(2, **changes))


def test_a_later_draft_supersedes_an_answered_one() -> None:
    record = answered_and_overtaken()
    assert [stage(record, "2026-11-08"), stage(record, "2026-11-09")] == ["answered", "superseded"]


def test_a_draft_that_was_overtaken_stays_so_when_the_later_one_is_given_up() -> None:
    """Superseded is an end: the table knows no way back from it."""
    record = answered_and_overtaken(withdrawn=b.a_withdrawal("2026-11-16"))
    assert stage(record, "2026-11-20") == "superseded"
    assert said("S01", a_case(record)) == []


def test_a_draft_given_up_before_it_opened_overtakes_nothing() -> None:
    record = answered_and_overtaken(withdrawn=b.a_withdrawal("2026-11-06"))
    assert stage(record, "2026-11-20") == "answered"


def a_repeal(in_force: str) -> b.Tree:
    return b.an_adopted_revision(
        2,
        kind="repeal",
        dated="2026-08-03",
        consultation=b.a_consultation("2026-08-04", "2026-08-21", report=b.a_report("2026-08-24")),
        adopted=b.an_adoption("2026-09-01", in_force),
    )


def test_a_repeal_ends_the_text_that_it_names_on_the_day_of_its_force() -> None:
    record = a_record(ADOPTED, a_repeal("2026-10-01"))
    assert [stage(record, "2026-09-30"), stage(record, "2026-10-01")] == ["adopted", "repealed"]


def test_a_repeal_is_itself_at_its_end_once_in_force() -> None:
    record = a_record(ADOPTED, a_repeal("2026-10-01"))
    assert [stage(record, day, 2) for day in ("2026-09-30", "2026-10-01")] == [
        "adopted",
        "repealed",
    ]


SOUND_LIVES = {
    "a whole life": a_record(ADOPTED),
    "under discussion": a_record(),
    "planned": a_record(b.a_revision(consultation=None)),
    "extended": a_record(
        b.a_revision(
            consultation=b.a_consultation(extended=[b.an_extension("2026-11-25", "2026-12-11")])
        )
    ),
    "given up": a_record(b.a_revision(withdrawn=b.a_withdrawal("2026-11-12"))),
    "given up before it opened": a_record(b.a_revision(withdrawn=b.a_withdrawal("2026-11-05"))),
    "overtaken": answered_and_overtaken(),
    "overtaken by a draft given up": answered_and_overtaken(withdrawn=b.a_withdrawal("2026-11-16")),
    "repealed": a_record(ADOPTED, a_repeal("2026-10-01")),
    "repealed at once": a_record(ADOPTED, a_repeal("2026-09-01")),
    "amended": a_record(ADOPTED, b.a_revision(2)),
}


@pytest.mark.parametrize("life", SOUND_LIVES)
def test_every_move_of_a_sound_life_is_legal(life: str) -> None:
    record = SOUND_LIVES[life]
    for revision in record.revisions:
        walk = a_case(record).assessment.of(record.id, revision.revision).walk
        moves = [(str(a), str(b)) for (_, a), (_, b) in pairwise(walk) if not is_legal(a, b)]
        assert moves == []


def test_every_stage_stands_in_the_table() -> None:
    assert set(LEGAL_MOVES) == set(Stage)


def test_every_stage_has_an_official_name() -> None:
    assert set(shipped_codes().codes("stage")) == {str(stage) for stage in Stage}


def test_every_stage_can_be_reached() -> None:
    reached = {after for moves in LEGAL_MOVES.values() for after in moves}
    assert reached == set(Stage) - {Stage.PREPARING, Stage.PLANNED}


@pytest.mark.parametrize("before", [Stage.PLANNED, Stage.OPEN, Stage.CLOSING, Stage.CONSIDERING])
def test_nothing_is_adopted_without_its_report(before: Stage) -> None:
    assert not is_legal(before, Stage.ADOPTED)


@pytest.mark.parametrize("end", [Stage.SUPERSEDED, Stage.WITHDRAWN, Stage.REPEALED])
def test_an_end_is_an_end(end: Stage) -> None:
    assert LEGAL_MOVES[end] == frozenset()
