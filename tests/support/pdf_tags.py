"""What a tagged PDF says to who listens to it, read with tools that are not ours."""

import io
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import pikepdf
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer, LTCurve
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import decode_text

Parts = dict[tuple[int, int], str]
_TOUCHING = 2  # points: slanted letters reach over their neighbours


class _Marked(PDFTextDevice):
    """Gathers the words of each piece of marked content, page by page."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.parts: Parts = {}
        self.page, self._open, self._instead = -1, list[int | None](), list[bool]()

    def begin_page(self, page: PDFPage, ctm: Any) -> None:  # noqa: ARG002 - as pdfminer has it
        self.page += 1

    def begin_tag(self, tag: Any, props: Any = None) -> None:  # noqa: ARG002
        props = props if isinstance(props, dict) else {}
        self._open.append(props.get("MCID"))
        instead = props.get("ActualText")
        self._instead.append(instead is not None)
        if instead is not None:
            self._say(decode_text(instead))

    def end_tag(self) -> None:
        self._open.pop()
        self._instead.pop()

    def render_string(self, textstate: Any, seq: Any, *_: Any) -> None:
        if not any(self._instead):
            self._say(
                "".join(
                    textstate.font.to_unichr(code)
                    for piece in seq
                    if isinstance(piece, bytes)
                    for code in textstate.font.decode(piece)
                )
            )

    def _say(self, words: str) -> None:
        number = next((one for one in reversed(self._open) if one is not None), None)
        if number is not None:
            place = (self.page, number)
            self.parts[place] = self.parts.get(place, "") + words


def tagged(data: bytes) -> list[tuple[str, str]]:
    """Return the parts of a PDF in the order of its tags: the tag around words, and the words."""
    resources = PDFResourceManager()
    device = _Marked(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        return list(_said(pdf.Root.StructTreeRoot.K, "", None, pages, device.parts))


def _said(
    node: Any, tag: str, page: int | None, pages: dict[Any, int], parts: Parts
) -> Iterator[tuple[str, str]]:
    if isinstance(node, int):
        assert page is not None
        yield tag, parts.get((page, node), "")
    elif isinstance(node, pikepdf.Array):
        for one in node:
            yield from _said(one, tag, page, pages, parts)
    elif node.get("/Type") == "/MCR":
        yield tag, parts.get((pages[node.Pg.objgen], int(node.MCID)), "")
    elif "/S" in node:
        own = pages[node.Pg.objgen] if "/Pg" in node else page
        name = str(node.S).removeprefix("/")
        yield from _said(node.get("/K", pikepdf.Array()), name, own, pages, parts)


def heard(data: bytes) -> str:
    """Return the words of a PDF in the order of its tags, blanks and hyphens at line ends gone."""
    words = "".join(said for _, said in tagged(data)).replace("\u00ad", "")
    return "".join(words.split())


def tags_of(data: bytes) -> set[str]:
    """Return the tags that a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return set(_tags(pdf.Root.StructTreeRoot.K))


def _tags(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S).removeprefix("/")
        yield from _tags(node.get("/K", pikepdf.Array()))


def bookmarks(data: bytes) -> list[tuple[int, str]]:
    """Return the bookmarks of a PDF, each with its depth."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return list(_bookmarks(outline.root, 0))


def _bookmarks(items: Any, depth: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield depth, item.title
        yield from _bookmarks(item.children, depth + 1)


def run_over(data: bytes) -> list[str]:
    """Return letters that stand over one another, or over an upright line, as of a table."""
    found = []
    for page in extract_pages(io.BytesIO(data)):
        letters = [one for one in _letters(page) if one.get_text().strip()]
        rows: dict[int, list[LTChar]] = {}
        for one in letters:
            rows.setdefault(round(one.y0), []).append(one)
        for row in rows.values():
            row.sort(key=lambda one: one.x0)
            found += [a.get_text() for a, b in pairwise(row) if a.x1 - b.x0 > _TOUCHING]
        ruled = [one for one in page if isinstance(one, LTCurve) and one.width < 1]
        found += [
            one.get_text()
            for line in ruled
            for one in letters
            if one.x0 + 1 < line.x0 < one.x1 - 1 and line.y0 < one.y0 < line.y1
        ]
    return found


def printed_outside(data: bytes) -> list[str]:
    """Return the letters that are printed outside of their sheet."""
    return [
        letter.get_text()
        for page in extract_pages(io.BytesIO(data))
        for letter in _letters(page)
        if letter.x0 < 0 or letter.x1 > page.width or letter.y0 < 0 or letter.y1 > page.height
    ]


def _letters(of: Iterable[Any]) -> Iterator[LTChar]:
    for one in of:
        if isinstance(one, LTChar):
            yield one
        elif isinstance(one, LTContainer):
            yield from _letters(one)
