"""The words of a clause as paragraphs and lists, with what they name made into references."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from talqy.compare.text_items import Path
from talqy.compare.tokens import lines
from talqy.model.items import item_parts, levels
from talqy.model.revision import TextTable
from talqy.office.xml_tree import Element, Node, element

MIXED = frozenset({"p", "num", "heading", "docTitle", "remark", "ref"})
"""The elements in which words stand."""


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """Words that name something: offsets in a text, end exclusive, and where they lead."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class _TextLine:
    """A line of a text: how deep it stands, its label, where its words begin and end.

    `path` are the labels that lead to an item, `eid` is its id.
    """

    level: int
    label: str
    start: int
    end: int
    path: Path
    eid: str


@dataclass(slots=True)
class _Item:
    """An item while the lines of its list are read."""

    line: _TextLine
    inside: "list[_Item]" = field(default_factory=list)


def item_eids(text: str, eid: str) -> Mapping[Path, str]:
    """Return the ids of the items in a normalised text of a clause, by the labels that lead there.

    The first one holds where two have one label.
    """
    found: dict[Path, str] = {}
    for line in _lines(text, eid):
        if line.level:
            found.setdefault(line.path, line.eid)
    return found


def passages(text: str, eid: str, references: Sequence[LinkedWords]) -> tuple[Element, ...]:
    """Return the paragraphs and lists of a normalised text of a clause."""
    found: list[Element] = []
    open_items: list[_Item] = []
    for line in _lines(text, eid):
        if line.level > 1:
            around = open_items
            for _ in range(line.level - 1):
                around = around[-1].inside
            around.append(_Item(line))
        elif line.level:
            open_items.append(_Item(line))
        else:
            found += _listed(text, open_items, references)
            open_items = []
            found.append(element("p", None, *_marked(text, line.start, line.end, references)))
    return (*found, *_listed(text, open_items, references))


def table_of(table: TextTable, language: str) -> Element:
    """Return a table: its first row is the head."""
    head, *rows = table.lines(language)
    return element(
        "table",
        None,
        element("tr", None, *(_cell("th", cell) for cell in head)),
        *(element("tr", None, *(_cell("td", cell) for cell in row)) for row in rows),
    )


def plain_paragraphs(text: str) -> tuple[Element, ...]:
    """Return the lines of a text as paragraphs."""
    return tuple(element("p", None, line) for line in lines(text))


def _cell(name: str, text: str) -> Element:
    return element(name, None, *plain_paragraphs(text))


def _lines(text: str, eid: str) -> Iterator[_TextLine]:
    start, items = 0, 0
    around: list[str] = []
    read = text.split("\n") if text else []
    for line, level in zip(read, levels(read), strict=True):
        label, words = item_parts(line) if level else ("", line)
        end = start + len(line)
        around = [*around[: level - 1], label.lower()] if level else []
        items += bool(level)
        own = f"{eid}__item_{items}" if level else ""
        yield _TextLine(level, label, end - len(words), end, tuple(around), own)
        start = end + 1


def _listed(
    text: str, items: Sequence[_Item], references: Sequence[LinkedWords]
) -> Iterator[Element]:
    if items:
        yield element("blockList", None, *(_item(text, one, references) for one in items))


def _item(text: str, item: _Item, references: Sequence[LinkedWords]) -> Element:
    line = item.line
    return element(
        "item",
        {"eId": line.eid},
        element("num", None, line.label),
        element("p", None, *_marked(text, line.start, line.end, references)),
        *_listed(text, item.inside, references),
    )


def _marked(text: str, start: int, end: int, references: Sequence[LinkedWords]) -> Iterator[Node]:
    """Yield the words between two places, with the references that begin there; none in another."""
    at = start
    for one in references:
        if at <= one.start < end:
            if text[at : one.start]:
                yield text[at : one.start]
            at = min(one.end, end)
            yield element("ref", {"href": one.href}, text[one.start : at])
    if text[at:end]:
        yield text[at:end]
