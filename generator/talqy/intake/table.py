"""Tables of a web form, of typed letters, or of the ISO template: rows in, submissions out.

Every sheet, table and row is accounted for: what is not taken is named with its rows and the
reason. Nothing is guessed: a table without heads does not go on with the columns of another.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from talqy.comments.publication import asks_not_to_publish
from talqy.comments.table_ends import is_sum
from talqy.comments.table_heads import Columns, destroyed_head
from talqy.intake import import_kinds, row_kinds
from talqy.intake.access_cells import asks_of_showing
from talqy.intake.column_cells import read_as_clauses, read_as_names, speaks_of_clause
from talqy.intake.head_row import (
    FIRST_ROWS,
    below_likely,
    first_wide,
    head_of,
    is_head,
    is_second_head,
    no_head,
)
from talqy.intake.submission import Submission
from talqy.intake.table_rows import Table, around, is_same_row, kept_apart
from talqy.intake.template_signs import is_for_reading
from talqy.model.problem import Kind, Problem
from talqy.office.csv_text import TooManyError, csv_rows, delimiter_of, encoding_of
from talqy.office.grids import Grid, Place, Row, at, letters
from talqy.office.portal_values import PortalPage

_COUNTED = re.compile(r"\(?\d{1,2}\)?\.?")
_SAID = frozenset({"text", "proposal", "quote", "clause", "kind", "author", "name"})


@dataclass(frozen=True, slots=True)
class ReadTable:
    """What a file holds; `problems` are those of the file itself, `facts` what was found out.

    `not_read` counts the rows of tables that no submissions were made of: who counts the rows of
    the file must find each of them. `page` is the saved page of another site that it was read from.
    """

    submissions: tuple[Submission, ...] = ()
    problems: tuple[Problem, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    not_read: int = 0
    page: PortalPage | None = None


def read_csv(data: bytes, file: str, columns: Columns | None = None) -> ReadTable:
    """Read a CSV file in whichever of the usual encodings and with whichever delimiter it has."""
    columns = columns or Columns()
    encoding = encoding_of(data)
    if encoding is None:
        return ReadTable(problems=(at(import_kinds.NO_ENCODING, Place(file)),))
    text = data.decode(encoding)
    try:
        delimiter = delimiter_of(
            text, lambda cells, is_first: sum(map(bool, columns.fields(cells, asks=is_first)))
        )
        sheet = csv_rows(text, delimiter, is_sum)
    except TooManyError:
        return ReadTable(problems=(at(import_kinds.TOO_BIG, Place(file)),))
    facts = {"encoding": encoding, "delimiter": "tab" if delimiter == "\t" else delimiter}
    if sheet.broken and not sheet.rows:
        place = Place(file, sheet.broken[0])
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, place, form="CSV"),), facts=facts)
    read = read_grids((Grid(file, "", sheet.rows, hides_merged=True),), file, columns)
    left = [(line, import_kinds.ROW_BROKEN) for line in sheet.broken]
    left += [(line, row_kinds.ROW_HALVED) for line in sheet.halved]
    broken = [_broken(Place(file, line), kind) for line, kind in left]
    rows = sorted((*read.submissions, *broken), key=lambda one: one.place.line)
    return replace(read, submissions=tuple(rows), facts={**facts, **read.facts})


def _broken(place: Place, kind: Kind) -> Submission:
    return Submission(place=place, said={}, notes=(at(kind, place),))


def read_grids(grids: Sequence[Grid], file: str, columns: Columns | None = None) -> ReadTable:
    """Read all tables of a file that have known heads; one at least must have them."""
    columns = columns or Columns()
    filled = [grid for grid in grids if grid.rows and not is_for_reading(grid)]
    stray = tuple(one for grid in grids if not grid.rows for one in around(grid, frozenset()))
    heads = [(grid, head_of(grid, columns)) for grid in filled]
    if not any(head and not grid.is_hidden for grid, head in heads):
        hidden = tuple(_hidden(grid, head) for grid, head in heads if grid.is_hidden)
        shown = [grid for grid in filled if not grid.is_hidden]
        without = (no_head(shown, file),) if shown or not hidden else ()
        not_read = sum(len(below_likely(grid, columns)) for grid, _ in heads)
        return ReadTable(problems=(*stray, *hidden, *without), not_read=not_read)
    read = [_read_grid(grid, head, columns) for grid, head in heads]
    others = dict.fromkeys(name for one in read for name in one.facts.values())
    return ReadTable(
        tuple(submission for one in read for submission in one.submissions),
        (
            *_absent(filled, columns, file),
            *stray,
            *(problem for one in read for problem in one.problems),
        ),
        {"columns not taken": ", ".join(others)} if others else {},
        sum(one.not_read for one in read),
    )


# --- heads ----------------------------------------------------------------------------------


def _absent(grids: Sequence[Grid], columns: Columns, file: str) -> Iterator[Problem]:
    rows = [row.cells for grid in grids for row in grid.rows[:FIRST_ROWS]]
    for head in columns.absent(rows):
        yield at(import_kinds.COLUMN_ABSENT, Place(file), head=head)


# --- one sheet or table ---------------------------------------------------------------------


def _count(grid: Grid, head: Row | None) -> int:
    """Return how many rows a table has below its heads; all, where it has none that are known."""
    return sum(head is None or row.number > head.number for row in grid.rows)


def _hidden(grid: Grid, head: Row | None) -> Problem:
    count = _count(grid, head)
    return at(import_kinds.SHEET_HIDDEN, _place(grid), name=grid.name, count=count)


def _place(grid: Grid) -> Place:
    return Place(f"{grid.file}!{grid.name}" if grid.name else grid.file)


def _read_grid(grid: Grid, head: Row | None, columns: Columns) -> ReadTable:
    if grid.is_hidden:
        return ReadTable(problems=(_hidden(grid, head),), not_read=_count(grid, head))
    if head is None:
        count = len(grid.rows)
        problem = at(import_kinds.NO_HEAD_HERE, _place(grid), name=grid.name, count=count)
        return ReadTable(problems=(problem,), not_read=count)
    tables = [
        _with_names(_with_clause(_without_answers(table))) for table in _tables(grid, head, columns)
    ]
    read = [_read_table(table) for table in tables]
    above = _above(grid, tables[0])
    told = frozenset(row.number for one in tables for row in one.rows if one.says_something(row))
    stamps = (
        grid.name,
        *(cell for row in grid.rows if row.number < head.number for cell in row.cells),
    )
    return ReadTable(
        kept_apart((row for one in read for row in one.submissions), asks_not_to_publish(stamps)),
        (
            *((at(import_kinds.ROWS_ABOVE, above[0], count=len(above)),) if above else ()),
            *around(grid, told),
            *(problem for one in read for problem in one.problems),
        ),
        {name: fact for one in read for name, fact in one.facts.items()},
        len(above) + sum(one.not_read for one in read),
    )


def _tables(grid: Grid, head: Row, columns: Columns) -> Iterator[Table]:
    """Yield the parts of a table: where other heads stand in the middle, another part begins."""
    below = [row for row in grid.rows if row.number > head.number]
    fields = columns.fields(head.cells, asks=head is first_wide(grid))
    if below and is_second_head(below[0], columns):
        joined, of_both = _joined(head, fields, below[0], columns)
        if "text" in of_both:  # else the lower one would take the column of the text away
            head, fields = joined, of_both
            del below[0]
    if below and _only_counts(below[0]):
        del below[0]
    rows: list[Row] = []
    for row in below:
        if is_same_row(row, head):
            continue
        if is_head(row, columns):
            yield Table(grid, head, fields, tuple(rows))
            head, fields, rows = row, columns.fields(row.cells, asks=False), []
        else:
            rows.append(row)
    yield Table(grid, head, fields, tuple(rows))


def _joined(
    head: Row, fields: Sequence[str], row: Row, columns: Columns
) -> tuple[Row, tuple[str, ...]]:
    """Return heads of two rows as one; the lower one says more."""
    added = [""] * (len(row.cells) - len(head.cells))
    cells, names = [*head.cells, *added], [*fields, *added]
    below = columns.fields(row.cells, asks=False)
    for index, cell in enumerate(row.cells):
        if cell:
            cells[index], names[index] = cell, below[index]
    return Row(row.number, tuple(cells), head.marks, head.is_hidden), tuple(names)


def _only_counts(row: Row) -> bool:
    """Return whether a row only numbers the columns, as templates have it."""
    filled = [cell for cell in row.cells if cell]
    return len(filled) > 2 and all(_COUNTED.fullmatch(cell) for cell in filled)


def _above(grid: Grid, table: Table) -> list[Place]:
    """Return the places of rows above the heads that look like rows of comments."""
    text = table.columns.get("text", 0)
    rows = [
        row
        for row in grid.rows
        if row.number < table.head.number and sum(map(bool, row.cells)) > 2
        if text < len(row.cells) and len(row.cells[text].split()) > 2
    ]
    return [] if any(row.marks for row in rows) else [grid.place(row.number, text) for row in rows]


def _read_table(table: Table) -> ReadTable:
    grid, head, fields = table.grid, table.head, table.fields
    if word := next(filter(None, map(_destroyed, head.cells, fields)), ""):
        place = grid.place(head.number, 0)
        return _unread(table, at(import_kinds.LETTERS_DESTROYED, place, word=word))
    if hidden := [place for place in _taken(table) if _is_hidden(table, place)]:
        names = ", ".join(f"{head.cells[place]} ({letters(place)})" for place in hidden)
        return _unread(table, at(import_kinds.COLUMN_HIDDEN, _place(grid), names=names))
    return ReadTable(tuple(table.submissions()), (), _others(table))


def _unread(table: Table, problem: Problem) -> ReadTable:
    return ReadTable(problems=(problem,), not_read=len(table.rows))


def _taken(table: Table) -> list[int]:
    return sorted(place for places in table.places_of.values() for place in places)


def _destroyed(head: str, field: str) -> str:
    return "" if field else destroyed_head(head)


def _without_answers(table: Table) -> Table:
    """Let a head be no comment that asks whether one may be shown, where its cells answer that.

    «Вы хотите, чтобы Ваше предложение было опубликовано?» is no proposal.
    """
    fields = [
        "" if field in _SAID and asks_of_showing(head, table.filled_below(place)) else field
        for place, (head, field) in enumerate(zip(table.head.cells, table.fields, strict=False))
    ]
    return replace(table, fields=fields) if "text" in fields else table


def _with_clause(table: Table) -> Table:
    """Let a head that speaks of a clause be one, where its cells do."""
    if "clause" in table.fields:
        return table
    places = [
        place
        for place, head in enumerate(table.head.cells)
        if not table.fields[place] and speaks_of_clause(head)
        if read_as_clauses(table.cells_below(place))
    ]
    if len(places) != 1:
        return table
    return replace(
        table,
        fields=[*table.fields[: places[0]], "clause", *table.fields[places[0] + 1 :]],
    )


def _with_names(table: Table) -> Table:
    """Let a column of authors be that of names, where its cells are names and no other has any."""
    places = table.places_of.get("author", ())
    if (
        "name" in table.fields
        or len(places) != 1
        or not read_as_names(table.cells_below(places[0]))
    ):
        return table
    fields = ["name" if field == "author" else field for field in table.fields]
    return replace(table, fields=fields)


def _is_hidden(table: Table, place: int) -> bool:
    """Return whether a column is hidden in which something stands."""
    filled = any(row.cells[place : place + 1] not in {(), ("",)} for row in table.rows)
    return place in table.grid.hidden_columns and filled


def _others(table: Table) -> dict[str, str]:
    """Return the heads of columns that are not known, and in which something stands."""
    return {
        f"{table.grid.name} {index}": name
        for index, name in enumerate(table.head.cells)
        if name
        and not table.fields[index]
        and any(row.cells[index : index + 1] not in {(), ("",)} for row in table.rows)
    }
