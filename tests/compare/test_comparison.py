"""Two texts compared: what changed, why, because of whom; and which texts are compared at all."""

from typing import Any

import builders as b
from cases import a_record
from talqy.compare.attention import Sign
from talqy.compare.comparison import ClauseChange, Comparison, compare, ever_compared
from talqy.compare.redline import Mark
from talqy.model.register import Record

A, B, C = (b.a_saying(name, f"{name} мәтіні", f"текст {name}") for name in "abc")
IDS = ("a000000001", "a000000002", "a000000003")


def worded(clause: b.Tree, kk: str, ru: str = "", **changes: Any) -> b.Tree:
    """Make a clause with another text."""
    return {**clause, "text": b.said(kk, ru), **changes}


def an_amendment(*names: str, reason: str = "Себебі", comments: tuple[str, ...] = ()) -> b.Tree:
    """Make an amendment of some clauses."""
    return {"clauses": list(names), "reason": b.said(reason), "comments": list(comments)}


def compared(record: Record, older: int = 1, newer: int = 0) -> Comparison:
    """Compare two texts of a standard; the newer one is the last one if none is named."""
    old, new = record.revision(older), record.revision(newer) or record.revisions[-1]
    assert old is not None
    return compare(record, old, new, ("kk", "ru"))


def the_change(comparison: Comparison) -> ClauseChange:
    """Return the one change that there is."""
    (found,) = comparison.changes
    return found


def reasons(change: ClauseChange) -> list[str]:
    return [amendment.reason["kk"] for amendment in change.amendments]


# --- what changed --------------------------------------------------------------------------------


def test_only_what_changes_the_text_is_a_change() -> None:
    moved = [worded(A, "басқа"), {**C, "number": "7"}, B]
    found = compared(a_record(*b.drafts([A, B, C], moved)))
    assert [change.clause.id for change in found.changes] == ["a"]
    assert found.unchanged == 1
    assert sorted(match.ids for match in found.shifted) in ([("b",)], [("c",)], [("b",), ("c",)])
    assert len(found.changes) + len(found.shifted) + found.unchanged == len(found.alignment.matches)


def test_a_text_compared_with_itself_has_no_changes() -> None:
    found = compared(a_record(*b.drafts([A, B], [A, B])))
    assert (found.changes, found.shifted, found.unchanged) == ((), (), 2)


def test_heading_and_text_have_redlines_in_every_language() -> None:
    before = {**A, "heading": b.said("Мерзім", "Срок")}
    after = worded(before, "a мәтіні", "новый текст a", heading=b.said("Мерзімі", "Срок"))
    change = the_change(compared(a_record(*b.drafts([before], [after]))))
    assert change.text("kk").is_kept
    assert list(change.text("ru").said(Mark.ADDED)) == ["новый "]
    assert change.heading("ru").is_kept
    assert (change.heading("kk").before, change.heading("kk").after) == ("Мерзім", "Мерзімі")


def test_a_removed_clause_is_shown_as_it_was() -> None:
    change = the_change(compared(a_record(*b.drafts([A, B], [A]))))
    assert change.clause.id == "b"
    assert (change.text("kk").before, change.text("kk").after) == ("b мәтіні", "")


def test_the_texts_of_a_split_clause_stand_one_after_the_other() -> None:
    record = a_record(*b.drafts([A], [B, C], replaced={"a": ["b", "c"]}))
    marked = the_change(compared(record)).text("kk")
    assert (marked.before, marked.after) == ("a мәтіні", "b мәтіні\nc мәтіні")


def test_a_change_has_its_facts_signs_and_cases() -> None:
    days = {"unit": "working-day"}
    before = worded(A, "5 күн", "5 дней", facts={"term": [{"amount": "5", **days}]})
    after = worded(A, "3 күн", "3 дня", facts={"term": [{"amount": "3", **days}]})
    found = compared(a_record(*b.drafts([before], [after])))
    assert [fact.name for fact in the_change(found).facts] == ["term"]
    assert the_change(found).signs == (Sign.TERM,)
    assert [(one.fact, str(one.direction)) for one in found.cases.changes] == [("term", "faster")]


