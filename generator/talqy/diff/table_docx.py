"""The comparison table as a Word file: one language on A4, two side by side on A3."""

from collections.abc import Sequence

from talqy.diff.table import ComparisonTable
from talqy.diff.table_wordml import body
from talqy.office.documents import written
from talqy.office.wordml import Layout

_ONE = Layout((297, 210), (20, 15), 15, (38, 76, 76, 57), 11, 600)


_TWO = Layout((420, 297), (20, 15), 15, (33, 57, 57, 38), 9, 1_000)


def comparison_docx(tables: Sequence[ComparisonTable]) -> bytes:
    """Print the same table in one or more languages; two stand side by side."""
    layout = _TWO if len(tables) == 2 else _ONE
    said = body(tables, layout, beside=layout is _TWO)
    title = " ".join(tables[0].titles[:2])
    return written([said], layout, title, [table.language for table in tables], tables[0].day)
