"""What happened between two texts, in the words of one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from talqy.compare.attention import Sign
from talqy.compare.comparison import Comparison
from talqy.compare.redline import Mark, Piece, RedLine, Redline
from talqy.compare.whole_words import shown_rows
from talqy.language.clause_sayings import around_words, paths_words, printed_label, stopped
from talqy.language.edition import Edition
from talqy.language.locale import Locale, item_class
from talqy.language.parts_of_acts import unit_in_act
from talqy.model.alignment import Action, Match
from talqy.model.items import levels

_KEPT_REDLINES = 4096  # those of a standard or two: each is shown on several pages


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of a redline: pieces of `kept`, `removed` and `added` text.

    `kind` says where the line as a whole stands: kept, changed, removed, added, or rewritten (then
    its two pieces are the whole old and the whole new line). `level` is 0 for a paragraph, 1 for an
    item of a list, more for one below another. ¶ stands for a line end that came or went. What
    `is_moved` was removed here and added elsewhere, or the other way round: where it was added, its
    pieces say what changed on the way.
    """

    kind: str
    level: int
    pieces: tuple[tuple[str, str], ...]
    is_moved: bool = False

    @property
    def was(self) -> bool:
        """Return whether the line stands in the old text."""
        return self.kind != "added"

    @property
    def style(self) -> str:
        """Return the classes of an item, as in a text without marks; empty for a paragraph."""
        return item_class(self.level)

    @property
    def becomes(self) -> bool:
        """Return whether the line stands in the new text."""
        return self.kind != "removed"


@lru_cache(_KEPT_REDLINES)
def line_views(marked: Redline, *, is_exact: bool = False) -> tuple[LineView, ...]:
    """Show a redline; `is_exact` leaves every space where it is."""
    shown = [
        (line, row)
        for line in marked.lines
        for row in ((line.pieces,) if line.is_rewritten else shown_rows(line))
    ]
    before = _levels([_side(row, line.before, Mark.ADDED) for line, row in shown])
    after = _levels([_side(row, line.after, Mark.REMOVED) for line, row in shown])
    return tuple(
        LineView(
            kind=kind_of(line, row),
            level=old if line.after is None else new,
            pieces=tuple((m.value, text) for m, text in row) if is_exact else tuple(_spaced(row)),
            is_moved=bool(line.moved),
        )
        for (line, row), old, new in zip(shown, before, after, strict=True)
    )


def _side(row: tuple[Piece, ...], line: str | None, without: Mark) -> str | None:
    """Return a row as one text has it; None where that text does not have the line."""
    return None if line is None else "".join(text for mark, text in row if mark is not without)


def _levels(side: list[str | None]) -> Iterator[int]:
    """Yield how deep each line of one side stands; 0 for a line that this side has not."""
    deep = levels(line for line in side if line is not None)
    yield from (0 if line is None else next(deep) for line in side)