# --- why, and because of whom --------------------------------------------------------------------


def test_a_change_has_the_amendments_that_name_it() -> None:
    amendments = [an_amendment("a", reason="бір"), an_amendment("b", reason="екі")]
    texts = b.drafts([A, B], [worded(A, "x"), worded(B, "y")], amendments=amendments)
    assert [reasons(change) for change in compared(a_record(*texts)).changes] == [["бір"], ["екі"]]


def test_an_amendment_of_a_clause_is_one_of_the_clauses_inside_it() -> None:
    texts = b.drafts(
        [{**A, "clauses": [B]}],
        [{**A, "clauses": [worded(B, "y")]}],
        amendments=[an_amendment("a")],
    )
    assert reasons(the_change(compared(a_record(*texts)))) == ["Себебі"]


def test_an_amendment_names_a_clause_where_it_stood() -> None:
    """The removed clause is named by the clause that it stood in."""
    texts = b.drafts([{**A, "clauses": [B]}], [A], amendments=[an_amendment("a")])
    assert reasons(the_change(compared(a_record(*texts)))) == ["Себебі"]


def test_the_reasons_of_all_steps_are_told_in_their_order() -> None:
    first, second, third = b.drafts([A], [worded(A, "x")], [worded(A, "y")])
    second["amendments"] = [an_amendment("a", reason="бір", comments=(IDS[0],))]
    third["amendments"] = [an_amendment("a", reason="екі", comments=(IDS[1],))]
    comments = [b.a_comment(IDS[0]), b.a_comment(IDS[1], revision="2"), b.a_comment(IDS[2])]
    record = a_record(first, second, third, comments=comments)
    change = the_change(compared(record))
    assert reasons(change) == ["бір", "екі"]
    assert [comment.id for comment in change.comments] == [IDS[0], IDS[1]]
    last_step = the_change(compared(record, older=2))
    assert reasons(last_step) == ["екі"]
    assert [comment.id for comment in last_step.comments] == [IDS[1]]


def test_a_reason_that_names_a_clause_between_two_texts_is_told() -> None:
    """Between a and c there was b, which neither of the texts compared has."""
    first, second, third = b.drafts([A], [B], [C])
    second |= {"replaced": {"a": ["b"]}, "amendments": [an_amendment("b", reason="бір")]}
    third |= {"replaced": {"b": ["c"]}, "amendments": [an_amendment("c", reason="екі")]}
    assert reasons(the_change(compared(a_record(first, second, third)))) == ["бір", "екі"]


def test_the_reasons_of_another_line_are_not_told() -> None:
    first, second, third = b.drafts([A], [worded(A, "x")], [worded(A, "y")])
    second["amendments"] = [an_amendment("a", reason="бір")]
    third |= {"base": "1", "amendments": [an_amendment("a", reason="екі")]}
    record = a_record(first, second, third)
    assert reasons(the_change(compared(record))) == ["екі"]
    assert reasons(the_change(compared(record, older=2))) == ["екі"]


def answered(landed: tuple[str, ...] = ("a",), in_revision: int = 2) -> Record:
    """Make a change that no amendment explains, and an accepted comment that landed somewhere."""
    landing = {"revision": str(in_revision), "clauses": list(landed)}
    return a_record(
        *b.drafts([A, B], [worded(A, "x"), B], [worded(A, "y"), B]),
        comments=[b.a_comment(IDS[0], clause="a"), b.a_comment(IDS[1], clause="a")],
        responses=[
            b.a_response(IDS[0], outcome="accepted", landed=landing),
            b.a_response(IDS[1], outcome="rejected"),
        ],
    )


def test_a_comment_that_landed_in_a_change_is_a_cause_of_it() -> None:
    change = the_change(compared(answered(), newer=2))
    assert [comment.id for comment in change.comments] == [IDS[0]]
    assert change.amendments == ()
    assert the_change(compared(answered())).comments == change.comments


