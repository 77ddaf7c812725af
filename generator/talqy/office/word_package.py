"""The parts of a Word file, bounded before they are parsed: they come from strangers.

Bounds are on bytes, on parts, on tags and on depth; no part may define entities. Names of elements
are those of WordprocessingML, transitional or strict (ISO/IEC 29500-1 and -4): `p`, `tbl`; what is
of another vocabulary has a name that fits nothing.
"""

import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias
from zipfile import ZipFile

from lxml import etree

from talqy.model.digest import digest_of_bytes
from talqy.office.sound import DamagedError, TooBigError, UnsoundError

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

_MOST_PARTS = 2_000
_MOST_BYTES = _MOST_OF_PICTURES = 1 << 26
# A thousand pages with a change of form in every second word have less.
_MOST_TAGS = 1_500_000
# Word itself writes less than 60; readers go one step deeper in Python for each.
_MOST_DEPTH = 160
_DOCTYPE = re.compile(rb"<\0?!\0?[DE]")
_KNOWN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_INTEGER = re.compile(r"-?\d{1,9}")
_OFF = frozenset({"0", "false", "off", "none"})


@cache
def _local(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    return local if space[1:] in _KNOWN or not space else f"?{local}"


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace; one of another vocabulary has a “?”."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


def child_of(element: Element | None, *names: str) -> Element | None:
    """Return the first child of that name, and its child of the next name, and so on."""
    for name in names:
        for child in children_of(element):
            if name_of(child) == name:
                element = child
                break
        else:
            return None
    return element


def children_of(element: Element | None) -> Element:
    """Return an element to walk over; nothing where it is not there."""
    return () if element is None else element


def value_of(element: Element | None, name: str = "val") -> str:
    """Return an attribute, whatever its namespace; "" where it is not there."""
    if element is None:
        return ""
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def number_of(element: Element | None, name: str = "val") -> int | None:
    """Return an attribute that is a whole number of a sane size, else None."""
    value = value_of(element, name)
    return int(value) if _INTEGER.fullmatch(value) else None


def is_on(element: Element) -> bool:
    """Return whether a switch is on: it is where it says nothing."""
    return value_of(element).lower() not in _OFF


def control_of(element: Element) -> tuple[Element, bool]:
    """Return what stands in a control, and whether that only asks to fill it in."""
    inside = child_of(element, "sdtContent")
    asks = child_of(element, "sdtPr", "showingPlcHdr")
    return children_of(inside), asks is not None and is_on(asks)


def choice_of(element: Element) -> Element:
    """Return the first of several ways of saying one thing: the last is for old programs."""
    ways = (child_of(element, "Choice"), child_of(element, "Fallback"))
    return next((one for one in ways if one is not None), ())


@dataclass(frozen=True)
class Package:
    """The parts of a document that are read, each as the root of its tree or None."""

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    comments: Element | None
    properties: Mapping[str, str]
    margins: tuple[Element, ...] = ()
    """The heads and feet of its pages."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The digests of its pictures by the names by which the document calls them."""


def opened(data: bytes) -> Package:
    """Return the parts of a Word file; raise UnsoundError where it is none or not safe to read."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _package(_Parts(archive))
    except UnsoundError:
        raise
    except Exception as error:  # a broken archive brings up whatever the library has
        raise UnsoundError from error


def _package(parts: "_Parts") -> Package:
    tops = parts.related("")
    main = tops.get("officeDocument", "")
    document = parts.tree(main)
    if document is None or child_of(document, "body") is None:
        raise UnsoundError
    beside = parts.related(main)
    names = ("styles", "numbering", "footnotes", "endnotes", "comments")
    trees = {name: parts.tree(beside.get(name, "")) for name in names}
    margins = (parts.tree(part) for part in parts.margins(main))
    return Package(
        document=document,
        **trees,
        properties=dict(_properties(parts, tops)),
        margins=tuple(one for one in margins if one is not None),
        pictures=parts.pictures(main),
    )


def _properties(parts: "_Parts", tops: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield title, identifier and so on by their names, then those of a person's own making."""
    core = parts.tree(tops.get("core-properties", ""))
    custom = parts.tree(tops.get("custom-properties", ""))
    for one in children_of(core):
        yield name_of(one).lstrip("?"), "".join(one.itertext()).strip()
    for one in children_of(custom):
        yield value_of(one, "name"), "".join(one.itertext()).strip()


class _Parts:
    """Reads parts of an archive until they are too many bytes or tags together."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        names = archive.namelist()
        self._names = frozenset(names)
        if len(names) > _MOST_PARTS:
            raise TooBigError
        # Two parts of one name: programs differ in which of them they show.
        if len(self._names) < len(names):
            raise UnsoundError
        self._bytes, self._tags = _MOST_BYTES, _MOST_TAGS

    def tree(self, name: str) -> Element | None:
        """Return the root of a part, None where there is no such part."""
        if name not in self._names:
            return None
        data = self._read(name)
        try:
            return _parsed(data)
        except etree.XMLSyntaxError as error:
            raise DamagedError(name, error.lineno or 0) from error

    def related(self, name: str) -> dict[str, str]:
        """Return the parts that belong to a part (to the package: ""), by the kind of relation."""
        found: dict[str, str] = {}
        for kind, part in self._relations(name):
            found.setdefault(kind, part)
        return found

    def margins(self, name: str) -> list[str]:
        """Return the parts with the heads and feet of its pages, each once."""
        return list(
            dict.fromkeys(
                part for kind, part in self._relations(name) if kind in {"header", "footer"}
            )
        )

    def pictures(self, name: str) -> dict[str, str]:
        """Return the digests of its pictures, as far as they are not too many bytes together."""
        left, found = _MOST_OF_PICTURES, {}
        for kind, part, called in self._named_relations(name):
            if kind == "image" and part in self._names:
                left -= self._archive.getinfo(part).file_size
                if left < 0:
                    break
                found[called] = digest_of_bytes(self._archive.read(part))
        return found

    def _relations(self, name: str) -> Iterator[tuple[str, str]]:
        return ((kind, part) for kind, part, _ in self._named_relations(name))

    def _named_relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        folder, file = posixpath.split(name)
        rels = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        for one in children_of(rels):
            if value_of(one, "TargetMode") != "External":
                kind = value_of(one, "Type").rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", folder, value_of(one, "Target")))
                yield kind, target.lstrip("/"), value_of(one, "Id")

    def _read(self, name: str) -> bytes:
        self._bytes -= self._archive.getinfo(name).file_size
        if self._bytes < 0:
            raise TooBigError
        data = self._archive.read(name)
        self._tags -= data.count(b"<")
        if self._tags < 0:
            raise TooBigError
        return data


def _parsed(data: bytes) -> Element:
    # Office files define no entities; who does wants to unfold them, or to read what is not theirs.
    if _DOCTYPE.search(data):
        raise UnsoundError
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise UnsoundError
    _look_at_depth(root)
    return root


def _look_at_depth(root: Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _MOST_DEPTH:
            raise UnsoundError
