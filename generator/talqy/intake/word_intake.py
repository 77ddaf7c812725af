"""Word documents in, submissions out: a row of a comment table each, or one letter."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

from talqy.comments.publication import asks_not_to_publish
from talqy.comments.table_heads import Columns
from talqy.intake import import_kinds, row_kinds, word_kinds
from talqy.intake.submission import Submission
from talqy.intake.table import ReadTable, read_grids
from talqy.intake.table_rows import kept_apart
from talqy.intake.word_letter import read_letter
from talqy.intake.word_notes import (
    BESIDE,
    is_sentence,
    lines_beside,
    problems_of,
    row_taken_out,
)
from talqy.model.problem import Problem
from talqy.office.grids import Place, at
from talqy.office.sound import DamagedError, TooBigError, UnsoundError
from talqy.office.word_grids import WordTables, tables_of
from talqy.office.word_read import read_word
from talqy.office.word_values import Paragraph, WordDocument

_WORDS = frozenset({"text", "quote", "proposal", "clause"})
# What is no package at all: old .doc files and those with a password, and .rtf.
_OTHER_FORMS = (b"\xd0\xcf\x11\xe0", b"{\\rtf")


def read_docx(data: bytes, file: str, columns: Columns | None = None) -> ReadTable:
    """Read a document: its comment tables where it has such, else the letter that it is."""
    place = Place(file)
    if data.startswith(_OTHER_FORMS):
        return _refused(at(word_kinds.WORD_LOCKED, place))
    try:
        document = read_word(data)
        tables = tables_of(document, file)
    except TooBigError:
        return _refused(at(import_kinds.TOO_BIG, place))
    except DamagedError as error:
        damage = at(word_kinds.WORD_DAMAGED, place, part=error.part, line=error.line)
        return _refused(damage)
    except UnsoundError:
        return _refused(at(import_kinds.NOT_READABLE, place, form="DOCX"))
    found = _from_tables(tables, file, columns)
    if _has_no_heads(found):
        return read_letter(document, file, hashlib.sha256(data).hexdigest()) or found
    return _with_outside(_noted(found, tables), tables, document, file)


def _refused(problem: Problem) -> ReadTable:
    return ReadTable(problems=(problem,))


def _from_tables(tables: WordTables, file: str, columns: Columns | None) -> ReadTable:
    """Read the tables of the body; those in cells of others only where the others have no heads."""
    outer = read_grids(tables.grids, file, columns)
    if not _has_no_heads(outer) or not tables.inner:
        return outer
    inner = read_grids(tables.inner, file, columns)
    return outer if _has_no_heads(inner) else inner


def _has_no_heads(read: ReadTable) -> bool:
    without = (import_kinds.NO_HEAD, row_kinds.EMPTY_FILE)
    return any(problem.kind in without for problem in read.problems)


def _noted(read: ReadTable, tables: WordTables) -> ReadTable:
    """Add to each row what is odd about its cells."""
    by_row: dict[str, list[Place]] = {}
    for place in tables.notes:
        by_row.setdefault(_row_of(place), []).append(place)
    rows = (_row(one, by_row.get(_row_of(one.place), ()), tables) for one in read.submissions)
    return replace(read, submissions=tuple(rows))


def _row(submission: Submission, noted: Iterable[Place], tables: WordTables) -> Submission:
    """Add what is odd about the cells of a row; `noted` are those of which something is said."""
    odd = [
        problem
        for name, place in submission.places.items()
        for problem in problems_of(tables.notes.get(place, ()), place, are_words=name in _WORDS)
    ]
    taken = set(submission.places.values())
    for place in noted:
        if place not in taken:
            notes = tables.notes[place]
            aside = [note for note in notes if note.kind in BESIDE and is_sentence(note.words)]
            odd += problems_of(aside, place)
    clause = submission.places.get("clause")
    if clause in tables.counted:
        odd.append(at(word_kinds.CLAUSE_COUNTED, clause, value=tables.counted[clause]))
    return replace(submission, notes=(*submission.notes, *odd))


def _row_of(place: Place) -> str:
    """Return the name of a cell without its column: the same for all cells of a row."""
    table, _, cell = place.file.rpartition("!")
    return f"{table}!{cell.lstrip(ascii_uppercase)}"


def _with_outside(
    read: ReadTable, tables: WordTables, document: WordDocument, file: str
) -> ReadTable:
    """Count what stands outside of the tables; sentences there are left for a person.

    Boxes, footnotes, remarks, and the heads and feet of pages are looked at as the lines are.
    """
    facts = dict(read.facts)
    outside = [one for one in document.blocks if isinstance(one, Paragraph)]
    lines = [*lines_beside(outside), *lines_beside(document.margins)]
    if lines:
        facts["lines outside of the tables"] = str(len(lines))
    if tables.left_out:
        facts["rows taken out by tracked changes"] = str(len(tables.left_out))
    said = (one.number for one in outside if any(map(is_sentence, lines_beside([one]))))
    taken = kept_apart(read.submissions, asks_not_to_publish(lines))
    rows = (*taken, *_sentences(lines, Place(file, next(said, 0))))
    gone = (row_taken_out(place, words) for place, words in tables.left_out.items() if words)
    return replace(read, submissions=rows, facts=facts, problems=(*read.problems, *gone))


def _sentences(lines: Sequence[str], place: Place) -> Iterator[Submission]:
    if said := [line for line in lines if is_sentence(line)]:
        notes = (at(word_kinds.OUTSIDE, place),)
        yield Submission(place=place, said={"text": "\n".join(said)}, notes=notes)
