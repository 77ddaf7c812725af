"""The tables of a document as grids, with what is odd about each cell under its place."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from talqy.office.grids import Grid, Place, Row, letters
from talqy.office.sound import TooBigError
from talqy.office.word_read import words_of
from talqy.office.word_values import (
    PARAGRAPH_MARK,
    Block,
    Cell,
    Note,
    NoteKind,
    WordDocument,
    WordTable,
    paragraphs_in,
)

_MOST_COLUMNS = 64
# A merged cell says the same in each of its rows: few bytes could become very many.
_MOST_LETTERS = 1 << 24


@dataclass
class WordTables:
    """All tables of a document; `inner` are those that stand in cells of others.

    The words of an inner table are words of its cell, too. `notes` are by the place of the cell;
    `counted` are the cells that say nothing but an automatic number. `left_out`
    are the words of rows that are no more there, by their place.
    """

    grids: list[Grid] = field(default_factory=list)
    inner: list[Grid] = field(default_factory=list)
    notes: dict[Place, tuple[Note, ...]] = field(default_factory=dict)
    counted: dict[Place, str] = field(default_factory=dict)
    left_out: dict[Place, str] = field(default_factory=dict)


def tables_of(document: WordDocument, file: str) -> WordTables:
    """Return the tables of a document; raise TooBigError where their cells say too much."""
    tables = WordTables()
    reader = _GridReader(file, tables)
    for block in document.blocks:
        if isinstance(block, WordTable):
            tables.grids.append(reader.grid(block, str(block.number)))
    return tables


@dataclass
class _GridReader:
    file: str
    found: WordTables
    letters: int = _MOST_LETTERS

    def grid(self, table: WordTable, name: str) -> Grid:
        """Return one table; its inner ones are gathered."""
        rows: list[Row] = []
        above: Mapping[int, _Said] = {}
        empty = Grid(self.file, name, ())
        self.found.left_out |= {empty.place(at, 0): words for at, words in table.left_out}
        for row in table.rows:
            texts = {
                cell.column: self._said(cell, above, is_inserted=row.is_inserted)
                for cell in row.cells
            }
            above = texts
            for cell in row.cells:
                place = empty.place(row.number, cell.column)
                if notes := texts[cell.column].notes:
                    self.found.notes[place] = notes
                if _only_counts(cell):
                    self.found.counted[place] = texts[cell.column].text
                self._inner(cell, f"{name}!{letters(cell.column)}{row.number}")
            line = _line({column: one.text for column, one in texts.items()})
            if any(line):
                rows.append(Row(row.number, line))
            elif gone := _taken_out(one for said in texts.values() for one in said.notes):
                self.found.left_out[empty.place(row.number, 0)] = gone
        return Grid(self.file, name, tuple(rows))

    def _inner(self, cell: Cell, name: str) -> None:
        for block in cell.blocks:
            if isinstance(block, WordTable):
                self.found.inner.append(self.grid(block, f"{name}!{block.number}"))

    def _said(self, cell: Cell, above: Mapping[int, "_Said"], *, is_inserted: bool) -> "_Said":
        """Return what a cell says; one that is merged with the one above says the same."""
        text = _visible(words_of(cell.blocks))
        notes = tuple(_notes(cell.blocks))
        if is_inserted and text and not any(one.kind is NoteKind.INSERTED for one in notes):
            notes = (*notes, Note(NoteKind.INSERTED, text))
        if cell.continues:
            merged = above.get(cell.column, _Said())
            covered = (Note(NoteKind.HIDDEN, text),) if text else ()
            text, notes = merged.text, (*merged.notes, *covered)
        self.letters -= len(text)
        if self.letters < 0:
            raise TooBigError
        return _Said(text, notes)


@dataclass(frozen=True, slots=True)
class _Said:
    text: str = ""
    notes: tuple[Note, ...] = ()


def _only_counts(cell: Cell) -> bool:
    inside = list(paragraphs_in(cell.blocks))
    return any(one.label for one in inside) and not any(_visible(one.text) for one in inside)


def _line(said: Mapping[int, str]) -> tuple[str, ...]:
    """Put texts into their columns; a cell that is as wide as several has the first of them."""
    width = min(max(said, default=-1) + 1, _MOST_COLUMNS)
    return tuple(said.get(column, "") for column in range(width))


def _visible(text: str) -> str:
    """Return a text without spaces around it; one of signs without a look says nothing."""
    text = text.strip()
    return text if any(unicodedata.category(sign) != "Cf" for sign in text) else ""


def _taken_out(notes: Iterable[Note]) -> str:
    """Return the words of a row of which nothing is left: all of them are taken out."""
    said = (one.words for one in notes if one.kind is NoteKind.DELETED)
    return " ".join(" ".join(said).replace(PARAGRAPH_MARK, " ").split())


def _notes(blocks: tuple[Block, ...]) -> Iterator[Note]:
    for paragraph in paragraphs_in(blocks):
        yield from paragraph.notes
