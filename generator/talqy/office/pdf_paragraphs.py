"""Printed lines of a PDF as paragraphs: where one ends, its end and the next line's begin say.

A paragraph ends where the first word of the next line would have fitted behind it; where the next
line is indented, stands further below, or is of another size or weight; and where an item begins
behind a stop.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from talqy.office.pdf_pages import PdfLine

_ITEM = re.compile(r"(?:\d{1,4}(?:[.-]\d{1,3}){0,4}[.)]|[^\W\d_]\d?\)|[-–—•])\s?")
_STOP = re.compile(r"[.;:!?][»”\")]?$")
_DIVIDED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u00ad\u2010]$")
_BEGINS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INDENT, _FAR, _SIZE, _CENTRE = 0.8, 1.4, 0.08, 6.0


@dataclass(frozen=True, slots=True)
class _TextArea:
    """The edges of the text, and how far its lines stand apart."""

    left: float
    right: float
    apart: float


def paragraphs_of(lines: Sequence[PdfLine]) -> Iterator[tuple[int, str]]:
    """Yield paragraphs, each with the page on which it begins."""
    if not lines:
        return
    frame = _frame(lines)
    divided = _Divided(lines)
    begun = [lines[0]]
    for before, line in pairwise(lines):
        if _begins(before, line, begun, frame):
            yield begun[0].page, divided.joined(begun)
            begun = []
        begun.append(line)
    yield begun[0].page, divided.joined(begun)


def _frame(lines: Sequence[PdfLine]) -> _TextArea:
    long = sorted(lines, key=lambda line: line.left - line.right)[: max(len(lines) // 2, 1)]
    gaps = sorted(
        before.base - line.base
        for before, line in pairwise(lines)
        if before.page == line.page and before.base > line.base
    )
    lefts = sorted(line.left for line in long)
    rights = sorted(line.right for line in long)
    apart = gaps[len(gaps) // 4] if gaps else lines[0].height * _FAR
    return _TextArea(lefts[len(lefts) // 4], rights[-1 - len(rights) // 20], apart)


def _begins(before: PdfLine, line: PdfLine, begun: Sequence[PdfLine], frame: _TextArea) -> bool:
    if before.is_bold != line.is_bold or not _is_near(before.height, line.height):
        return True
    is_below = before.page == line.page
    if is_below and before.base - line.base > _FAR * frame.apart:
        return True
    if _ITEM.match(line.text) and _STOP.search(before.text):
        return True
    # The first line of a heading may be as wide as the page.
    if _is_centred(line, frame) and _is_centred(before, frame, is_wide=line.is_bold):
        return bool(_ITEM.match(line.text))
    indent = _INDENT * line.height
    is_indented = line.left > frame.left + indent
    hangs = len(begun) > 1 and abs(before.left - line.left) < indent
    # A first line that is indented is followed by one that is not; an item's hangs below it.
    if is_indented and not hangs and line.left > before.left - indent:
        is_item = bool(_ITEM.match(before.text)) and len(begun) == 1
        if not (is_item and line.left > before.left + indent / 2):
            return True
    return _had_room(before, line, frame)


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= _SIZE * max(one, other)


def _is_centred(line: PdfLine, frame: _TextArea, *, is_wide: bool = False) -> bool:
    margins = line.left - frame.left, frame.right - line.right
    least = 0 if is_wide else 2 * line.height
    return abs(margins[0] - margins[1]) < _CENTRE and margins[0] > least


def _had_room(before: PdfLine, line: PdfLine, frame: _TextArea) -> bool:
    """Return whether the first word of a line would have fitted behind the line before it."""
    first = line.text.split(" ", 1)[0]
    width = (line.right - line.left) / max(len(line.text), 1)
    return before.right + (len(first) + 1) * width < frame.right - width


class _Divided:
    """Joins words that a line end divides, as the other words of the text say."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        inside = (word for line in lines for word in _WORD.findall(line.text)[:-1])
        self._words: Collection[str] = frozenset(word.lower() for word in inside)
        self._divides = self._is_divided(lines)

    def _is_divided(self, lines: Sequence[PdfLine]) -> bool:
        """Return whether the text divides words: more are known whole than with a hyphen."""
        known = {True: 0, False: 0}
        for before, line in pairwise(lines):
            head, tail = _DIVIDED.search(before.text), _BEGINS.match(line.text)
            if head and tail:
                known[True] += f"{head[1]}{tail[0]}".lower() in self._words
                known[False] += f"{head[1]}-{tail[0]}".lower() in self._words
        return known[True] > known[False]

    def joined(self, lines: Sequence[PdfLine]) -> str:
        """Return lines as one."""
        text = lines[0].text
        for line in lines[1:]:
            head, tail = _DIVIDED.search(text), _BEGINS.match(line.text)
            if not head:
                between = "" if text.endswith(("-", "/")) and line.text[:1].isalnum() else " "
                text = f"{text}{between}{line.text}"
            elif tail and self._is_one(head[1], tail[0]):
                text = f"{text[:-1]}{line.text}"
            else:
                text = f"{text}{line.text}" if tail else f"{text} {line.text}"
        return text

    def _is_one(self, head: str, tail: str) -> bool:
        if f"{head}{tail}".lower() in self._words:
            return True
        is_known = f"{head}-{tail}".lower() in self._words
        return self._divides and tail.islower() and not is_known
