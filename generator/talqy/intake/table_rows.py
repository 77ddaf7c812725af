"""Rows of a table with known heads: each a submission, with all that keeps it from being taken.

Nothing of a row is passed over: a cell that shows an error, words that are struck out, a hidden
row, words under no head or under a head that nobody knows leave the row, with the reason there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from talqy.comments.field_words import field_words
from talqy.comments.form_words import told_by_others
from talqy.comments.lost_letters import destroyed, mixed_alphabets
from talqy.comments.set_aside import sets_aside
from talqy.comments.table_ends import is_legend, is_sum
from talqy.comments.table_heads import (
    NOT_TAKEN,
    is_reason,
    may_hold_words,
    one_line,
    plain,
    typed,
)
from talqy.errors import Listed
from talqy.intake import import_kinds, row_kinds
from talqy.intake.access_cells import asks_in_words, asks_of_showing, keeps_back
from talqy.intake.asked_columns import ANSWERED, answered, of_answers, with_words
from talqy.intake.column_cells import fields_possible, tell_something
from talqy.intake.submission import Submission
from talqy.intake.template_signs import is_example
from talqy.model.problem import Problem
from talqy.office.grids import MOST_COLUMNS, CellMark, Grid, Place, Row, at, letters
from talqy.office.shown_errors import ERROR_SHOWN

# Fields of the template that a comment has not; they go in front of the text.
_PLACES = ("line", "part")
# ge general, te technical, ed editorial: how weighty a comment is, not what its author wants.
_WEIGHTS = frozenset({"ge", "te", "ed", "general", "technical", "editorial"})
_WRITTEN = ("text", "reason", "proposal", "quote", "name", "clause")
# What stands in a cell where a program had no value, or no room to show it.
_SHOWN = re.compile(
    rf"{ERROR_SHOWN.pattern}|#{{3,}}|\[object Object\]|undefined|NaN", re.IGNORECASE
)
_CLOCK = re.compile(r"\d[\sT,]+\d{1,2}[:.]\d{2}[:.]\d{2}|\d{1,2}:\d{2}")
# So many words in one cell are somebody's own, and no choice of a list, no place and no address.
_PROSE, _SENTENCE = 8, 4


@dataclass(frozen=True)
class Table:
    """Rows under one row of heads; `fields` by column, "" where a head is not known."""

    grid: Grid
    head: Row
    fields: Sequence[str]
    rows: Sequence[Row]

    @property
    def columns(self) -> Mapping[str, int]:
        """Where each field stands that is taken; of several columns the first."""
        return {name: places[0] for name, places in self.places_of.items()}

    @cached_property
    def places_of(self) -> Mapping[str, Sequence[int]]:
        """All columns of each field that is taken: forms ask the same once in each language."""
        found: dict[str, list[int]] = {}
        for place, name in enumerate(self.fields):
            if name and name not in NOT_TAKEN:
                found.setdefault(name, []).append(place)
        return found

    def submissions(self) -> Iterator[Submission]:
        """Yield a submission a row; a row that holds its number alone is none."""
        rows = (row for row in self.rows if self.says_something(row))
        yield from (one for row in rows if not is_example((one := self._submission(row)).said))

    def says_something(self, row: Row) -> bool:
        """Return whether a row says more than its number, and is no legend of a template."""
        if is_legend(row.cells) and not any(row.cells[self._text : self._text + 1]):
            return False
        if is_sum(row.cells):  # it is no comment, but whoever counts the rows must find it
            return True
        filled = ((self._field(index), cell) for index, cell in enumerate(row.cells) if cell)
        return bool(row.marks) or any(name != "number" or _is_prose(cell) for name, cell in filled)

    @cached_property
    def telling(self) -> frozenset[int]:
        """The columns under unknown heads whose cells read as a field of a comment, however short.

        What a head speaks of is looked at by the cells of all rows.
        """
        heads = enumerate(self.head.cells)
        unknown = [(place, head) for place, head in heads if head and not self._field(place)]
        return frozenset(
            place
            for place, head in unknown
            for filled in (self.filled_below(place),)
            if asks_in_words(head, filled) or tell_something(head, filled)
        )

    @cached_property
    def _of_showing(self) -> frozenset[int]:
        """The columns that ask who is to see their rows: an empty cell may be a refusal there."""
        heads = enumerate(self.head.cells)
        unknown = [(place, head) for place, head in heads if head and not self._field(place)]
        return frozenset(
            place for place, head in unknown if asks_of_showing(head, self.filled_below(place))
        )

    @cached_property
    def _possible(self) -> Mapping[int, tuple[str, ...]]:
        """The fields that each column may be of which nothing is taken: looked at once a column."""
        heads = enumerate(self.head.cells)
        return {
            place: fields_possible(head, self.cells_below(place))
            for place, head in heads
            if self._is_left_out(place, head)
        }

    @cached_property
    def _below_clauses(self) -> frozenset[int]:
        """The rows without a clause below one that has it, where merged cells are not seen.

        A row that a form has stamped with its time of day was never merged with another.
        """
        place = self.columns.get("clause")
        if place is None or not self.grid.hides_merged:
            return frozenset()
        found, before, is_below = set(), -1, False
        for row in self.rows:
            has_clause = any(row.cells[place : place + 1])
            is_below = not has_clause and before >= row.number - 1 and is_below
            if is_below and not self._is_stamped(row):
                found.add(row.number)
            is_below, before = is_below or has_clause, row.number
        return frozenset(found)

    def _is_stamped(self, row: Row) -> bool:
        place = self.columns.get("received", len(row.cells))
        return any(_CLOCK.search(cell) for cell in row.cells[place : place + 1])

    @cached_property
    def _answers(self) -> Mapping[str, frozenset[str]]:
        """What all rows answer to questions of consent, by field."""
        return {
            name: frozenset(cell for place in places for cell in self.cells_below(place))
            for name, places in self.places_of.items()
            if name in ANSWERED
        }

    @cached_property
    def _notes_by_row(self) -> Mapping[int, list[tuple[int, int, str]]]:
        by_row: dict[int, list[tuple[int, int, str]]] = {}
        for note in self.grid.notes:
            by_row.setdefault(note[0], []).append(note)
        return by_row

    def cells_below(self, place: int) -> list[str]:
        """Return the cells of a column."""
        return [row.cells[place] for row in self.rows if place < len(row.cells)]

    def filled_below(self, place: int) -> list[str]:
        """Return the cells of a column in which something stands."""
        return [cell for cell in self.cells_below(place) if cell]

    def _field(self, place: int) -> str:
        return self.fields[place] if place < len(self.fields) else ""

    @property
    def _text(self) -> int:
        return self.columns["text"]

    def _submission(self, row: Row) -> Submission:
        if is_sum(row.cells):  # it has no clause and no author, and nothing else is said of it
            value = " ".join(filter(None, row.cells))
            where = self.grid.place(row.number, self._text)
            return Submission(
                place=where, said={}, notes=(at(import_kinds.NO_OPINION, where, value=value),)
            )
        columns = {name: self._filled(row, name)[0] for name in self.columns}
        cells = {
            name: told_by_others(row.cells[at], self._answers.get(name, ()))
            for name, at in columns.items()
            if at < len(row.cells)
        }
        places = {name: self.grid.place(row.number, at) for name, at in columns.items()}
        names = {name: self.head.cells[column] for name, column in columns.items()}
        cells, places = with_words(cells, places)
        notes = (*self._notes(row, cells, places), *of_answers(cells, names, places))
        origin = cells.pop("reference", "")
        asked = {"consent": ""} if "consent" in columns else {}
        return Submission(
            place=places["text"],
            said={**asked, **settled(answered(cells, names, self._remarks(row)), names)},
            places=places,
            origin=origin,
            notes=notes,
        )

    def _filled(self, row: Row, name: str) -> Sequence[int]:
        """Return the columns of a field in which something stands; where there is none, all."""
        places = self.places_of[name]
        return [place for place in places if any(row.cells[place : place + 1])] or places

    def _said_twice(self, row: Row) -> Iterator[Problem]:
        """Yield the fields for which a row has several texts, or texts of two halves of a table."""
        doubled = {name: places for name, places in self.places_of.items() if len(places) > 1}
        turns = set()
        for name, places in doubled.items():
            filled = self._filled(row, name)
            if len({row.cells[place] for place in filled if place < len(row.cells)}) > 1:
                yield self._twice(row, name, filled)
            elif len(filled) < len(places):
                turns.add(places.index(filled[0]))
                if len(turns) > 1:
                    yield self._twice(row, name, places)

    def _twice(self, row: Row, name: str, places: Sequence[int]) -> Problem:
        """Say which columns these are, by their letters where their heads are the same."""
        heads = [typed(self.head.cells[place]) for place in places[:2]]
        if plain(heads[0]) == plain(heads[1]):
            heads = [letters(place) for place in places[:2]]
        where = self.grid.place(row.number, places[1])
        values = {"field": name, "meaning": field_words(name), "head": heads[0], "other": heads[1]}
        return at(import_kinds.HEAD_TWICE, where, **values)

    # --- what keeps a row from being taken ---------------------------------------------------

    def _notes(
        self, row: Row, said: Mapping[str, str], places: Mapping[str, Place]
    ) -> Iterator[Problem]:
        if row.is_hidden:
            yield at(import_kinds.ROW_HIDDEN, places["text"])
        if row.number in self._below_clauses and not said.get("clause"):
            yield at(row_kinds.PERHAPS_MERGED, places["clause"])
        yield from self._said_twice(row)
        yield from self._of_cells(row)
        yield from self._outside(row)
        for name in _WRITTEN:
            if word := destroyed(said.get(name, "")):
                yield at(import_kinds.LETTERS_DESTROYED, places[name], word=word)
            if word := mixed_alphabets(said.get(name, "")):
                yield at(row_kinds.LETTERS_MIXED, places[name], word=word)
        text = said.get("text", "")
        if not text and not any(mark is CellMark.NO_VALUE for _, mark in row.marks):
            yield at(import_kinds.NO_WORDS, places["text"])

    def _of_cells(self, row: Row) -> Iterator[Problem]:
        """Yield what is wrong with cells that would be taken."""
        marks, texts = dict(row.marks), self.places_of["text"]
        taken = {place for places in self.places_of.values() for place in places}
        for column in sorted(taken):
            cell = row.cells[column] if column < len(row.cells) else ""
            where, mark = self.grid.place(row.number, column), marks.get(column)
            if mark is CellMark.NO_VALUE:
                yield at(import_kinds.SHOWS_NOTHING, where, value="=")
            elif mark is CellMark.ERROR or _SHOWN.fullmatch(cell):
                yield at(import_kinds.SHOWS_NOTHING, where, value=cell)
            elif mark is CellMark.STRUCK:
                yield at(import_kinds.STRUCK_IN_CELL, where)
            elif mark is CellMark.UNSEEN:
                yield at(row_kinds.UNSEEN_IN_CELL, where, words=_short(cell))
            elif mark is CellMark.FROM_ABOVE and column in texts:
                yield at(import_kinds.MERGED_WORDS, where)

    def _outside(self, row: Row) -> Iterator[Problem]:
        """Yield words that stand under no head, or under one that is not known."""
        missing = len(self.head.cells) - len(row.cells)
        for index, cell in enumerate((*row.cells, *[""] * missing)):
            head = self.head.cells[index] if index < len(self.head.cells) else ""
            where = self.grid.place(row.number, index)
            if not cell and index not in self._of_showing:
                continue
            if not head and not self._field(index):
                yield at(import_kinds.OUTSIDE_HEADS, where, value=_short(cell))
            elif self._is_left_out(index, head) and sets_aside(cell, head):
                words = f"{one_line(head)}: {_short(cell)}"
                yield at(row_kinds.SET_ASIDE, where, words=words)
            elif self._speaks(index, head, cell):
                yield at(import_kinds.WORDS_NOT_TAKEN, where, **self._asked(index, head))
        yield from self._beyond(row)
        yield from (_note(self.grid, note) for note in self._notes_by_row.get(row.number, ()))

    def _asked(self, place: int, head: str) -> dict[str, object]:
        """Return what a question about a column names: its head, and the fields it may be."""
        fields = self._possible[place]
        named = Listed(tuple(Listed((one, " – ", field_words(one)), "") for one in fields), ", ")
        return {"head": typed(head), "field": fields[0], "fields": named}

    def _remarks(self, row: Row) -> list[str]:
        """Return what stands in the columns of which nothing is taken, and in notes at the row."""
        heads = enumerate(self.head.cells[: len(row.cells)])
        cells = (row.cells[place] for place, head in heads if self._is_left_out(place, head))
        return [*filter(None, cells), *(note[2] for note in self._notes_by_row.get(row.number, ()))]

    def _is_left_out(self, place: int, head: str) -> bool:
        """Return whether nothing of a column is taken in which somebody's remarks may stand."""
        name = self._field(place)
        return not name or (name in NOT_TAKEN and may_hold_words(head, name))

    def _speaks(self, place: int, head: str, cell: str) -> bool:
        if self._field(place):
            return self._is_left_out(place, head) and _is_prose(cell)
        if place in self._of_showing or place in self.telling or keeps_back(head, cell):
            return True
        return is_reason(head) or _is_prose(cell)

    def _beyond(self, row: Row) -> Iterator[Problem]:
        if row.number in self.grid.beyond:
            where = self.grid.place(row.number, len(row.cells))
            yield at(import_kinds.OUTSIDE_HEADS, where, value="…")


