"""Word files made from bits of WordprocessingML, for what no library writes."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    f'xmlns:r="{_RELATIONS}"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
_OVERRIDE = (
    '<Override PartName="/word/{0}.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.{1}+xml"/>'
)
WHO = 'w:id="1" w:author="x" w:date="2026-11-02T10:00:00Z"'


def a_word(body: str, *, space: str = TRANSITIONAL, **parts: str) -> bytes:
    """Pack a document; `parts` are what stands in numbering, styles, footnotes or comments."""
    texts = {"document": f"<w:body>{body}</w:body>", **parts}
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        kinds = {name: "document.main" if name == "document" else name for name in texts}
        overrides = "".join(_OVERRIDE.format(name, kind) for name, kind in kinds.items())
        archive.writestr("[Content_Types].xml", _TYPES.format(overrides))
        archive.writestr("_rels/.rels", relations({"officeDocument": "word/document.xml"}))
        beside = {name: f"{name}.xml" for name in parts}
        archive.writestr("word/_rels/document.xml.rels", relations(beside))
        for name, text in texts.items():
            root = f'<w:{name} xmlns:w="{space}" {_SPACES}>{text}</w:{name}>'
            archive.writestr(f"word/{name}.xml", root)
    return stream.getvalue()


def relations(targets: Mapping[str, str]) -> str:
    """Return a part that says which other parts belong to one."""
    lines = (
        f'<Relationship Id="r{place}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets.items())
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(lines)}</Relationships>'


def run(text: str, properties: str = "") -> str:
    """Return words in one form."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str, properties: str = "") -> str:
    """Return a paragraph; what has no mark-up is a run of words."""
    runs = (one if one.startswith("<") else run(one) for one in inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def item(text: str, number: int = 1, level: int = 0) -> str:
    """Return a paragraph of a list."""
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(*([text] if text else []), properties=listed)


def put_in(text: str) -> str:
    """Return words that were put in while changes were tracked."""
    return f"<w:ins {WHO}>{run(text)}</w:ins>"


def taken_out(text: str) -> str:
    """Return words that were taken out while changes were tracked."""
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def marked(change: str) -> str:
    """Return the properties of a paragraph whose end is a tracked change: `ins` or `del`."""
    return f"<w:rPr><w:{change} {WHO}/></w:rPr>"


def control(inside: str, properties: str = "") -> str:
    """Return a content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str) -> str:
    """Return a field of several runs, as Word writes it."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    begin, middle, end = map(sign.format, ("begin", "separate", "end"))
    return begin + said + (middle + run(result) if result else "") + end


def box(text: str) -> str:
    """Return a text box as Word writes it: once for new programs, once more for old ones."""
    inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    new = f"<w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:textbox>{inside}</v:textbox></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def cell(*blocks: str, properties: str = "") -> str:
    """Return a cell; what has no mark-up is a paragraph of words."""
    inside = (one if one.startswith("<") else paragraph(one) for one in blocks or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inside)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row; what has no mark-up is a cell of words."""
    inside = (one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(inside)}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def definition(number: int, *levels: str, **more: str) -> str:
    """Return what a list is like."""
    said = "".join(f'<w:{name} w:val="{value}"/>' for name, value in more.items())
    inside = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{number}">{said}{inside}</w:abstractNum>'


def level(place: int, template: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """Return one level of a list, counted from 0."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{more}<w:lvlText w:val="{template}"/></w:lvl>'
    )


def a_list(number: int, of: int, *overrides: str) -> str:
    """Return a list that is made by a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def begins_at(place: int, start: int) -> str:
    """Return the override by which a level of a list begins anew."""
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
