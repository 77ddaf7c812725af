"""A letter in Word without a comment table: one submission, or a reason why a person must look."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from talqy.comments.lost_letters import mixed_alphabets
from talqy.comments.table_heads import lists_signatures
from talqy.intake import import_kinds, row_kinds, word_kinds
from talqy.intake.clause_mentions import clauses_spoken_of
from talqy.intake.form_letter import FormLetter, form_letter
from talqy.intake.form_remarks import more_than_greetings, of_remark
from talqy.intake.letter_frame import frame_of, speaks_of_attachment
from talqy.intake.letter_tables import LaidOut, after_letterhead, before_sign_off
from talqy.intake.mail_end import EndLine
from talqy.intake.submission import Submission
from talqy.intake.table import ReadTable
from talqy.intake.word_notes import is_sentence, lines_beside, problems_of, shown
from talqy.model.problem import Kind, Problem
from talqy.office.grids import Place, at
from talqy.office.mail_page import MailLine
from talqy.office.word_values import (
    Block,
    Note,
    NoteKind,
    Paragraph,
    WordDocument,
    WordTable,
    paragraphs_in,
)

# Words that stand nowhere in the text are told wherever they are; the rest only in the own words.
_ALWAYS = frozenset({NoteKind.BOX, NoteKind.HIDDEN, NoteKind.FOOTNOTE, NoteKind.REMARK})


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a paragraph, counted from 1, or one row of a table that lays out a frame.

    `begins`: it is the first of its paragraph, and so stands apart from what is above it.
    """

    text: str
    number: int
    notes: tuple[Note, ...]
    in_table: bool
    begins: bool = True
    is_signed: bool = False
    """It is a row of a list of signatures, of which nobody is published."""
    cells: tuple[tuple[str, ...], ...] = ()
    """The lines of each cell of a row."""


@dataclass(frozen=True, slots=True)
class _PaperLetter:
    file: str
    digest: str
    own: Sequence[_Line]
    frame: Sequence[_Line]
    silent: Sequence[_Line]
    doubtful: str
    margins: Sequence[str]
    """The lines in the heads and feet of its pages."""

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.own)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The lines that are not the author's own, or stand beside the text."""
        return (*(line.text for line in self.frame), *self.margins)

    def problems(self) -> Iterator[Problem]:
        """Yield why a person must look at the letter, and what is worth a look."""
        if self.doubtful:
            yield self._at(word_kinds.LETTER_UNCLEAR, line=self.doubtful)
        if aside := [line for line in self.margins if is_sentence(line)]:
            yield self._at(word_kinds.ASIDE, words=shown(aside))
        lines = (*(one.text for one in (*self.own, *self.frame)), *self.margins)
        attached = next((line for line in lines if speaks_of_attachment(line)), "")
        if attached:
            yield self._at(
                import_kinds.ATTACHMENT_MEANT, words=attached, names="–", digest=self.digest
            )
        if self.left_out:
            yield self._at(import_kinds.LEFT_OUT, count=len(self.left_out))
        if not self.own:
            yield self._at(import_kinds.NO_WORDS)
        if word := mixed_alphabets(self.text):
            yield self._at(row_kinds.LETTERS_MIXED, word=word)
        yield from self._odd()

    def _odd(self) -> Iterator[Problem]:
        """Yield what is odd about the words; pictures only count where they stand among them."""
        inside = range(self.own[0].number, self.own[-1].number + 1) if self.own else range(0)
        for line in (*self.own, *self.frame, *self.silent):
            is_inside = line.number in inside
            notes = (note for note in line.notes if is_inside or note.kind in _ALWAYS)
            yield from problems_of(notes, Place(self.file, line.number))

    def _at(self, kind: Kind, **values: object) -> Problem:
        return at(kind, Place(self.file), **values)


