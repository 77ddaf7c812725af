"""The language of Word files: titles, grids of lines, letters, as marked-up text.

It is written the way that pages are: ready-made pieces of markup, and every word is escaped on its
way in. What letters look like is said by named styles alone, so that a reader can restyle a file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

from talqy.compare.redline import Mark
from talqy.office.packages import SHADE, office_language
from talqy.office.portions import LineKind, TableLine


class Style(StrEnum):
    """The styles of a file by their names; the last two are of letters, the others of lines."""

    TITLE = "Talqy Title"
    REVISIONS = "Talqy Revisions"
    HEAD = "Talqy Head"
    NUMBER = "Talqy Number"
    TEXT = "Talqy Text"
    FACT = "Talqy Fact"
    NOTE = "Talqy Note"
    LEGEND = "Talqy Legend"
    REMOVED = "Talqy Removed"
    ADDED = "Talqy Added"

    @property
    def id(self) -> str:
        """The name by which paragraphs and runs refer to the style."""
        return self.value.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Layout:
    """Sheet, margins left and right, and columns in millimetres; letters in points.

    `whole` is the most signs of a cell with which its row is not broken between pages.
    """

    sheet: tuple[int, int]
    margins: tuple[int, int]
    number: int
    columns: tuple[int, ...]
    letters: int
    whole: int


_LINE_STYLES = {LineKind.FACT: Style.FACT, LineKind.NOTE: Style.NOTE}
_MARK_STYLES = {Mark.REMOVED: Style.REMOVED, Mark.ADDED: Style.ADDED}
_PROPERTIES = Markup("<w:rPr>{}{}</w:rPr>")
_LETTERS = Markup('<w:rStyle w:val="{}"/>')
_LANGUAGE = Markup('<w:lang w:val="{}"/>')
# Word knows breaks of lines and tabs as elements alone.
_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')
_PARAGRAPH = Markup('<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>{}</w:p>')
EMPTY = Markup("<w:p/>")
PAGE_BREAK = Markup('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
CELL = Markup('<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{}"/>{}</w:tcPr>{}</w:tc>')
SPAN = Markup('<w:gridSpan w:val="4"/>')
DOWN, DOWN_AGAIN = Markup('<w:vMerge w:val="restart"/>'), Markup("<w:vMerge/>")
_SHADED = Markup('<w:shd w:val="clear" w:color="auto" w:fill="{}"/><w:vAlign w:val="center"/>')
HEAD = _SHADED.format(SHADE)
ROW = Markup("<w:tr>{}{}</w:tr>")
# What repeats a row on each page, and what keeps it on one.
REPEATED = Markup("<w:trPr><w:tblHeader/></w:trPr>")
WHOLE = Markup("<w:trPr><w:cantSplit/></w:trPr>")
_GRID = Markup("<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid>{}</w:tblGrid>{}</w:tbl>")
_COLUMN = Markup('<w:gridCol w:w="{}"/>')
LOOK = Markup('<w:tblW w:type="auto" w:w="0"/>')
LINED = Markup(
    '<w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0"'
    ' w:noVBand="1" w:val="04A0"/><w:tblCaption w:val="{}"/>'
)
NOTHING = Markup()


class ParagraphMaker:
    """How words become paragraphs in a language, which is `named` where a file has several."""

    def __init__(self, language: str, *, named: bool) -> None:
        spoken = _LANGUAGE.format(office_language(language)) if named else NOTHING
        self._properties = {mark: _properties(mark, spoken) for mark in Mark}

    def line(self, style: Style, words: str) -> Markup:
        """Write a paragraph of plain words."""
        text = self._said(words) if words else ""
        # Joined as text: a report has a hundred thousand lines, and `format` costs ten times more.
        return Markup(f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>{text}</w:p>')  # noqa: S704

    def lines(self, lines: Iterable[TableLine]) -> Markup:
        """Write the lines of a cell, each piece with its mark; a cell has one line at least."""
        written = (
            _PARAGRAPH.format(
                _LINE_STYLES.get(line.kind, Style.TEXT).id,
                joined(self._said(text, mark) for mark, text in line.pieces),
            )
            for line in lines
        )
        return joined(written) or self.line(Style.TEXT, "")

    def texts(self, texts: Iterable[str]) -> Markup:
        """Write plain texts as the lines of a cell."""
        return joined(self.line(Style.TEXT, text) for text in texts) or self.line(Style.TEXT, "")

    def _said(self, words: str, mark: Mark = Mark.KEPT) -> Markup:
        escaped = str(escape(words)).replace("\n", _BREAK).replace("\t", _TAB)
        properties = self._properties[mark]
        return Markup(f'<w:r>{properties}<w:t xml:space="preserve">{escaped}</w:t></w:r>')  # noqa: S704


def _properties(mark: Mark, language: Markup) -> Markup:
    letters = _LETTERS.format(_MARK_STYLES[mark].id) if mark in _MARK_STYLES else NOTHING
    return _PROPERTIES.format(letters, language) if letters or language else NOTHING


# --- titles ---------------------------------------------------------------------------------------


# --- the grid -------------------------------------------------------------------------------------


def grid(look: Markup, widths: Sequence[int], rows: Iterable[Markup]) -> Markup:
    """Write a table: its look, the widths of its columns in twips, its rows."""
    return _GRID.format(look, joined(map(_COLUMN.format, widths)), joined(rows))


def joined(written: Iterable[Markup]) -> Markup:
    """Return pieces of markup as one."""
    return NOTHING.join(written)


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, as Word counts."""
    return round(millimetres * 1440 / 25.4)


# --- what other files are made of -----------------------------------------------------------------


def on_new_pages(groups: Iterable[Iterable[Markup]]) -> Iterator[Markup]:
    """Let each group but the first begin on a page of its own."""
    for at, group in enumerate(groups):
        if at:
            yield PAGE_BREAK
        yield from group


def lined_table(
    caption: str,
    widths: Sequence[int],
    heads: Sequence[Markup],
    rows: Iterable[Sequence[Markup]],
    *,
    shaded: bool = False,
) -> Markup:
    """Write a table with lines; heads are repeated on each page, `shaded` is its first column."""
    measured = list(map(twips, widths))
    plain = [HEAD if shaded else NOTHING, *([NOTHING] * (len(measured) - 1))]
    opened = _opened(measured, plain)
    written = [_row_of(_opened(measured, [HEAD] * len(measured)), heads, REPEATED)] if heads else []
    written += [_row_of(opened, cells, NOTHING) for cells in rows]
    # Two tables that touch would become one.
    return grid(LINED.format(caption), measured, written) + EMPTY


def _opened(twips: Sequence[int], looks: Sequence[Markup]) -> list[str]:
    """Begin the cells of a row: each with its width and its look."""
    return [
        str(CELL.format(*it, "")).removesuffix("</w:tc>") for it in zip(twips, looks, strict=True)
    ]


def _row_of(opened: Sequence[str], cells: Sequence[Markup], kept: Markup) -> Markup:
    inside = "".join(f"{begun}{cell}</w:tc>" for begun, cell in zip(opened, cells, strict=True))
    return Markup(f"<w:tr>{kept}{inside}</w:tr>")  # noqa: S704 - cells are markup already
