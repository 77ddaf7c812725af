"""Two texts of a language as lines of a Word file, marked with what became of them."""

from collections.abc import Iterator

from talqy.compare.marks import Mark, Piece, Redline
from talqy.model.items import levels
from talqy.office.marked_text import MarkedLine, cut_in_lines


def ended(marked: Redline) -> Iterator[Piece]:
    """Yield the pieces of a redline, and the ends of its lines."""
    for line in marked.lines:
        yield from line.pieces
        if line.before is not None and line.after is not None:
            yield Piece(Mark.KEPT, "\n")
        else:
            yield Piece(Mark.ADDED if line.before is None else Mark.REMOVED, "\n")


def marked_whole(before: str, after: str) -> Iterator[Piece]:
    """Yield two short texts as one piece each; what is the same in both is kept."""
    if before == after:
        sides = [(Mark.KEPT, after)]
    else:
        sides = [(Mark.REMOVED, before), (Mark.ADDED, after)]
    yield from (Piece(mark, text) for mark, text in sides if text)


def marked_lines(marked: Redline, style: str, language: str = "") -> Iterator[MarkedLine]:
    """Yield a redline as lines of a style, items as deep as they stand."""
    lines = list(cut_in_lines(ended(marked)))
    deep = levels(["".join(run.text for run in runs) for runs, _ in lines])
    for (runs, end), level in zip(lines, deep, strict=True):
        yield MarkedLine(style, runs, end, language, level=level)
