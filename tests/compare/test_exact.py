"""Two texts compared to the letter: either of them comes back whole, sign by sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talqy.compare.exact import exact_redline, said_lines
from talqy.compare.marks import Mark, Redline

SIGNS = "аб1. \u00a0\u202f\u00ad\u200b\t\n;)й\u0306\ue000"


def side(found: Redline, mark: Mark) -> list[str]:
    """Return the lines of one side of a redline, put together from its pieces."""
    lines = [
        "".join(piece.text for piece in line.pieces if piece.mark in {Mark.KEPT, mark})
        for line in found.lines
        if (line.before if mark is Mark.REMOVED else line.after) is not None
    ]
    return "\n".join(lines).split("\n") if lines else []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Срок\u00a05\u00a0дней.", "Срок\u00a07\u00a0дней."),
        ("Срок 5 дней.", "Срок 5\u00a0дней."),
        ("Срок  5 дней.", "Срок 5 дней."),
        ("Срок\t5 дней.", "Срок\t7 дней."),
        ("Услуго\u00adполучатель ждет.", "Услугополучатель ждет."),
        ("крайи\u0306 5", "край 5"),
        ("", "Срок\u00a05 дней."),
        ("Знак \ue000 и\u00a0слово", "Знак \ue000 и\u00a0два слова"),
    ],
)
def test_no_sign_is_lost_on_either_side(old: str, new: str) -> None:
    found = exact_redline(old, new)
    assert (side(found, Mark.REMOVED), side(found, Mark.ADDED)) == (
        said_lines(old),
        said_lines(new),
    )


def test_lines_are_paired_as_in_a_redline_for_people() -> None:
    old = "Услуга оказывается за 5\u00a0дней.\nПлата не взимается."
    new = "Услуга оказывается за 7\u00a0дней.\nПлата не взимается."
    first, second = exact_redline(old, new).lines
    assert [(piece.mark, piece.text) for piece in first.pieces] == [
        (Mark.KEPT, "Услуга оказывается за "),
        (Mark.REMOVED, "5"),
        (Mark.ADDED, "7"),
        (Mark.KEPT, "\u00a0дней."),
    ]
    assert second.is_kept


@given(old=st.text(SIGNS, max_size=20), new=st.text(SIGNS, max_size=20))
def test_any_two_texts_come_back(old: str, new: str) -> None:
    found = exact_redline(old, new)
    assert side(found, Mark.REMOVED) == said_lines(old)
    assert side(found, Mark.ADDED) == said_lines(new)
