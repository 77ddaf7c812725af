"""The values of a redline: pieces, lines, and the two texts that can be read out of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Mark(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A run of text with one mark."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class RedLine:
    """One line. `before` or `after` is None where the line is in one of the texts only.

    Lines that were split, joined or wrapped anew are one `RedLine`, with line ends in its texts.
    `is_rewritten`: so little was kept that the whole old line stands before the whole new one.
    `moved`: how a line of one text only reads beside the line that it was, or became, elsewhere.
    """

    before: str | None
    after: str | None
    pieces: tuple[Piece, ...]
    is_rewritten: bool = False
    moved: tuple[Piece, ...] = ()

    @property
    def is_kept(self) -> bool:
        """Return whether the line is the same in both texts."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Redline:
    """Two texts, line by line: kept and removed pieces are the old one, kept and added the new."""

    lines: tuple[RedLine, ...]

    @property
    def is_kept(self) -> bool:
        """Return whether nothing changed."""
        return all(line.is_kept for line in self.lines)

    @property
    def before(self) -> str:
        """The old text, normalised."""
        return "\n".join(line.before for line in self.lines if line.before is not None)

    @property
    def after(self) -> str:
        """The new text, normalised."""
        return "\n".join(line.after for line in self.lines if line.after is not None)

    def said(self, mark: Mark) -> Iterator[str]:
        """Yield the pieces with one mark."""
        return (piece.text for line in self.lines for piece in line.pieces if piece.mark is mark)


def edits(marked: Redline) -> list[tuple[int, int, int, int, str | None]]:
    """Return the places of kept runs (with their text) and of edits, in both texts."""
    found: list[tuple[int, int, int, int, str | None]] = []
    i = j = 0
    for line in marked.lines:
        fresh = True
        for mark, text in line.pieces:
            size = len(text)
            if mark is Mark.KEPT:
                found.append((i, i + size, j, j + size, text))
                i, j, fresh = i + size, j + size, True
            elif mark is Mark.REMOVED:
                found.append((i, i + size, j, j, None))
                i, fresh = i + size, False
            else:
                if fresh:
                    found.append((i, i, j, j + size, None))
                else:
                    was = found.pop()
                    found.append((was[0], was[1], was[2], j + size, None))
                j, fresh = j + size, True
        i += line.before is not None
        j += line.after is not None
    return found


_SIGNS = {Mark.KEPT: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "{{+{}+}}"}


def in_signs(pieces: Iterable[Piece]) -> str:
    """Return pieces as plain text: `[-removed-]`, `{+added+}`."""
    return "".join(_SIGNS[mark].format(text) for mark, text in pieces)


PILCROW = "¶"


def rows(pieces: Sequence[Piece], side: Mark | None = None) -> Iterator[tuple[Piece, ...]]:
    """Cut the pieces of a line where it is shown on several, with ¶ for ends that came or went.

    `side` leaves one text: REMOVED the old one, ADDED the new one. Both together break where the
    new one does.
    """
    row: list[Piece] = []
    for at, (mark, text) in enumerate(pieces):
        behind = pieces[at + 1] if at + 1 < len(pieces) else None
        if side and mark not in {Mark.KEPT, side}:
            continue
        is_replaced = behind is not None and behind.text[:1] == "\n" and not text.strip(" ")
        if mark is Mark.REMOVED and is_replaced:  # the space for which a line end came
            row += [Piece(Mark.KEPT, text)] if side else []
            continue
        if side and not text.strip(" "):  # a space for which a line end went: nobody sees its mark
            _add(row, Mark.KEPT, text)
            continue
        first, *others = text.split("\n")
        _add(row, mark, first)
        for other in others:
            _add(row, mark, "" if mark is Mark.KEPT else PILCROW)
            if side or mark is not Mark.REMOVED:
                yield tuple(row)
                row = []
            _add(row, mark, other)
    yield tuple(row)


def _add(row: list[Piece], mark: Mark, text: str) -> None:
    """Add a piece to a row, or to its last piece, if that has the same mark."""
    if row and row[-1].mark is mark:
        row[-1] = Piece(mark, row[-1].text + text)
    elif text:
        row.append(Piece(mark, text))
