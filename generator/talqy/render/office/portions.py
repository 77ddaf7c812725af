"""Lines of a cell in portions that a row of limited height can hold."""

from collections.abc import Iterator, Sequence

from talqy.derive.redline import Piece
from talqy.render.table_rows import TableLine


def portions(lines: Sequence[TableLine], width: int, most: int) -> list[list[TableLine]]:
    """Divide lines so that none of the portions is higher than `most` printed lines.

    `width` is how many signs a printed line holds, so heights are estimates; no text is lost.
    """
    found: list[list[TableLine]] = [[]]
    height = 0
    for line in lines:
        for part in _broken(line, width * most // 2):
            needed = 1 + len(part.text) // width
            if found[-1] and height + needed > most:
                found.append([])
                height = 0
            found[-1].append(part)
            height += needed
    return found


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
