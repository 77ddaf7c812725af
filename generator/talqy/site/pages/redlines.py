"""Redlines, actions and attention marks as the pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.compare.attention import Sign
from talqy.compare.fact_changes import FactChange
from talqy.compare.redline import Mark, Piece, Redline
from talqy.language.edition import Edition
from talqy.language.locale import is_item
from talqy.model.alignment import Action, Match
from talqy.site.pages.facts import fact_views


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of a redline: pieces of `kept`, `removed` and `added` text.

    `kind` says where the line as a whole stands: kept, changed, removed, added, or rewritten (then
    its two pieces are the whole old and the whole new line).
    """

    kind: str
    is_item: bool
    pieces: tuple[tuple[str, str], ...]

    @property
    def was(self) -> bool:
        """Say whether the line stands in the old text."""
        return self.kind != "added"

    @property
    def becomes(self) -> bool:
        """Say whether the line stands in the new text."""
        return self.kind != "removed"


@dataclass(frozen=True, slots=True)
class FactChangeView:
    """The changes of one kind of fact: pairs of before and after, one empty where there is none."""

    label: str
    changes: tuple[tuple[Markup, Markup], ...]


def line_views(marked: Redline) -> tuple[LineView, ...]:
    """Show a redline."""
    return tuple(
        LineView(
            kind=_kind(line.before, line.after, rewritten=line.is_rewritten),
            is_item=is_item(line.after or line.before or ""),
            pieces=tuple(_spaced(line.pieces)),
        )
        for line in marked.lines
    )


def _spaced(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """Leave the spaces at the edges of an added run outside of it: nobody needs them underlined.

    Those of a removed run go with it, or they would stand before a stop in the new text.
    """
    for mark, text in pieces:
        inner = text.strip(" ") if mark is Mark.ADDED else text
        left, _, right = text.partition(inner) if inner else (text, "", "")
        for said, run in ((Mark.KEPT, left), (mark, inner), (Mark.KEPT, right)):
            if run:
                yield said.value, run


def _kind(before: str | None, after: str | None, *, rewritten: bool) -> str:
    if before is None:
        return "added"
    if after is None:
        return "removed"
    if before == after:
        return "kept"
    return "rewritten" if rewritten else "changed"


def action_words(edition: Edition, match: Match) -> tuple[tuple[str, str], ...]:
    """Say what happened to a clause: code and words; a new number is no news beside a new text."""
    words = edition.locale.words
    said = {
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
    return tuple((action.value, said[action]) for action in Action if action in shown)


def number_words(match: Match) -> str:
    """Answer the printed number, or both: “5”, “5 → 6”."""
    before, after = (
        ", ".join(clause.number.rstrip(".") for clause in side)
        for side in (match.before, match.after)
    )
    return " → ".join(dict.fromkeys(number for number in (before, after) if number))


def sign_words(edition: Edition, signs: tuple[Sign, ...]) -> tuple[str, ...]:
    """Say why a change deserves a second look."""
    words = edition.locale.words
    said = {
        Sign.NUMBER: words("a number changed"),
        Sign.MODAL: words("“may” or “must” changed"),
        Sign.NEGATION: words("a negation changed"),
        Sign.ONE_LANGUAGE: words("changed in one language only"),
        Sign.LANGUAGES_DIFFER: words("numbers differ between the languages"),
    }
    return tuple(said[sign] for sign in signs)


def fact_change_views(
    edition: Edition, changes: tuple[FactChange, ...], years: tuple[int, int]
) -> tuple[FactChangeView, ...]:
    """Show facts that changed; sums in tenge are those of the year of each text."""
    rows: dict[str, list[tuple[Markup, Markup]]] = {}
    for change in changes:
        for label, before, after in _fact_change(edition, change, years):
            rows.setdefault(label, []).append((before, after))
    return tuple(FactChangeView(label, tuple(pairs)) for label, pairs in rows.items())


def _fact_change(
    edition: Edition, change: FactChange, years: tuple[int, int]
) -> Iterator[tuple[str, Markup, Markup]]:
    before, after = (
        {view.kind: view for view in fact_views(edition, facts, year)} if facts else {}
        for facts, year in zip((change.before, change.after), years, strict=True)
    )
    for kind in dict.fromkeys((*before, *after)):
        old, new = before.get(kind), after.get(kind)
        yield (
            new.label if new else old.label if old else "",
            old.lines[0] if old else Markup(),
            new.lines[0] if new else Markup(),
        )
