"""Notes at the cells of a workbook of Excel: they stand in a part of their own, beside the sheet.

What people answer to a note is in its text, too: Excel writes it there for programs that show notes
alone.
"""

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from openpyxl.utils import column_index_from_string

from talqy.office.sheet_codes import decoded
from talqy.office.sound import TooBigError

_MOST = 20_000
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Note = tuple[int, int, str]
"""Row from 1, column from 0, and the words of a note."""


def notes_of(archive: ZipFile, sheet: str) -> Iterator[Note]:
    """Yield the notes of a sheet, by the path of its part. Raise TooBigError for too many."""
    folder, name = posixpath.split(sheet)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return
    for _, relation in etree.iterparse(BytesIO(archive.read(relations)), resolve_entities=False):
        if str(relation.get("Type") or "").endswith("/comments"):
            path = posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target"))))
            yield from _read(archive, path.lstrip("/"))


def _read(archive: ZipFile, path: str) -> Iterator[Note]:
    if path not in archive.namelist():
        return
    found = etree.iterparse(BytesIO(archive.read(path)), resolve_entities=False, tag="{*}comment")
    for count, (_, note) in enumerate(found):
        if count >= _MOST:
            raise TooBigError
        place = _CELL.fullmatch(str(note.get("ref") or ""))
        words = " ".join("".join(decoded(part.text or "") for part in note.iter("{*}t")).split())
        if place and words:
            yield int(place[2]), column_index_from_string(place[1]) - 1, words
