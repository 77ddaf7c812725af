"""Pictures in Word files: parts of the package, how large each is drawn, and its words.

The words are the alternative text, which screen readers say in place of the picture.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from talqy.office.wordml import Wordml

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_EMU_OF_TWIP, _TWIPS_OF_PIXEL = 635, 15
_HIGHEST = 10_000  # twips: what a sheet has room for, with words below
# Marks of JPEG with the size of the picture behind them: all frames but tables and arithmetic ones.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture as a part: its bytes, and how wide and high it is in twips."""

    data: bytes
    width: int
    height: int

    @property
    def kind(self) -> str:
        """The form of its bytes, as parts of packages name it."""
        return "png" if self.data.startswith(_PNG) else "jpeg"


def word_picture(data: bytes) -> WordPicture | None:
    """Return bytes as a picture; None where they do not say how large it is."""
    width, height = _size(data)
    if not (width and height):
        return None
    return WordPicture(data, width * _TWIPS_OF_PIXEL, height * _TWIPS_OF_PIXEL)


def part_of_picture(number: int, kind: str) -> str:
    """Return the path of the part of a picture."""
    return f"word/media/talqy-{number}.{kind}"


def relation_of(number: int) -> str:
    """Return the name by which a document calls a picture."""
    return f"talqy-picture-{number}"


def relations(kinds: Sequence[str]) -> str:
    """Return what leads from a document to its pictures, whose forms are named."""
    return "".join(
        f'<Relationship Id="{relation_of(number)}" Type="{RELATION}" '
        f'Target="/{part_of_picture(number, kind)}"/>'
        for number, kind in enumerate(kinds)
    )


def drawn(number: int, picture: WordPicture, words: str, width: int) -> Wordml:
    """Write the run of a picture, no wider than so many twips."""
    share = min(1.0, width / picture.width, _HIGHEST / picture.height)
    sides = [max(1, int(side * share)) * _EMU_OF_TWIP for side in (picture.width, picture.height)]
    named = f'id="{number + 1}" name="{relation_of(number)}" descr="{escape(words)}"'
    extent = 'cx="{}" cy="{}"'.format(*sides)
    return Wordml(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" '
        f'distB="0" distL="0" distR="0"><wp:extent {extent}/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_RELATIONS}" '
        f'r:embed="{relation_of(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _size(data: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG or a JPEG in pixels; noughts where it has none."""
    if data.startswith(_PNG) and len(data) >= len(_PNG) + 16:
        width, height = struct.unpack_from(">II", data, len(_PNG) + 8)
        return width, height
    return _size_of_jpeg(data) if data.startswith(_JPEG) else (0, 0)


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 if mark in _NO_LENGTH else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return 0, 0
