"""The table of a clause in a form: what a form cannot carry is kept, and nothing is cut."""

import pytest

from talqy.service.desk.drafts.table_fields import KEPT, TooManyCellsError, grid_of, read_grid

BOTH = {"kk": "Қазақша", "ru": "Русский"}


def table(rows: int, columns: int = 4) -> dict[str, object]:
    return {
        "head": [f"h{c}" for c in range(columns)],
        "rows": [[f"{r}-{c}" for c in range(columns)] for r in range(rows)],
    }


@pytest.mark.parametrize("rows", [1, 150, 390, 500, 1_200])
def test_no_row_is_lost_by_saving_something_else(rows: int) -> None:
    old = table(rows)
    grid = grid_of(old, BOTH)
    typed = {it.name: (it.text,) for row in grid.rows for cell in row for it in cell.inputs} or {
        KEPT: ("1",)
    }
    assert grid.kept == (0 if grid.rows else rows + 1)
    assert read_grid(typed, tuple(BOTH), old) == old


def test_wide_and_long_tables_come_back_whole() -> None:
    for old in (table(2, 60), table(450, 1)):
        grid = grid_of(old, BOTH)
        typed = {it.name: (it.text,) for row in grid.rows for cell in row for it in cell.inputs}
        assert typed
        assert read_grid(typed, tuple(BOTH), old) == old


def test_more_cells_than_a_form_can_carry_are_refused_in_words() -> None:
    typed = {f"table.{at}.0.kk": ("x",) for at in range(2_000)}
    typed |= {f"table.0.{at}.kk": ("x",) for at in range(2_000)}
    with pytest.raises(TooManyCellsError):
        read_grid(typed, tuple(BOTH), None)
