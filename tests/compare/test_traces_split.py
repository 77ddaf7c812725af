"""Where quoted words went when their clause was split or merged."""

import builders as b
from cases import a_record
from talqy.compare.traces import Fate, Trace
from traced import OTHER, QUOTE, SHORTER, TERM, saying, there

ONE, TWO = saying(OTHER, clause="one"), saying(TERM, clause="two")


def split(*parts: b.Tree, quote: str | None = QUOTE, then: list[b.Tree] | None = None) -> Trace:
    """Follow a comment on a clause that the second text splits."""
    names = [part["id"] for part in parts]
    first, second, *third = b.drafts([saying(TERM)], list(parts), *([then] if then else []))
    trees = [first, {**second, "replaced": {"term": names}}, *third]
    return there(a_record(*trees, comments=[b.a_comment(quote=quote)]))


def test_words_are_found_in_the_part_that_they_went_into() -> None:
    trace = split(ONE, TWO)
    assert (trace.fate, trace.clauses, trace.now) == (Fate.SPLIT, ("two",), QUOTE)
    assert (trace.since, trace.is_orphan) == (2, False)


def test_words_that_went_into_no_part_are_gone() -> None:
    trace = split(ONE, saying(SHORTER, clause="two"))
    assert (trace.fate, trace.clauses) == (Fate.SPLIT, ("one", "two"))
    assert (trace.before, trace.now, trace.span) == (QUOTE, "", None)
    assert trace.is_orphan


def test_a_comment_without_a_quote_goes_with_all_parts() -> None:
    trace = split(ONE, TWO, quote=None)
    assert (trace.fate, trace.clauses, trace.is_quoted) == (Fate.SPLIT, ("one", "two"), False)
    assert not trace.is_orphan


def test_a_comment_without_a_quote_stays_with_the_parts_that_are_left() -> None:
    trace = split(ONE, TWO, quote=None, then=[TWO])
    assert trace.fate is not Fate.CLAUSE_REMOVED
    assert trace.clauses == ("two",)


def test_words_are_followed_on_in_their_part() -> None:
    trace = split(ONE, TWO, then=[ONE, saying(SHORTER, clause="two")])
    assert (trace.fate, trace.clauses, trace.since) == (Fate.CHANGED, ("two",), 3)
    assert trace.now == "8 (восьми) рабочих дней"


def merged(whole: b.Tree, quote: str | None = QUOTE) -> Trace:
    """Follow a comment on a clause that the second text merges with another one."""
    replaced = {"term": [whole["id"]], "fee": [whole["id"]]}
    first, second = b.drafts(
        [saying(TERM), saying(OTHER, clause="fee")], [whole], replaced=replaced
    )
    return there(a_record(first, second, comments=[b.a_comment(quote=quote)]))


def test_words_are_found_in_the_clause_that_theirs_was_merged_into() -> None:
    trace = merged(saying(OTHER, TERM, clause="all"))
    assert (trace.fate, trace.clauses, trace.now) == (Fate.MERGED, ("all",), QUOTE)


def test_words_that_were_lost_when_clauses_were_merged_are_gone() -> None:
    trace = merged(saying(OTHER, clause="all"))
    assert (trace.fate, trace.clauses, trace.is_orphan) == (Fate.MERGED, ("all",), True)


def test_a_comment_without_a_quote_goes_into_the_merged_clause() -> None:
    trace = merged(saying(OTHER, clause="all"), quote=None)
    assert (trace.fate, trace.clauses, trace.is_orphan) == (Fate.MERGED, ("all",), False)
