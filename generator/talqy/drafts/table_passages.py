"""The table of a working copy, `№ | Қазақша | Русский | код`: a row for each clause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from talqy.drafts import word_kinds
from talqy.drafts.clause_starts import ActUnits
from talqy.drafts.passages import Cells, Passage
from talqy.model.pasted import UNSEEN
from talqy.model.problem import Problem
from talqy.office.grids import Place, at
from talqy.office.text_marks import CODE_HEAD, LANGUAGE_HEADS, bookmarked
from talqy.office.word_fields import TYPED_NOWHERE
from talqy.office.word_read import words_of
from talqy.office.word_values import (
    UNDECIDED,
    Block,
    Cell,
    Note,
    NoteKind,
    Paragraph,
    WordRow,
    WordTable,
    paragraphs_in,
)

_CODE_HEADS = frozenset({CODE_HEAD, "code", "коды"})
NOTE_STYLE = "footnote text"
"""The style of notes of acts, in files that come in and in those that go out."""
_NUMBER_HEADS = frozenset({"№", "no", "n", "р/с", "№ п/п"})


@dataclass(frozen=True, slots=True)
class ClauseColumns:
    """Which cell of a row holds what, counted from 0, as the head says.

    Cells are counted, not columns of the grid: a table inside of a cell may divide these.
    """

    number: int
    languages: Mapping[str, int]
    code: int | None

    @property
    def count(self) -> int:
        """How many cells a row has."""
        return 1 + len(self.languages) + (self.code is not None)


def columns_of(table: WordTable, languages: Sequence[str]) -> ClauseColumns | None:
    """Return the columns of a table of clauses; None where its first row is no head of one."""
    if not table.rows:
        return None
    return _columns(list(enumerate(map(said, table.rows[0].cells))), languages)


def is_head_in_lines(lines: Sequence[str], languages: Sequence[str]) -> bool:
    """Return whether lines that follow each other say what the head of the table says."""
    return _columns(list(enumerate(lines)), languages) is not None


def _columns(heads: Sequence[tuple[int, str]], languages: Sequence[str]) -> ClauseColumns | None:
    named = {LANGUAGE_HEADS.get(code, code).casefold(): code for code in languages}
    names = {column: head.casefold() for column, head in heads}
    numbers = [column for column, head in names.items() if head in _NUMBER_HEADS]
    spoken = {named[head]: column for column, head in names.items() if head in named}
    codes = [column for column, head in names.items() if head in _CODE_HEADS]
    if len(numbers) != 1 or not spoken or len(codes) > 1:
        return None
    return ClauseColumns(numbers[0], spoken, next(iter(codes), None))


def said(cell: Cell) -> str:
    """Return the words of a cell without signs that nobody sees."""
    return UNSEEN.sub("", words_of(cell.blocks)).strip()


@dataclass
class TableReader:
    """Reads the rows of one table after the other; `names` are ids by bookmark.

    `units` are those that numbers may name; `wordless` are clauses that have a number alone.
    """

    file: str
    columns: ClauseColumns
    names: Mapping[str, str]
    units: ActUnits
    wordless: frozenset[str] = frozenset()
    passages: list[Passage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, table: WordTable) -> None:
        """Take the rows of a table; a row that repeats the head, or says nothing, is none."""
        spans = [cell.span for cell in table.rows[0].cells] if table.rows else []
        for row in table.rows:
            place = Place(f"{self.file}!{table.number}!A{row.number}")
            if any(said(cell) or _is_odd(cell) for cell in row.cells) and not self._is_head(row):
                self._row(row, place, spans)

    def _is_head(self, row: WordRow) -> bool:
        heads = list(enumerate(map(said, row.cells)))
        return _columns(heads, tuple(self.columns.languages)) == self.columns

    def _row(self, row: WordRow, place: Place, spans: Sequence[int]) -> None:
        is_whole = [cell.span for cell in row.cells] == spans and len(spans) == self.columns.count
        if not is_whole or any(cell.continues for cell in row.cells):
            self.problems.append(at(word_kinds.MERGED, place))
            return
        passage = self._passage(row.cells, place)
        is_bare = bool(passage.number) and passage.code in self.wordless
        if any(passage.words.values()) or passage.tables or is_bare:
            self.passages.append(passage)
        elif passage.code:
            self.problems.append(at(word_kinds.NO_WORDS, place, code=passage.code))

    def _passage(self, cells: Sequence[Cell], place: Place) -> Passage:
        spoken = {code: cells[column] for code, column in self.columns.languages.items()}
        marks = [
            one.name for cell in cells for p in paragraphs_in(cell.blocks) for one in p.bookmarks
        ]
        known = [
            (self.names[bare], copied)
            for bare, copied in map(bookmarked, marks)
            if bare in self.names
        ]
        bookmark, is_copied = known[0] if known else ("", False)
        number = dict(_numbers(said(cells[self.columns.number]), tuple(spoken)))
        return Passage(
            place=place,
            number=number,
            counted={code: self.units.key_of(printed) for code, printed in number.items()},
            words={
                code: lines
                for code, cell in spoken.items()
                if (lines := tuple(lines_in(cell.blocks)))
            },
            headed=frozenset(code for code, cell in spoken.items() if _is_headed(cell.blocks)),
            code="" if self.columns.code is None else said(cells[self.columns.code]).strip("[] "),
            bookmark=bookmark,
            is_copied=is_copied,
            noted=frozenset(
                line
                for cell in spoken.values()
                for block in cell.blocks
                if isinstance(block, Paragraph) and is_note(block)
                for line in lines_of(block)
            ),
            tables={
                code: found
                for code, cell in spoken.items()
                if (found := tuple(tables_in(cell.blocks)))
            },
            notes=tuple(
                (place, note)
                for cell in (cells[self.columns.number], *spoken.values())
                for note in notes_in(cell.blocks)
            ),
        )


def _is_odd(cell: Cell) -> bool:
    return any(note.kind not in UNDECIDED for note in notes_in(cell.blocks))


def _numbers(text: str, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the number of a clause by language: one for all, or a line for each of them."""
    lines = [line.strip() for line in text.replace(" / ", "\n").split("\n") if line.strip()]
    if len(lines) == len(languages):
        yield from zip(languages, lines, strict=True)
    elif lines:
        yield from ((code, " ".join(lines)) for code in languages)


