"""Lines that stand elsewhere in the other text."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from talqy.compare.marking import marked
from talqy.compare.marks import RedLine
from talqy.compare.pairing import bare

_MOST_LINE_PAIRS = 40_000
_LEAST_LETTERS = 5
# From 0 to 100: what was left out in one place and put in, so alike, in another one moved.
_ALIKE = 60.0


def with_moves(lines: Sequence[RedLine]) -> list[RedLine]:
    """Mark the lines that only moved: the likest first, each once."""
    gone = [at for at, line in enumerate(lines) if line.after is None]
    come = [at for at, line in enumerate(lines) if line.before is None]
    found = list(lines)
    if len(gone) * len(come) > _MOST_LINE_PAIRS:
        return found
    scored = sorted(
        ((_likeness(lines[x], lines[y]), -x, -y) for x in gone for y in come), reverse=True
    )
    taken = set[int]()
    for x, y in ((-x, -y) for alike, x, y in scored if alike):
        if x in taken or y in taken or _is_beside(lines, x, y):
            continue
        between = marked(lines[x].before or "", lines[y].after or "")
        if not between.is_rewritten:
            taken |= {x, y}
            found[x] = replace(lines[x], moved=lines[x].pieces)
            found[y] = replace(lines[y], moved=between.pieces)
    return found


def _is_beside(lines: Sequence[RedLine], x: int, y: int) -> bool:
    """Return whether nothing that both texts have stands between two lines: that is no move."""
    between = lines[min(x, y) : max(x, y)]
    return all(line.before is None or line.after is None for line in between)


def _likeness(gone: RedLine, come: RedLine) -> float:
    old, new = bare(gone.before or ""), bare(come.after or "")
    if min(len(old), len(new)) < _LEAST_LETTERS:
        return 0.0
    return fuzz.ratio(old, new, score_cutoff=_ALIKE)
