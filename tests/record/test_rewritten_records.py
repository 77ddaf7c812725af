"""A keeper writes a record anew, all digests and the root put right: an older state still tells.

`check` has nothing to hold such a record to; whoever has an older state has.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, day, said
from talqy.model.comment import Outcome
from talqy.model.history import (
    Correction,
    LateAfter,
    LateEntry,
    RecordedComment,
    RecordedRevision,
)
from talqy.model.register import Record
from talqy.record.against import changed_since
from talqy.record.openly import new_standard, openly_since
from talqy.record.recording import recorded_history
from talqy.record.root import with_root
from talqy.record.settings import changed_settings

FIRST, SECOND = "z000000001", "y000000002"
OVER, REPORTED, LAST = "2026-06-22", "2026-06-30", "2026-10-21"
NEXT = b.a_revision(
    2,
    dated="2026-09-28",
    consultation=b.a_consultation("2026-10-05", "2026-10-20"),
    documents=[{"kind": "notice", "url": "https://justice.example/notice"}],
    events=[{"kind": "hearing", "on": "2026-10-12"}],
)
REASON = b.said("Хат кеш табылды.", "Письмо нашлось поздно.")


def answers() -> list[b.Tree]:
    decided = {"by": b.MINISTRY, "on": "2026-06-22"}
    landed = {"outcome": "accepted", "landed": {"revision": "2", "clauses": ["term"]}}
    return [b.a_response(FIRST, decided=decided, **landed), b.a_response(SECOND, decided=decided)]


def a_state(next_text: b.Tree = NEXT, first: b.Tree | None = None, *days: str) -> Record:
    """Make a text in force, its comments and answers, and the next one whose discussion is over."""
    comments = [b.a_comment(name, received="2026-06-10") for name in (FIRST, SECOND)]
    texts = [first or b.an_adopted_revision(), next_text]
    record = a_record(*texts, comments=comments, responses=answers())
    record = replace(record, digests={name: f"sha256:{name}" for name in (FIRST, SECOND)})
    for on in days or (OVER, REPORTED, "2026-07-02", LAST):
        history = recorded_history(record, a_case(record, today=on).assessment)
        record = replace(record, history=history)
    return record


OLDER = a_state()


def rewritten(record: Record, number: int, change: Callable[[RecordedRevision], Any]) -> Record:
    """Change what is recorded of one text, and put the root right."""
    assert record.history is not None
    entries = [
        entry.model_copy(update=change(entry)) if entry.revision == number else entry
        for entry in record.history.revisions
    ]
    new = record.history.model_copy(update={"revisions": tuple(entries)})
    return replace(record, history=with_root(new))


def first_line(**changes: Any) -> Callable[[RecordedRevision], dict[str, Any]]:
    """Change what the record has of the answer to the first comment."""

    def change(entry: RecordedRevision) -> dict[str, Any]:
        line, *others = entry.comments
        assert line.response
        kept = line.response.model_copy(update=changes)
        return {"comments": (line.model_copy(update={"response": kept}), *others)}

    return change


def codes(older: Record, newer: Record) -> list[str]:
    return sorted({problem.code for problem in changed_since(older, newer)})


def test_the_same_state_is_the_same() -> None:
    assert codes(OLDER, a_state()) == []
    assert list(openly_since(OLDER, a_state())) == []


def test_an_extension_put_in_after_the_close_is_named() -> None:
    """What was empty when the discussion was over, stays empty."""
    talk = {**NEXT["consultation"], "extended": [b.an_extension("2026-10-15", "2026-10-30")]}
    days = (OVER, REPORTED, "2026-07-02", LAST, "2026-11-05")
    assert codes(OLDER, a_state({**NEXT, "consultation": talk}, None, *days)) == ["V03"]


def test_an_answer_that_lands_elsewhere_is_named_and_more_of_it_until_its_text_is_frozen() -> None:
    response = (OLDER.responses or {})[FIRST]
    elsewhere = response.landed.model_copy(update={"clauses": ("documents",)})  # type: ignore[union-attr]
    bent = response.model_copy(update={"landed": elsewhere})
    responses = {**(OLDER.responses or {}), FIRST: bent}
    assert codes(OLDER, replace(OLDER, responses=responses)) == ["V07"]
    earlier = a_state(NEXT, None, OVER, REPORTED, "2026-07-02")
    assert codes(earlier, replace(earlier, responses=responses)) == ["V07"]
    both = response.landed.model_copy(update={"clauses": ("term", "documents")})  # type: ignore[union-attr]
    more = {**responses, FIRST: response.model_copy(update={"landed": both})}
    assert codes(earlier, replace(earlier, responses=more)) == []
    assert codes(OLDER, replace(OLDER, responses=more)) == ["V07"]


@pytest.mark.parametrize("on", ["2026-06-24", "2026-11-01"])
def test_the_day_since_when_an_answer_is_kept_stays(on: str) -> None:
    assert codes(OLDER, rewritten(OLDER, 1, first_line(on=day(on)))) == ["V04"]


def test_a_discussion_that_is_over_stays_so() -> None:
    assert codes(OLDER, rewritten(OLDER, 2, lambda _: {"tally": None})) == ["V06"]


def found(record: Record, code: str) -> list[str]:
    return said(code, a_case(record, today=LAST))


def test_a_record_without_its_tally_or_root_was_written_by_hand() -> None:
    """Before the discussion is over there is no tally, and the first edition had no root."""
    assert found(OLDER, "R07") == []
    open_ = a_state(NEXT, None, "2026-06-03")
    assert found(open_, "R07") == []
    for number in (1, 2):
        (told,) = found(rewritten(OLDER, number, lambda _: {"tally": None}), "R07")
        assert "its tally is missing" in told
    assert OLDER.history is not None
    rootless = OLDER.history.model_copy(update={"root": None})
    (told,) = found(replace(OLDER, history=rootless), "R07")
    assert "this record has no root" in told
    bare = tuple(e.model_copy(update={"recorded": {}}) for e in rootless.revisions)
    half = rootless.model_copy(update={"revisions": bare})
    assert "this record has no root" in found(replace(OLDER, history=half), "R07")[0]
    first = tuple(
        e.model_copy(update={"comments": tuple(map(without_days, e.comments))}) for e in bare
    )
    first_edition = rootless.model_copy(update={"revisions": first})
    assert found(replace(OLDER, history=first_edition), "R07") == []


def without_days(line: RecordedComment) -> RecordedComment:
    return line.model_copy(update={"on": None, "since": None, "response": None})


def with_days(days: Mapping[Any, date]) -> Callable[[RecordedRevision], dict[str, Any]]:
    return lambda _: {"recorded": days}


def test_days_that_were_taken_out_of_a_record_are_missed() -> None:
    """Each merge writes the day of each part; what the first edition had not, the next one adds."""
    parts = OLDER.history.revisions[0].recorded if OLDER.history else {}
    assert len(parts) > 1
    for part in parts:
        left = {one: on for one, on in parts.items() if one is not part}
        (told,) = found(rewritten(OLDER, 1, with_days(left)), "R07")
        assert "since when" in told
    gone = found(rewritten(OLDER, 1, lambda _: {"recorded": {}}), "R07")
    assert len(gone) == len(parts)
    assert len(found(rewritten(OLDER, 2, lambda _: {"recorded": {}}), "R07")) == 1


def line_of(number: int, **changes: Any) -> Callable[[RecordedRevision], dict[str, Any]]:
    """Change what the record has of one comment, beside its answer."""
    return lambda entry: {
        "comments": tuple(
            line.model_copy(update=changes) if line.number == number else line
            for line in entry.comments
        )
    }


def test_a_comment_or_an_outcome_without_its_day_was_written_by_hand() -> None:
    """A merge dates all that it puts on record; lines of the first edition alone have no day."""
    numbers = [line.number for line in OLDER.history.revisions[0].comments] if OLDER.history else []
    first, second = numbers
    (told,) = found(rewritten(OLDER, 1, line_of(second, on=None, since=None)), "R07")
    assert "on which the comment came on record is missing" in told
    assert found(rewritten(OLDER, 1, line_of(second, since=None)), "R07") == []  # of one day
    entered = line_of(second, since=None, on=day("2026-07-01"))
    (told,) = found(rewritten(OLDER, 1, entered), "R07")
    assert "on which its outcome came on record is missing" in told
    late = LateEntry.model_validate({"after": LateAfter.CLOSE, "reason": REASON})
    bare = rewritten(OLDER, 1, line_of(first, on=None, since=None))
    assert found(bare, "R07") == []  # as the first edition would have it, before the second
    assert len(found(rewritten(bare, 1, line_of(first, late=late)), "R07")) == 1
    both = rewritten(bare, 1, line_of(second, on=None, since=None))
    assert found(both, "R07") == []
    # A text that came on record after the first merge is of no first edition.
    days = (
        {part: day(LAST) for part in OLDER.history.revisions[0].recorded} if OLDER.history else {}
    )
    assert len(found(rewritten(both, 1, lambda _: {"recorded": days}), "R07")) == 0
    earlier = rewritten(both, 2, lambda e: dated(e, "consultation", OVER))
    assert len(found(rewritten(earlier, 1, lambda _: {"recorded": days}), "R07")) == 2


def test_what_came_since_an_older_state_bears_a_day_of_its_own() -> None:
    """Whoever has an older state has what a record alone cannot tell."""
    assert OLDER.history is not None
    only = tuple(
        e.model_copy(update={"comments": e.comments[:1]}) if e.revision == 1 else e
        for e in OLDER.history.revisions
    )
    older = replace(OLDER, history=with_root(OLDER.history.model_copy(update={"revisions": only})))
    late = LateEntry.model_validate({"after": LateAfter.REPORT, "reason": REASON})
    entered = {"on": day("2026-11-01"), "since": day("2026-11-01"), "late": late}
    rows: list[tuple[dict[str, Any], list[str]]] = [
        ({}, []),
        ({"on": None}, ["V06"]),
        ({"on": None, "late": None}, ["V06", "V09"]),
        ({"late": None}, ["V09"]),
        ({"since": None}, ["V18"]),
        ({"since": day("2026-07-01")}, ["V18"]),
        ({"on": day("2026-07-01")}, ["V09"]),
    ]
    for changes, wanted in rows:
        newer = rewritten(OLDER, 1, line_of(2, **{**entered, **changes}))
        told = [code for code in codes(older, newer) if code != "V14"]
        assert told == wanted, changes
        assert not any(" None" in one.said() for one in openly_since(older, newer)), changes
    first_edition = replace(
        older, history=older.history and older.history.model_copy(update={"root": None})
    )
    assert "V06" not in codes(first_edition, rewritten(OLDER, 1, line_of(2, on=None, late=late)))


def test_an_answer_that_is_another_one_before_the_report_is_listed_and_no_error() -> None:
    talk = b.a_consultation("2026-06-02", "2026-06-19")
    unreported = b.an_adopted_revision(consultation=talk, adopted=None)
    older = a_state(NEXT, unreported, OVER)
    first = (older.responses or {})[FIRST]
    kept = {SECOND: (older.responses or {})[SECOND]}
    flipped = first.model_copy(update={"outcome": Outcome.REJECTED, "landed": None})
    reworded = first.model_copy(update={"reason": b.said("Басқаша.", "Иначе.")})
    rows: list[tuple[dict[str, Any], str | None]] = [
        ({FIRST: first, **kept}, None),
        ({FIRST: flipped, **kept}, "was “accepted”, and now is “rejected”"),
        (kept, "was “accepted”, and now is “–”"),
        ({FIRST: reworded, **kept}, "was written anew"),
    ]
    for responses, wanted in rows:
        newer = replace(older, responses=responses)
        history = recorded_history(newer, a_case(newer, today="2026-06-24").assessment)
        for state in (newer, replace(newer, history=history)):
            told = [one for one in openly_since(older, state) if one.code == "V21"]
            assert [wanted in one.said() for one in told if wanted] == [True] * bool(wanted)
            assert not any(one.is_error for one in told)
            assert codes(older, state) == []
    assert list(openly_since(OLDER, replace(OLDER, responses=kept))) == []


def test_that_an_answer_was_late_stays() -> None:
    late = LateEntry.model_validate({"after": LateAfter.REPORT, "reason": REASON})
    older = rewritten(OLDER, 1, first_line(late=late))
    assert codes(older, older) == []
    assert codes(older, OLDER) == ["V14"]


def dated(entry: RecordedRevision, part: str, on: str) -> dict[str, Any]:
    return {"recorded": {**entry.recorded, part: day(on)}}


WITHDRAWN = {**NEXT, "withdrawn": b.a_withdrawal("2026-10-10")}


def test_a_part_that_is_dated_back_in_the_record_is_named() -> None:
    honest = a_state(WITHDRAWN, None, OVER, REPORTED, "2026-07-02", "2026-11-05")
    bent = rewritten(honest, 2, lambda entry: dated(entry, "withdrawn", "2026-10-10"))
    assert "V18" in codes(OLDER, bent)


def test_a_part_dated_before_the_older_state_is_listed_and_no_error() -> None:
    honest = replace(a_state(WITHDRAWN), history=OLDER.history)
    history = recorded_history(honest, a_case(honest, today="2026-11-05").assessment)
    newer = replace(honest, history=history)
    assert codes(OLDER, newer) == []
    (told,) = openly_since(OLDER, newer)
    assert (told.code, told.is_error) == ("V19", False)
    assert told.said().startswith(
        f"openly put on record on 2026-11-05: {b.STANDARD}, r2, withdrawal of the draft of 2026-10"
    )


def posting_days(*since: str | None) -> Callable[[RecordedRevision], dict[str, Any]]:
    """Change since when each posting of a text is on record."""

    def change(entry: RecordedRevision) -> dict[str, Any]:
        assert entry.consultation
        days = zip(entry.consultation.posted, since, strict=True)
        kept = [p.model_copy(update={"since": day(s) if s else None}) for p, s in days]
        return {"consultation": entry.consultation.model_copy(update={"posted": tuple(kept)})}

    return change


PRINTED = b.a_posting("print", "2026-10-06")
MORE = {
    **NEXT,
    "consultation": {
        **NEXT["consultation"],
        "posted": [
            *NEXT["consultation"]["posted"],
            PRINTED,
        ],
    },
}


def test_since_when_a_posting_is_on_record_stays() -> None:
    """One that came to a text on record is listed, one dated back or moved is named."""
    before = (OVER, REPORTED, "2026-07-02", "2026-10-08")
    open_ = a_state(NEXT, None, *before)
    honest = replace(a_state(MORE), history=open_.history)
    history = recorded_history(honest, a_case(honest, today="2026-10-12").assessment)
    honest = replace(honest, history=history)
    assert codes(open_, honest) == []
    (told,) = openly_since(open_, honest)
    assert (told.code, told.is_error) == ("V19", False)
    assert told.said().startswith(
        f"openly put on record on 2026-10-12: {b.STANDARD}, r2, places and dates of posting № 4 of "
        "2026-10-06; the older state, of 2026-10-08"
    )
    back = rewritten(honest, 2, posting_days(None, None, None, "2026-10-06"))
    assert codes(open_, back) == ["V18"]
    assert list(openly_since(open_, back)) == []
    bare = rewritten(honest, 2, posting_days(None, None, None, None))
    assert codes(open_, bare) == ["V18"]
    (told,) = changed_since(open_, bare)
    assert told.is_error
    assert "posting № 4 of 2026-10-06" in told.said()
    assert "does not say since when" in told.said()
    assert "by hand" in told.advised()
    assert list(openly_since(open_, bare)) == []
    for days in ((None, None, None, None), (None, None, None, "2026-10-13"), ("2026-10-05",) * 4):
        assert codes(honest, rewritten(honest, 2, posting_days(*days))) == ["V04"]
    ahead = rewritten(honest, 2, posting_days(None, None, None, "2027-10-06"))
    assert len(found(ahead, "R15")) == 1
    assert found(honest, "R04") == []


def test_a_text_with_old_days_is_named_or_listed() -> None:
    third = b.an_adopted_revision(
        3,
        dated="2026-07-20",
        consultation=b.a_consultation("2026-07-22", "2026-08-07", report=b.a_report("2026-08-14")),
        adopted=b.an_adoption("2026-08-17"),
    )
    texts = (*OLDER.revisions, *a_record(third).revisions)
    added = replace(OLDER, revisions=texts)
    history = recorded_history(added, a_case(added, today="2026-11-05").assessment)
    honest = replace(added, history=history)
    assert codes(OLDER, honest) == []
    assert [p.code for p in openly_since(OLDER, honest)] == ["V19"] * 3
    bent = rewritten(honest, 3, lambda entry: dated(entry, "adopted", "2026-08-17"))
    assert codes(OLDER, bent) == ["V18"]


def test_a_standard_that_begins_before_the_older_state_is_listed() -> None:
    assert [p.code for p in new_standard(OLDER, date(2026, 7, 1))] == ["V19"]
    assert list(new_standard(OLDER, date(2026, 6, 1))) == []
    assert list(new_standard(replace(OLDER, history=None), date(2026, 7, 1))) == []


BESIDE: dict[str, tuple[b.Tree, str]] = {
    "a document": (
        {"documents": [{"kind": "notice", "url": "https://justice.example/other"}]},
        "documents of the draft № 1, address on the internet",
    ),
    "a document is gone": ({"documents": []}, "documents of the draft"),
    "an event": (
        {"events": [{"kind": "hearing", "on": "2026-10-13"}]},
        "events of the discussion № 1, day",
    ),
    "rules": (
        {"consultation": {**NEXT["consultation"], "rules": "kz-2023"}},
        "rules by which periods are counted",
    ),
    "the kind of act": (
        {"consultation": {**NEXT["consultation"], "act": "subordinate-act"}},
        "act",
    ),
}


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_a_text_is_told_and_is_no_error(name: str) -> None:
    changes, what = BESIDE[name]
    newer = a_case(a_state({**NEXT, **changes}), today=LAST).register
    (told,) = changed_settings(a_case(OLDER, today=LAST).register, newer)
    assert (told.code, told.is_error) == ("V12", False)
    assert told.said().startswith(f"{what}: was “")


HELD = {"kind": "hearing", "on": "2026-10-12", "at": "15:00"}


@pytest.mark.parametrize(
    ("was", "hour", "told"),
    [
        ("2026-10-12", "15:00", []),
        ("2026-10-11", "15:00", ["V20"]),
        ("2026-10-12", "11:00", ["V20"]),
        ("2026-10-12", None, ["V20"]),
    ],
)
def test_a_moved_hearing_keeps_the_day_that_was_posted(
    was: str, hour: str | None, told: list[str]
) -> None:
    move = {"on": "2026-10-10", "was": was, **({"at": hour} if hour else {})}
    older = a_case(a_state({**NEXT, "events": [HELD]}), today=LAST).register
    moved = {**HELD, "on": "2026-10-14", "moved": [move]}
    newer = a_case(a_state({**NEXT, "events": [moved]}), today=LAST).register
    assert [p.code for p in changed_settings(older, newer) if p.code != "V12"] == told


def test_one_more_document_is_not_told() -> None:
    more = [*NEXT["documents"], {"kind": "conclusion", "url": "https://justice.example/c"}]
    newer = a_case(a_state({**NEXT, "documents": more}), today=LAST).register
    assert list(changed_settings(a_case(OLDER, today=LAST).register, newer)) == []


WHY = b.said("Қате.", "Опечатка.")
GOOD = {"on": "2026-08-03", "what": "report.on", "was": "2026-06-27", "reason": WHY}
ANSWERED = {**GOOD, "comment": SECOND, "what": "outcome", "was": "rejected"}
SENSELESS: dict[str, list[b.Tree]] = {
    "what is no part of a record": [{**GOOD, "what": "nothing.at.all"}],
    "a key that no part has": [{**GOOD, "what": "adopted.number"}],
    "a value that cannot have been": [{**GOOD, "was": "вчера"}],
    "no change": [{**GOOD, "was": "2026-06-26"}],
    "an item that is not there": [{**GOOD, "what": "posted.9.on"}],
    "an outcome that is none": [{**ANSWERED, "was": "maybe"}],
    "no change of an answer": [{**ANSWERED, "was": "noted"}],
    "a reason in one language": [{**GOOD, "reason": {"ru": "Опечатка."}}],
    "a reason that is unwritten": [{**GOOD, "reason": {"kk": "…", "ru": "Опечатка."}}],
    "the second of two": [GOOD, {**GOOD, "what": "nothing"}],
}


def corrected(*corrections: b.Tree) -> Record:
    made = tuple(Correction.model_validate(one) for one in corrections)
    return rewritten(OLDER, 1, lambda _: {"corrections": made})


@pytest.mark.parametrize("name", SENSELESS)
def test_a_correction_without_sense_was_written_by_hand(name: str) -> None:
    (told,) = found(corrected(*SENSELESS[name]), "R14")
    assert ("fits nothing" in told) is ("reason" not in name), told


SOUND: list[list[b.Tree]] = [
    [GOOD, ANSWERED],
    [{**GOOD, "what": "posted.3.on", "was": "2026-06-03"}],
    [{**GOOD, "what": "extended", "was": [b.an_extension("2026-06-10", "2026-06-22")]}],
    [{**GOOD, "what": "adopted.discussed", "was": b.said("Портал", "Портал")}],
    [{**GOOD, "what": "counted.last", "was": "2026-06-15"}],
    [
        {**ANSWERED, "was": "accepted"},
        {**ANSWERED, "what": "landed", "was": {"revision": "2", "clauses": ["term"]}},
    ],
    [{**GOOD, "was": "2026-06-28"}, GOOD],
]


@pytest.mark.parametrize("corrections", SOUND)
def test_a_correction_with_sense_is_not_told(corrections: list[b.Tree]) -> None:
    assert found(corrected(*corrections), "R14") == []


def test_the_reason_of_a_late_entry_stands_in_every_language() -> None:
    for reason, count in ((REASON, 0), ({"kk": "Хат кеш табылды."}, 1)):
        late = LateEntry.model_validate({"after": LateAfter.REPORT, "reason": reason})
        told = found(rewritten(OLDER, 1, first_line(late=late)), "R14")
        assert len(told) == count


@pytest.mark.parametrize("root", [None, "of nothing"])
def test_a_record_that_was_emptied_is_no_record(root: str | None) -> None:
    """Its file is there, and says nothing of any text: with a root of its own, too."""
    assert OLDER.history is not None
    empty = OLDER.history.model_copy(update={"revisions": (), "root": None})
    if root:
        empty = with_root(empty)
    (told,) = found(replace(OLDER, history=empty), "R07")
    assert "no text in it" in told
