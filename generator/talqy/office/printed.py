"""What comparison tables, reports and notices are made of: lines and tables, as values.

Each sort of file prints the same values: Word (`printed_wordml.py`) and PDF (`printed_typst.py`).
What a line looks like is said by the layout of the file, under the name of its style.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from talqy.compare.redline import Mark, Piece
from talqy.office.portions import LineKind, TableLine


class Style(StrEnum):
    """The styles of tables and reports; the last two are of letters, the others of lines."""

    TITLE = "Talqy Title"
    REVISIONS = "Talqy Revisions"
    HEAD = "Talqy Head"
    NUMBER = "Talqy Number"
    TEXT = "Talqy Text"
    FACT = "Talqy Fact"
    NOTE = "Talqy Note"
    LEGEND = "Talqy Legend"
    REMOVED = "Talqy Removed"
    ADDED = "Talqy Added"


_LINE_STYLES = {LineKind.FACT: Style.FACT, LineKind.NOTE: Style.NOTE}


class PrintedLine(NamedTuple):
    """A line of pieces; `rank` is 1 for the title of a document, 2 for a heading in it, else 0.

    `language` is "" where it is that of the whole file; one that `keeps_next` stands on the page of
    what follows it.
    """

    style: Style
    pieces: tuple[Piece, ...] = ()
    language: str = ""
    rank: int = 0
    keeps_next: bool = False
    on_new_page: bool = False


class PrintedCell(NamedTuple):
    """A cell of lines, `across` columns wide, `down` rows high."""

    lines: tuple[PrintedLine, ...] = ()
    across: int = 1
    down: int = 1
    is_shaded: bool = False


class PrintedRow(NamedTuple):
    """A row; one that `is_head` is repeated on each page, one that `is_whole` is not broken.

    The place of a cell that goes on from the row above is left out.
    """

    cells: tuple[PrintedCell, ...]
    is_head: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table; `shares` are the widths of its columns, `of` a whole where that is more than them.

    `caption` says what it is to who cannot see it; one that is not `ruled` only puts lines side by
    side.
    """

    rows: tuple[PrintedRow, ...]
    shares: tuple[float, ...]
    of: float = 0
    caption: str = ""
    is_ruled: bool = True
    on_new_page: bool = False

    @property
    def whole(self) -> float:
        """What its shares are parts of."""
        return self.of or sum(self.shares)


@dataclass(frozen=True, slots=True)
class Gap:
    """Room between two tables, which would become one if they touched."""


PrintedBlock: TypeAlias = PrintedLine | PrintedTable | Gap
GAP = Gap()


class Printer:
    """Makes lines and tables in a language, which each line names where a file has `several`."""

    def __init__(self, language: str, *, several: bool) -> None:
        self._own, self._language = language, language if several else ""

    def title(self, text: str) -> PrintedLine:
        """Return the title of a document."""
        return self.line(Style.TITLE, text)._replace(rank=1)

    def heading(self, text: str) -> PrintedLine:
        """Return the heading of a part."""
        return self.line(Style.TITLE, text)._replace(rank=2)

    def line(self, style: Style, text: str, language: str = "") -> PrintedLine:
        """Return a line of plain words, which may be in another language."""
        spoken = self._language if language in {"", self._own} else language
        return PrintedLine(style, (Piece(Mark.KEPT, text),) if text else (), spoken)

    def lines(self, lines: Iterable[TableLine]) -> tuple[PrintedLine, ...]:
        """Return the lines of a cell, each piece with its mark; a cell has one line at least."""
        made = (
            PrintedLine(_LINE_STYLES.get(one.kind, Style.TEXT), one.pieces, self._language)
            for one in lines
        )
        return tuple(made) or (self.line(Style.TEXT, ""),)

    def texts(self, texts: Iterable[str]) -> tuple[PrintedLine, ...]:
        """Return plain texts as the lines of a cell."""
        made = tuple(self.line(Style.TEXT, text) for text in texts)
        return made or (self.line(Style.TEXT, ""),)

    def head(self, name: str) -> PrintedCell:
        """Return the head of a column."""
        return PrintedCell((self.line(Style.HEAD, name),), is_shaded=True)


def rows_under(heads: Sequence[PrintedCell], rows: Iterable[PrintedRow]) -> tuple[PrintedRow, ...]:
    """Return rows under the heads of their columns, where there are heads."""
    return (*([PrintedRow(tuple(heads), is_head=True)] if heads else []), *rows)


def row_of_lines(*cells: Sequence[PrintedLine], is_named: bool = False) -> PrintedRow:
    """Return a row; the first cell is shaded if it names what the others say (`is_named`)."""
    return PrintedRow(
        tuple(
            PrintedCell(tuple(lines), is_shaded=is_named and at == 0)
            for at, lines in enumerate(cells)
        )
    )


def with_next(lines: Iterable[PrintedLine]) -> Iterator[PrintedLine]:
    """Keep lines on the page of what follows them."""
    yield from (one._replace(keeps_next=True) for one in lines)


def on_new_pages(groups: Iterable[Iterable[PrintedBlock]]) -> Iterator[PrintedBlock]:
    """Let each group but the first begin on a page of its own: the block that it begins with does.

    A line that breaks the page for it would leave an empty one where the page before is full.
    """
    for at, group in enumerate(groups):
        blocks = iter(group)
        if at and (first := next(blocks, None)):
            yield _on_new_page(first)
        yield from blocks


def _on_new_page(block: PrintedBlock) -> PrintedBlock:
    if isinstance(block, PrintedLine):
        return block._replace(on_new_page=True)
    return replace(block, on_new_page=True) if isinstance(block, PrintedTable) else block
