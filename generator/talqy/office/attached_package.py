"""A Word file of a stranger: each of its parts is of a kind that is listed, or it is not taken.

Parts are read by a parser of XML, whole, and as Word would: names of parts are the same in letters
of any case, an address may be written with references, a field may be cut in pieces.
"""

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from talqy.office.attached_kinds import (
    CLICKED,
    FONT_TYPES,
    HYPERLINKS,
    MAIN_RELATIONS,
    MAIN_TYPE,
    PICTURE_TYPES,
    RELATIONS,
    RELATIONS_TYPE,
    XML_TYPES,
)
from talqy.office.attached_marks import NotListedError, PartMarks

TYPES = "[content_types].xml"
_NAME = re.compile(r"[^\[\]\\:*?\"<>|%\x00-\x1f]{1,255}")
_DECLARED = re.compile(r"<\?xml\s[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"'][^>]*\?>")
_HEAD = re.compile(r"<\?xml\s[^>]*\?>")
_ENCODINGS = {"utf-8", "us-ascii", "ascii"}
_WIDE = (b"\xff\xfe", b"\xfe\xff")
# What a program writes that has lost a picture.
_LOST = "null"


@dataclass(frozen=True, slots=True)
class _Relation:
    name: str
    kind: str
    target: str
    is_outside: bool


def look_at_package(archive: ZipFile) -> None:
    """Raise NotListedError where a part is of no kind that is taken, or brings what is not here."""
    names = {part.filename.casefold(): part.filename for part in archive.infolist()}
    if len(names) < len(archive.infolist()) or TYPES not in names:
        raise NotListedError
    parts = {name: given for name, given in names.items() if not name.endswith("/")}
    types = _types(archive.read(names[TYPES]))
    found = dict[str, str]()
    for name, given in parts.items():
        if name == TYPES:
            continue
        kind = types.get(f"/{name}") or types.get(name.rpartition(".")[2], "")
        if not _NAME.fullmatch(name) or ".." in name.split("/") or name.startswith("/"):
            raise NotListedError
        found[name] = kind
        _look_at_part(archive.read(given), kind, name)
    for name, given in parts.items():
        if _is_relations(name, found.get(name, "")):
            relations = _relations(archive.read(given))
            for one in relations:
                _look_at_relation(one, name, found)
            links = {one.name for one in relations if one.kind in HYPERLINKS}
            if links and (part := parts.get(_part_of(name))):
                _look_at_links(archive.read(part), links, found[_part_of(name)])
    if _main(archive, parts) not in {name for name, kind in found.items() if kind == MAIN_TYPE}:
        raise NotListedError


def _is_relations(name: str, kind: str) -> bool:
    return kind == RELATIONS_TYPE or name.endswith(".rels")


def _look_at_part(data: bytes, kind: str, name: str) -> None:
    if kind in XML_TYPES or _is_relations(name, kind):
        marks = PartMarks()
        _parsed(data, marks)
        marks.end()
    elif kind in PICTURE_TYPES:
        if not data.startswith(PICTURE_TYPES[kind]):
            raise NotListedError
    else:
        ending, begins = FONT_TYPES.get(kind, ("", ()))
        if not name.endswith(ending) or not data.startswith(begins):
            raise NotListedError


def _types(data: bytes) -> Mapping[str, str]:
    """Return the type of each name that is told (`/word/a.xml`), and of each ending (`xml`)."""
    types = dict[str, str]()
    for tag, said in _elements(data):
        kind = said.get("ContentType", "").strip().casefold()
        key = "PartName" if tag == "Override" else "Extension"
        if tag in {"Override", "Default"}:
            name = said.get(key, "").casefold()
            if types.setdefault(name, kind) != kind:
                raise NotListedError
    return types


def _relations(data: bytes) -> list[_Relation]:
    return [
        _Relation(
            _folded(said.get("Id", "")),
            said.get("Type", "").strip().casefold(),
            said.get("Target", "").strip(),
            said.get("TargetMode", "Internal").strip() != "Internal",
        )
        for tag, said in _elements(data)
        if tag == "Relationship"
    ]


def _look_at_relation(one: _Relation, of: str, parts: Mapping[str, str]) -> None:
    """Refuse a relation of another kind, and what leads out of the file unless by a person."""
    if one.kind not in RELATIONS:
        raise NotListedError
    if one.kind in HYPERLINKS and (one.is_outside or one.target.startswith("#")):
        return
    name = _place(one.target, of)
    if one.is_outside or (name not in parts and posixpath.basename(name) != _LOST):
        raise NotListedError


def _folded(said: str) -> str:
    return said.strip().casefold()


def _part_of(relations: str) -> str:
    """Return the name of the part whose relations these are: the only ones that it can name."""
    folder, _, name = relations.rpartition("/")
    above = folder.removesuffix("_rels")
    return f"{above}{name.removesuffix('.rels')}"


def _look_at_links(data: bytes, links: Collection[str], kind: str) -> None:
    """Refuse a link that is named by anything but what a reader clicks.

    A relation that calls itself a link would be fetched unasked where a picture or a frame names
    it: programs do not ask of which kind it is.
    """
    if kind not in XML_TYPES:
        return
    for tag, said in _elements(data):
        for key, value in said.items():
            named = (tag.casefold(), key.rpartition("}")[2].casefold())
            if _folded(value) in links and named not in CLICKED:
                raise NotListedError


def _place(target: str, of: str) -> str:
    """Return the name of the part to which a relation leads."""
    if not _NAME.fullmatch(unquote(target)) or target.startswith("//"):
        raise NotListedError
    folder = posixpath.dirname(posixpath.dirname(of))
    there = posixpath.normpath(posixpath.join("/", folder, unquote(target)))
    return there.lstrip("/").casefold()


def _main(archive: ZipFile, parts: Mapping[str, str]) -> str:
    """Return the name of the part that holds the text."""
    if "_rels/.rels" not in parts:
        raise NotListedError
    found = _relations(archive.read(parts["_rels/.rels"]))
    mains = [_place(one.target, "_rels/.rels") for one in found if one.kind in MAIN_RELATIONS]
    if len(mains) != 1:
        raise NotListedError
    return mains[0]


# --- XML -----------------------------------------------------------------------------------------


class _Elements:
    """What a part says, element by element."""

    def __init__(self) -> None:
        self.found: list[tuple[str, dict[str, str]]] = []

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        """Take an element."""
        self.found.append((etree.QName(tag).localname, dict(said)))

    def doctype(self, *_: object) -> None:
        """Refuse a part that would define entities."""
        raise NotListedError

    def close(self) -> None:
        """End; there is nothing to return."""


def _elements(data: bytes) -> list[tuple[str, dict[str, str]]]:
    target = _Elements()
    _parsed(data, target)
    return target.found


def _parsed(data: bytes, target: object) -> None:
    parser = etree.XMLParser(
        target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        parser.feed(_text(data).encode())
        parser.close()
    except (etree.LxmlError, ValueError) as error:
        raise NotListedError from error


def _text(data: bytes) -> str:
    """Return a part as text, without its first line: only as each program would read it."""
    if data.startswith(_WIDE):
        known, text = {"utf-16", "utf-16le", "utf-16be"}, data.decode("utf-16")
    else:
        known, text = _ENCODINGS, data.decode("utf-8-sig")
    said = _DECLARED.match(text)
    if said and said[1].casefold() not in known:
        raise NotListedError
    return _HEAD.sub("", text, count=1) if text.startswith("<?xml") else text
