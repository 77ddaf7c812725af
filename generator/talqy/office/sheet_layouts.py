"""The layout of workbooks: a file of Excel in which each example cell shows a look by its name.

A ministry changes how a cell looks in Excel or LibreOffice, and all cells of that look follow; so
do the sheet, its margins, heads and feet.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import product
from math import ceil
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from talqy.compare.redline import Mark
from talqy.office.layout_files import MOST_LAYOUTS, LayoutFile, layout_data
from talqy.office.packages import COLOURS

LAYOUT = "workbook.xlsx"
STYLES, THEME = "xl/styles.xml", "xl/theme/theme1.xml"
_SHEET, _WORDS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_PAGE = ("printOptions", "pageMargins", "pageSetup", "headerFooter")
_A3, _A4 = "8", "9"
# So many signs stand side by side on paper that lies across, in letters that can still be read.
MOST_ON_A4 = 205
_MOST_SIGNS = {_A3: 310, _A4: MOST_ON_A4}
# A run of letters names the same as a font, and its face otherwise: ECMA-376, part 1, 18.4.7.
_LETTERS = (
    *("rFont", "charset", "family", "b", "i", "strike", "outline", "shadow", "condense", "extend"),
    *("color", "sz", "u", "vertAlign", "scheme"),
)


class CellLook(StrEnum):
    """The looks of cells; a row that is divided over several ones begins, goes on and ends."""

    TITLE = "Talqy Title"
    SUBTITLE = "Talqy Subtitle"
    HEADING = "Talqy Heading"
    LINE = "Talqy Line"
    LEGEND = "Talqy Legend"
    HEAD = "Talqy Head"
    NUMBER = "Talqy Number"
    NUMBER_BEGINS = "Talqy Number begins"
    NUMBER_GOES_ON = "Talqy Number goes on"
    NUMBER_ENDS = "Talqy Number ends"
    TEXT = "Talqy Text"
    TEXT_BEGINS = "Talqy Text begins"
    TEXT_GOES_ON = "Talqy Text goes on"
    TEXT_ENDS = "Talqy Text ends"
    FIELD = "Talqy Field"
    KEY = "Talqy Key"
    ANSWER_HEAD = "Talqy Answer Head"
    ANSWER_TEXT = "Talqy Answer Text"
    ANSWER_DAY = "Talqy Answer Day"
    ANSWER = "Talqy Answer"


class LookIds(NamedTuple):
    """The number of a look among the styles; also of its twin whose words are never a formula."""

    plain: int
    guarded: int


@dataclass(frozen=True)
class SheetLayout(LayoutFile):
    """A layout of Excel; where it does not show a look, cells look like any other."""

    def _tree(self, part: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
        try:
            return etree.fromstring(self.text(part).encode(), parser)
        except etree.XMLSyntaxError as error:
            raise self.unusable() from error

    @cached_property
    def _sheet(self) -> etree._Element:
        return self._tree(_SHEET)

    @cached_property
    def _dressed(self) -> tuple[etree._Element, Mapping[CellLook, LookIds]]:
        """The styles with the twins, and the numbers of the looks."""
        styles = self._tree(STYLES)
        cells = styles.find("{*}cellXfs")
        if cells is None or not len(cells):
            raise self.unusable()
        shown, looks = dict(self._shown()), {}
        for look in CellLook:
            number = shown.get(look, 0)
            if number >= len(cells):
                raise self.unusable()
            twin = deepcopy(cells[number])
            twin.set("quotePrefix", "1")
            looks[look] = LookIds(number, len(cells))
            cells.append(twin)
        cells.set("count", str(len(cells)))
        return styles, looks

    def _shown(self) -> Iterator[tuple[str, int]]:
        """Yield the words of example cells, with the numbers of their looks."""
        has_words = _WORDS in self.parts
        words = list(map(_said, self._tree(_WORDS).iter("{*}si"))) if has_words else []
        for cell in self._sheet.iter("{*}c"):
            value = cell.findtext("{*}v") or ""
            is_shared = cell.get("t") == "s" and value.isdecimal() and int(value) < len(words)
            number = cell.get("s") or "0"
            if number.isdecimal():
                yield words[int(value)] if is_shared else _said(cell), int(number)

    @property
    def looks(self) -> Mapping[CellLook, LookIds]:
        """The numbers of all looks among the styles."""
        return self._dressed[1]

    @cached_property
    def letters(self) -> Mapping[tuple[Mark, bool], str]:
        """The letters of words by their mark, and whether they are slanted; never colour alone."""
        styles, looks = self._dressed
        cell = styles.findall("{*}cellXfs/{*}xf")[looks[CellLook.TEXT].plain]
        font = styles.find(f"{{*}}fonts/{{*}}font[{int(cell.get('fontId') or 0) + 1}]")
        own = {etree.QName(one).localname: dict(one.attrib) for one in _children(font)}
        own = {("rFont" if name == "name" else name): said for name, said in own.items()}
        return {
            (mark, is_slanted): _letters(own, mark, is_slanted=is_slanted)
            for mark, is_slanted in product(Mark, (False, True))
        }

    def page(self, wide: float) -> str:
        """Return how a sheet of columns so many signs `wide` is printed: paper, margins, feet.

        What is too wide for A4 is printed on A3, and what is too wide for that on several pages.
        """
        found = (self._sheet.find(f"{{*}}{name}") for name in _PAGE)
        own = [deepcopy(one) for one in found if one is not None]
        for setup in (one for one in own if etree.QName(one).localname == "pageSetup"):
            if setup.get("paperSize") == _A4 and wide > MOST_ON_A4:
                setup.set("paperSize", _A3)
            pages = ceil(wide / _MOST_SIGNS.get(setup.get("paperSize", ""), wide))
            if pages > 1 and setup.get("fitToWidth", "1") == "1":
                setup.set("fitToWidth", str(pages))
        return "".join(map(_bare, own))

    def frame(self) -> Iterable[tuple[str, bytes]]:
        """Yield the parts that are the same in every file."""
        yield STYLES, etree.tostring(self._dressed[0], encoding="UTF-8", standalone=True)
        if THEME in self.parts:
            yield THEME, self.parts[THEME]


def sheet_layout(folders: Iterable[Path]) -> SheetLayout:
    """Return the layout of workbooks in the first of the folders that has one."""
    return _opened(LAYOUT, layout_data(LAYOUT, folders))


@lru_cache(MOST_LAYOUTS)
def _opened(name: str, data: bytes) -> SheetLayout:
    return SheetLayout(name, data)


def _said(element: etree._Element) -> str:
    return "".join(words.text or "" for words in element.iter("{*}t")).strip()


def _children(element: etree._Element | None) -> Iterable[etree._Element]:
    return () if element is None else element.iterchildren("{*}*")


def _letters(font: Mapping[str, Mapping[str, str]], mark: Mark, *, is_slanted: bool) -> str:
    own = dict(font)
    if is_slanted:
        own["i"] = {}
    if mark is Mark.ADDED:
        own |= {"b": {}, "u": {}}
    if mark is Mark.REMOVED:
        own["strike"] = {}
    if mark in COLOURS:
        own["color"] = {"rgb": f"FF{COLOURS[mark]}"}
    run = etree.Element("rPr")
    for name in _LETTERS:
        if name in own:
            etree.SubElement(run, name, dict(own[name]))
    return str(etree.tostring(run, encoding="unicode"))


def _bare(element: etree._Element) -> str:
    """Return an element without what leads to other parts, such as a printer's own settings."""
    own = deepcopy(element)
    for name in list(own.attrib):
        if str(name).startswith("{"):
            del own.attrib[name]
    own.tail = None
    etree.cleanup_namespaces(own)
    return str(etree.tostring(own, encoding="unicode"))
