"""A document with tracked changes as values: lines, tables, and what became of each piece.

Kept and removed pieces are the old document, kept and added ones the new one; a document without
changes is one in which everything is kept. Word and LibreOffice differ in what they make of a
change at the end of a paragraph: `with_sound_ends` leaves them no choice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple, TypeAlias

from talqy.compare.marks import Mark, Piece, in_signs
from talqy.compare.tokens import tokens
from talqy.office.word_pictures import WordPicture


class MarkedRun(NamedTuple):
    """A run of words with one mark; `is_code` is printed small, `is_named` is under a bookmark."""

    mark: Mark
    text: str
    is_code: bool = False
    is_named: bool = False


class MarkedPicture(NamedTuple):
    """A picture with a mark: its number among those of the file, and its words."""

    mark: Mark
    number: int
    picture: WordPicture
    words: str


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A paragraph; `end` is what became of its end: one that came or went split or joined lines.

    `style` is a name that Word knows in every language; `level` is how deep an item stands; `notes`
    are the numbers of those in the margin; `pictures` follow the words.
    """

    style: str
    runs: tuple[MarkedRun, ...] = ()
    end: Mark = Mark.KEPT
    language: str = ""
    bookmark: str = ""
    level: int = 0
    on_new_page: bool = False
    notes: tuple[int, ...] = ()
    pictures: tuple[MarkedPicture, ...] = ()

    def read_as(self, mark: Mark) -> str:
        """Return its words in the document that has the added ones, or in that of the removed."""
        return "".join(run.text for run in self.runs if run.mark in {Mark.KEPT, mark})


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row of a table; each cell holds lines and tables."""

    cells: tuple[tuple["MarkedBlock", ...], ...]
    mark: Mark = Mark.KEPT
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table; `shares` are the widths of its columns beside one another, else as words need."""

    rows: tuple[MarkedRow, ...]
    shares: tuple[float, ...] = ()

    @property
    def columns(self) -> Iterator[list[str]]:
        """The lines that stand in each column, in both documents."""
        for cells in zip(*(row.cells for row in self.rows), strict=True):
            lines = [one for cell in cells for one in cell if isinstance(one, MarkedLine)]
            yield [one.read_as(mark) for one in lines for mark in (Mark.ADDED, Mark.REMOVED)]


MarkedBlock: TypeAlias = MarkedLine | MarkedTable


def cut_in_lines(pieces: Iterable[Piece]) -> Iterator[tuple[tuple[MarkedRun, ...], Mark]]:
    """Yield the lines of pieces, each with the mark of its end; the last piece has to end one."""
    runs: list[MarkedRun] = []
    for mark, text in pieces:
        first, *others = text.split("\n")
        runs += [MarkedRun(mark, first)] if first else []
        for other in others:
            yield tuple(runs), mark
            runs = [MarkedRun(mark, other)] if other else []


def in_lines(blocks: Iterable[MarkedBlock]) -> Iterator[str]:
    """Yield blocks as plain text, changes in signs; cells of a row stand on lines of their own."""
    for block in blocks:
        if isinstance(block, MarkedLine):
            yield in_signs(Piece(run.mark, run.text) for run in block.runs)
        else:
            for row in block.rows:
                yield ""
                yield from (line for cell in row.cells for line in in_lines(cell))


# --- ends of paragraphs --------------------------------------------------------------------------


def with_sound_ends(blocks: Sequence[MarkedBlock]) -> tuple[MarkedBlock, ...]:
    """Return the same blocks, so marked that each program reads the same two texts out of them.

    The last paragraph before a table, of a cell and of the document stays, whatever happens to its
    words: a program can join a paragraph with a paragraph alone.
    """
    found: list[MarkedBlock] = []
    for is_table, group in groupby(blocks, lambda one: isinstance(one, MarkedTable)):
        if is_table:
            found += _apart(group)
        else:
            lines = [one for one in group if isinstance(one, MarkedLine)]
            found += _unglued(_closed(lines))
    if not found or isinstance(found[-1], MarkedTable):
        found.append(MarkedLine("Body Text"))
    return tuple(found)


def _apart(tables: Iterable[MarkedBlock]) -> Iterator[MarkedBlock]:
    """Yield tables with an empty line between them: those that touch become one."""
    for at, table in enumerate(tables):
        if at:
            yield MarkedLine("Body Text")
        yield table


def _closed(lines: list[MarkedLine]) -> list[MarkedLine]:
    """Let the last end stay: what came or went behind the last one that stayed is written so."""
    kept = max((at for at, one in enumerate(lines) if one.end is Mark.KEPT), default=-1)
    added = [one for one in lines[kept + 1 :] if one.end is Mark.ADDED]
    removed = [one for one in lines[kept + 1 :] if one.end is Mark.REMOVED]
    if added and removed:
        # Of the line that both texts end with, each has its own words.
        runs, notes = added[-1].runs + removed[0].runs, added[-1].notes + removed[0].notes
        last = replace(added[-1], runs=runs, end=removed[0].end, notes=notes)
        tail = [*added[:-1], last, *removed[1:]]
        return [*lines[: kept + 1], *tail[:-1], replace(tail[-1], end=Mark.KEPT)]
    if tail := added or removed:
        before = [replace(one, end=tail[0].end) for one in lines[max(kept, 0) : kept + 1]]
        return [*lines[: max(kept, 0)], *before, *tail[:-1], replace(tail[-1], end=Mark.KEPT)]
    return lines


def _unglued(lines: Sequence[MarkedLine]) -> Iterator[MarkedLine]:
    """Yield lines that LibreOffice does not join when it rejects.

    Where a line ends in added words and a new one follows, it takes both for one insertion, and the
    end between them with it. So at an end that stays there stand removed words, or kept ones.
    """
    for at, line in enumerate(lines):
        runs = list(_added_first(line.runs))
        follows = lines[at + 1] if at + 1 < len(lines) else None
        is_changed = follows and (follows.end is Mark.ADDED or _begins_added(follows))
        if line.end is Mark.KEPT and is_changed and runs and runs[-1].mark is Mark.ADDED:
            runs = _with_last_word(runs)
        yield replace(line, runs=tuple(runs))


def _begins_added(line: MarkedLine) -> bool:
    return bool(line.runs) and line.runs[0].mark is Mark.ADDED


def _added_first(runs: Sequence[MarkedRun]) -> Iterator[MarkedRun]:
    """Yield runs with what was added before what was removed in its place, at the end of a line."""
    end = max((at for at, run in enumerate(runs) if run.mark is Mark.KEPT), default=-1) + 1
    yield from runs[:end]
    yield from sorted(runs[end:], key=lambda run: run.mark is Mark.REMOVED)


def _with_last_word(runs: list[MarkedRun]) -> list[MarkedRun]:
    """Take the last kept word into the change: it is added anew and removed."""
    kept = max((at for at, run in enumerate(runs) if run.mark is Mark.KEPT), default=-1)
    if kept < 0:
        return runs
    *before, word = tokens(runs[kept].text)
    rest = runs[kept]._replace(text="".join(before))
    put_in = runs[kept]._replace(mark=Mark.ADDED, text=word)
    taken_out = put_in._replace(mark=Mark.REMOVED)
    return [*runs[:kept], *([rest] if before else []), put_in, *runs[kept + 1 :], taken_out]
