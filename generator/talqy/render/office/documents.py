"""The comparison table as a Word file: one language on A4, two side by side on A3."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL as MIDDLE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from talqy.derive.redline import Mark, Piece
from talqy.render.office.packages import COLOURS, FONT, SHADE, fixed, office_language
from talqy.render.table_rows import LineKind, TableLine, TableRow
from talqy.render.tables import ComparisonTable, reasons_of

_MAKER = "Talqy"


@dataclass(frozen=True, slots=True)
class _Layout:
    """Sheet and columns in millimetres, letters in points.

    `whole` is the most signs of a cell with which its row is not broken between pages.
    """

    sheet: tuple[int, int]
    number: int
    columns: tuple[int, int, int, int]
    letters: int
    whole: int


_ONE = _Layout((297, 210), 15, (38, 76, 76, 57), 11, 600)
_TWO = _Layout((420, 297), 15, (33, 57, 57, 38), 9, 1_000)
_LEFT, _RIGHT, _EDGE = 20, 15, 15


def comparison_docx(tables: Sequence[ComparisonTable]) -> bytes:
    """Print the same table in one or more languages; two stand side by side."""
    document = Document()
    layout = _TWO if len(tables) == 2 else _ONE
    _describe(document, tables)
    _set_letters(document)
    _set_sheet(document.sections[0], layout)
    for place, together in enumerate([tables] if layout is _TWO else [[one] for one in tables]):
        if place:
            document.add_page_break()  # type: ignore[no-untyped-call]
        _print(document, together, layout)
    stream = io.BytesIO()
    document.save(stream)
    return fixed(stream.getvalue())


def _describe(document: DocumentObject, tables: Sequence[ComparisonTable]) -> None:
    about, day = document.core_properties, tables[0].day
    about.title = " ".join(tables[0].titles[:2])
    about.language = ", ".join(office_language(table.language) for table in tables)
    about.author = about.last_modified_by = _MAKER
    about.comments = ""
    about.created = about.modified = datetime.combine(day, time(), UTC)


def _set_letters(document: DocumentObject) -> None:
    normal = document.styles["Normal"]
    normal.font.name = FONT
    fonts = normal.element.rPr.rFonts
    for script in ("w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    normal.paragraph_format.space_after = Pt(0)


def _print(document: DocumentObject, tables: Sequence[ComparisonTable], layout: _Layout) -> None:
    _print_titles(document, tables, layout)
    _print_table(document, tables, layout)
    for table in tables:
        legend = document.add_paragraph()
        legend.paragraph_format.space_before = Pt(6)
        _say(legend, table.legend, table.language, layout.letters - 1).italic = True


def _set_sheet(section: Section, layout: _Layout) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Mm, layout.sheet)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.top_margin = section.bottom_margin = Mm(_EDGE)
    section.header_distance = section.footer_distance = Mm(8)
    footer = section.footer.paragraphs[0]
    footer.alignment = ALIGN.CENTER
    _add_field(footer, "PAGE")
    footer.add_run(" / ")
    _add_field(footer, "NUMPAGES")


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = _element("w:fldSimple", instr=name)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no words for fields
    field.append(Run(OxmlElement("w:r"), paragraph)._r)  # noqa: SLF001
    field[0].append(_element("w:t"))


def _print_titles(
    document: DocumentObject, tables: Sequence[ComparisonTable], layout: _Layout
) -> None:
    """Print the titles; those of two languages side by side, as the columns below them."""
    if len(tables) == 1:
        _print_title(iter(document.add_paragraph, None), tables[0], layout)
        return
    grid = document.add_table(1, len(tables))
    for cell, table in zip(grid.rows[0].cells, tables, strict=True):
        _print_title(_paragraphs(cell), table, layout)
    document.add_paragraph()


def _print_title(paragraphs: Iterable[Paragraph], table: ComparisonTable, layout: _Layout) -> None:
    for words, paragraph in zip(table.titles, paragraphs, strict=False):
        is_last = words == table.titles[-1]
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.space_after = Pt(8 if is_last else 2)
        run = _say(paragraph, words, table.language, layout.letters + (not is_last))
        run.bold = not is_last


def _paragraphs(cell: _Cell) -> Iterator[Paragraph]:
    """Yield the paragraph that a new cell has, then new ones as long as they are asked for."""
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph()


def _print_table(
    document: DocumentObject, tables: Sequence[ComparisonTable], layout: _Layout
) -> None:
    widths = (layout.number, *(layout.columns * len(tables)))
    grid = document.add_table(0, len(widths), style="Table Grid")
    grid.autofit = False
    grid._tblPr.append(_element("w:tblCaption", val=" ".join(tables[0].titles[:2])))  # noqa: SLF001
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)
    _print_heads(grid, tables, layout)
    if not tables[0].rows:
        _print_empty(grid, tables, layout)
    for rows in zip(*(table.rows for table in tables), strict=True):
        _print_row(grid, tables, rows, layout)
    for row in grid.rows:
        for cell, width in zip(row._tr.tc_lst, widths, strict=False):  # noqa: SLF001
            if cell.grid_span == 1:
                cell.width = Mm(width)


def _print_heads(grid: Table, tables: Sequence[ComparisonTable], layout: _Layout) -> None:
    """Print the heads, which are repeated on each page; languages are named where there are two."""
    if len(tables) > 1:
        cells = _row(grid, "w:tblHeader").cells
        for place, table in enumerate(tables):
            first = 1 + 4 * place
            _print_head(cells[first].merge(cells[first + 3]), table.language_name, table, layout)
    cells = _row(grid, "w:tblHeader").cells
    number = grid.rows[0].cells[0].merge(cells[0]) if len(tables) > 1 else cells[0]
    for table, paragraph in zip(tables, _paragraphs(number), strict=False):
        _print_head(number, table.columns[0], table, layout, paragraph)
    for place, table in enumerate(tables):
        for offset, name in enumerate(table.columns[1:]):
            _print_head(cells[1 + 4 * place + offset], name, table, layout)


def _print_head(
    cell: _Cell,
    words: str,
    table: ComparisonTable,
    layout: _Layout,
    paragraph: Paragraph | None = None,
) -> None:
    paragraph = paragraph or cell.paragraphs[0]
    paragraph.alignment, cell.vertical_alignment = ALIGN.CENTER, MIDDLE.CENTER
    _say(paragraph, words, table.language, layout.letters).bold = True
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    if properties.find(qn("w:shd")) is None:
        shade = _element("w:shd", val="clear", color="auto", fill=SHADE)
        properties.insert_element_before(shade, "w:noWrap", "w:tcMar", "w:vAlign")


def _print_empty(grid: Table, tables: Sequence[ComparisonTable], layout: _Layout) -> None:
    cells = _row(grid).cells
    for place, table in enumerate(tables):
        first = 1 + 4 * place
        cell = cells[first].merge(cells[first + 3])
        _say(cell.paragraphs[0], table.empty, table.language, layout.letters)


def _print_row(
    grid: Table, tables: Sequence[ComparisonTable], rows: Sequence[TableRow], layout: _Layout
) -> None:
    longest = max(sum(len(x.text) for x in side) for r in rows for side in (r.was, r.becomes))
    cells = _row(grid, *(["w:cantSplit"] if longest <= layout.whole else [])).cells
    _say(cells[0].paragraphs[0], str(rows[0].number), tables[0].language, layout.letters)
    cells[0].paragraphs[0].alignment = ALIGN.CENTER
    for place, (table, row) in enumerate(zip(tables, rows, strict=True)):
        element, was, becomes, why = cells[1 + 4 * place : 5 + 4 * place]
        _print_plain(element, row.element, table.language, layout)
        _print_lines(was, row.was, table.language, layout)
        _print_lines(becomes, row.becomes, table.language, layout)
        _print_plain(why, reasons_of(table, row), table.language, layout)


def _print_plain(cell: _Cell, texts: Iterable[str], language: str, layout: _Layout) -> None:
    lines = [TableLine(LineKind.TEXT, (Piece(Mark.KEPT, text),)) for text in texts]
    _print_lines(cell, lines, language, layout)


def _print_lines(cell: _Cell, lines: Iterable[TableLine], language: str, layout: _Layout) -> None:
    for line, paragraph in zip(lines, _paragraphs(cell), strict=False):
        paragraph.paragraph_format.space_after = Pt(2)
        for mark, text in line.pieces:
            run = _say(paragraph, text, language, layout.letters, mark)
            run.italic = True if line.kind in {LineKind.FACT, LineKind.NOTE} else None


def _say(
    paragraph: Paragraph, words: str, language: str, letters: int, mark: Mark = Mark.KEPT
) -> Run:
    """Add a run in a language, with its mark: never in colour alone."""
    run = paragraph.add_run(words)
    run.font.size = Pt(letters)
    if mark is Mark.REMOVED:
        run.font.strike = True
    if mark is Mark.ADDED:
        run.font.underline = run.font.bold = True
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 - the library has no words for languages
    if mark in COLOURS:
        properties.get_or_add_color().set(qn("w:val"), COLOURS[mark])
    properties.append(_element("w:lang", val=office_language(language)))
    return run


def _row(grid: Table, *marks: str) -> _Row:
    """Add a row with its marks: `w:tblHeader` repeats it, `w:cantSplit` keeps it on one page."""
    row: _Row = grid.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no words for them
    for mark in marks:
        properties.append(OxmlElement(mark))
    return row


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
