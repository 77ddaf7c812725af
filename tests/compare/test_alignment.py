"""Which clause became which, and what happened to it on the way."""

from typing import Any

import builders as b
from cases import a_record
from talqy.compare.align import align, chain, steps
from talqy.model.alignment import Alignment, Match
from talqy.model.register import Record

A, B, C, D, E = (b.a_saying(name, f"{name} мәтіні", f"текст {name}") for name in "abcde")


def named(clause: b.Tree, **changes: Any) -> b.Tree:
    """Make a clause that differs."""
    return {**clause, **changes}


def with_words(clause: b.Tree, words: str) -> b.Tree:
    """Make a clause that says something else."""
    return named(clause, text=b.said(words))


def holding(clause: b.Tree, *inside: b.Tree) -> b.Tree:
    """Make a clause with clauses inside it."""
    return named(clause, clauses=list(inside))


def aligned(*texts: list[b.Tree], older: int = 1, **changes: Any) -> Alignment:
    """Align a text with the last one; `changes` are of the last one."""
    record = a_record(*b.drafts(*texts, **changes))
    return align(record, record.revisions[older - 1], record.revisions[-1])


def told(match: Match) -> str:
    """Say what happened: `before → after: actions`."""
    sides = ("+".join(c.id for c in side) or "–" for side in (match.before, match.after))
    actions = ", ".join(sorted(match.actions))
    return " → ".join(sides) + (f": {actions}" if actions else "")


def matches(*texts: list[b.Tree], **changes: Any) -> list[str]:
    return [told(match) for match in aligned(*texts, **changes).matches]


def test_clauses_of_the_same_text_are_unchanged() -> None:
    assert matches([A, B], [A, B]) == ["a → a", "b → b"]


def test_a_clause_is_added() -> None:
    assert matches([A], [A, B]) == ["a → a", "– → b: added"]


def test_a_clause_is_removed() -> None:
    assert matches([A, B], [A]) == ["a → a", "b → –: removed"]


def test_a_clause_with_other_words_is_changed() -> None:
    assert matches([A], [with_words(A, "басқа")]) == ["a → a: changed"]


def test_a_clause_with_other_words_in_one_language_is_changed() -> None:
    other = named(A, text={**A["text"], "kk": "басқа"})
    assert matches([A], [other]) == ["a → a: changed"]


def test_heading_facts_and_what_is_covered_are_a_clauses_own() -> None:
    headed = named(A, heading=b.said("Тақырып"))
    assert matches([A], [headed]) == ["a → a: changed"]
    assert matches([A], [named(A, facts={"forms": ["paper"]})]) == ["a → a: changed"]
    assert matches([A], [named(A, covers=["complaints"])]) == ["a → a: changed"]


def test_a_clause_is_not_changed_by_what_changed_inside_it() -> None:
    found = matches([holding(A, B)], [holding(A, with_words(B, "басқа"), C)])
    assert found == ["a → a", "b → b: changed", "– → c: added"]


def test_a_new_number_alone_is_renumbering_and_no_change_of_the_text() -> None:
    found = aligned([A], [named(A, number="3")]).matches
    assert [told(match) for match in found] == ["a → a: renumbered"]
    assert not found[0].is_substantive


def test_a_clause_that_moved_among_its_neighbours_moved_alone() -> None:
    assert matches([A, B, C, D], [D, A, B, C]) == ["d → d: moved", "a → a", "b → b", "c → c"]


def test_a_clause_does_not_move_where_another_is_put_in_or_taken_out() -> None:
    assert matches([A, B], [C, A, B]) == ["– → c: added", "a → a", "b → b"]
    assert matches([A, B, C], [B, C]) == ["a → –: removed", "b → b", "c → c"]


def test_a_clause_that_stands_in_another_clause_now_moved() -> None:
    found = matches([holding(A, C), B], [A, holding(B, C)])
    assert found == ["a → a", "b → b", "c → c: moved"]
    assert matches([holding(A, B)], [A, B]) == ["a → a", "b → b: moved"]


def test_clauses_inside_a_moved_clause_did_not_move() -> None:
    found = matches([holding(A, B), C], [C, holding(A, B)])
    assert sorted(found) in (
        ["a → a", "b → b", "c → c: moved"],
        ["a → a: moved", "b → b", "c → c"],
    )


def test_a_clause_may_be_moved_renumbered_and_changed_at_once() -> None:
    third = named(with_words(C, "басқа"), number="1")
    found = aligned([A, B, C], [third, A, B])
    assert told(found.matches[0]) == "c → c: changed, moved, renumbered"
    assert found.matches[0].is_substantive


def test_a_group_without_a_text_is_a_clause_as_any_other() -> None:
    group = {"id": "docs", "number": "9", "heading": b.said("Құжаттар"), "clauses": [A]}
    other = {**group, "heading": b.said("Құжаттар тізбесі")}
    assert matches([group], [group]) == ["docs → docs", "a → a"]
    assert matches([group], [other]) == ["docs → docs: changed", "a → a"]
    assert matches([group], [A]) == ["docs → –: removed", "a → a: moved"]


