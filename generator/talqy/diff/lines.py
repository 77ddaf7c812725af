"""The lines of a redline as every printer shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.compare.redline import Mark, Piece, Redline
from talqy.language.locale import is_item


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
        """Return whether the line stands in the old text."""
        return self.kind != "added"

    @property
    def becomes(self) -> bool:
        """Return whether the line stands in the new text."""
        return self.kind != "removed"


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
