"""The cells of one answer, read kindly: what programs and people do to texts is undone."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from talqy.comments.form_words import plain
from talqy.errors import Listed, Saying
from talqy.model.codes import CodeLists
from talqy.model.comment import Comment, Outcome
from talqy.model.pasted import UNSEEN
from talqy.model.problem import Kind, Path, Problem
from talqy.model.register import Assessment, Record, Register
from talqy.office.grids import CellMark, Grid, Place, Row
from talqy.office.shown_errors import ERROR_SHOWN
from talqy.project.former_files import Former
from talqy.project.shipped import everyday_names
from talqy.responses import faults
from talqy.responses.response_table import (
    COMMENT,
    DUPLICATE_OF,
    LANDED_CLAUSES,
    LANDED_REVISION,
    NUMBER,
    OUTCOME,
    folded_head,
    gist_key,
    reason_key,
)

# Heads stand at the top; above them people write titles.
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class ResponseSheet:
    """The sheet of answers: where each column stands, and the rows below the heads."""

    grid: Grid
    columns: Mapping[str, int]
    rows: tuple[Row, ...]

    def said(self, row: Row, key: str) -> str:
        """Return the text of a cell; empty where the column, or the cell, is not there."""
        at = self.columns.get(key)
        return row.cells[at] if at is not None and at < len(row.cells) else ""

    def mark(self, row: Row, key: str) -> CellMark | None:
        """Return what a cell is besides its text."""
        return dict(row.marks).get(self.columns.get(key, -1))

    def place(self, row: Row, key: str) -> Place:
        """Return the place of a cell; of the row's first one where the column is not there."""
        return self.grid.place(row.number, self.columns.get(key, 0))

    def problem(self, kind: Kind, row: Row, key: str, **values: object) -> Problem:
        """Say a fault of a cell."""
        return Problem(kind, self.place(row, key).file, values)


def response_sheet(
    grids: Sequence[Grid], heads: Mapping[str, str], languages: Iterable[str], file: str
) -> tuple[ResponseSheet | None, list[Problem]]:
    """Find the sheet of answers; `heads` are the keys of columns by what a head may say."""
    sheets = [(grid, rows) for grid in grids if (rows := _heads(grid, heads))]
    if len(sheets) > 1:
        names = Listed(tuple(Saying("“{name}”", {"name": grid.name}) for grid, _ in sheets), ", ")
        return None, [faults.TWO_SHEETS.at(file, sheets=names)]
    for grid, rows in sheets:
        if grid.is_hidden:
            return None, [faults.HIDDEN_SHEET.at(file, sheet=grid.name)]
        return _sheet(grid, rows, heads, languages)
    return None, [faults.NO_RESPONSES.at(file)]


def _heads(grid: Grid, heads: Mapping[str, str]) -> list[Row]:
    return [row for row in grid.rows[:_DEEPEST] if _is_head(row, heads)]


