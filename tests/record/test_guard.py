"""What the authority has said stays as it is on record: each part, from its day on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, advised, said
from talqy.model.comment import Landing
from talqy.model.history import RecordedPart
from talqy.model.register import Record
from talqy.record.guard import is_counted_alike, keeps_landing
from talqy.record.recording import recorded_history
from talqy.record.root import project_root

# The discussion of an adopted text of the builders: from 2 to 19 June, its report on 30 June.
DURING, AFTER, REPORTED, ADOPTED = "2026-06-10", "2026-06-20", "2026-06-30", "2026-07-10"
NAME = "z000000001"
CODES = ("R04", "R05", "R06")
Change = Callable[[b.Tree], Any]


def a_text(change: Change | None = None) -> b.Tree:
    """Make an adopted text, its tree changed in place."""
    tree = b.an_adopted_revision()
    if change:
        change(tree)
    return tree


def a_standard(
    change: Change | None = None, response: Change | None = None, *, answered: bool = True
) -> Record:
    """Make a standard with one comment and its answer, either of them changed in place."""
    answer = b.a_response(NAME)
    if response:
        response(answer)
    record = a_record(
        a_text(change),
        comments=[b.a_comment(NAME, received=DURING)],
        responses=[answer] if answered else [],
    )
    return replace(record, digests={NAME: "sha256:1"})


def recorded(record: Record, on: str) -> Record:
    """Return the standard with its record of a day."""
    return replace(record, history=recorded_history(record, a_case(record, today=on).assessment))


def found(before: Record, after: Record, on: str = ADOPTED) -> list[str]:
    """Return the codes of what differs from the record."""
    case = a_case(replace(after, history=before.history), today=on)
    return [code for code in CODES if said(code, case)]


def consultation(key: str, value: object) -> Change:
    """Set a value of the discussion."""
    return lambda tree: tree["consultation"].update({key: value})


def posted_on(day: str) -> Change:
    """Move the first posting."""
    return lambda tree: tree["consultation"]["posted"][0].update({"on": day})


CHANGES = [
    pytest.param("R04", consultation("closes", "2026-06-18"), id="closed earlier"),
    pytest.param("R04", consultation("closes", "2026-06-22"), id="closed later"),
    pytest.param("R04", consultation("opens", "2026-06-01"), id="opened earlier"),
    pytest.param("R04", posted_on("2026-06-03"), id="posted on another day"),
    pytest.param("R04", consultation("posted", []), id="never posted"),
    pytest.param(
        "R04",
        consultation("extended", [b.an_extension("2026-06-15", "2026-06-25")]),
        id="extended afterwards",
    ),
    pytest.param("R06", consultation("report", b.a_report("2026-06-23")), id="back-dated"),
    pytest.param("R06", lambda t: t["consultation"].pop("report"), id="report taken back"),
    pytest.param("R06", lambda t: t["adopted"].update(in_force="2026-09-01"), id="in force later"),
    pytest.param("R06", lambda t: t["adopted"].update(act=b.said("№ 2")), id="another act"),
    pytest.param("R06", lambda t: t.pop("adopted"), id="adoption taken back"),
]


@pytest.mark.parametrize(("code", "change"), CHANGES)
def test_a_part_that_is_on_record_is_held_to_it(code: str, change: Change) -> None:
    before = recorded(a_standard(), ADOPTED)
    assert found(before, before) == []
    assert code in found(before, a_standard(change))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda r: r.update(outcome="rejected"), id="outcome"),
        pytest.param(lambda r: r.update(reason=b.said("Басқа.", "Иначе.")), id="reason"),
        pytest.param(lambda r: r["decided"].update(on="2026-06-21"), id="day"),
    ],
)
def test_a_response_is_held_to_its_report(change: Change) -> None:
    before = recorded(a_standard(), REPORTED)
    assert found(before, a_standard(response=change)) == ["R05"]
    assert found(recorded(a_standard(), AFTER), a_standard(response=change), AFTER) == []


KEPT = Landing(revision=2, clauses=("term", "documents"))
DRAFT = a_record(b.a_revision(1), b.a_revision(2, base="1", kind="amendment")).revision(2)


def landed_in(*clauses: str, revision: int = 2) -> Landing:
    return Landing(revision=revision, clauses=clauses)


@pytest.mark.parametrize(
    ("now", "while_a_draft", "later"),
    [
        (landed_in("term", "documents"), True, True),
        (landed_in("term", "documents", "general"), True, False),
        (landed_in("term"), False, False),
        (landed_in("term", "general"), False, False),
        (landed_in("term", "documents", revision=3), False, False),
        (None, False, False),
    ],
)
def test_a_landing_only_grows_while_its_text_is_a_draft(
    now: Landing | None, *, while_a_draft: bool, later: bool
) -> None:
    assert keeps_landing(KEPT, now, DRAFT, is_frozen=False) is while_a_draft
    assert keeps_landing(KEPT, now, DRAFT, is_frozen=True) is later


def test_a_clause_that_the_draft_no_longer_has_may_be_left_out() -> None:
    clauses = [one for one in b.complete_clauses() if one["id"] != "documents"]
    text = a_record(b.a_revision(1, clauses=clauses)).revision(1)
    assert keeps_landing(KEPT, landed_in("term"), text, is_frozen=False)


def test_a_response_that_is_gone_is_found() -> None:
    before = recorded(a_standard(), REPORTED)
    assert found(before, a_standard(answered=False)) == ["R05"]


def test_a_record_of_the_first_edition_is_held_to_the_outcome() -> None:
    before = recorded(a_standard(), REPORTED)
    assert before.history is not None
    (entry,) = before.history.revisions
    bare = entry.comments[0].model_copy(update={"response": None})
    old = entry.model_copy(update={"comments": (bare,), "recorded": {}, "report": None})
    first = replace(before, history=before.history.model_copy(update={"revisions": (old,)}))
    change: Change = lambda r: r.update(outcome="rejected")  # noqa: E731
    assert "R05" in found(first, a_standard(response=change))
    again = recorded(first, ADOPTED).history
    assert again is not None
    assert {str(day) for day in again.revisions[0].recorded.values()} == {ADOPTED}
    kept = again.revisions[0].comments[0].response
    assert kept is not None
    assert str(kept.on) == ADOPTED


def test_while_a_discussion_is_open_more_postings_may_come_and_none_may_go() -> None:
    more: Change = lambda t: t["consultation"]["posted"].append(  # noqa: E731
        b.a_posting("print", "2026-06-09")
    )
    before = recorded(a_standard(), DURING)
    assert found(before, a_standard(more), DURING) == []
    assert found(recorded(a_standard(more), DURING), a_standard(), DURING) == ["R04"]


def test_each_part_is_recorded_on_its_day() -> None:
    record = recorded(a_standard(), DURING)
    record = recorded(record, REPORTED)
    record = recorded(record, ADOPTED)
    assert record.history is not None
    days = {part: str(day) for part, day in record.history.revisions[0].recorded.items()}
    assert days[RecordedPart.CONSULTATION] == DURING
    assert days[RecordedPart.REPORT] == REPORTED
    assert days[RecordedPart.ADOPTED] in {REPORTED, ADOPTED}


def test_a_merge_never_takes_over_what_differs() -> None:
    before = recorded(a_standard(), ADOPTED)
    for param in CHANGES:
        _, change = param.values
        after = replace(a_standard(change), history=before.history)  # type: ignore[arg-type]
        assert recorded(after, ADOPTED).history == before.history


def test_the_mend_names_the_command() -> None:
    before = recorded(a_standard(), ADOPTED)
    after = replace(a_standard(consultation("closes", "2026-06-18")), history=before.history)
    case = a_case(after, today=ADOPTED)
    assert said("R04", case)[0].endswith("“2026-06-19” is on record, and “2026-06-18” stands here")
    assert "talqy correct" in advised("R04", case)[0]


def test_a_record_that_was_changed_by_hand_has_another_root() -> None:
    before = recorded(a_standard(), ADOPTED)
    history = before.history
    assert history is not None
    (entry,) = history.revisions
    other = entry.model_copy(update={"digest": "sha256:0"})
    forged = replace(before, history=history.model_copy(update={"revisions": (other,)}))
    assert said("R07", a_case(before, today=ADOPTED)) == []
    assert said("R07", a_case(forged, today=ADOPTED)) != []
    assert forged.history is not None
    assert project_root([history]) != project_root([forged.history])


def test_a_later_edition_of_the_calendar_is_no_other_count_unless_its_days_are_others() -> None:
    history = recorded(a_standard(), ADOPTED).history
    held = history.revisions[0].consultation if history else None
    counted = held.counted if held else None
    assert counted is not None
    assert counted.calendar is not None
    for day in (None, date(2031, 1, 9)):
        assert is_counted_alike(counted.model_copy(update={"calendar": day}), counted)
    assert not is_counted_alike(counted.model_copy(update={"last": date(2026, 6, 17)}), counted)
    assert not is_counted_alike(None, counted)
