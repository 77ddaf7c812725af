"""A Word document as values: paragraphs and tables in their order, each with what is odd about it.

A document is read in one of two views: with all tracked changes accepted, or with all rejected.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class View(StrEnum):
    """Which of the two texts is read that a document with tracked changes holds."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class NoteKind(StrEnum):
    """What is odd about words; those of all kinds but the first three stand in no text."""

    INSERTED = "inserted"
    MOVED = "moved"
    FIELD = "field"  # a reference that leads nowhere, a number that only Word works out
    DELETED = "deleted"
    STRUCK = "struck"
    HIDDEN = "hidden"
    BOX = "box"
    PICTURE = "picture"
    OBJECT = "object"
    FORMULA = "formula"
    SYMBOL = "symbol"
    FOOTNOTE = "footnote"
    REMARK = "remark"  # in the margin
    NUMBER = "number"  # an automatic number of a form that is not known here


UNDECIDED = frozenset({NoteKind.INSERTED, NoteKind.MOVED, NoteKind.DELETED})
"""Kinds of tracked changes."""

PICTURED = "pages with pictures"
"""The property that names such pages, of a document that has pages and does not read them."""
PARAGRAPH_MARK = "¶"
"""The words of a note about the end of a paragraph."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd at a sign of a paragraph, counted from 0, and the words that it is about.

    `digest` is that of the bytes of a picture.
    """

    kind: NoteKind
    words: str
    at: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named place in a paragraph; `at` is the sign before which it begins, counted from 0."""

    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text, and the number or bullet that Word prints before it.

    `number` counts paragraphs that stand in the same body or cell, from 1; `level` is that of its
    list, `outline` that of a heading, both from 0; a line break is a line feed.
    """

    number: int
    text: str
    label: str = ""
    level: int | None = None
    outline: int | None = None
    style: str = ""
    notes: tuple[Note, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()

    @property
    def printed(self) -> str:
        """The text as it is printed: behind its label."""
        return f"{self.label} {self.text}".strip() if self.label else self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `column` counts from 0. One that `continues` is merged with the one above it."""

    column: int
    blocks: tuple["Block", ...]
    span: int = 1
    continues: bool = False


@dataclass(frozen=True, slots=True)
class WordRow:
    """One row under its number in the file, from 1, rows that the view leaves out counted too."""

    number: int
    cells: tuple[Cell, ...]
    is_inserted: bool = False


@dataclass(frozen=True, slots=True)
class WordTable:
    """One table; `number` counts tables in the same body or cell, from 1.

    `left_out` are the numbers and the words of the rows that the view leaves out.
    """

    number: int
    rows: tuple[WordRow, ...]
    left_out: tuple[tuple[int, str], ...] = ()


Block: TypeAlias = Paragraph | WordTable


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A whole document in one view; `properties` by name, those of a person's own making too.

    `margins` are the paragraphs in the heads and feet of its pages.
    """

    blocks: tuple[Block, ...]
    properties: Mapping[str, str] = field(default_factory=dict)
    margins: tuple[Paragraph, ...] = ()


def paragraphs_in(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield all paragraphs in the order in which they stand, those of tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_in(cell.blocks)
