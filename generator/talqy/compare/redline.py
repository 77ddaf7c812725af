"""The redline: what was kept, removed and added between two texts, for people to read.

Lines that belong together are found first (`pairing`), then words inside of them (`marking`); what
was left out in one place and put in elsewhere moved (`moves`).
"""

from collections.abc import Iterator
from functools import lru_cache

from talqy.compare.marking import marked
from talqy.compare.marks import Mark, Piece, RedLine, Redline, edits, rows
from talqy.compare.matching import runs
from talqy.compare.moves import with_moves
from talqy.compare.pairing import groups
from talqy.compare.tokens import lines

__all__ = ["Mark", "Piece", "RedLine", "Redline", "edits", "redline", "rows"]

# Two texts are shown on several pages, in several languages, as a table and as files. What is kept
# are the texts of a standard or two: some megabytes.
_KEPT_REDLINES = 4096


@lru_cache(_KEPT_REDLINES)
def redline(old: str, new: str) -> Redline:
    """Compare two texts."""
    before, after = lines(old), lines(new)
    found: list[RedLine] = []
    for i1, i2, j1, j2, same in runs(before, after):
        if same:
            found += [RedLine(line, line, (Piece(Mark.KEPT, line),)) for line in before[i1:i2]]
        else:
            found += _block(before[i1:i2], after[j1:j2])
    return Redline(tuple(with_moves(found)))


def _block(before: list[str], after: list[str]) -> Iterator[RedLine]:
    """Mark a block of lines that changed: those that belong together by words, the others whole."""
    i = j = 0
    end = (len(before), len(before), len(after), len(after))
    for i1, i2, j1, j2 in (*groups(before, after), end):
        yield from (RedLine(line, None, (Piece(Mark.REMOVED, line),)) for line in before[i:i1])
        yield from (RedLine(None, line, (Piece(Mark.ADDED, line),)) for line in after[j:j1])
        if i1 < len(before):
            yield marked("\n".join(before[i1:i2]), "\n".join(after[j1:j2]))
        i, j = i2, j2
