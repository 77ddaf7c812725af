"""Tables of a web form, of typed letters, or of the ISO template: rows in, submissions out."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from talqy.comments import import_kinds
from talqy.comments.columns import NOT_TAKEN, fields_of, settled
from talqy.comments.import_kinds import at
from talqy.comments.submission import Submission
from talqy.model.problem import Problem
from talqy.office.grids import Grid, Place, Row

# How far below the top a row of heads is looked for.
_FIRST_ROWS = 15
_DELIMITERS = (",", ";", "\t")
_COUNTED = re.compile(r"\(?\d{1,2}\)?\.?")


@dataclass(frozen=True, slots=True)
class ReadTable:
    """What a file holds; `problems` are those of the file itself, `facts` what was found out."""

    submissions: tuple[Submission, ...] = ()
    problems: tuple[Problem, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


def read_csv(data: bytes, file: str) -> ReadTable:
    """Read a CSV file in whichever of the usual encodings and with whichever delimiter it has."""
    encoding = _encoding(data)
    if encoding is None:
        return ReadTable(problems=(at(import_kinds.NO_ENCODING, Place(file)),))
    text = data.decode(encoding)
    delimiter = max(_DELIMITERS, key=lambda sign: _known_heads(text, sign))
    facts = {"encoding": encoding, "delimiter": "tab" if delimiter == "\t" else delimiter}
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows += _numbered(reader)
    except csv.Error:
        place = Place(file, reader.line_num)
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, place, form="CSV"),), facts=facts)
    found = read_grids((Grid(file, "", tuple(rows)),), file)
    return ReadTable(found.submissions, found.problems, {**facts, **found.facts})


def read_grids(grids: Sequence[Grid], file: str) -> ReadTable:
    """Read all tables of a file that have known heads; one at least must have them."""
    heads = [(grid, _head(grid)) for grid in grids]
    tables = [_read_table(grid, head) for grid, head in heads if head]
    if not tables:
        return ReadTable(problems=(at(import_kinds.NO_HEAD, Place(file)),))
    others = dict.fromkeys(name for table in tables for name in table.facts.values())
    return ReadTable(
        tuple(submission for table in tables for submission in table.submissions),
        tuple(problem for table in tables for problem in table.problems),
        {"columns not taken": ", ".join(others)} if others else {},
    )


def _encoding(data: bytes) -> str | None:
    marks = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
    likely = [code for mark, code in marks if data.startswith(mark)]
    for code in likely or ["utf-8", "cp1251"]:
        try:
            data.decode(code)
        except UnicodeDecodeError:
            continue
        return code
    return None


def _known_heads(text: str, delimiter: str) -> int:
    """Count the known heads among the first rows, were this the delimiter."""
    lines = io.StringIO("\n".join(text.splitlines()[: 2 * _FIRST_ROWS]), newline="")
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))[:_FIRST_ROWS]
    except csv.Error:
        return 0
    return max((sum(map(bool, fields_of(row))) for row in rows), default=0)


def _numbered(reader: Iterator[list[str]]) -> Iterator[Row]:
    """Number rows by the line on which they begin: a cell may have several lines."""
    number = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield Row(number, tuple(cell.strip() for cell in cells))
        number = reader.line_num + 1  # type: ignore[attr-defined]


def _head(grid: Grid) -> Row | None:
    """Find the row of heads: among the first ones that have a column for the text, the fullest."""
    rows = [row for row in grid.rows[:_FIRST_ROWS] if "text" in fields_of(row.cells)]
    return max(rows, key=lambda row: sum(map(bool, fields_of(row.cells))), default=None)


def _read_table(grid: Grid, head: Row) -> ReadTable:
    fields = fields_of(head.cells)
    twice = sorted(
        {name for name in fields if name not in {"", *NOT_TAKEN} if fields.count(name) > 1}
    )
    if twice:
        place = grid.place(head.number, fields.index(twice[0]))
        return ReadTable(problems=(at(import_kinds.HEAD_TWICE, place, field=twice[0]),))
    below = [row for row in grid.rows if row.number > head.number]
    if below and _only_counts(below[0]):
        del below[0]
    others = {
        str(place): name
        for place, name in enumerate(head.cells)
        if name
        and not fields[place]
        and any(row.cells[place : place + 1] != ("",) for row in below)
    }
    return ReadTable(tuple(_submission(grid, head, fields, row) for row in below), (), others)


def _only_counts(row: Row) -> bool:
    """Return whether a row only numbers the columns, as templates have it."""
    said = [cell for cell in row.cells if cell]
    return len(said) > 2 and all(_COUNTED.fullmatch(cell) for cell in said)


def _submission(grid: Grid, head: Row, fields: Sequence[str], row: Row) -> Submission:
    columns = {name: place for place, name in enumerate(fields) if name and name not in NOT_TAKEN}
    said = {name: row.cells[place] for name, place in columns.items() if place < len(row.cells)}
    places = {name: grid.place(row.number, place) for name, place in columns.items()}
    notes = () if said.get("text") else (at(import_kinds.NO_WORDS, places["text"]),)
    origin = said.pop("reference", "")
    names = {name: head.cells[place] for name, place in columns.items()}
    return Submission(
        place=grid.place(row.number, columns["text"]),
        said={"consent": "", **settled(said, names)}
        if "consent" in columns
        else settled(said, names),
        places=places,
        origin=origin,
        notes=notes,
    )
