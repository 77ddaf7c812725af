"""A workbook as a file: its sheets, and the parts that are the same in every file, packed once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape

from talqy.office.file_properties import CORE, PROPERTIES, AboutFile, core_part
from talqy.office.layout_files import MOST_LAYOUTS
from talqy.office.packages import XML, PackedPart, packed, part_of
from talqy.office.sheet_layouts import STYLES, THEME, SheetLayout
from talqy.office.sheetml import SheetWriter, column_name

_BOOK, _FOLDER = "xl/workbook.xml", "xl/worksheets"
_ROOM_FOR_NUMBER = 26  # of the 31 signs that a name may have
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_KINDS = {
    _BOOK: f"{_KIND}.sheet.main+xml",
    STYLES: f"{_KIND}.styles+xml",
    THEME: "application/vnd.openxmlformats-officedocument.theme+xml",
    CORE: PROPERTIES[CORE][0],
}


def workbook_file(sheets: Sequence[SheetWriter], about: AboutFile) -> bytes:
    """Return the file of sheets, all of one layout, the first of which is shown."""
    _tell_apart(sheets)
    parts = (sheet.written(is_first=at == 0) for at, sheet in enumerate(sheets))
    return packed(
        {
            **_frame(sheets[0].layout, len(sheets)),
            CORE: part_of(core_part(about)),
            _BOOK: part_of(_book(sheets).encode()),
            **{_path(at): part_of(part) for at, part in enumerate(parts, 1)},
        }
    )


def _tell_apart(sheets: Sequence[SheetWriter]) -> None:
    """Give sheets of one name a number: with two of them, Excel calls a file damaged."""
    known: set[str] = set()
    for at, sheet in enumerate(sheets, 1):
        if sheet.name.casefold() in known or not sheet.name.strip():
            sheet.name = f"{sheet.name[:_ROOM_FOR_NUMBER]} ({at})"
        known.add(sheet.name.casefold())


def _path(number: int) -> str:
    return f"{_FOLDER}/sheet{number}.xml"


@lru_cache(MOST_LAYOUTS)
def _frame(layout: SheetLayout, sheets: int) -> Mapping[str, PackedPart]:
    """Pack what does not depend on words: styles, theme, and what leads to all parts."""
    own = dict(layout.frame())
    paths = [_path(number) for number in range(1, sheets + 1)]
    kinds = {part: kind for part, kind in _KINDS.items() if part != THEME or part in own}
    kinds |= dict.fromkeys(paths, f"{_KIND}.worksheet+xml")
    relations = {f"sheet{at}": ("worksheet", path) for at, path in enumerate(paths, 1)}
    relations |= {"styles": ("styles", STYLES)}
    relations |= {"theme": ("theme", THEME)} if THEME in own else {}
    links = ((name, f"{_OFFICE}/{kind}", path) for name, (kind, path) in relations.items())
    whole = (("book", f"{_OFFICE}/officeDocument", _BOOK), ("core", PROPERTIES[CORE][1], CORE))
    made = {
        "[Content_Types].xml": _types(kinds).encode(),
        "_rels/.rels": _relations(whole).encode(),
        "xl/_rels/workbook.xml.rels": _relations(links).encode(),
        **own,
    }
    return {name: part_of(content) for name, content in made.items()}


def _types(kinds: Mapping[str, str]) -> str:
    parts = (f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(parts)}</Types>'
    )


def _relations(links: Iterable[tuple[str, str, str]]) -> str:
    written = (
        f'<Relationship Id="{name}" Type="{kind}" Target="/{path}"/>' for name, kind, path in links
    )
    return (
        f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(written)}</Relationships>'
    )


def _book(sheets: Sequence[SheetWriter]) -> str:
    named = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{at}" r:id="sheet{at}"/>'
        for at, sheet in enumerate(sheets, 1)
    )
    defined = "".join(name for at, sheet in enumerate(sheets) for name in _names(sheet, at))
    return (
        f'{XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{named}</sheets>"
        f"{f'<definedNames>{defined}</definedNames>' if defined else ''}</workbook>"
    )


def _names(sheet: SheetWriter, at: int) -> Iterator[str]:
    """Yield the names by which Excel knows what is filtered, and what is printed on each page."""
    quoted = escape(f"'{sheet.name}'!", quote=False)
    if sheet.filtered:
        ends = (re.sub(r"([A-Z]+)", r"$\1$", end) for end in sheet.filtered.split(":"))
        yield _name("_FilterDatabase", at, quoted + ":".join(ends), ' hidden="1"')
    if sheet.repeated:
        first, last = "$A", f"${column_name(max(sheet.frozen[0], 1))}"
        sides = f"{quoted}{first}:{last}," if sheet.frozen[0] else ""
        yield _name("Print_Titles", at, f"{sides}{quoted}${sheet.repeated}:${sheet.repeated}")


def _name(name: str, at: int, of: str, hidden: str = "") -> str:
    return f'<definedName name="_xlnm.{name}" localSheetId="{at}"{hidden}>{of}</definedName>'
