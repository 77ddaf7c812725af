"""Files for Word and Excel that Talqy itself has written, known by what they say of themselves.

The properties of a file say it, and Word, Excel and LibreOffice keep them; the first line of a copy
says it too. Nothing here is believed: it only decides which advice is given about a file.
"""

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from zipfile import ZipFile

_ENDINGS = frozenset({".docx", ".odt", ".xlsx", ".xlsm", ".ods"})
_PARTS = (
    "docProps/core.xml",
    "docProps/custom.xml",
    "meta.xml",
    "word/document.xml",
    "content.xml",
)
_MOST_BYTES = 1 << 16  # of each part: a stamp stands in the first line
_TAG = re.compile(rb"<[^<>]{0,2000}>")


class OwnFile(Enum):
    """What Talqy has written, with the words that are in it."""

    TEXT = (b"talqy-standard", b"talqy:text ")
    ANSWERS = (b"talqy-responses",)


def own_file(path: Path) -> OwnFile | None:
    """Return which file of ours this is; None where it is none, or cannot be read."""
    if path.suffix.casefold() not in _ENDINGS or not path.is_file():
        return None
    try:
        said = b"\n".join(_said(path))
    except Exception:  # noqa: BLE001 - each way of packing has faults of its own
        return None
    return next((one for one in OwnFile if any(sign in said for sign in one.value)), None)


def _said(path: Path) -> Iterator[bytes]:
    with ZipFile(path) as archive:
        for name in set(_PARTS).intersection(archive.namelist()):
            with archive.open(name) as stream:
                part = stream.read(_MOST_BYTES)
            yield part
            yield _TAG.sub(b"", part)
