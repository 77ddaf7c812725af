"""Which row of a table holds its heads: among the first ones, and never the words of somebody.

A row that is taken for heads by mistake is lost with what somebody has written in it, so a row is
heads only where nothing in it is a value, and nothing is a sentence.
"""

import re
from collections.abc import Sequence

from talqy.comments.question_heads import is_of_another
from talqy.comments.table_heads import Columns, destroyed_head, is_signature, one_line, typed
from talqy.intake import import_kinds, row_kinds
from talqy.model.problem import Problem
from talqy.office.grids import Grid, Place, Row, at

FIRST_ROWS = 15
"""How far below the top a row of heads is looked for."""
_MOST_SHOWN = 12
_FEWEST_WORDS = 4
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# «Замечание: срок велик»: the name of what follows it.
_SAID = re.compile(r"^[^:]{1,60}:\s+\S+\s+\S+")
# A form tells what to do: «Замечание: укажите, что изменить.»
_TELLS = re.compile(
    r"\b(?:укажите|напишите|опишите|введите|выберите|изложите|оставьте|перечислите|"
    r"(?:көрсет|жаз|сипатта|таңда|енгіз|қалдыр)\w*[ңғ]\w*з|please|describe|enter|what|how)\b",
    re.IGNORECASE,
)
# Who asks for something or thinks something speaks for himself.
_SPEAKS = re.compile(
    r"\b(?:прошу|просим|предлагаю|предлагаем|считаю|считаем|полагаю|полагаем|хочу|хотим|хотел\S*"
    r"|сұраймын|сұраймыз|өтінемін|өтінеміз|ұсынамын|ұсынамыз|санаймын|санаймыз|ойлаймын"
    r"|i (?:ask|propose|suggest|think|want))\b",
    re.IGNORECASE,
)


def head_of(grid: Grid, columns: Columns) -> Row | None:
    """Find the row of heads: among the first ones that have a column for the text, the fullest.

    Whole questions are heads in the first row of several cells alone: below, they are words.
    """
    first = first_wide(grid)
    best: tuple[int, Row | None] = (0, None)
    for row in grid.rows[:FIRST_ROWS]:
        fields = columns.fields(row.cells, asks=row is first)
        if "text" not in fields or _are_words(row, columns):
            continue
        if sum(map(bool, fields)) > best[0]:
            best = (sum(map(bool, fields)), row)
    return None if len(_heads_down(grid, columns)) > best[0] else best[1]


def _are_words(row: Row, columns: Columns) -> bool:
    """Return whether a row that may be heads is rather what somebody has written.

    «11.11.2026 | 6 | Замечание: срок велик» has values beside words that a head may have too. Two
    heads that are known by their whole names, or one that a person has mapped, are proof enough.
    """
    if columns.maps_one_of(row.cells) or len(_known(row, columns)) > 1:
        return False
    filled = [cell for cell in row.cells if cell]
    return any(map(_is_value, filled)) or any(map(_is_statement, filled))


def _known(row: Row, columns: Columns) -> list[str]:
    return [field for field in columns.fields(row.cells, asks=False) if field]


def _is_value(cell: str) -> bool:
    """Return whether a cell is a day, a number or a mailbox: a head has letters, and none has @."""
    return "@" in cell or (any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell)))


def _is_statement(cell: str) -> bool:
    """Return whether a cell says something, where a head names or asks."""
    line = _IN_BRACKETS.sub("", one_line(cell)).strip()
    if line.endswith("?") or len(line.split()) < _FEWEST_WORDS or _TELLS.search(line):
        return False
    return line.endswith((".", "!")) or bool(_SAID.search(line) or _SPEAKS.search(line))


def first_wide(grid: Grid) -> Row | None:
    """Return the first row of several cells, else the first one; None for an empty table."""
    wide = (row for row in grid.rows[:FIRST_ROWS] if sum(map(bool, row.cells)) > 1)
    return next(wide, grid.rows[0] if grid.rows else None)


def no_head(grids: Sequence[Grid], file: str) -> Problem:
    """Say which heads were found, and how the one of the text is named to the command."""
    grid = max(grids, key=lambda one: len(one.rows), default=None)
    row = first_wide(grid) if grid else None
    if grid is None or row is None:
        return at(row_kinds.EMPTY_FILE, Place(file))
    below = [one for one in grid.rows if one.number > row.number]
    if word := next(filter(None, map(destroyed_head, row.cells)), ""):
        return at(import_kinds.LETTERS_DESTROYED, grid.place(row.number, 0), word=word)
    if down := _heads_down(grid, Columns()):
        return at(import_kinds.HEADS_DOWN, Place(file), heads=one_line("; ".join(down)))
    named = [place for place, cell in enumerate(row.cells) if cell]
    fields = Columns().fields(row.cells)

    def letters_below(place: int) -> tuple[bool, int]:
        cells = (one.cells[place] for one in below if place < len(one.cells))
        may_be = not fields[place] and not is_of_another(row.cells[place])
        return may_be, sum(map(str.isalpha, "".join(cells)))

    offered = [place for place in named if not is_signature(row.cells[place])]
    likely = row.cells[max(offered, key=letters_below)] if offered else "…"
    heads = "; ".join(row.cells[place] for place in named[:_MOST_SHOWN])
    return at(import_kinds.NO_HEAD, Place(file), heads=one_line(heads), head=typed(likely))


def below_likely(grid: Grid, columns: Columns) -> Sequence[Row]:
    """Return the rows below the one that is told as that of the heads, where it reads as such."""
    row = first_wide(grid)
    if row is None or not any(columns.fields(row.cells)) or _are_words(row, columns):
        return grid.rows
    return [one for one in grid.rows if one.number > row.number]


def _heads_down(grid: Grid, columns: Columns) -> list[str]:
    """Return the names of columns that stand one below the other; none where they do not.

    Kinds of comments («Предложение», «Замечание») are names of columns too: below a row of heads
    they are what stands in the first of its columns.
    """
    down = [row.cells[0] for row in grid.rows[:FIRST_ROWS] if row.cells]
    fields = Columns().fields(down)
    if set(fields[1:]) <= {"text", "proposal", ""} and _is_all_heads(grid, columns):
        return []
    known = [head for head, name in zip(down, fields, strict=True) if name]
    return known if "text" in fields and len(known) > 1 else []


def _is_all_heads(grid: Grid, columns: Columns) -> bool:
    """Return whether the first row holds heads alone, questions among them."""
    filled = [cell for cell in grid.rows[0].cells if cell] if grid.rows else []
    fields = columns.fields(filled)
    return len(filled) > 1 and "text" in fields and all(fields)


def is_head(row: Row, columns: Columns) -> bool:
    """Return whether a row in the middle of a table is heads: several cells, and all are known."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) < 2:
        return False
    fields = columns.fields(filled, asks=False)
    return "text" in fields and all(fields)


def is_second_head(row: Row, columns: Columns) -> bool:
    """Return whether a row under the heads goes on with them: «Автор» over «кто вы» and «ФИО»."""
    known = columns.fields(row.cells, asks=False)
    filled = [index for index, cell in enumerate(row.cells) if cell]
    return bool(filled) and all(known[index] for index in filled)