def _keys(row: Row, heads: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    for at, cell in enumerate(row.cells):
        if key := heads.get(folded_head(cell)):
            yield key, at


def _is_head(row: Row, heads: Mapping[str, str]) -> bool:
    keys = {key for key, _ in _keys(row, heads)}
    return OUTCOME in keys and bool(keys & {COMMENT, NUMBER})


def _sheet(
    grid: Grid, found: Sequence[Row], heads: Mapping[str, str], languages: Iterable[str]
) -> tuple[ResponseSheet | None, list[Problem]]:
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for row in found:
        names = list(_keys(row, heads))
        # The row of keys comes first, and knows better than the heads below it.
        known = set(columns)
        for key, column in names:
            if key in known:
                continue
            if key in columns:
                where = grid.place(row.number, column).file
                problems.append(faults.COLUMN_TWICE.at(where, column=row.cells[column]))
            columns.setdefault(key, column)
    reasons = [reason_key(language) for language in languages]
    needed = [OUTCOME, *reasons, LANDED_REVISION, LANDED_CLAUSES, DUPLICATE_OF]
    where = grid.place(found[-1].number, 0).file
    problems += [
        faults.NO_COLUMN.at(where, column=_name(key, heads)) for key in needed if key not in columns
    ]
    rows = tuple(row for row in grid.rows if row.number > found[-1].number)
    return (None if problems else ResponseSheet(grid, columns, rows)), problems


def _name(key: str, heads: Mapping[str, str]) -> str:
    """Return the longest name of a column: the one in all languages."""
    return max((head for head, known in heads.items() if known == key), key=len, default=key)


def key_at(path: Path, language: str, languages: Sequence[str]) -> str:
    """Return the column in which a part of a response stands; `language` is that of a reason."""
    match path:
        case ("reason", str() as code, *_):
            return reason_key(code)
        case ("reason", *_):
            return reason_key(language or languages[0])
        case ("gist", str() as code, *_):
            return gist_key(code)
        case ("landed", *part):
            return LANDED_REVISION if part[:1] == ["revision"] else LANDED_CLAUSES
        case ("duplicate_of", *_):
            return DUPLICATE_OF
    return OUTCOME


def outcome_names(codes: CodeLists) -> Mapping[str, Outcome]:
    """Return the outcomes by their codes, official names and everyday ones."""
    return {
        plain(name): outcome
        for outcome in Outcome
        for name in (
            outcome.value,
            *codes.named("outcome", outcome).values(),
            *everyday_names()["outcome"].get(outcome.value, ()),
        )
    }


@dataclass(frozen=True)
class ResponseContext:
    """Where answers are taken in. `outcomes` are the codes by all their names, folded.

    `former` gives what the file of an answer has been before, one after the other.
    """

    register: Register
    assessment: Assessment
    outcomes: Mapping[str, Outcome]
    on: date
    by: str = ""
    replaces: bool = False
    former: Former = lambda _: ()

    @cached_property
    def comments(self) -> Mapping[str, tuple[Record, Comment]]:
        """All comments by id, with their standards."""
        return {c.id: (record, c) for record in self.register.records for c in record.comments}

    def named(self, standard: str, said: str) -> str:
        """Return the id of a comment that is named by its number or its id."""
        record = self.register.record(standard)
        name = record.comment_named(said) if record else said
        # Excel takes the zeros off an id that has only digits.
        return name.zfill(10) if name.isdigit() else name


# Workbooks write a sign as _x000D_, and such words themselves as _x005F_x000D_.
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ESCAPE = "_x005F"
# What is left of a text that a program has taken for a day, a number or a yes.
_NO_TEXT = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+)?|[\W\d_]+|true|false", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:[rр]|ред(?:акци[яию])?\.?|revision|rev\.?)?\s*+(?:№\s*+)?(\d+)(?:\.0+)?"
    r"(?:\s*+(?:[-\u2011–]\s*+)?(?:редакция\w*|ред\.?|я))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseCells:
    """What a person wrote into one row.

    `retold` has the languages of which there is a column.

    `landed` is the number of a revision, and its clauses as they are named. `errors` are cells that
    show none of what was written, by their keys, `struck` those in which words are struck out,
    `unseen` those of which words are not seen, `no_texts` reasons that are no texts.
    """

    outcome: str
    reason: Mapping[str, str]
    retold: Mapping[str, str]
    landed: tuple[str, str]
    duplicate_of: str
    errors: Mapping[str, str]
    struck: tuple[str, ...]
    unseen: tuple[str, ...]
    no_texts: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Return whether there is no answer at all."""
        told = (*self.reason.values(), *self.retold.values())
        cells = (self.outcome, *told, *self.landed, self.duplicate_of)
        return not any(cells) and not self.errors


def response_cells(sheet: ResponseSheet, row: Row, languages: Iterable[str]) -> ResponseCells:
    """Read the answer of a row."""
    reasons = {language: reason_key(language) for language in languages}
    gists = {code: key for code in reasons if (key := gist_key(code)) in sheet.columns}
    keys = (
        OUTCOME,
        *reasons.values(),
        *gists.values(),
        LANDED_REVISION,
        LANDED_CLAUSES,
        DUPLICATE_OF,
    )
    said = {key: sheet.said(row, key).replace(f"{_ESCAPE}_", "_") for key in keys}
    cells = {key: UNSEEN.sub("", cell) for key, cell in said.items()}
    return ResponseCells(
        outcome=plain(cells[OUTCOME]),
        reason={language: cells[key] for language, key in reasons.items()},
        retold={code: cells[key].strip() for code, key in gists.items()},
        landed=(_number(cells[LANDED_REVISION]), cells[LANDED_CLAUSES].strip()),
        duplicate_of=cells[DUPLICATE_OF],
        errors={key: cell for key, cell in cells.items() if ERROR_SHOWN.fullmatch(cell)}
        | {key: "=" for key in keys if sheet.mark(row, key) is CellMark.NO_VALUE},
        struck=tuple(key for key in keys if sheet.mark(row, key) is CellMark.STRUCK),
        unseen=tuple(key for key in keys if sheet.mark(row, key) is CellMark.UNSEEN),
        no_texts={key: cells[key] for key in reasons.values() if _is_no_text(cells[key])},
    )


def _is_no_text(cell: str) -> bool:
    """Return whether a cell is no reason: no words, or letters that a saved CSV has lost."""
    is_lost = cell.count("?") > sum(map(str.isalpha, cell))
    return is_lost or bool(_NO_TEXT.fullmatch(cell))


def same_words(cell: str, words: str) -> bool:
    """Return whether a cell holds these words; spaces and codes of signs are the programs' own."""
    if (bare := _bare(cell)) == (plain := _bare(words)):
        return True
    return _read(bare) == _read(plain) or _coded(bare) == _coded(plain)


def _bare(words: str) -> str:
    return "".join(unicodedata.normalize("NFC", words).split())


def _read(words: str) -> str:
    """Return words with the signs in place of their codes, as some programs save them."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)), words.replace(f"{_ESCAPE}_", "_")).strip()


def _coded(words: str) -> str:
    """Return words without codes at all, as other programs and readers lose them."""
    return _CODED.sub("", words.replace(_ESCAPE, ""))


def _number(said: str) -> str:
    """Return the digits of a revision's number, however it is written; anything else as it is."""
    match = _NUMBERED.fullmatch(said)
    return match[1] if match else said
