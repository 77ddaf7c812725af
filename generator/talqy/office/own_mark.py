"""The mark of workbooks that Talqy itself has written, so that none is read as somebody's words.

It is a keyword among the properties of the file: Excel and LibreOffice keep it when they save.
"""

import io
import re
from zipfile import ZipFile

_SIGN = "talqy-"  # one word: LibreOffice divides keywords at any other sign
_PARTS = ("docProps/core.xml", "meta.xml")
_MOST_BYTES = 1 << 16
_FOUND = re.compile(rf">\s{{0,9}}{_SIGN}([a-z-]{{1,30}})\s{{0,9}}</(?:cp:keywords|meta:keyword)>")


def keyword(mark: str) -> str:
    """Return the keyword of a mark."""
    return _SIGN + mark


def own_mark(data: bytes) -> str:
    """Return the mark of a workbook; "" where it is not one of ours, or no archive at all."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            parts = [one for one in archive.infolist() if one.filename in _PARTS]
            small = [one for one in parts if one.file_size <= _MOST_BYTES]
            said = " ".join(archive.read(one).decode("utf-8", "replace") for one in small)
    except Exception:  # noqa: BLE001 - each way of packing has faults of its own; its reader tells
        return ""
    found = _FOUND.search(said)
    return found[1] if found else ""
