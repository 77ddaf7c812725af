"""PDF that has text in, values out: paragraphs, without what stands at the edges of pages."""

import re
from collections import defaultdict
from collections.abc import Iterator

from talqy.office.pdf_edges import Edges, without_edges
from talqy.office.pdf_pages import PdfPage, pages_of
from talqy.office.pdf_paragraphs import paragraphs_of
from talqy.office.sound import UnsoundError
from talqy.office.word_values import PICTURED, Note, NoteKind, Paragraph, WordDocument

_FEWEST_LETTERS, _DRAWN, _SEEN = 40, 0.3, 0.001
_NEAR = 4
_LETTER = re.compile(r"[^\W\d_]")
_UNTOLD = re.compile(r"\(cid:\d{1,6}\)")


class ScannedError(UnsoundError):
    """A PDF with a page that is a picture and has no text; `page` is its number."""

    def __init__(self, page: int) -> None:
        super().__init__(page)
        self.page = page


class ColumnsError(UnsoundError):
    """A PDF with a page on which words stand side by side; `words` are some of them."""

    def __init__(self, page: int, words: str) -> None:
        super().__init__(page, words)
        self.page, self.words = page, words


def read_pdf(data: bytes) -> WordDocument:
    """Return the text of a PDF; raise UnsoundError where it is not to be had.

    `margins` are the lines at the edges of pages. A sign that has no letter is U+FFFD.
    """
    pages = pages_of(data)
    for page in pages:
        if _letters(page) < _FEWEST_LETTERS and page.drawn > _DRAWN:
            raise ScannedError(page.number)
    edges = without_edges(pages)
    for page in edges.pages:
        if beside := _side_by_side(page):
            raise ColumnsError(page.number, beside)
    margins = (Paragraph(at, line.text) for at, line in enumerate(edges.around, 1))
    pictured = ", ".join(str(page.number) for page in pages if page.drawn > _SEEN)
    properties = {PICTURED: pictured} if pictured else {}
    return WordDocument(tuple(_blocks(edges)), properties, tuple(margins))


def _letters(page: PdfPage) -> int:
    return sum(len(_LETTER.findall(line.text)) for line in page.lines)


def _side_by_side(page: PdfPage) -> str:
    """Return words of a line whose parts stand below those of another one: columns or a table.

    One alone is none: a post, and the name of who has signed; or two words that fill a line.
    """
    edge = max((line.right for line in page.lines), default=0.0)
    for at, line in enumerate(page.lines):
        near = (one for above in page.lines[max(at - _NEAR, 0) : at] for one in above.parts[1:])
        if any(part.is_below(one, edge) for one in near for part in line.parts[1:]):
            return " | ".join(part.text for part in line.parts)
    return ""


def _blocks(edges: Edges) -> Iterator[Paragraph]:
    lines = [line for page in edges.pages for line in page.lines]
    footnotes: dict[int, list[str]] = defaultdict(list)
    for line in edges.footnotes:
        footnotes[line.page].append(line.text)
    found = [(page, _UNTOLD.sub("\ufffd", text)) for page, text in paragraphs_of(lines)]
    for at, (page, text) in enumerate(found):
        following = found[at + 1][0] if at + 1 < len(found) else max(footnotes, default=0) + 1
        words = [line for one in range(page, following) for line in footnotes.pop(one, ())]
        notes = (Note(NoteKind.FOOTNOTE, " ".join(words), len(text)),) if words else ()
        yield Paragraph(at + 1, text, notes=notes)
