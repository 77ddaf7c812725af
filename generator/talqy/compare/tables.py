"""Tables compared: rows are paired as lines of a text are, and inside of a row cell by cell.

Columns belong together by the words of their head; a column that came or went is marked as a whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from talqy.compare.matching import runs
from talqy.compare.redline import Mark, Piece, RedLine, Redline, redline
from talqy.compare.whole_words import in_whole_words

_EDGE = " | "

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class RowRedline:
    """One row of both tables; `kind` is kept, changed, removed or added; cells hold their marks."""

    kind: str
    cells: tuple[tuple[Piece, ...], ...]

    def line(self) -> RedLine:
        """Return the row as one line, its cells behind one another."""
        pieces: list[Piece] = []
        for at, cell in enumerate(self.cells):
            pieces += [Piece(Mark.KEPT, _EDGE)] if at else []
            pieces += cell
        before, after = (
            "".join(p.text for p in pieces if p.mark in {Mark.KEPT, mark})
            for mark in (Mark.REMOVED, Mark.ADDED)
        )
        return RedLine(
            None if self.kind == "added" else before,
            None if self.kind == "removed" else after,
            tuple(pieces),
        )


@dataclass(frozen=True, slots=True)
class TableRedline:
    """Two tables as one: the first row is the head."""

    rows: tuple[RowRedline, ...]

    @property
    def is_kept(self) -> bool:
        """Return whether nothing changed."""
        return all(row.kind == "kept" for row in self.rows)

    def lines(self) -> Redline:
        """Return the table with a line for each row, for what prints lines."""
        return Redline(tuple(row.line() for row in self.rows))


def table_redline(before: Sequence[Row], after: Sequence[Row]) -> TableRedline:
    """Compare two tables, each its head and its rows; either may be empty."""
    if not before or not after:
        mark = Mark.ADDED if after else Mark.REMOVED
        return TableRedline(tuple(_whole(row, mark) for row in before or after))
    columns = list(_pairs(before[0], after[0], at_head=True))
    head = _row(before[0], after[0], columns)
    return TableRedline((head, *_rows(before[1:], after[1:], columns)))


_Columns = Sequence[tuple[int | None, int | None]]


def _rows(before: Sequence[Row], after: Sequence[Row], columns: _Columns) -> Iterator[RowRedline]:
    keys = [[_EDGE.join(row) for row in side] for side in (before, after)]
    for old, new in _pairs(*keys):
        if old is not None and new is not None:
            yield _row(before[old], after[new], columns)
        elif old is not None:
            yield _whole([_at(before[old], i) for i, _ in columns], Mark.REMOVED)
        elif new is not None:
            yield _whole([_at(after[new], j) for _, j in columns], Mark.ADDED)


def _pairs(
    before: Sequence[str], after: Sequence[str], *, at_head: bool = False
) -> Iterator[tuple[int | None, int | None]]:
    """Pair equal ones in their order; between them those of one place, as long as they are alike.

    Heads of columns need not be alike where as many went as came: a column was renamed then.
    """
    for i1, i2, j1, j2, same in runs(list(before), list(after)):
        if same or (at_head and i2 - i1 == j2 - j1):
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
            continue
        marked = redline("\n".join(map(_flat, before[i1:i2])), "\n".join(map(_flat, after[j1:j2])))
        old, new = iter(range(i1, i2)), iter(range(j1, j2))
        for line in marked.lines:
            # Rows that a redline takes for lines divided anew are one line of it.
            sides = (islice(old, _count(line.before)), islice(new, _count(line.after)))
            yield from zip_longest(*sides)


def _count(lines: str | None) -> int:
    return 0 if lines is None else lines.count("\n") + 1


def _flat(text: str) -> str:
    """Return a text on one line that is never empty: a row is a line here, whatever it holds."""
    return " ".join(text.split()) or _EDGE.strip()


def _row(old: Row, new: Row, columns: _Columns) -> RowRedline:
    cells = tuple(_cell(_at(old, i), _at(new, j)) for i, j in columns)
    is_kept = all(piece.mark is Mark.KEPT for cell in cells for piece in cell)
    return RowRedline("kept" if is_kept else "changed", cells)


def _at(row: Row, place: int | None) -> str:
    return "" if place is None else row[place]


def _cell(old: str, new: str) -> tuple[Piece, ...]:
    """Mark a cell; its lines stand on one."""
    marked = redline(" ".join(old.split()), " ".join(new.split()))
    return in_whole_words(piece for line in marked.lines for piece in line.pieces)


def _whole(row: Row, mark: Mark) -> RowRedline:
    cells = tuple((Piece(mark, " ".join(cell.split())),) if cell.strip() else () for cell in row)
    return RowRedline(mark.value, cells)
