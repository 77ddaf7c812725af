"""The lines of a cell: pieces that are kept, removed or added; in portions that a row can hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from talqy.compare.redline import Mark, Piece


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


def plain_lines(texts: Iterable[str]) -> list[TableLine]:
    """Make lines of plain texts."""
    return [TableLine(LineKind.TEXT, (Piece(Mark.KEPT, text),)) for text in texts]


# Bold letters, which added words have, are wider.
_BOLD = 1.12
# Where Times New Roman is not installed, other letters stand for it; a line cut off is lost.
_SUBSTITUTE = 1.12


def height(lines: Sequence[TableLine], width: int) -> int:
    """Estimate how many printed lines of `width` signs a cell takes."""
    return sum(1 + int(_length(line)) // width for line in lines)


def _length(line: TableLine) -> float:
    signs = sum(len(text) * (_BOLD if mark is Mark.ADDED else 1) for mark, text in line.pieces)
    return signs * _SUBSTITUTE


def portions(lines: Sequence[TableLine], width: int, most: int) -> list[list[TableLine]]:
    """Divide the lines of a cell so that no portion is higher than `most`; no text is lost."""
    parts: list[list[TableLine]] = [[]]
    for line in lines:
        for at, part in enumerate(_broken(line, width * most // 2)):
            longer = _with(parts[-1], part, goes_on=at > 0)
            if parts[-1] and height(longer, width) > most:
                parts.append([part])
            else:
                parts[-1] = longer
    return parts


def _with(lines: list[TableLine], part: TableLine, *, goes_on: bool) -> list[TableLine]:
    """Add a line; one that goes on is added to the end of the last, as it was before the break."""
    if goes_on and lines:
        return [*lines[:-1], TableLine(part.kind, (*lines[-1].pieces, *part.pieces))]
    return [*lines, part]


def _broken(line: TableLine, most: int) -> Iterator[TableLine]:
    """Break a line that is longer than `most` signs, at spaces where there are any."""
    pieces = list(line.pieces)
    while sum(len(piece.text) for piece in pieces) > most:
        text = "".join(piece.text for piece in pieces)
        at = text.rfind(" ", 0, most) + 1 or most
        head, pieces = _cut(pieces, at)
        yield TableLine(line.kind, tuple(head))
    yield TableLine(line.kind, tuple(pieces))


def _cut(pieces: Sequence[Piece], at: int) -> tuple[list[Piece], list[Piece]]:
    """Cut a run of pieces after `at` signs."""
    head: list[Piece] = []
    rest: list[Piece] = []
    for mark, text in pieces:
        if text[:at]:
            head.append(Piece(mark, text[:at]))
        if text[at:]:
            rest.append(Piece(mark, text[at:]))
        at = max(at - len(text), 0)
    return head, rest
