"""Tables of a saved page: cells that reach over rows and columns, and tables that only place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from talqy.office.sound import TooBigError
from talqy.office.word_values import Block, Cell, WordRow, WordTable, paragraphs_in

_MOST_ROWS, _MOST_CELLS, _MOST_REACH = 20_000, 200_000, 1_000
_MOST_LINES, _MOST_SHARE = 10, 0.8


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell as it is written: its blocks, and over how many columns and rows it reaches."""

    blocks: tuple[Block, ...]
    wide: int = 1
    high: int = 1


@dataclass
class PageTable:
    """Gathers the rows of one table; `only_places`: the page says that it is no table of words."""

    only_places: bool = False
    rows: list[list[PageCell]] = field(default_factory=list)

    def begin_row(self) -> None:
        """Begin a row."""
        self.rows.append([])

    def add(self, cell: PageCell) -> None:
        """Take a cell; one that stands in no row begins one."""
        if not self.rows:
            self.begin_row()
        self.rows[-1].append(cell)

    def blocks(self) -> Iterator[Block]:
        """Yield what the table says: itself, or the blocks in it where it only places them."""
        rows = [row for row in self.rows if row]
        cells = sum(map(len, rows))
        if len(rows) > _MOST_ROWS or cells > _MOST_CELLS:
            raise TooBigError
        if self.only_places or _only_places(rows):
            yield from (block for row in rows for cell in row for block in cell.blocks)
        elif rows:
            yield WordTable(1, tuple(_reached(rows)))


def _only_places(rows: Sequence[Sequence[PageCell]]) -> bool:
    """Return whether no row says more than one thing, or one cell holds nearly all the words.

    So pages set the heading of an annex to the right, and some of them their whole text.
    """
    says = [[bool(_length(cell)) for cell in row] for row in rows]
    if all(sum(row) <= 1 for row in says):
        return True
    cells = [cell for row in rows for cell in row]
    largest = max(cells, key=_length)
    share = _length(largest) / sum(map(_length, cells))
    return len(largest.blocks) >= _MOST_LINES and share >= _MOST_SHARE


def _length(cell: PageCell) -> int:
    return sum(len(one.text) + len(one.notes) for one in paragraphs_in(cell.blocks))


def _reached(rows: Sequence[Sequence[PageCell]]) -> Iterator[WordRow]:
    """Yield rows in which a cell that reaches down stands again, as what continues."""
    reaching: dict[int, tuple[int, int]] = {}  # by column: how wide, and how many rows more
    for number, row in enumerate(rows, 1):
        cells: list[Cell] = []
        column = 0
        for cell in (*row, None):
            while column in reaching:
                wide, left = reaching.pop(column)
                if left > 1:
                    reaching[column] = wide, left - 1
                cells.append(Cell(column, (), wide, continues=True))
                column += wide
            if cell is None:
                break
            wide = min(max(cell.wide, 1), _MOST_REACH)
            cells.append(Cell(column, cell.blocks, wide))
            if cell.high > 1:
                reaching[column] = wide, min(cell.high, _MOST_ROWS) - 1
            column += wide
        yield WordRow(number, tuple(cells))
