"""Tables are compared cell by cell; rows and columns that came or went are marked whole."""

import pytest

from talqy.compare.redline import Mark, Piece
from talqy.compare.tables import RowRedline, table_redline

HEAD = ("Категория", "Размер", "Срок")
ROWS = (("A", "0,2", "5 дней"), ("B", "0,5", "10 дней"), ("C", "1", "15 дней"))
_SIGNS = {Mark.KEPT: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "{{+{}+}}"}


def said(row: RowRedline) -> str:
    """Write a row with its marks."""
    return " | ".join("".join(_SIGNS[mark].format(text) for mark, text in c) for c in row.cells)


def marked(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> list[str]:
    """Compare the table with another one."""
    return [said(row) for row in table_redline((HEAD, *ROWS), (head, *rows)).rows]


def test_a_changed_cell_is_marked_and_its_neighbours_are_not() -> None:
    changed = (ROWS[0], ("B", "0,7", "10 дней"), ROWS[2])
    assert marked(*changed)[2] == "B | [-0,5-]{+0,7+} | 10 дней"
    assert marked(*changed)[1] == "A | 0,2 | 5 дней"


@pytest.mark.parametrize(
    ("rows", "at", "expected"),
    [
        ((ROWS[0], ROWS[2]), 2, "[-B-] | [-0,5-] | [-10 дней-]"),
        ((*ROWS, ("D", "2", "20 дней")), 4, "{+D+} | {+2+} | {+20 дней+}"),
    ],
)
def test_a_row_that_came_or_went_is_marked_whole(
    rows: tuple[tuple[str, ...], ...], at: int, expected: str
) -> None:
    assert marked(*rows)[at] == expected


def test_a_column_that_came_is_marked_in_every_row() -> None:
    rows = [(*row, "нет") for row in ROWS]
    found = marked(*rows, head=(*HEAD, "Льгота"))
    assert found[0] == "Категория | Размер | Срок | {+Льгота+}"
    assert found[1] == "A | 0,2 | 5 дней | {+нет+}"


def test_a_column_that_got_another_name_stays_one() -> None:
    found = marked(*ROWS, head=("Категория", "Ставка, МРП", "Срок"))
    assert found[0].startswith("Категория | [-Размер-]{+Ставка, МРП+} | Срок")
    assert found[1] == "A | 0,2 | 5 дней"


def test_a_table_that_came_or_went_is_marked_whole_and_no_table_is_nothing() -> None:
    came = table_redline((), (HEAD, ROWS[0])).rows
    assert [row.kind for row in came] == ["added", "added"]
    gone = table_redline((HEAD, ROWS[0]), ())
    assert said(gone.rows[1]) == "[-A-] | [-0,2-] | [-5 дней-]"
    assert not gone.is_kept
    assert table_redline((), ()).is_kept


def test_rows_as_lines_give_both_texts_back() -> None:
    changed = (ROWS[0], ("B", "0,7", ""))
    redline = table_redline((HEAD, *ROWS), (HEAD, *changed)).lines()
    assert redline.before.split("\n")[2] == "B | 0,5 | 10 дней"
    assert redline.after.split("\n")[2] == "B | 0,7 | "
    assert all(isinstance(piece, Piece) for line in redline.lines for piece in line.pieces)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([("первый", "1"), ("второй", "2")], [("нулевой", "0"), ("первый", "1,5")]),
        ([("раз", "1")], [("раз", "1"), ("два", "2")]),
        ([("a b", "1"), ("c d", "2")], [("a", "b"), ("1 c", "d 2")]),
    ],
)
def test_no_row_is_lost_where_rows_are_unlike(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    head = ("Случай", "МРП")
    both = table_redline((head, *before), (head, *after)).rows
    sides = [[row for row in both if row.kind != kind] for kind in ("added", "removed")]
    assert [len(side) for side in sides] == [1 + len(before), 1 + len(after)]
