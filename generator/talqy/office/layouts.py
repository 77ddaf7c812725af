"""Layouts of texts, tables and reports: Word files of which everything stays but their words.

Styles, sheet, heads and feet of pages are those of a file that a ministry can change in Word. What
stands in its body is an example, and is replaced. What is the same in every file is packed once.
"""

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from html import escape
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from talqy.errors import TemplateError
from talqy.office.packages import MAKER, PackedPart, office_language, packed, part_of

_DOCUMENT, _STYLES, _TYPES, _RELATIONS = (
    *("word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"),
)
_CORE, _OWN = "docProps/core.xml", "docProps/custom.xml"
_MOST_LAYOUTS = 32
_MOST_IN_PROPERTY = 255
_STYLE = re.compile(
    r'<w:style\b[^>]*?w:styleId="(?P<id>[^"]*)"[^>]*>\s*<w:name w:val="(?P<name>[^"]*)"'
)
_LANGUAGE = re.compile(
    r'(?P<before><w:docDefaults>(?:(?!</w:docDefaults>).)*?<w:lang\b[^>]*?w:val=")[^"]*', re.DOTALL
)
_WIDTH = re.compile(r'<w:pgSz\b[^>]*?w:w="(\d+)"')
_MARGINS = re.compile(r"<w:pgMar\b[^>]*>")
_SIDES = re.compile(r'w:(?:left|right)="(\d+)"')
_LAST_SECTION = re.compile(
    r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>(?=\s*</w:body>)", re.DOTALL
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTIES = {
    _CORE: (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
    ),
    _OWN: (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{_OFFICE}/relationships/custom-properties",
    ),
}
_CORE_PART = (
    f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
    "<dc:creator>{maker}</dc:creator><dc:identifier>{identifier}</dc:identifier>"
    "<dc:language>{languages}</dc:language>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)
_OWN_PART = (
    f'{_XML}<Properties xmlns="{_OFFICE}/custom-properties" '
    f'xmlns:vt="{_OFFICE}/docPropsVTypes">{{}}</Properties>'
)
# The set of all properties that are of a user's own making: ECMA-376, part 1, 15.2.12.2.
_OWN_LINE = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutFile:
    """What the properties of a file say; `own` are those of our own making."""

    title: str
    languages: tuple[str, ...]
    day: date
    identifier: str = ""
    own: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class WordLayout:
    """A layout, opened; `name` is that of its file."""

    name: str
    data: bytes

    @cached_property
    def _parts(self) -> Mapping[str, bytes]:
        try:
            with ZipFile(io.BytesIO(self.data)) as archive:
                return {name: archive.read(name) for name in archive.namelist()}
        except BadZipFile as error:
            raise self._unusable() from error

    def _text(self, name: str) -> str:
        try:
            return self._parts[name].decode()
        except (KeyError, UnicodeDecodeError) as error:
            raise self._unusable() from error

    def _unusable(self) -> TemplateError:
        return TemplateError(
            "the layout {file} cannot be used: save it in Word or LibreOffice as .docx, or delete "
            "it, and the one that comes with Talqy is taken",
            file=self.name,
        )

    @cached_property
    def styles(self) -> Mapping[str, str]:
        """The ids of its styles by their names, which are in English in every language of Word."""
        found = _STYLE.finditer(self._text(_STYLES))
        return {match["name"].casefold(): match["id"] for match in found}

    @cached_property
    def _head(self) -> str:
        """What stands before the words, with the names of its vocabularies."""
        head, body, _ = self._text(_DOCUMENT).partition("<w:body>")
        return head + body

    @cached_property
    def _section(self) -> str:
        found = _LAST_SECTION.search(self._text(_DOCUMENT))
        if found is None:
            raise self._unusable()
        return found[0]

    @property
    def width(self) -> int:
        """How wide the text is on its sheet, in twips."""
        size, margins = _WIDTH.search(self._section), _MARGINS.search(self._section)
        if size is None or margins is None:
            raise self._unusable()
        return int(size[1]) - sum(map(int, _SIDES.findall(margins[0])))

    def filled(self, body: Iterable[str], about: AboutFile) -> bytes:
        """Return the file with a body and properties in place of its own.

        One language is that of the whole file; where there are several, runs name theirs.
        """
        spoken = about.languages[0] if len(about.languages) == 1 else ""
        whole = (self._head, *body, f"{self._section}</w:body></w:document>")
        own = {
            _DOCUMENT: part_of(b"".join(piece.encode() for piece in whole)),
            _CORE: part_of(_core(about).encode()),
            **({_OWN: part_of(_own(about.own).encode())} if about.own else {}),
        }
        return packed({**_frame(self, spoken, has_own=bool(about.own)), **own})

    def frame(self, language: str, *, has_own: bool) -> Iterable[tuple[str, bytes]]:
        """Yield the parts that are the same in every file, by their paths, in their order."""
        own = {_TYPES: self._text(_TYPES), _RELATIONS: self._text(_RELATIONS)}
        for part, (kind, relation) in _PROPERTIES.items():
            if part == _CORE or has_own:
                own[_TYPES] = _with(own[_TYPES], f'/{part}"', _override(part, kind), "</Types>")
                own[_RELATIONS] = _with(
                    own[_RELATIONS], relation, _relation(part, relation), "</Relationships>"
                )
        if language:
            spoken = escape(office_language(language))
            own[_STYLES] = _LANGUAGE.sub(
                lambda found: found["before"] + spoken, self._text(_STYLES), count=1
            )
        for name, content in self._parts.items():
            yield name, own[name].encode() if name in own else content


def layout_of(name: str, folders: Iterable[Path]) -> WordLayout:
    """Return the layout of that name in the first of the folders that has it."""
    file = next(one for one in (folder / name for folder in folders) if one.is_file())
    return _opened(name, file.read_bytes())


@lru_cache(_MOST_LAYOUTS)
def _opened(name: str, data: bytes) -> WordLayout:
    return WordLayout(name, data)


@lru_cache(_MOST_LAYOUTS)
def _frame(layout: WordLayout, language: str, *, has_own: bool) -> Mapping[str, PackedPart]:
    parts = layout.frame(language, has_own=has_own)
    return {name: part_of(content) for name, content in parts}


def _with(text: str, sign: str, line: str, end: str) -> str:
    """Return a part with a line more before its end, unless a sign says that it has it."""
    return text if sign in text else text.replace(end, line + end)


def _override(part: str, kind: str) -> str:
    return f'<Override PartName="/{part}" ContentType="{kind}"/>'


def _relation(part: str, kind: str) -> str:
    name = part.rpartition("/")[2].removesuffix(".xml")
    return f'<Relationship Id="talqy-{name}" Type="{kind}" Target="{part}"/>'


def _core(about: AboutFile) -> str:
    return _CORE_PART.format(
        title=escape(_property(about.title)),
        maker=MAKER,
        identifier=escape(about.identifier),
        languages=", ".join(map(office_language, about.languages)),
        day=about.day.isoformat(),
    )


def _property(text: str) -> str:
    """Return a text as the property of a file, which has at most 255 signs (ECMA-376, part 2)."""
    return text if len(text) <= _MOST_IN_PROPERTY else f"{text[: _MOST_IN_PROPERTY - 1]}…"


def _own(own: Mapping[str, str]) -> str:
    lines = (
        _OWN_LINE.format(pid=pid, name=escape(name), value=escape(value))
        for pid, (name, value) in enumerate(own.items(), 2)
    )
    return _OWN_PART.format("".join(lines))
