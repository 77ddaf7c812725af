"""What authorities owe: unanswered, half-answered and promised comments, overdue first."""

import pytest

import builders as b
from cases import a_case, a_record
from talqy.model.comment import Comment
from talqy.record.counts import CountPart, counts_of
from talqy.report.heard import all_heard
from talqy.responses.debts import Debt, debts

TALK = b.a_consultation("2026-10-05", "2026-10-19")
TEXT = b.a_revision(1, dated="2026-10-01", consultation=TALK)
HEARD = b.a_comment(received="2026-10-12")
# Ten working days after the closing day, less the Day of the Republic.
DUE = "2026-11-03"


def owed(*answers: b.Tree, today: str = b.TODAY, text: b.Tree | None = None) -> tuple[Debt, ...]:
    record = a_record(text or TEXT, comments=[HEARD], responses=answers)
    case = a_case(record, today=today)
    return debts(case.register, case.assessment)


def test_an_unanswered_comment_is_owed_until_the_report_is_due_and_then_overdue() -> None:
    (debt,) = owed(today="2026-11-01")
    assert [comment.id for comment in debt.waiting] == [b.COMMENT]
    assert (debt.due.isoformat() if debt.due else "", debt.is_overdue) == (DUE, False)
    assert owed(today=DUE)[0].is_overdue is False
    assert owed(today="2026-11-04")[0].is_overdue is True


def test_a_whole_answer_leaves_nothing_owed() -> None:
    assert owed(b.a_response(), today=DUE) == ()


def test_a_report_is_owed_from_the_day_after_it_was_due_until_it_is_there() -> None:
    (debt,) = owed(b.a_response(), today="2026-11-04")
    assert (debt.is_overdue, debt.is_report_overdue, debt.waiting) == (False, True, ())
    reported = {**TEXT, "consultation": {**TALK, "report": b.a_report("2026-11-10")}}
    assert owed(b.a_response(), text=reported) == ()


def test_an_answer_in_one_language_is_half_an_answer() -> None:
    (debt,) = owed(b.a_response(reason={"kk": "Пікір назарға алынды."}))
    assert (len(debt.waiting), len(debt.half), debt.is_overdue) == (0, 1, True)


def test_a_promise_is_owed_until_its_revision_is_there_and_is_never_overdue() -> None:
    landed = {"revision": "2", "clauses": ["term"]}
    promise = b.a_response(outcome="accepted", landed=landed)
    (debt,) = owed(promise)
    assert (len(debt.promised), debt.is_overdue) == (1, False)
    second = b.a_revision(2, consultation=None)
    record = a_record(TEXT, second, comments=[HEARD], responses=[promise])
    case = a_case(record)
    assert not any(one.promised for one in debts(case.register, case.assessment))


def test_a_comment_that_came_late_waits_for_no_answer_in_time() -> None:
    """It is owed a word all the same, so it is listed; statistics and its own page agree."""
    late = b.a_comment(received="2026-10-25")
    case = a_case(a_record(TEXT, comments=[late]))
    (debt,) = debts(case.register, case.assessment)
    assert (len(debt.late), debt.waiting, debt.is_overdue) == (1, (), False)
    assert not any(one.is_overdue for one in all_heard(case.register, case.assessment))


def test_those_that_wait_are_the_ones_that_are_counted_as_waiting() -> None:
    said = [HEARD, b.a_comment("a1a1a1a1a1", received="2026-10-25")]
    case = a_case(a_record(TEXT, comments=said))
    (record,) = case.register.records
    (debt,) = debts(case.register, case.assessment)
    counts = counts_of(record, record.comments, case.assessment)
    assert len(debt.waiting) == counts.parts[CountPart.WAITING] == 1
    assert len(debt.late) == counts.parts[CountPart.LATE] == 1


def test_nothing_is_owed_on_a_draft_that_was_given_up() -> None:
    """Neither a report nor an answer: pages say that its comments are left without one."""
    assert owed(text={**TEXT, "withdrawn": b.a_withdrawal("2026-10-25")}) == ()


def test_what_is_overdue_comes_first() -> None:
    other = {**b.a_revision(2), "consultation": b.a_consultation("2026-11-04", "2026-11-18")}
    heard = [HEARD, b.a_comment(b.OTHER_COMMENT, revision="2", received="2026-11-10")]
    reported = {**TEXT, "consultation": {**TALK, "report": b.a_report(DUE)}}
    case = a_case(a_record(reported, other, comments=heard))
    found = debts(case.register, case.assessment)
    assert [(d.revision.revision, d.is_overdue) for d in found] == [(1, True), (2, False)]


def test_what_is_owed_on_very_many_comments_compares_none_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """To look for each of 20,000 among all others would take minutes."""
    said = [HEARD, b.a_comment("a1a1a1a1a1", received="2026-10-25")]
    case = a_case(a_record(TEXT, comments=said))

    def compared(*_: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(Comment, "__eq__", compared)
    (debt,) = debts(case.register, case.assessment)
    assert (len(debt.waiting), len(debt.late)) == (1, 1)
