"""The rows of a comparison table: the texts of both sides with their marks, facts, and reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from talqy.derive.comparison import ClauseChange, Comparison
from talqy.derive.fact_changes import FactChange
from talqy.derive.lineage import causes
from talqy.derive.quotes import Part, text_of
from talqy.derive.redline import Mark, Piece, Redline, redline
from talqy.model.alignment import Action, Match
from talqy.model.facts import Facts
from talqy.model.project import FeeUnit
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.render.fact_words import fact_words, plain
from talqy.render.locale import Locale


class LineKind(StrEnum):
    """What a line of a cell is; a note is a word of ours where a side has no text."""

    HEADING = "heading"
    TEXT = "text"
    FACT = "fact"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of a cell: pieces that are kept and removed, or kept and added."""

    kind: LineKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The line without its marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class CommentName:
    """A comment behind a change: its id, and its register number or the id until it has one."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row; `clause` is the id of the clause that it speaks of, empty where it is of several."""

    number: int
    clause: str
    element: tuple[str, ...]
    was: tuple[TableLine, ...]
    becomes: tuple[TableLine, ...]
    reasons: tuple[str, ...]
    comments: tuple[CommentName, ...]


def change_row(
    compared: Comparison, change: ClauseChange, locale: Locale, unit: FeeUnit | None, number: int
) -> TableRow:
    """Make the row of one substantive change."""
    before, after = _facts(compared, change.facts, locale, unit)
    words, is_adopted = locale.words, compared.newer.adopted is not None
    taken_out = words("Taken out.") if is_adopted else words("To be taken out.")
    return TableRow(
        number=number,
        clause=change.clause.id,
        element=tuple(_element(compared, change.match, locale)),
        was=(*_side(change, locale.code, Mark.REMOVED), *before) or _note(words("Absent.")),
        becomes=(*_side(change, locale.code, Mark.ADDED), *after) or _note(taken_out),
        reasons=tuple(dict.fromkeys(locale.plain(a.reason) for a in change.amendments)),
        comments=tuple(_name(compared.record, comment.id) for comment in change.comments),
    )


def shifted_row(compared: Comparison, locale: Locale, number: int) -> TableRow:
    """Make the one row of all clauses that only stand elsewhere or under another number."""
    names = [name for match in compared.shifted for name in match.ids]
    amendments = [
        amendment
        for name in dict.fromkeys(names)
        for _, amendment in causes(compared.record, compared.older, compared.newer, (name,))
        if name in amendment.clauses
    ]
    reasons = tuple(dict.fromkeys(locale.plain(a.reason) for a in amendments))
    comments = dict.fromkeys(name for a in amendments for name in a.comments)
    return TableRow(
        number=number,
        clause="",
        element=(locale.words("Numbers and places of clauses"),),
        was=tuple(_shifted(match, match.before[0], locale, Mark.REMOVED) for match in compared.shifted),
        becomes=tuple(_shifted(match, match.after[0], locale, Mark.ADDED) for match in compared.shifted),
        reasons=reasons or (locale.words("The text of these clauses stays as it was."),),
        comments=tuple(_name(compared.record, name) for name in comments),
    )