def test_a_comment_that_landed_elsewhere_is_no_cause() -> None:
    assert the_change(compared(answered(("b",)), newer=2)).comments == ()
    assert the_change(compared(answered(in_revision=3), newer=2)).comments == ()
    assert the_change(compared(answered(), older=2)).comments == ()


def test_comments_stand_in_the_order_of_receipt_and_each_once() -> None:
    comments = [
        b.a_comment(IDS[0], received="2026-11-12"),
        b.a_comment(IDS[1], received="2026-11-10"),
    ]
    amendments = [
        an_amendment("a", comments=(IDS[0], IDS[1])),
        an_amendment("a", comments=(IDS[0],)),
    ]
    texts = b.drafts([A], [worded(A, "x")], amendments=amendments)
    change = the_change(compared(a_record(*texts, comments=comments)))
    assert [comment.id for comment in change.comments] == [IDS[1], IDS[0]]


# --- which texts are compared --------------------------------------------------------------------


def numbers(*texts: b.Tree) -> list[tuple[int, int]]:
    return [(older.revision, newer.revision) for older, newer in ever_compared(a_record(*texts))]


def test_a_first_text_is_compared_with_nothing() -> None:
    assert numbers(b.a_revision()) == []


def test_a_text_is_compared_with_the_one_before_it_and_with_the_first() -> None:
    assert numbers(*(b.a_revision(number) for number in (1, 2, 3, 4))) == [
        *((1, 2), (1, 3), (1, 4)),
        *((2, 3), (3, 4)),
    ]


def test_a_text_is_compared_with_the_one_that_it_starts_from() -> None:
    last = b.a_revision(4, base="2")
    assert (2, 4) in numbers(*(b.a_revision(number) for number in (1, 2, 3)), last)


def test_a_text_is_compared_with_the_one_in_force_when_it_was_dated() -> None:
    first = b.an_adopted_revision(1)
    second = b.an_adopted_revision(2, adopted=b.an_adoption("2026-08-01", "2026-09-01"))
    drafts = [b.a_revision(number) for number in (3, 4)]
    assert (2, 4) in numbers(first, second, *drafts)


def test_and_with_those_that_come_into_force_after_that_till_it_does_itself() -> None:
    first = b.an_adopted_revision(1)
    second = b.an_adopted_revision(2, adopted=b.an_adoption("2026-08-01", "2026-09-01"))
    draft, early = b.a_revision(3), b.a_revision(4, dated="2026-08-20")
    assert {(1, 4), (2, 4)} <= set(numbers(first, second, draft, early))
    before = {**early, "adopted": b.an_adoption("2026-08-25", "2026-08-28")}
    assert (2, 4) not in numbers(first, second, draft, before)


def test_of_acts_in_another_order_the_last_one_and_the_last_to_come_into_force_are_compared() -> (
    None
):
    first = b.an_adopted_revision(1)
    late = b.an_adopted_revision(2, adopted=b.an_adoption("2026-07-01", "2026-10-30"))
    soon = b.an_adopted_revision(3, adopted=b.an_adoption("2026-08-01", "2026-08-10"))
    found = numbers(first, late, soon, b.a_revision(4), b.a_revision(5))
    assert {(2, 5), (3, 5), (4, 5), (1, 5)} == {pair for pair in found if pair[1] == 5}


def test_pairs_once_made_stay_whatever_comes_later() -> None:
    texts = [b.an_adopted_revision(1), *(b.a_revision(number) for number in range(2, 7))]
    for count in range(1, len(texts)):
        assert set(numbers(*texts[:count])) <= set(numbers(*texts[: count + 1]))


def test_each_pair_is_there_once_and_the_older_text_comes_first() -> None:
    found = numbers(*(b.a_revision(number) for number in range(1, 6)))
    assert found == sorted(set(found))
    assert all(older < newer for older, newer in found)
