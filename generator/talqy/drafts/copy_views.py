"""What a copy with tracked changes is tried with before it is written: both texts come out of it.

With all changes accepted it reads as the copy of the newer text, with all rejected as that of the
older one. Empty lines and rows do not count: no program agrees with another about them, and
LibreOffice puts a sign that nobody sees into a row that is empty.
"""

from collections.abc import Iterator, Sequence

from talqy.compare.exact import said_lines
from talqy.office.word_read import read_word
from talqy.office.word_values import Block, Paragraph, View


def views_hold(marked: bytes, older: bytes, newer: bytes) -> bool:
    """Return whether a copy with changes holds two copies without any."""
    return printed(marked, View.REJECTED) == printed(older) and printed(marked) == printed(newer)


def printed(data: bytes, view: View = View.ACCEPTED) -> list[object]:
    """Return the lines of a file and the cells of its tables, each a list of what stands in it."""
    return list(_printed(read_word(data, view).blocks))


def _printed(blocks: Sequence[Block]) -> Iterator[object]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from said_lines(block.printed)
            continue
        rows = [[list(_printed(cell.blocks)) for cell in row.cells] for row in block.rows]
        if said := [row for row in rows if any(row)]:
            yield said
