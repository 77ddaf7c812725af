"""Two texts of a language as lines of a Word file, marked with what became of them."""

from collections.abc import Iterator
from dataclasses import replace

from talqy.compare.marks import Mark, Piece, RedLine, Redline
from talqy.compare.redline import redline
from talqy.compare.tokens import own_lines
from talqy.model.items import levels
from talqy.office.marked_text import MarkedLine, cut_in_lines


def compared(before: str, after: str) -> Redline:
    """Compare two texts; spaces that do not break stay, those of the newer one where both have."""
    if before == after:
        same = (RedLine(one, one, (Piece(Mark.KEPT, one),)) for one in own_lines(after))
        return Redline(tuple(same))
    old, new = ("\n".join(own_lines(text)) for text in (before, after))
    return Redline(tuple(_with_own_spaces(redline(before, after), old, new)))


def _with_own_spaces(marked: Redline, old: str, new: str) -> Iterator[RedLine]:
    """Yield lines with the signs of both texts, which a redline has with plain spaces."""
    i = j = 0
    for line in marked.lines:
        pieces: list[Piece] = []
        for mark, text in line.pieces:
            size = len(text)
            own = old[i : i + size] if mark is Mark.REMOVED else new[j : j + size]
            pieces.append(Piece(mark, own))
            i += size * (mark is not Mark.ADDED)
            j += size * (mark is not Mark.REMOVED)
        i += line.before is not None
        j += line.after is not None
        yield replace(line, pieces=tuple(pieces))


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
