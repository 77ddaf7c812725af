"""The properties of Word and Excel files: what they say of themselves, and never the clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape

from talqy.office.packages import MAKER, XML, office_language

CORE, OWN = "docProps/core.xml", "docProps/custom.xml"
_MOST_IN_PROPERTY = 255
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PROPERTIES = {
    CORE: (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
    ),
    OWN: (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{_OFFICE}/relationships/custom-properties",
    ),
}
"""The kind of each part, and that of the relation by which a package names it."""

_CORE_PART = (
    f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
    "<dc:creator>{maker}</dc:creator><cp:lastModifiedBy>{maker}</cp:lastModifiedBy>"
    "<dc:identifier>{identifier}</dc:identifier>"
    "<dc:language>{languages}</dc:language>{keywords}"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)
_OWN_PART = (
    f'{XML}<Properties xmlns="{_OFFICE}/custom-properties" '
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
    keyword: str = ""
    own: Mapping[str, str] = field(default_factory=dict)


def core_part(about: AboutFile) -> bytes:
    """Return the part of the properties that every file has."""
    written = _CORE_PART.format(
        title=escape(_property(about.title)),
        maker=MAKER,
        identifier=escape(about.identifier),
        languages=", ".join(map(office_language, about.languages)),
        keywords=f"<cp:keywords>{escape(about.keyword)}</cp:keywords>" if about.keyword else "",
        day=about.day.isoformat(),
    )
    return written.encode()


def own_part(own: Mapping[str, str]) -> bytes:
    """Return the part of the properties of our own making."""
    lines = (
        _OWN_LINE.format(pid=pid, name=escape(name), value=escape(value))
        for pid, (name, value) in enumerate(own.items(), 2)
    )
    return _OWN_PART.format("".join(lines)).encode()


def _property(text: str) -> str:
    """Return a text as the property of a file, which has at most 255 signs (ECMA-376, part 2)."""
    return text if len(text) <= _MOST_IN_PROPERTY else f"{text[: _MOST_IN_PROPERTY - 1]}…"
