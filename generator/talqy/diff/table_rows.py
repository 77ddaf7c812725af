"""The rows of a comparison table: the texts of both sides with their marks, facts, and reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from talqy.compare.align import causes
from talqy.compare.comparison import ClauseChange, Comparison
from talqy.compare.fact_changes import FactChange
from talqy.compare.quotes import Part, text_of
from talqy.compare.redline import Mark, Piece, Redline, redline
from talqy.compare.whole_words import shown_rows
from talqy.language.clause_sayings import paths_words, printed_label, stopped
from talqy.language.fact_change_words import said_changes
from talqy.language.locale import Locale
from talqy.law.parts import Prices
from talqy.model.alignment import Action, Match
from talqy.model.revision import Clause
from talqy.office.portions import LineKind, TableLine


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
    compared: Comparison, change: ClauseChange, locale: Locale, prices: Prices, number: int
) -> TableRow:
    """Make the row of one substantive change."""
    before, after = _facts(change.facts, locale, prices)
    if not (before or after) and _is_elsewhere(change, locale.code):
        after = list(_note(locale.words("In this language the words are the same.")))
    words, is_adopted = locale.words, compared.newer.adopted is not None
    taken_out = words("Taken out.") if is_adopted else words("To be taken out.")
    return TableRow(
        number=number,
        clause=change.clause.id,
        element=tuple(_element(compared, change.match, locale)),
        was=(*_side(change, locale, Mark.REMOVED), *before) or _note(words("Absent.")),
        becomes=(*_side(change, locale, Mark.ADDED), *after) or _note(taken_out),
        reasons=tuple(dict.fromkeys(locale.plain(a.reason) for a in change.amendments)),
        comments=tuple(
            CommentName(comment.id, compared.record.comment_name(comment.id))
            for comment in change.comments
        ),
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
        was=tuple(
            _shifted(match, match.before[0], locale, Mark.REMOVED) for match in compared.shifted
        ),
        becomes=tuple(
            _shifted(match, match.after[0], locale, Mark.ADDED) for match in compared.shifted
        ),
        reasons=reasons or (locale.words("The text of these clauses stays as it was."),),
        comments=tuple(CommentName(name, compared.record.comment_name(name)) for name in comments),
    )


def _is_elsewhere(change: ClauseChange, language: str) -> bool:
    """Return whether a clause that stayed has the same words as before in a language."""
    match = change.match
    stayed = bool(match.before and match.after)
    marked = (change.heading(language), change.text(language), change.table(language))
    return stayed and all(one.is_kept for one in marked)


def _note(words: str) -> tuple[TableLine, ...]:
    return (TableLine(LineKind.NOTE, (Piece(Mark.KEPT, words),)),)


# --- the clause and its number --------------------------------------------------------------------


def _element(compared: Comparison, match: Match, locale: Locale) -> Iterator[str]:
    """Name the clauses of a change: their numbers, the old ones too where they differ; headings."""
    yield paths_words(locale, ((compared.older, match.before), (compared.newer, match.after)))
    for clause in match.after or match.before:
        if heading := text_of(clause, Part.HEADING, locale.code):
            yield heading


def _shifted(match: Match, clause: Clause, locale: Locale, mark: Mark) -> TableLine:
    """Say where a clause stands that did not change."""
    labels = {printed_label(locale, one) for one in (*match.before, *match.after)}
    heading = text_of(clause, Part.HEADING, locale.code)
    number = Piece(mark if len(labels) > 1 else Mark.KEPT, stopped(printed_label(locale, clause)))
    pieces = _joined(number, [Piece(Mark.KEPT, heading)] if heading else [])
    if mark is Mark.ADDED and Action.MOVED in match.actions:
        pieces = (*pieces, Piece(Mark.KEPT, f" ({locale.words('moved')})"))
    return TableLine(LineKind.HEADING, pieces)


# --- one side of a change -------------------------------------------------------------------------


def _side(change: ClauseChange, locale: Locale, mark: Mark) -> Iterator[TableLine]:
    """Yield the texts of one side; `mark` is the one that this side has.

    A heading is said where there is more in it than the name of the row: where it changed, or a
    clause is new, removed, split or merged.
    """
    language = locale.code
    match, heading = change.match, change.heading(language)
    clauses, others = match.before, match.after
    if mark is Mark.ADDED:
        clauses, others = others, clauses
    is_plain = len(clauses) == len(others) == 1 and heading.is_kept
    headings = _lines(heading, mark, locale)
    texts = _lines(change.text(language), mark, locale)
    for clause in clauses:
        head = [(LineKind.HEADING, p) for p in _next(headings, clause, Part.HEADING, language)]
        body = [(LineKind.TEXT, p) for p in _next(texts, clause, Part.TEXT, language)]
        if is_plain and body:
            yield from (TableLine(*line) for line in body)
            continue
        label = printed_label(locale, clause)
        is_new = label not in {printed_label(locale, other) for other in others}
        number = Piece(mark if is_new else Mark.KEPT, stopped(label))
        for at, (kind, pieces) in enumerate((*head, *body)):
            yield TableLine(kind, pieces if at else _joined(number, pieces))
    cells = _lines(change.table(language).lines(), mark, locale)
    yield from (TableLine(LineKind.TEXT, pieces) for pieces in cells)


def _lines(marked: Redline, mark: Mark, locale: Locale) -> Iterator[tuple[Piece, ...]]:
    """Yield the lines of one side of a redline; a line that moved says so."""
    for line in marked.lines:
        if (line.before if mark is Mark.REMOVED else line.after) is not None:
            note = (Piece(Mark.KEPT, f" ({locale.words('moved')})"),) if line.moved else ()
            yield from ((*row, *note) for row in shown_rows(line, mark))


def _next(
    said: Iterator[tuple[Piece, ...]], clause: Clause, part: Part, language: str
) -> Iterator[tuple[Piece, ...]]:
    """Take the lines of one clause: a redline of several has them one after another."""
    text = text_of(clause, part, language)
    return islice(said, len(text.split("\n")) if text else 0)


def _joined(number: Piece, words: Sequence[Piece]) -> tuple[Piece, ...]:
    """Put a number before the pieces of a line; the space between them is marked with neither."""
    if not number.text:
        return tuple(words)
    if not words:
        return (number,)
    mark, text = words[0]
    if mark is number.mark:
        return (Piece(mark, f"{number.text} {text}"), *words[1:])
    if mark is Mark.KEPT:
        return (number, Piece(mark, f" {text}"), *words[1:])
    return (Piece(number.mark, f"{number.text} "), *words)


# --- facts ----------------------------------------------------------------------------------------


def _facts(
    changes: Sequence[FactChange], locale: Locale, prices: Prices
) -> tuple[list[TableLine], list[TableLine]]:
    """Say the facts that changed, on both sides; sums in tenge are of one year."""
    sides: dict[Mark, list[TableLine]] = {Mark.REMOVED: [], Mark.ADDED: []}
    for change in changes:
        for row in said_changes(locale, prices.unit, change, prices.year):
            marked = redline(*row.texts)
            for mark, text in zip(sides, row.texts, strict=True):
                if text:
                    sides[mark] += [
                        _fact_line(row.label, line) for line in _lines(marked, mark, locale)
                    ]
    return sides[Mark.REMOVED], sides[Mark.ADDED]


def _fact_line(label: str, pieces: tuple[Piece, ...]) -> TableLine:
    return TableLine(LineKind.FACT, (Piece(Mark.KEPT, f"{label}: "), *pieces))