def lines_in(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines of paragraphs as they are printed, without those of tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from lines_of(block)


def lines_of(paragraph: Paragraph) -> Iterator[str]:
    """Yield the lines of one paragraph, without signs that nobody sees; empty ones are none."""
    for line in UNSEEN.sub("", paragraph.printed).split("\n"):
        if bare := line.strip():
            yield bare


def _is_headed(blocks: Sequence[Block]) -> bool:
    first = next((b for b in blocks if isinstance(b, Paragraph) and b.printed.strip()), None)
    return first is not None and is_heading(first)


def is_heading(paragraph: Paragraph) -> bool:
    """Return whether a paragraph has the look of a heading."""
    return paragraph.outline is not None or paragraph.style.casefold().startswith(
        ("heading", "title")
    )


def is_note(paragraph: Paragraph) -> bool:
    """Return whether a file marks a paragraph as a note: what our own copies do, and pages."""
    return paragraph.style.casefold() == NOTE_STYLE


def tables_in(blocks: Sequence[Block]) -> Iterator[Cells]:
    """Yield the tables among blocks, as cells by rows; a merged one says nothing in its place.

    One that stands in a cell of another is one more: no clause has two.
    """
    for block in blocks:
        if isinstance(block, WordTable) and block.rows:
            yield tuple(tuple(said(cell) for cell in row.cells) for row in block.rows)
            for cell in (cell for row in block.rows for cell in row.cells):
                yield from filter(_says_anything, tables_in(cell.blocks))


def _says_anything(cells: Cells) -> bool:
    return any(any(row) for row in cells)


def notes_in(blocks: Sequence[Block]) -> Iterator[Note]:
    """Yield what is odd about the words of blocks, those of tables too."""
    for paragraph in paragraphs_in(tuple(blocks)):
        yield from notes_of(paragraph)


def notes_of(paragraph: Paragraph) -> Iterator[Note]:
    """Yield what is odd about the words of a paragraph: also what a field says without its source.

    Where the field is no longer one, its words alone tell.
    """
    yield from paragraph.notes
    if not any(note.kind is NoteKind.FIELD for note in paragraph.notes):
        for found in TYPED_NOWHERE.finditer(paragraph.text):
            yield Note(NoteKind.FIELD, found[0], found.start())