# --- split and merged ---------------------------------------------------------------------------


def test_a_clause_is_split_where_the_revision_says_so() -> None:
    assert matches([A], [B, C], replaced={"a": ["b", "c"]}) == ["a → b+c: split"]
    assert matches([A], [B, C]) == ["a → –: removed", "– → b: added", "– → c: added"]


def test_a_clause_that_is_split_may_keep_its_id_for_a_part() -> None:
    assert matches([A], [A, B], replaced={"a": ["a", "b"]}) == ["a → a+b: split"]


def test_clauses_are_merged_into_a_new_one() -> None:
    assert matches([A, B], [C], replaced={"a": ["c"], "b": ["c"]}) == ["a+b → c: merged"]


def test_a_clause_is_merged_into_one_that_is_there_already() -> None:
    found = aligned([A, B], [A], replaced={"b": ["a"]})
    assert [told(match) for match in found.matches] == ["a+b → a: merged"]
    assert found.of("b") is found.of("a") is found.matches[0]


def test_clauses_that_are_rearranged_are_split_and_merged_at_once() -> None:
    found = matches([A, B], [C, D], replaced={"a": ["c", "d"], "b": ["d"]})
    assert found == ["a+b → c+d: merged, split"]


def test_a_split_is_followed_over_several_texts() -> None:
    first, second, third = b.drafts([A], [B, C], [B, D, E])
    second["replaced"] = {"a": ["b", "c"]}
    third["replaced"] = {"c": ["d", "e"]}
    record = a_record(first, second, third)
    found = align(record, record.revisions[0], record.revisions[2])
    assert [told(match) for match in found.matches] == ["a → b+d+e: split"]


def test_a_part_that_is_gone_again_is_no_part() -> None:
    first, second, third = b.drafts([A], [B, C], [B])
    second["replaced"] = {"a": ["b", "c"]}
    record = a_record(first, second, third)
    found = align(record, record.revisions[0], record.revisions[2])
    assert [(match.before[0].id, match.after[0].id) for match in found.matches] == [("a", "b")]
    assert found.matches[0].is_substantive


def test_parts_that_are_merged_again_are_followed() -> None:
    first, second, third = b.drafts([A], [B, C], [D])
    second["replaced"] = {"a": ["b", "c"]}
    third["replaced"] = {"b": ["d"], "c": ["d"]}
    record = a_record(first, second, third)
    found = align(record, record.revisions[0], record.revisions[2])
    assert [(match.before[0].id, match.after[0].id) for match in found.matches] == [("a", "d")]


# --- order, and what is not the number before ----------------------------------------------------


def test_matches_stand_in_the_order_of_the_newer_text() -> None:
    assert [m.after[0].id for m in aligned([A, B, C], [C, holding(B, D), A]).matches] == list(
        "cbda"
    )


def test_what_is_gone_follows_what_stood_before_it() -> None:
    found = matches([A, B, C, D], [named(D, number="8"), A])
    assert found[0].startswith("d → d")
    assert found[1:] == ["a → a", "b → –: removed", "c → –: removed"]


def test_what_stood_first_and_is_gone_comes_first() -> None:
    assert matches([A, B], [C, B]) == ["a → –: removed", "– → c: added", "b → b"]


def test_what_is_gone_with_the_clauses_inside_it_keeps_their_order() -> None:
    found = matches([A, holding(B, C, D), E], [A, E])
    assert found == ["a → a", "b → –: removed", "c → –: removed", "d → –: removed", "e → e"]


def branched() -> Record:
    """Make a standard whose third text starts from the first one again."""
    first, second, third = b.drafts([A], [B, C], [A, D])
    second["replaced"] = {"a": ["b", "c"]}
    return a_record(first, second, {**third, "base": "1"})


def test_a_text_is_aligned_with_the_one_it_starts_from() -> None:
    record = branched()
    first, _, third = record.revisions
    assert [told(m) for m in align(record, first, third).matches] == ["a → a", "– → d: added"]
    assert [r.revision for r in chain(record, third)] == [1, 3]
    assert [r.revision for r in steps(record, first, third)] == [3]


def test_a_split_on_another_way_joins_nothing() -> None:
    """The second text is no ancestor of the third one, so its clauses are simply not there."""
    record = branched()
    _, second, third = record.revisions
    assert [told(match) for match in align(record, second, third).matches] == [
        "b → –: removed",
        "c → –: removed",
        "– → a: added",
        "– → d: added",
    ]
    assert [r.revision for r in steps(record, second, third)] == [3]


def test_every_clause_of_both_texts_is_in_one_match() -> None:
    found = aligned([holding(A, B), C], [holding(C, B), D, E], replaced={"a": ["d", "e"]})
    for match in found.matches:
        assert all(found.of(clause.id) is match for clause in (*match.before, *match.after))
    before = sorted(clause.id for match in found.matches for clause in match.before)
    after = sorted(clause.id for match in found.matches for clause in match.after)
    assert (before, after) == (["a", "b", "c"], ["b", "c", "d", "e"])
    assert found.of("z") is None
    assert {clause.id for match in found.substantive() for clause in match.after} == {"d", "e"}
