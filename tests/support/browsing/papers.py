"""The words of a PDF that Chromium printed: only as much of the format as Chromium writes.

A glyph is a number of its font; what letters it stands for is in the font's ToUnicode map.
"""

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_FONT = re.compile(rb"/(F\d+) (\d+) 0 R")
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>")
_GLYPHS = re.compile(rb"begin(bfchar|bfrange)\n(.*?)\nend", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")

_Letters = dict[int, str]


def words_of(paper: bytes) -> str:
    """Return all letters of a PDF in the order in which they are printed, without spaces."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(paper)}
    pages = [found for found in objects.values() if found.startswith(b"<</Type /Page\n")]
    return "".join("".join(_shown(page, objects)).replace(" ", "") for page in pages)


def _shown(page: bytes, objects: dict[int, bytes]) -> Iterator[str]:
    fonts = {name: _letters(objects, int(at)) for name, at in _FONT.findall(page)}
    letters: _Letters = {}
    for font, glyphs in _SHOWN.findall(_content(objects, page, b"Contents")):
        letters = fonts[font] if font else letters
        for at in range(0, len(glyphs), 4):
            yield letters.get(int(glyphs[at : at + 4], 16), "")


def _letters(objects: dict[int, bytes], font: int) -> _Letters:
    found: _Letters = {}
    for kind, body in _GLYPHS.findall(_content(objects, objects[font], b"ToUnicode")):
        for line in body.splitlines():
            first, *rest = _HEX.findall(line)
            start, letter = int(first, 16), bytes.fromhex(rest[-1].decode()).decode("utf-16-be")
            end = int(rest[0], 16) if kind == b"bfrange" else start
            for step in range(end - start + 1):
                found[start + step] = letter[:-1] + chr(ord(letter[-1]) + step)
    return found


def _content(objects: dict[int, bytes], owner: bytes, key: bytes) -> bytes:
    """Return the unpacked stream that an object names."""
    named = re.search(rb"/" + key + rb" (\d+) 0 R", owner)
    stream = named and _STREAM.search(objects[int(named[1])])
    if not stream:
        return b""
    return zlib.decompress(stream[1])
