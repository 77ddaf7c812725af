"""The lines of a cell: pieces that are kept, removed or added."""

from dataclasses import dataclass
from enum import StrEnum

from talqy.compare.redline import Piece


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
