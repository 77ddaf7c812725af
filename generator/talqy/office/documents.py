"""Word files of ready-made markup: their styles, sheets and parts; on A4, or on A3 side by side.

The comparison table and the report on completion are written with it.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import chain
from typing import NamedTuple

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import RELATIONSHIP_TYPE as PART
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle
from docx.text.paragraph import Paragraph
from markupsafe import Markup

from talqy.compare.redline import Mark
from talqy.office.packages import COLOURS, FONT, fixed, office_language
from talqy.office.wordml import Layout, Style

_MAKER = "Talqy"
_EDGE = 15
# What a file needs of the library's own: its other styles are ten times as large as a table.
_STYLES = {
    *("Normal", "DefaultParagraphFont", "TableNormal", "NoList"),
    *("TableGrid", "Footer", "FooterChar"),
}
_PARTS = {PART.STYLES, PART.SETTINGS, PART.FONT_TABLE, PART.THEME, PART.FOOTER}
_PACKAGE_PARTS = {PART.OFFICE_DOCUMENT, PART.CORE_PROPERTIES, PART.EXTENDED_PROPERTIES}
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_FIELD = '<w:fldSimple {} w:instr="{}"><w:r><w:t/></w:r></w:fldSimple>'


class _DocumentLook(NamedTuple):
    """What a style of lines looks like; letters and spaces in points."""

    larger: int = 0
    bold: bool | None = None
    italic: bool | None = None
    centred: bool = False
    above: int = 0
    below: int = 0


_LOOKS = {
    Style.TITLE: _DocumentLook(larger=1, bold=True, centred=True, below=2),
    Style.REVISIONS: _DocumentLook(centred=True, below=8),
    Style.HEAD: _DocumentLook(bold=True, centred=True),
    Style.NUMBER: _DocumentLook(centred=True),
    Style.TEXT: _DocumentLook(below=2),
    Style.FACT: _DocumentLook(italic=True, below=2),
    Style.NOTE: _DocumentLook(italic=True, below=2),
    Style.LEGEND: _DocumentLook(larger=-1, italic=True, above=6),
}
_MOST_IN_PROPERTY = 255
_MARKED = {Style.REMOVED: Mark.REMOVED, Style.ADDED: Mark.ADDED}


def _property(text: str) -> str:
    """Return a text as the property of a file, which has at most 255 signs (ECMA-376, part 2)."""
    return text if len(text) <= _MOST_IN_PROPERTY else f"{text[: _MOST_IN_PROPERTY - 1]}…"


def written(
    said: Iterable[Markup], layout: Layout, title: str, languages: Sequence[str], day: date
) -> bytes:
    """Make the file of what is said; one language is that of the whole file."""
    language = office_language(languages[0]) if len(languages) == 1 else ""
    document = Document(io.BytesIO(_blank(layout, language)))
    about = document.core_properties
    about.title = _property(title)
    about.language = ", ".join(map(office_language, languages))
    about.author = about.last_modified_by = _MAKER
    about.comments = ""
    about.created = about.modified = datetime.combine(day, time(), UTC)
    # The library need not know the text: a report of ten thousand comments would be a tree of 1 GB.
    section = document.element.body.sectPr.xml
    opened, closed = f"{_XML}<w:document {nsdecls('w')}><w:body>", "</w:body></w:document>"
    whole = b"".join(part.encode() for part in chain([opened], said, [section, closed]))
    return _saved(document, {document.part.partname.lstrip("/"): whole})


# --- what is the same in every file ---------------------------------------------------------------


@cache
def _blank(layout: Layout, language: str) -> bytes:
    """Make a file without words: sheet, page numbers, and styles; it is the same for all tables."""
    document = Document()
    _leave_out(document)
    _set_letters(document, language)
    for style in Style:
        _add_style(document, style, layout.letters)
    _set_sheet(document.sections[0], layout)
    return _saved(document)


def _leave_out(document: DocumentObject) -> None:
    """Leave out what the library puts into every new file and no table needs."""
    for owner, kept in ((document.part, _PARTS), (document.part.package, _PACKAGE_PARTS)):
        for name, relationship in list(owner.rels.items()):
            if relationship.reltype not in kept:
                del owner.rels[name]
    for style in list(document.styles):
        if style.style_id not in _STYLES:
            style.delete()


def _set_letters(document: DocumentObject, language: str) -> None:
    """Set the letters of all words, and their language where there is one for the whole file."""
    normal = document.styles["Normal"]
    normal.font.name = FONT
    fonts = normal.element.rPr.rFonts
    for script in ("w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    normal.paragraph_format.space_after = Pt(0)
    if language:
        (spoken,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
        spoken.set(qn("w:val"), language)


def _add_style(document: DocumentObject, style: Style, letters: int) -> None:
    if style in _MARKED:
        _set_mark(document.styles.add_style(style.value, WD_STYLE_TYPE.CHARACTER), _MARKED[style])
        return
    look, made = _LOOKS[style], document.styles.add_style(style.value, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style, made.quick_style = document.styles["Normal"], True
    made.font.size, made.font.bold = Pt(letters + look.larger), look.bold
    made.font.italic = look.italic
    made.paragraph_format.alignment = ALIGN.CENTER if look.centred else None
    made.paragraph_format.space_before = Pt(look.above) if look.above else None
    made.paragraph_format.space_after = Pt(look.below) if look.below else None


def _set_mark(made: CharacterStyle, mark: Mark) -> None:
    """Set the letters of a mark: never colour alone."""
    made.quick_style = True
    if mark is Mark.REMOVED:
        made.font.strike = True
    else:
        made.font.underline = made.font.bold = True
    made.font.color.rgb = RGBColor.from_string(COLOURS[mark])


def _set_sheet(section: Section, layout: Layout) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Mm, layout.sheet)
    section.left_margin, section.right_margin = map(Mm, layout.margins)
    section.top_margin = section.bottom_margin = Mm(_EDGE)
    section.header_distance = section.footer_distance = Mm(8)
    footer = section.footer.paragraphs[0]
    footer.alignment = ALIGN.CENTER
    _add_field(footer, "PAGE")
    footer.add_run(" / ")
    _add_field(footer, "NUMPAGES")


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = _FIELD.format(nsdecls("w"), name)
    paragraph._p.append(parse_xml(field))  # noqa: SLF001 - the library has no words for fields


def _saved(document: DocumentObject, parts: Mapping[str, bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return fixed(stream.getvalue(), parts)
