"""What holds for the redline of any two texts: no word is lost, none is invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talqy.compare import matching
from talqy.compare.matching import rising, runs
from talqy.compare.redline import Mark, RedLine, Redline, redline
from talqy.compare.tokens import lines, normal, tokens
from wordings import PAIRS, TEXTS

TOKENS = st.lists(st.sampled_from(["қызмет", "и", "5", ",", "a", "срок"]), max_size=16)
# Limits under which each way of matching has its turn on short lists.
LIMITS = [(100_000, 400_000_000), (8, 400_000_000), (0, 400_000_000), (8, 60), (0, 0)]


def said(line: RedLine, *marks: Mark) -> str:
    """Join the pieces of a line that have one of the marks."""
    return "".join(piece.text for piece in line.pieces if piece.mark in marks)


def assert_faithful(marked: Redline, old: str, new: str) -> None:
    """Both texts can be read out of a redline, and it marks nothing that is not there."""
    assert (marked.before, marked.after) == (normal(old), normal(new))
    for line in marked.lines:
        assert said(line, Mark.KEPT, Mark.REMOVED) == (line.before or "")
        assert said(line, Mark.KEPT, Mark.ADDED) == (line.after or "")
        assert all(piece.text for piece in line.pieces)


@given(pair=PAIRS)
def test_both_texts_can_be_read_out_of_a_redline(pair: tuple[str, str]) -> None:
    old, new = pair
    assert_faithful(redline(old, new), old, new)
    assert_faithful(redline(new, old), new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("паспорт: ЦОН или заявление", "паспорт; заявление – паспорт; заявление"),
        ("456", "; ; 456 ; 456"),
        ("- : 5 : 5", "- : да x 5"),
        ("5 5", "5 ; 5 ; 5"),
    ],
)
def test_an_edit_that_is_shifted_stops_at_its_neighbour(old: str, new: str) -> None:
    """Words that two edits both claim would be read twice, or not at all."""
    assert_faithful(redline(old, new), old, new)


@given(text=TEXTS)
def test_a_text_beside_itself_has_no_marks(text: str) -> None:
    marked = redline(text, text)
    assert marked.is_kept
    assert {piece.mark for line in marked.lines for piece in line.pieces} <= {Mark.KEPT}


@given(pair=PAIRS)
def test_a_redline_is_kept_where_both_texts_are_the_same_to_a_reader(pair: tuple[str, str]) -> None:
    marked = redline(*pair)
    assert marked.is_kept == (normal(pair[0]) == normal(pair[1]))
    assert marked.is_kept == (
        not any(marked.said(Mark.REMOVED)) and not any(marked.said(Mark.ADDED))
    )


@given(pair=PAIRS)
def test_a_rewritten_line_is_the_old_one_and_then_the_new_one(pair: tuple[str, str]) -> None:
    for line in redline(*pair).lines:
        if line.is_rewritten:
            assert line.pieces == ((Mark.REMOVED, line.before), (Mark.ADDED, line.after))


@given(pair=PAIRS)
def test_a_line_of_one_text_only_is_one_piece(pair: tuple[str, str]) -> None:
    for line in redline(*pair).lines:
        if line.before is None:
            assert line.pieces == ((Mark.ADDED, line.after),)
        if line.after is None:
            assert line.pieces == ((Mark.REMOVED, line.before),)


@given(text=TEXTS)
def test_the_tokens_of_a_line_joined_are_the_line(text: str) -> None:
    for line in lines(text):
        assert "".join(tokens(line)) == line
        assert all(tokens(line))


@given(text=TEXTS)
def test_a_normal_text_is_normal_already(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert all(line == line.strip() != "" for line in lines(text))


@pytest.mark.parametrize(("most_pairs", "most_cells"), LIMITS)
@given(a=TOKENS, b=TOKENS)
def test_runs_cover_both_lists_and_alternate(
    most_pairs: int, most_cells: int, a: list[str], b: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "_MOST_PAIRS", most_pairs)
        patch.setattr(matching, "_MOST_CELLS", most_cells)
        found = list(runs(a, b))
    ends = [(0, 0), *((run.i2, run.j2) for run in found)]
    assert [(run.i1, run.j1) for run in found] == ends[:-1]
    assert ends[-1] == (len(a), len(b))
    for run in found:
        assert run.i1 < run.i2 or run.j1 < run.j2
        assert not run.same or a[run.i1 : run.i2] == b[run.j1 : run.j2]
    assert all(one.same != two.same for one, two in pairwise(found))


@given(numbers=st.lists(st.integers(0, 30), unique=True, max_size=30))
def test_a_rising_run_rises_and_none_is_longer(numbers: list[int]) -> None:
    found = rising(numbers)
    assert found == sorted(set(found))
    assert all(numbers[x] < numbers[y] for x, y in pairwise(found))
    longest = [0] * len(numbers)
    for at, number in enumerate(numbers):
        longest[at] = 1 + max((longest[x] for x in range(at) if numbers[x] < number), default=0)
    assert len(found) == max(longest, default=0)
