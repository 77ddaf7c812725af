"""Styles of a document: what a paragraph or its words have from them, nearest first."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from talqy.office.word_package import (
    Element,
    child_of,
    children_of,
    is_on,
    name_of,
    number_of,
    value_of,
)

_LONGEST_CHAIN = 32
_HEADINGS = 9
_TRUE = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class NumberedBy:
    """The list to which a paragraph belongs; `list_id` "0" takes it out of any."""

    list_id: str
    level: int | None


@dataclass(frozen=True, slots=True)
class _OfStyle:
    """What a style says of its paragraphs: their list with the style that names it, their level."""

    numbering: tuple[NumberedBy, str] | None
    outline: int | None


@dataclass
class Styles:
    """The styles of one document by their id."""

    root: Element | None
    _known: dict[str, Element] = field(default_factory=dict)
    _default: str = ""
    _default_table: str = ""
    _tables: bool = False
    _read: dict[str, _OfStyle] = field(default_factory=dict)
    _switched: dict[tuple[str, str], bool | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the styles; those of plain paragraphs and of plain tables are remembered."""
        for style in children_of(self.root):
            if name_of(style) == "style":
                self._known.setdefault(value_of(style, "styleId"), style)
                kind, is_default = value_of(style, "type"), value_of(style, "default") in _TRUE
                if kind == "paragraph" and is_default:
                    self._default = value_of(style, "styleId")
                elif kind == "table":
                    self._tables = self._tables or child_of(style, "rPr") is not None
                    name = value_of(style, "styleId") if is_default else ""
                    self._default_table = name or self._default_table

    def of(self, properties: Element | None) -> str:
        """Return the id of the style that the properties of a paragraph name."""
        return value_of(child_of(properties, "pStyle")) or self._default

    def name(self, style_id: str) -> str:
        """Return the name of a style, which is the same in every language of Word."""
        return value_of(child_of(self._known.get(style_id), "name")) or style_id

    def outline(self, properties: Element | None, style_id: str) -> int | None:
        """Return the level of a heading, from 0; None for what is none."""
        own = number_of(child_of(properties, "outlineLvl"))
        level = self._of_style(style_id).outline if own is None else own
        return level if level is not None and 0 <= level < _HEADINGS else None

    def numbering(self, style_id: str) -> tuple[NumberedBy, str] | None:
        """Return the list of a style, and the id of the style in its chain that says so."""
        return self._of_style(style_id).numbering

    def _of_style(self, style_id: str) -> "_OfStyle":
        if style_id not in self._read:
            chain = list(self._chain(style_id))
            properties = [(child_of(style, "pPr"), value_of(style, "styleId")) for style in chain]
            lists = ((numbered_by(own), name) for own, name in properties)
            levels = (number_of(child_of(own, "outlineLvl")) for own, _ in properties)
            self._read[style_id] = _OfStyle(
                next(((of_list, name) for of_list, name in lists if of_list), None),
                next((level for level in levels if level is not None), None),
            )
        return self._read[style_id]

    def list_of(self, style_id: str) -> str:
        """Return the list that a style of lists stands for, "" where there is none."""
        numbering = numbered_by(child_of(self._known.get(style_id), "pPr"))
        return numbering.list_id if numbering else ""

    def is_switched(self, switch: str, run: Element | None, paragraph_style: str) -> bool:
        """Return whether words are struck or hidden: the nearest that speaks of it decides."""
        own = child_of(run, switch)
        if own is not None:
            return is_on(own)
        styles = (value_of(child_of(run, "rStyle")), paragraph_style, *self._of_tables(run))
        switches = (self._by_style(switch, style) for style in styles if style)
        return next((is_so for is_so in switches if is_so is not None), self._is_usual(switch))

    def _of_tables(self, run: Element | None) -> Iterator[str]:
        """Yield the styles of the tables in which words stand, the inner one first."""
        above = None if run is None or not self._tables else run.getparent()
        while above is not None:
            if name_of(above) == "tbl":
                yield value_of(child_of(above, "tblPr", "tblStyle")) or self._default_table
            above = above.getparent()

    def _is_usual(self, switch: str) -> bool:
        """Return what all words of the document are where nothing else is said of them."""
        if ("", switch) not in self._switched:
            usual = child_of(self.root, "docDefaults", "rPrDefault", "rPr", switch)
            self._switched["", switch] = None if usual is None else is_on(usual)
        return bool(self._switched["", switch])

    def _by_style(self, switch: str, style_id: str) -> bool | None:
        """Return what a style or one that it is based on says, else the one that it is linked to.

        Programs write the properties of a linked pair into one of the two alone.
        """
        key = switch, style_id
        if key not in self._switched:
            linked = self._known.get(value_of(child_of(self._known.get(style_id), "link")))
            chain = (*self._chain(style_id), *(() if linked is None else (linked,)))
            switches = (child_of(style, "rPr", switch) for style in chain)
            first = next((one for one in switches if one is not None), None)
            self._switched[key] = None if first is None else is_on(first)
        return self._switched[key]

    def _chain(self, style_id: str) -> Iterator[Element]:
        """Yield a style and those that it is based on; a file may let them go in a circle."""
        for _ in range(_LONGEST_CHAIN):
            style = self._known.get(style_id)
            if style is None:
                return
            yield style
            style_id = value_of(child_of(style, "basedOn"))


def numbered_by(properties: Element | None) -> NumberedBy | None:
    """Return the list that the properties of a paragraph name."""
    numbering = child_of(properties, "numPr")
    if numbering is None:
        return None
    return NumberedBy(
        value_of(child_of(numbering, "numId")), number_of(child_of(numbering, "ilvl"))
    )
