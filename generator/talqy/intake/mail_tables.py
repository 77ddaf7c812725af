"""Tables of comments in the page of a letter: each row a submission, as in Word and in a workbook.

What is said against the letter (passed on, cut off, marked as private) is said against its rows.
Words that stand outside of the tables are left for a person where they say something.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talqy.comments.publication import asks_not_to_publish
from talqy.comments.table_heads import Columns
from talqy.intake import import_kinds, word_kinds
from talqy.intake.column_cells import read_as_clauses
from talqy.intake.submission import Submission
from talqy.intake.table import ReadTable, read_grids
from talqy.intake.table_rows import kept_apart
from talqy.intake.word_notes import is_sentence
from talqy.model.problem import Problem
from talqy.office.grids import Grid, Row, at
from talqy.office.mail_page import MailLine

# Without words beside its tables a letter is none; the tables are what it says.
_OF_LETTER = frozenset({import_kinds.NO_WORDS, import_kinds.TABLE_IN_LETTER})


@dataclass(frozen=True, slots=True)
class PageTables:
    """The tables of comments of a letter, under their numbers in it."""

    rows: Sequence[tuple[int, tuple[Row, ...]]] = ()
    digest: str = ""
    """That of the original, which tells it."""

    def without(self, lines: Sequence[MailLine]) -> list[MailLine]:
        """Return the lines that stand outside of these tables."""
        numbers = {number for number, _ in self.rows}
        return [line for line in lines if line.table not in numbers]


def are_rows_of_clauses(rows: Sequence[Row]) -> bool:
    """Return whether several rows of a table without heads name a clause each, and say something.

    «6 | Срок слишком велик.» over «7 | Плата не нужна.»: what belongs to several clauses is not
    one comment on the whole draft.
    """
    said = [[cell for cell in row.cells if cell] for row in rows]
    named = [cells[0] for cells in said if any(len(cell.split()) > 2 for cell in cells[1:])]
    return len(named) > 1 and read_as_clauses(named)


def with_tables(letter: Submission, tables: PageTables, columns: Columns | None) -> ReadTable:
    """Return the rows of the tables of a letter, and the letter itself where it says more.

    Where the tables have no heads of comments after all, the letter is all that there is.
    """
    if not tables.rows:
        return ReadTable((letter,))
    place = letter.place
    box = f"{place.line}." if place.line else ""
    grids = [Grid(place.file, f"{box}{number}", rows) for number, rows in tables.rows]
    read = read_grids(grids, place.file, columns)
    if not read.submissions:
        again = at(import_kinds.TABLE_IN_LETTER, place, digest=tables.digest)
        return ReadTable((replace(letter, notes=(*_told(letter), again)),), read.problems)
    text = letter.said.get("text", "")
    rows = kept_apart(read.submissions, asks_not_to_publish([text]))
    own = tuple(_rows(rows, letter))
    if any(map(is_sentence, text.split("\n"))):
        own += (replace(letter, notes=(*_told(letter), at(word_kinds.OUTSIDE, place))),)
    return replace(read, submissions=own)


def _told(letter: Submission) -> tuple[Problem, ...]:
    return tuple(one for one in letter.notes if one.kind not in _OF_LETTER)


def _rows(rows: Sequence[Submission], letter: Submission) -> Iterator[Submission]:
    """Yield rows with what is said of their letter: all of it at the first, and errors at each."""
    day = letter.said.get("received", "")
    outside = tuple(line for line in letter.said.get("text", "").split("\n") if line)
    for place, row in enumerate(rows):
        notes = tuple(one for one in _told(letter) if one.is_error or not place)
        said = {**({"received": day} if day else {}), **row.said}
        yield replace(
            row,
            said=said,
            notes=(*row.notes, *notes),
            subject=letter.subject,
            left_out=(*outside, *letter.left_out),
        )
