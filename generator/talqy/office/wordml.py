"""The comparison table in the language of Word files: titles, grid, legend, as marked-up text.

It is written the way that pages are: ready-made pieces of markup, and every word is escaped on its
way in. What letters look like is said by named styles alone, so that a reader can restyle a file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

from talqy.compare.redline import Mark
from talqy.diff.table import ComparisonTable, reasons_of
from talqy.diff.table_rows import LineKind, TableLine, TableRow
from talqy.office.packages import SHADE, office_language


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
_EMPTY = Markup("<w:p/>")
_PAGE_BREAK = Markup('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
_CELL = Markup('<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{}"/>{}</w:tcPr>{}</w:tc>')
_SPAN = Markup('<w:gridSpan w:val="4"/>')
_DOWN, _DOWN_AGAIN = Markup('<w:vMerge w:val="restart"/>'), Markup("<w:vMerge/>")
_SHADED = Markup('<w:shd w:val="clear" w:color="auto" w:fill="{}"/><w:vAlign w:val="center"/>')
_HEAD = _SHADED.format(SHADE)
_ROW = Markup("<w:tr>{}{}</w:tr>")
# What repeats a row on each page, and what keeps it on one.
_REPEATED = Markup("<w:trPr><w:tblHeader/></w:trPr>")
_WHOLE = Markup("<w:trPr><w:cantSplit/></w:trPr>")
_GRID = Markup("<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid>{}</w:tblGrid>{}</w:tbl>")
_COLUMN = Markup('<w:gridCol w:w="{}"/>')
_LOOK = Markup('<w:tblW w:type="auto" w:w="0"/>')
_LINED = Markup(
    '<w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0"'
    ' w:noVBand="1" w:val="04A0"/><w:tblCaption w:val="{}"/>'
)
_NOTHING = Markup()


def body(tables: Sequence[ComparisonTable], layout: Layout, *, beside: bool) -> Markup:
    """Write all that a file says: tables `beside` one another, or one after another."""
    groups = [tables] if beside else [[table] for table in tables]
    written = [_joined(_group(group, layout, named=len(tables) > 1)) for group in groups]
    return _PAGE_BREAK.join(written)


def _group(tables: Sequence[ComparisonTable], layout: Layout, *, named: bool) -> Iterator[Markup]:
    """Write what stands on a sheet; languages are `named` run by run where a file has several."""
    spoken = [_Spoken(table, named=named) for table in tables]
    yield _titles(spoken, layout)
    yield _table(spoken, layout)
    for one in spoken:
        yield one.line(Style.LEGEND, one.table.legend)


class Speech:
    """How words become paragraphs in a language, which is `named` where a file has several."""

    def __init__(self, language: str, *, named: bool) -> None:
        spoken = _LANGUAGE.format(office_language(language)) if named else _NOTHING
        self._properties = {mark: _properties(mark, spoken) for mark in Mark}

    def line(self, style: Style, words: str) -> Markup:
        """Write a paragraph of plain words."""
        said = self._said(words) if words else ""
        # Joined as text: a report has a hundred thousand lines, and `format` costs ten times more.
        return Markup(f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>{said}</w:p>')  # noqa: S704

    def lines(self, lines: Iterable[TableLine]) -> Markup:
        """Write the lines of a cell, each piece with its mark; a cell has one line at least."""
        written = (
            _PARAGRAPH.format(
                _LINE_STYLES.get(line.kind, Style.TEXT).id,
                _joined(self._said(text, mark) for mark, text in line.pieces),
            )
            for line in lines
        )
        return _joined(written) or self.line(Style.TEXT, "")

    def texts(self, texts: Iterable[str]) -> Markup:
        """Write plain texts as the lines of a cell."""
        return _joined(self.line(Style.TEXT, text) for text in texts) or self.line(Style.TEXT, "")

    def _said(self, words: str, mark: Mark = Mark.KEPT) -> Markup:
        said = str(escape(words)).replace("\n", _BREAK).replace("\t", _TAB)
        properties = self._properties[mark]
        return Markup(f'<w:r>{properties}<w:t xml:space="preserve">{said}</w:t></w:r>')  # noqa: S704


class _Spoken(Speech):
    """A table, and how its words become paragraphs."""

    def __init__(self, table: ComparisonTable, *, named: bool) -> None:
        super().__init__(table.language, named=named)
        self.table = table


def _properties(mark: Mark, language: Markup) -> Markup:
    letters = _LETTERS.format(_MARK_STYLES[mark].id) if mark in _MARK_STYLES else _NOTHING
    return _PROPERTIES.format(letters, language) if letters or language else _NOTHING


# --- titles ---------------------------------------------------------------------------------------


def _titles(spoken: Sequence[_Spoken], layout: Layout) -> Markup:
    """Write the titles; those of two languages side by side, as the columns below them."""
    written = [_joined(_title(one)) for one in spoken]
    if len(written) == 1:
        return written[0]
    width = _twips((layout.sheet[0] - sum(layout.margins)) / len(written))
    row = _ROW.format(_NOTHING, _joined(_CELL.format(width, _NOTHING, one) for one in written))
    return _grid(_LOOK, [width] * len(written), [row]) + _EMPTY


def _title(one: _Spoken) -> Iterator[Markup]:
    *titles, revisions = one.table.titles
    for words in titles:
        yield one.line(Style.TITLE, words)
    yield one.line(Style.REVISIONS, revisions)


# --- the grid -------------------------------------------------------------------------------------


def _table(spoken: Sequence[_Spoken], layout: Layout) -> Markup:
    first, *_ = tables = [one.table for one in spoken]
    number, *columns = map(_twips, (layout.number, *layout.columns))
    rows = [
        *_heads(spoken, number, columns),
        *([] if first.rows else [_empty(spoken, number, columns)]),
        *(
            _row(spoken, rows, number, columns, layout.whole)
            for rows in zip(*(table.rows for table in tables), strict=True)
        ),
    ]
    look = _LINED.format(" ".join(first.titles[:2]))
    return _grid(look, [number, *(columns * len(spoken))], rows)


def _heads(spoken: Sequence[_Spoken], number: int, columns: Sequence[int]) -> Iterator[Markup]:
    """Write the heads, which are repeated on each page; languages are named where there are two."""
    names = _joined(one.line(Style.HEAD, one.table.columns[0]) for one in spoken)
    first = _CELL.format(number, _HEAD, names)
    if len(spoken) > 1:
        across = [
            _CELL.format(sum(columns), _SPAN + _HEAD, one.line(Style.HEAD, one.table.language_name))
            for one in spoken
        ]
        yield _ROW.format(_REPEATED, _joined([_CELL.format(number, _DOWN + _HEAD, names), *across]))
        first = _CELL.format(number, _DOWN_AGAIN, _EMPTY)
    others = (
        _CELL.format(width, _HEAD, one.line(Style.HEAD, name))
        for one in spoken
        for width, name in zip(columns, one.table.columns[1:], strict=True)
    )
    yield _ROW.format(_REPEATED, _joined([first, *others]))


def _empty(spoken: Sequence[_Spoken], number: int, columns: Sequence[int]) -> Markup:
    said = (
        _CELL.format(sum(columns), _SPAN, one.line(Style.TEXT, one.table.empty)) for one in spoken
    )
    return _ROW.format(_NOTHING, _joined([_CELL.format(number, _NOTHING, _EMPTY), *said]))


def _row(
    spoken: Sequence[_Spoken],
    rows: Sequence[TableRow],
    number: int,
    columns: Sequence[int],
    whole: int,
) -> Markup:
    longest = max(sum(len(x.text) for x in side) for r in rows for side in (r.was, r.becomes))
    said = spoken[0].line(Style.NUMBER, str(rows[0].number))
    cells = [_CELL.format(number, _NOTHING, said)]
    for one, row in zip(spoken, rows, strict=True):
        written = (
            one.texts(row.element),
            one.lines(row.was),
            one.lines(row.becomes),
            one.texts(reasons_of(one.table, row)),
        )
        cells += map(_CELL.format, columns, [_NOTHING] * len(columns), written)
    return _ROW.format(_WHOLE if longest <= whole else _NOTHING, _joined(cells))


def _grid(look: Markup, widths: Sequence[int], rows: Iterable[Markup]) -> Markup:
    return _GRID.format(look, _joined(map(_COLUMN.format, widths)), _joined(rows))


def _joined(written: Iterable[Markup]) -> Markup:
    return _NOTHING.join(written)


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


# --- what other files are made of -----------------------------------------------------------------


def on_new_pages(groups: Iterable[Iterable[Markup]]) -> Iterator[Markup]:
    """Let each group but the first begin on a page of its own."""
    for place, group in enumerate(groups):
        if place:
            yield _PAGE_BREAK
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
    twips = list(map(_twips, widths))
    plain = [_HEAD if shaded else _NOTHING, *([_NOTHING] * (len(twips) - 1))]
    opened = _opened(twips, plain)
    written = [_row_of(_opened(twips, [_HEAD] * len(twips)), heads, _REPEATED)] if heads else []
    written += [_row_of(opened, cells, _NOTHING) for cells in rows]
    # Two tables that touch would become one.
    return _grid(_LINED.format(caption), twips, written) + _EMPTY


def _opened(twips: Sequence[int], looks: Sequence[Markup]) -> list[str]:
    """Begin the cells of a row: each with its width and its look."""
    return [
        str(_CELL.format(*it, "")).removesuffix("</w:tc>") for it in zip(twips, looks, strict=True)
    ]


def _row_of(opened: Sequence[str], cells: Sequence[Markup], kept: Markup) -> Markup:
    inside = "".join(f"{begun}{cell}</w:tc>" for begun, cell in zip(opened, cells, strict=True))
    return Markup(f"<w:tr>{kept}{inside}</w:tr>")  # noqa: S704 - cells are markup already
