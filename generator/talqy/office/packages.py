"""What Word and Excel files have in common: zip packages, and how they name languages.

A package is written here and not with `zipfile`, which cannot take a part that is deflated already:
the parts that are the same in every file are deflated once (APPNOTE.TXT 6.3, sections 4.3 and 4.4).
"""

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from talqy.compare.redline import Mark

MAKER = "Talqy"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""The first line of a part."""
OFFICE_FORMATS = ("docx", "xlsx")
FILE_FORMATS = (*OFFICE_FORMATS, "pdf")
"""The forms in which tables and reports are handed out as files."""
FORM_NAMES = {"docx": "Word (DOCX)", "xlsx": "Excel (XLSX)", "pdf": "PDF/A"}
"""What people call them, in every language."""
# Never colour alone: what is removed is also struck through, what is added is also underlined.
COLOURS = {Mark.REMOVED: "9C0006", Mark.ADDED: "00612E"}
SHADE = "E7E6E6"
_NAMES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
# 1 January 1980, 0:00: the first moment that an archive can name, whatever the clock says.
_MOMENT = (0, 33)
_VERSION, _DEFLATED, _UTF8 = 20, 8, 0x800
# Who unpacks it may read and write each part: what `zipfile` says, too.
_RIGHTS = 0o600 << 16
_FILE, _ENTRY, _END = (struct.Struct(f"<4s{fields}") for fields in ("5H3L2H", "6H3L5H2L", "4H2LH"))


class PackedPart(NamedTuple):
    """A part of a package, deflated: its bytes, how many they were, and their check sum."""

    deflated: bytes
    size: int
    crc: int


def office_language(language: str) -> str:
    """Name a language with its country, as spelling checkers ask for it."""
    return _NAMES.get(language, language)


def part_of(content: bytes) -> PackedPart:
    """Deflate the content of a part."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return PackedPart(packer.compress(content) + packer.flush(), len(content), zlib.crc32(content))


def packed(parts: Mapping[str, PackedPart]) -> bytes:
    """Return a package of parts in their order, the same bytes on every machine at any time."""
    written, entries, at = [], [], 0
    for name, part in parts.items():
        path, flags = name.encode(), 0 if name.isascii() else _UTF8
        same = (flags, _DEFLATED, *_MOMENT, part.crc, len(part.deflated), part.size, len(path), 0)
        head = _FILE.pack(b"PK\3\4", _VERSION, *same) + path
        entries.append(
            _ENTRY.pack(b"PK\1\2", _VERSION, _VERSION, *same, 0, 0, 0, _RIGHTS, at) + path
        )
        written += [head, part.deflated]
        at += len(head) + len(part.deflated)
    size, many = sum(map(len, entries)), len(entries)
    return b"".join((*written, *entries, _END.pack(b"PK\5\6", 0, 0, many, many, size, at, 0)))