def _spaced(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """Leave the spaces at the edges of an added run outside of it: nobody needs them underlined.

    Those of a removed run go with it, or they would stand before a stop in the new text.
    """
    for mark, text in pieces:
        inner = text.strip(" ") if mark is Mark.ADDED else text
        left, _, right = text.partition(inner) if inner else (text, "", "")
        for tone, run in ((Mark.KEPT, left), (mark, inner), (Mark.KEPT, right)):
            if run:
                yield tone.value, run


def kind_of(line: RedLine, row: tuple[Piece, ...]) -> str:
    """Return where a line, or a row of it, stands: kept, changed, removed, added or rewritten."""
    if line.before is None:
        return "added"
    if line.after is None:
        return "removed"
    if line.is_rewritten:
        return "rewritten"
    return "kept" if all(mark is Mark.KEPT for mark, _ in row) else "changed"


def summary(edition: Edition, compared: Comparison) -> Iterator[tuple[int, str]]:
    """Count what happened to the clauses: only what did happen, and how many stayed."""
    words = edition.locale.words
    sentences = {
        Action.CHANGED: (words("clauses changed"), words("parts of the text changed")),
        Action.ADDED: (words("clauses added"), words("parts of the text added")),
        Action.REMOVED: (words("clauses removed"), words("parts of the text removed")),
        Action.SPLIT: (words("clauses split"), words("parts of the text split")),
        Action.MERGED: (words("clauses joined"), words("parts of the text joined")),
        Action.MOVED: (words("clauses moved"), words("parts of the text moved")),
    }
    matches = compared.alignment.matches
    renumbered = [match for match in matches if match.actions == {Action.RENUMBERED}]
    stayed = [match for match in matches if not match.actions]
    counted = [
        *(
            ([m for m in matches if action in m.actions], said)
            for action, said in sentences.items()
        ),
        (
            renumbered,
            (words("clauses only renumbered"), words("parts of the text only renumbered")),
        ),
    ]
    yield from (_counted(found, *said) for found, said in counted if found)
    yield _counted(stayed, words("clauses unchanged"), words("parts of the text unchanged"))


def _counted(found: Sequence[Match], clauses: str, parts: str) -> tuple[int, str]:
    """Return how many, and the word for them: one for any unit where not all are paragraphs."""
    units = {unit_in_act(clause) for match in found for clause in (*match.before, *match.after)}
    return len(found), clauses if units <= {"", "paragraph"} else parts


def action_words(edition: Edition, match: Match) -> tuple[tuple[str, str], ...]:
    """Say what happened to a clause: code and words; a new number is no news beside a new text."""
    words = edition.locale.words
    names = {
        Action.ADDED: words("added"),
        Action.REMOVED: words("removed"),
        Action.CHANGED: words("changed"),
        Action.SPLIT: words("split"),
        Action.MERGED: words("merged"),
        Action.MOVED: words("moved"),
        Action.RENUMBERED: words("renumbered"),
    }
    shown = match.actions
    if len(shown) > 1:
        shown -= {Action.RENUMBERED}
    return tuple((action.value, names[action]) for action in Action if action in shown)


def number_words(locale: Locale, match: Match) -> str:
    """Return the printed number, or both: “5”, “5 → 6”; nothing where there is none."""
    before, after = (
        ", ".join(filter(None, (printed_label(locale, clause) for clause in side)))
        for side in (match.before, match.after)
    )
    return " → ".join(dict.fromkeys(number for number in (before, after) if number))


def around_change(locale: Locale, compared: Comparison, match: Match) -> str:
    """Return what a change stands in, with a step behind it; nothing at the top of a text."""
    text = compared.newer if match.after else compared.older
    return around_words(locale, text, (match.after or match.before)[0])


def change_name(locale: Locale, compared: Comparison, match: Match) -> str:
    """Return path and heading of a change, on one line: the first new one, else the removed one."""
    heading = (match.after or match.before)[0].heading
    if heading is None:
        return paths_words(locale, ((compared.older, match.before), (compared.newer, match.after)))
    parts = (stopped(number_words(locale, match)), " ".join(locale.plain(heading).split()))
    return around_change(locale, compared, match) + " ".join(filter(None, parts))


def sign_words(edition: Edition, signs: tuple[Sign, ...]) -> tuple[str, ...]:
    """Say why a change deserves a second look."""
    words = edition.locale.words
    names = {
        Sign.TERM: words("a term changed"),
        Sign.FEE: words("a fee changed"),
        Sign.NUMBER: words("a number changed"),
        Sign.REFERENCE: words("a reference changed"),
        Sign.MODAL: words("“may” or “must” changed"),
        Sign.NEGATION: words("a negation changed"),
        Sign.WHO: words("who acts changed"),
        Sign.LOOK_ALIKE: words("letters of another alphabet put right"),
        Sign.ONE_LANGUAGE: words("changed in one language only"),
        Sign.LANGUAGES_DIFFER: words("numbers differ between the languages"),
    }
    return tuple(names[sign] for sign in signs)
