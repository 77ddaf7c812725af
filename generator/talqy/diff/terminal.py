"""A comparison for a terminal: coloured where that is wanted, and wrapped to its width.

Without colour the marks are `[-removed-]{+added+}`; with it they are struck out and underlined too,
since colour alone says nothing to many readers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from talqy.diff.view import ChangeWords, DiffView, FactRow, ShownLine
from talqy.language.case_words import NOT_KNOWN
from talqy.language.screen import on_screen

Run = tuple[str, str]
"""A text and its tone: plain (``), `strong`, `faint`, `removed` or `added`."""

_PAINT = {
    "strong": "\x1b[1m",
    "faint": "\x1b[2m",
    "removed": "\x1b[31;9m",
    "added": "\x1b[32;4m",
}
_END = "\x1b[0m"
_SIGNS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Screen:
    """What can be shown: `width` is None where nothing is to be wrapped."""

    is_coloured: bool = False
    width: int | None = None


def terminal(view: DiffView, screen: Screen = Screen()) -> str:
    """Print a comparison in one language."""
    return (
        "\n".join(row for indent, runs in _lines(view) for row in shown(screen, indent, runs))
        + "\n"
    )


# --- what is said ---------------------------------------------------------------------------------

Line = tuple[int, Sequence[Run]]


def _lines(view: DiffView) -> Iterator[Line]:
    words = view.edition.locale.words
    yield 0, [(view.title, "strong")]
    yield 0, [(f"{view.older} → {view.newer}", "")]
    yield 0, []
    yield 0, [(words("In short"), "strong")]
    yield 2, [("; ".join(f"{name}: {count}" for count, name in view.summary), "")]
    yield from _for_you(view)
    if not view.changes and not view.for_you.ends:
        yield 0, []
        yield 0, [(words("The texts say the same."), "")]
    for change in view.changes:
        yield 0, []
        yield from _change(view, change)
    if view.shifted:
        yield 0, []
        yield 0, [(words("Only moved or renumbered"), "strong")]
    for shift in view.shifted:
        yield 2, [(f"{shift.title} ({', '.join(shift.actions)})", "")]


def _for_you(view: DiffView) -> Iterator[Line]:
    """Say what changes for people, case by case, or what ends."""
    words, of = view.edition.locale.words, view.for_you
    if of.gist:
        yield 2, [(" ".join(of.gist.split()), "strong")]
    if of.ends:
        yield 2, [(of.ends, "strong")]
        yield 2, [(" ".join(of.instead.split()), "")]
    if of.successor:
        yield 2, [(f"{words('Takes its place')}: {of.successor}", "strong")]
    if of.changes:
        yield 0, []
        yield 0, [(of.heading, "strong")]
    for row in of.all_changes:
        yield 2, [(f"{row.name}: ", ""), *_sides(row.was, row.arrow, row.becomes)]
        if row.effect:
            yield 4, [(row.effect, "faint")]
    for line in filter(None, (of.annexes, of.in_words)):
        yield 2, [(line, "")]
    if of.is_same:
        yield 2, [(words("Terms, fees and documents stay as they are."), "")]
    elif of.stays:
        yield (
            2,
            [
                (
                    words(
                        "Terms, fees, documents and the like without changes: {n}", n=len(of.stays)
                    ),
                    "faint",
                )
            ],
        )


def _change(view: DiffView, change: ChangeWords) -> Iterator[Line]:
    words = view.edition.locale.words
    yield 0, [(change.title, "strong"), (f"  [{', '.join(change.actions)}]", "")]
    if change.signs:
        yield 2, [(f"! {words('Look twice')}: ", "strong"), (", ".join(change.signs), "")]
    for row in (*change.heading, *change.text):
        yield from _row(row, words("moved"))
    for fact in change.facts:
        yield 2, _fact(fact)
    if change.is_elsewhere:
        yield 4, [(words("In this language the words are the same."), "faint")]
    for reason in change.reasons:
        yield 2, [(f"{words('Reason')}: ", "strong"), (" ".join(reason.split()), "")]
    if change.needs_reason and not change.reasons:
        yield 2, [(words("No amendment gives a reason for this change."), "strong")]
    if change.comments:
        causes = "; ".join(f"{name} – {outcome}" for name, outcome in change.comments)
        yield 2, [(f"{words('Because of the comments')}: ", "strong"), (causes, "")]


def _row(row: ShownLine, moved: str) -> Iterator[Line]:
    if row.line is None:
        yield 4, [(row.folded, "faint")]
    elif row.line.kind == "rewritten":
        yield from ((4, [_marked(*piece)]) for piece in row.line.pieces)
    else:
        note = [(f" ({moved})", "faint")] if row.line.is_moved else []
        yield 4, [*(_marked(*piece) for piece in row.line.pieces), *note]


def _marked(mark: str, text: str) -> Run:
    return text, "" if mark == "kept" else mark


def _fact(fact: FactRow) -> list[Run]:
    arrow = " → " if fact.before and fact.after else ""
    return [(f"{fact.label}: ", ""), *_sides(fact.before, arrow, fact.after)]


def _sides(was: str, arrow: str, becomes: str) -> Iterator[Run]:
    """Yield what was and what becomes of it: what is not there, or not known, is no change."""
    for words, tone in ((was, "removed"), (arrow, ""), (becomes, "added")):
        if words:
            yield words, "" if words == NOT_KNOWN else tone


# --- how it is shown ------------------------------------------------------------------------------


def shown(screen: Screen, indent: int, runs: Sequence[Run]) -> Iterator[str]:
    """Yield the rows of one line: harmless, painted, wrapped and indented."""
    visible_runs = [(on_screen(text), tone) for text, tone in runs]
    visible_runs = (
        list(_spaced(visible_runs))
        if screen.is_coloured
        else [(_fenced(*run), "") for run in visible_runs]
    )
    width = None if screen.width is None else max(screen.width - indent, _NARROWEST)
    for row in _rows(visible_runs, width):
        yield " " * indent + "".join(_painted(text, tone) for text, tone in row)


def _spaced(runs: Sequence[Run]) -> Iterator[Run]:
    """Put a space between what was removed and what came for it, which colours alone keep apart."""
    last = ""
    for text, tone in runs:
        if last == "removed" and tone == "added":
            yield " ", ""
        yield text, tone
        last = tone


def _fenced(text: str, tone: str) -> str:
    opening, closing = _SIGNS.get(tone, ("", ""))
    return f"{opening}{text}{closing}"


def _painted(text: str, tone: str) -> str:
    return f"{_PAINT[tone]}{text}{_END}" if tone else text


def _rows(runs: Iterable[Run], width: int | None) -> Iterator[list[Run]]:
    """Break a line into rows at its spaces; a word longer than a row stays whole."""
    if width is None:
        yield _joined(runs)
        return
    row, used = list[Run](), 0
    for word, space in _words(runs):
        length = sum(len(text) for text, _ in word)
        if row and used + length > width:
            yield _joined(row[:-1])  # without the space at its end
            row, used = [], 0
        row += [*word, space]
        used += length + 1
    yield _joined(row[:-1])


def _words(runs: Iterable[Run]) -> Iterator[tuple[list[Run], Run]]:
    """Yield what may not be broken, each with the space behind it in the tone that it has."""
    word: list[Run] = []
    for text, tone in runs:
        first, *others = re.split(" ", text)
        word += [(first, tone)] if first else []
        for other in others:
            yield word, (" ", tone)
            word = [(other, tone)] if other else []
    yield word, (" ", "")


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Join neighbours of one tone, so that a run is painted once."""
    joined: list[Run] = []
    for text, tone in runs:
        if joined and joined[-1][1] == tone:
            joined[-1] = (joined[-1][0] + text, tone)
        else:
            joined.append((text, tone))
    return joined