def read_letter(document: WordDocument, file: str, digest: str) -> ReadTable | None:
    """Read a letter; None where a table stands among its words: it is no letter then.

    `digest` is the SHA-256 of its file, which tells the original.
    """
    lines = list(_lines(document.blocks))
    signed = [line for line in lines if line.is_signed]
    spoken = [line for line in lines if line.text and not line.is_signed]
    laid_out = [LaidOut(line.text, line.cells) for line in spoken]
    first, end = after_letterhead(laid_out), before_sign_off(laid_out)
    found = frame_of([EndLine(line.text, is_apart=line.begins) for line in spoken[first:end]])
    first, end = first + found.first, first + found.end
    own = spoken[first:end]
    if any(line.in_table for line in own):
        return None
    if form := form_letter([MailLine(line.text) for line in spoken]):
        return _of_form(form, spoken, _PaperLetter(file, digest, spoken, (), (), "", ()))
    heading = "\n\n".join(line.text for line in spoken[:first])
    frame = [*spoken[:first], *spoken[end:], *signed]
    silent = [line for line in lines if not line.text]
    margins = list(lines_beside(document.margins))
    doubtful = found.doubtful or next((line.text for line in signed), "")
    letter = _PaperLetter(file, digest, own, frame, silent, doubtful, margins)
    submission = Submission(
        place=Place(file),
        said={"text": letter.text},
        source="letter",
        notes=tuple(letter.problems()),
        left_out=letter.left_out,
        heading=heading,
        titles=clauses_spoken_of(heading),
    )
    return ReadTable((submission,))


def _of_form(form: FormLetter, spoken: Sequence[_Line], letter: _PaperLetter) -> ReadTable:
    """Take what the form of the site has put into a letter that somebody has put into a document.

    One that lost a part is left, and none of its labels are words.
    """
    rest = tuple(one.text for one in form.rest if one.text != form.end)
    whole = Submission(
        place=Place(letter.file),
        said={"text": letter.text},
        source="letter",
        notes=tuple(letter.problems()),
        left_out=rest if form.remarks else (),
    )
    if not form.remarks:
        line = shown([form.changed or spoken[0].text])
        changed = at(import_kinds.FORM_CHANGED, Place(letter.file), line=line)
        return ReadTable((replace(whole, notes=(*whole.notes, changed)),))
    if told := " ".join(more_than_greetings(rest)):
        beside = at(import_kinds.BESIDE_FORM, Place(letter.file), line=shown([told]))
        whole = replace(whole, notes=(*whole.notes, beside))
    return ReadTable(tuple(of_remark(whole, one, {}) for one in form.remarks))


def _lines(blocks: Iterable[Block]) -> Iterator[_Line]:
    """Yield the lines of a letter; a frame of one cell around words is seen through."""
    numbers = count(1)
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _split(block, next(numbers))
            continue
        is_signed = _lists_signatures(block)
        for row in block.rows:
            if len(row.cells) == 1:
                for paragraph in paragraphs_in(row.cells[0].blocks):
                    yield from _split(paragraph, next(numbers))
            else:
                columns = [list(paragraphs_in(cell.blocks)) for cell in row.cells]
                inner = [one for column in columns for one in column]
                cells = " ".join(one.printed for one in inner if one.printed.strip())
                notes = tuple(note for one in inner for note in one.notes)
                number = next(numbers)
                said = tuple(tuple(_said(column)) for column in columns)
                yield _Line(cells, number, notes, in_table=True, is_signed=is_signed, cells=said)


def _said(column: Iterable[Paragraph]) -> Iterator[str]:
    """Yield the lines of a cell in which something stands."""
    for one in column:
        yield from (line.strip() for line in one.printed.split("\n") if line.strip())


def _lists_signatures(block: WordTable) -> bool:
    """Return whether the first row of a table has the heads of a list of signatures."""
    heads = [
        " ".join(one.printed for one in paragraphs_in(cell.blocks))
        for row in block.rows[:1]
        for cell in row.cells
    ]
    return lists_signatures(heads)


def _split(paragraph: Paragraph, number: int) -> Iterator[_Line]:
    """Yield the lines of a paragraph: people press Shift and Enter where another line begins."""
    lines = [line.strip() for line in paragraph.printed.split("\n") if line.strip()] or [""]
    for index, line in enumerate(lines):
        notes = paragraph.notes if index == 0 else ()
        yield _Line(line, number, notes, in_table=False, begins=index == 0)
