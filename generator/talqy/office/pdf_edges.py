"""What stands at the edges of the pages of a PDF: numbers of pages, running heads, footnotes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from talqy.office.pdf_pages import PdfLine, PdfPage

_NUMBER = re.compile(
    r"(?:стр(?:аница|\.)?|бет|page)?\s?[-–—]?\s?(\d{1,4})\s?[-–—]?\s?"
    r"(?:[-–]?\s?бет|(?:/|из|of)\s?\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_EDGE = 2
_FEWEST_PAGES, _SHARE = 2, 0.5
_FOOTNOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?\D")
_SMALL = 0.9
_NEAR = 15.0


@dataclass(frozen=True, slots=True)
class Edges:
    """The pages without what stands at their edges; `footnotes` are lines by page."""

    pages: tuple[PdfPage, ...]
    around: tuple[PdfLine, ...]
    footnotes: tuple[PdfLine, ...]


def without_edges(pages: Sequence[PdfPage]) -> Edges:
    """Return the pages without numbers, running heads and footnotes."""
    heights = Counter(round(line.height, 1) for page in pages for line in page.lines)
    usual = max(heights, key=lambda height: heights[height], default=0.0)
    around = {*_numbers(pages), *_running(pages)}
    left, footnotes = [], []
    for page in pages:
        lines = [line for line in page.lines if line not in around]
        notes = _notes_below(lines, usual)
        footnotes += notes
        left.append(replace(page, lines=tuple(line for line in lines if line not in notes)))
    in_order = tuple(line for page in pages for line in page.lines if line in around)
    return Edges(tuple(left), in_order, tuple(footnotes))


def _edge(page: PdfPage) -> tuple[PdfLine, ...]:
    """Return the outermost lines of a page: few of them, for they may be the text."""
    return (*page.lines[:_EDGE], *page.lines[_EDGE:][-_EDGE:])


def _numbers(pages: Sequence[PdfPage]) -> Iterator[PdfLine]:
    """Yield the numbers of pages: they count as the pages do."""
    found = [
        (page.number - int(match[1]), line)
        for page in pages
        for line in _edge(page)
        if (match := _NUMBER.fullmatch(line.text.strip()))
    ]
    counts = Counter(offset for offset, _ in found)
    offset = max(counts, key=lambda one: counts[one], default=0)
    is_sure = offset == 0 or counts[offset] >= _FEWEST_PAGES
    if is_sure and counts[offset] * 2 >= len(pages) - 1:  # the first page often has none
        yield from (line for one, line in found if one == offset)


def _running(pages: Sequence[PdfPage]) -> Iterator[PdfLine]:
    """Yield lines that stand at one place of the edge of many pages, but for figures in them."""
    places = [
        ((_DIGITS.sub("0", line.text), round(line.base / _NEAR)), line)
        for page in pages
        for line in _edge(page)
    ]
    counts = Counter(key for key, _ in places)
    least = max(_FEWEST_PAGES, len(pages) * _SHARE)
    yield from (line for key, line in places if counts[key] >= least)


def _notes_below(lines: Sequence[PdfLine], usual: float) -> list[PdfLine]:
    """Return the lines in smaller letters at the foot of a page, from the first mark on."""
    small = list(takewhile(lambda line: line.height < usual * _SMALL, reversed(lines)))[::-1]
    begins = next((at for at, line in enumerate(small) if _FOOTNOTE.match(line.text)), len(small))
    return small[begins:] if len(small) < len(lines) else []
