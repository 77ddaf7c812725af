"""Pages of a PDF as lines with their places: the only door to pdfminer.six (the extra `import`)."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTContainer, LTImage, LTPage, LTTextLineHorizontal
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from talqy.office.raised import raised
from talqy.office.sound import LockedError, TooBigError, UnsoundError

MOST_PAGES = 600
_MOST_LINES = 100_000
_MOST_NESTED = 20
# Parts of a line that stand further apart than this many heights of letters are not one sentence.
_APART = 2.5
_ALIGNED = 3.0
_SMALL = 0.8
_NUMBER = 3
_EVEN = 1.0
_BOLD = ("bold", "heavy", "black")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One printed line: its words, and where it stands on its page, in points from below.

    `height` is that of its letters; `parts` are what stands far apart in it.
    """

    page: int
    left: float
    right: float
    base: float
    height: float
    text: str
    is_bold: bool = False
    parts: tuple["PdfPart", ...] = ()


@dataclass(frozen=True, slots=True)
class PdfPart:
    """A part of a line that stands apart from the others: its words, and where it stands."""

    left: float
    right: float
    text: str

    def is_below(self, other: "PdfPart", edge: float) -> bool:
        """Return whether two parts stand in one column; at the edge of the text all lines end."""
        middles = self.left + self.right, other.left + other.right
        ends = self.right, other.right
        is_inner = all(edge - end > _ALIGNED for end in ends)
        return (
            abs(self.left - other.left) < _ALIGNED
            or abs(middles[0] - middles[1]) < _ALIGNED
            or (is_inner and abs(ends[0] - ends[1]) < _ALIGNED)
        )


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: its lines from above; `drawn` is the share of it that pictures cover."""

    number: int
    width: float
    height: float
    lines: tuple[PdfLine, ...]
    drawn: float = 0.0


def pages_of(data: bytes) -> tuple[PdfPage, ...]:
    """Return all pages; raise LockedError, TooBigError or UnsoundError where they are not read."""
    try:
        return tuple(_pages(data))
    except PDFPasswordIncorrect as error:
        raise LockedError from error
    except UnsoundError:
        raise
    except Exception as error:  # a broken file brings up whatever the library has
        raise UnsoundError from error


def _pages(data: bytes) -> Iterator[PdfPage]:
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=LAParams(boxes_flow=None))
    interpreter = PDFPageInterpreter(manager, device)
    lines = 0
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MOST_PAGES:
            raise TooBigError
        interpreter.process_page(page)
        made = _page(device.get_result(), number)
        lines += len(made.lines)
        if lines > _MOST_LINES:
            raise TooBigError
        yield made


def _page(layout: LTPage, number: int) -> PdfPage:
    written: list[PdfLine] = []
    drawn = 0.0
    for item in _items(layout, 0):
        if isinstance(item, LTTextLineHorizontal):
            written += _line(item, number)
        elif isinstance(item, LTImage):
            drawn += abs(item.width * item.height)
    share = drawn / max(abs(layout.width * layout.height), 1.0)
    return PdfPage(number, layout.width, layout.height, tuple(_in_rows(written)), min(share, 1.0))


def _items(container: LTContainer[Any], depth: int) -> Iterator[Any]:
    if depth > _MOST_NESTED:
        raise UnsoundError
    for item in container:
        if isinstance(item, LTContainer) and not isinstance(item, LTTextLineHorizontal):
            yield from _items(item, depth + 1)
        else:
            yield item


def _line(item: LTTextLineHorizontal, page: int) -> Iterator[PdfLine]:
    letters = [sign for sign in item if isinstance(sign, LTChar) and sign.get_text().strip()]
    upright = [sign for sign in letters if sign.upright]
    # What stands across a page is no line of its text: “ПРОЕКТ” over all of it.
    if not letters or len(upright) * 2 < len(letters):
        return
    height = sorted(sign.size for sign in letters)[len(letters) // 2]
    base = sorted(sign.y0 for sign in letters)[len(letters) // 2]
    bold = sum(any(name in sign.fontname.lower() for name in _BOLD) for sign in letters)
    words = " ".join(one for one in _words(item, height, base).split(" ") if one)
    if words:
        is_bold = bold * 2 > len(letters)
        yield PdfLine(page, item.x0, item.x1, base, height, words, is_bold)


def _words(item: LTTextLineHorizontal, height: float, base: float) -> str:
    """Return the words of a line; small figures above it are marks or powers."""
    said: list[str] = []
    above: list[str] = []
    for sign in item:
        text = sign.get_text()
        is_above = (
            isinstance(sign, LTChar)
            and sign.size < height * _SMALL
            and sign.y0 > base + height / 10
        )
        if is_above:
            above.append(text)
            continue
        if above:
            said.append(raised("".join(above)))
            above.clear()
        said.append(" " if text.isspace() else text)
    return "".join([*said, raised("".join(above))])


def _in_rows(written: list[PdfLine]) -> Iterator[PdfLine]:
    """Yield lines from above; what stands on one base is one line, from left to right."""
    row: list[PdfLine] = []
    for line in sorted(written, key=lambda one: (-one.base, one.left)):
        if row and abs(row[0].base - line.base) > min(row[0].height, line.height) / 2:
            yield _one(row)
            row = []
        row.append(line)
    if row:
        yield _one(row)


def _one(row: list[PdfLine]) -> PdfLine:
    """Return what stands on one base as one line; a number and its words are never apart."""
    row.sort(key=lambda one: one.left)
    parts = [PdfPart(row[0].left, row[0].right, row[0].text)]
    # Blanks of one width fill a line to its end, and part nothing.
    blanks = [line.left - before.right for before, line in pairwise(row)]
    is_filled = len(blanks) > 1 and max(blanks) - min(blanks) < _EVEN
    for line in row[1:]:
        last = parts[-1]
        is_short = len(last.text) <= _NUMBER or not any(map(str.isalpha, last.text))
        is_number = is_short and len(parts) == 1
        if line.left - last.right > _APART * line.height and not (is_number or is_filled):
            parts.append(PdfPart(line.left, line.right, line.text))
        else:
            parts[-1] = PdfPart(last.left, line.right, f"{last.text} {line.text}")
    widest = max(row, key=lambda one: one.right - one.left)
    return replace(
        widest,
        left=row[0].left,
        right=max(one.right for one in row),
        text=" ".join(one.text for one in parts),
        parts=tuple(parts),
    )