def around(grid: Grid, told: frozenset[int]) -> Iterator[Problem]:
    """Yield notes and words to the right of all that is read, in rows that are no submissions."""
    for number in sorted(grid.beyond - told):
        yield at(import_kinds.OUTSIDE_HEADS, grid.place(number, MOST_COLUMNS), value="…")
    yield from (_note(grid, note) for note in grid.notes if note[0] not in told)


def kept_apart(rows: Iterable[Submission], wish: str) -> tuple[Submission, ...]:
    """Return rows; a wish against publication that stands above or beside a table is of each."""
    if not wish:
        return tuple(rows)
    apart = ((row, at(row_kinds.SET_ASIDE, row.place, words=wish)) for row in rows)
    return tuple(replace(row, notes=(*row.notes, note)) for row, note in apart)


def _note(grid: Grid, note: tuple[int, int, str]) -> Problem:
    row, column, words = note
    kind = row_kinds.SET_ASIDE if sets_aside(words) else import_kinds.NOTE_AT_CELL
    return at(kind, grid.place(row, column), words=_short(words))


def _is_prose(text: str) -> bool:
    count = len(text.split())
    return count >= _PROSE or (count >= _SENTENCE and text.endswith((".", "!", "?")))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def settled(said: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """Return what a row says in the fields of a comment; `names` are the heads by field."""
    places = [f"{_named(names[key])}: {said[key]}" for key in _PLACES if said.get(key)]
    kept = {key: text for key, text in said.items() if key not in (*_PLACES, "reason")}
    if said.get("reason"):
        reason = f"{_named(names['reason'])}:\n{said['reason']}"  # a wish in it begins its line
        kept["text"] = "\n\n".join(filter(None, (kept.get("text"), reason)))
    if kept.get("kind", "").strip().lower().rstrip(".") in _WEIGHTS:
        del kept["kind"]
    if places and kept.get("text"):
        kept["text"] = "\n".join([*places, kept["text"]])
    return kept


def _named(head: str) -> str:
    return " ".join(head.partition("(")[0].split()).rstrip(":/ ")


def is_same_row(row: Row, head: Row) -> bool:
    """Return whether a row says the heads again."""
    cells = [cell for cell in row.cells if cell]
    heads = [cell for cell in head.cells if cell]
    pairs = zip(cells, heads, strict=False)
    return 1 < len(cells) == len(heads) and all(plain(one) == plain(other) for one, other in pairs)
