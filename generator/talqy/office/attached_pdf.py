"""A PDF of a stranger: what it names, also in the streams in which its objects may be packed.

Who decides which object counts is the table of a file, and programs differ in how they read a bad
one. So no table is asked: each object that stands anywhere in the file is looked at.
"""

import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from pdfminer.psparser import PSEOF, PSException, PSKeyword, PSStackParser

from talqy.office.attached_marks import NotListedError
from talqy.office.pdf_says import PdfSays, name_of

_MOST = 1 << 26
_FORBIDDEN = (
    "JavaScript",
    "Launch",
    "SubmitForm",
    "ImportData",
    "GoToR",
    "GoToE",
    "EmbeddedFile",
    "EmbeddedFiles",
    "RichMedia",
    "Rendition",
    "Movie",
    "OnInstantiate",
    "XFA",
)


def _named(*names: str) -> re.Pattern[bytes]:
    """Return a pattern of names in a PDF, each sign of which may be written as a number."""
    signs = (
        "".join(f"(?:{one}|#{ord(one):02x}|#{ord(one):02X})" for one in name) for name in names
    )
    return re.compile(f"/(?:{'|'.join(signs)})(?![^\\x00\\t\\n\\x0c\\r /%()<>\\[\\]{{}}])".encode())


_RUNS, _PACKED, _FILTER = _named(*_FORBIDDEN), _named("First", "ObjStm"), _named("Filter")
_BEGINS = re.compile(rb"(?<!end)obj")
_NUMBERED = re.compile(rb"\d[\x00\t\n\x0c\r ]+\d+[\x00\t\n\x0c\r ]+$")
_FAR = 40
_BROKEN = (PSEOF, PSException, TypeError, ValueError, AssertionError, IndexError)


def look_at_pdf(data: bytes) -> None:
    """Raise NotListedError where a PDF names what runs or fetches, or cannot be looked at whole."""
    if _RUNS.search(data):
        raise NotListedError
    # A zero is a space in a PDF, and none for the parser; what is packed is taken from `data`.
    seen, left = io.BytesIO(data.replace(b"\0", b" ")), _MOST
    said = PdfSays()
    for begin in _BEGINS.finditer(data):
        is_object = bool(_NUMBERED.search(data[max(begin.start() - _FAR, 0) : begin.start()]))
        found = _object_at(seen, begin.end(), is_object=is_object)
        if found is None:
            continue
        if is_object:
            for value in found.values:
                said.take(value)
        if found.stream_at is None or not isinstance(found.value, dict):
            continue
        packed = _packed(data, begin.end(), found.stream_at, found.value)
        if packed is not None:
            objects = _unpacked(packed, left)
            left -= len(objects)
            if _RUNS.search(objects):
                raise NotListedError
            for value in _values(objects):
                said.take(value)
    said.end()


@dataclass(frozen=True, slots=True)
class _Found:
    """An object: what it says, and where its stream begins, where it has one.

    In a bad file several values stand where one should: programs differ in which of them counts.
    """

    values: Sequence[object]
    stream_at: int | None = None

    @property
    def value(self) -> object:
        """Return that to which a stream belongs."""
        return self.values[-1] if self.values else None


class _ObjectReadError(Exception):
    """An object was read to its end: no fault, but how the reading stops."""

    def __init__(self, found: _Found) -> None:
        super().__init__()
        self.found = found


class _Object(PSStackParser[Any]):
    """Reads one object, as far as the stream that belongs to it."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take a word that is none of a value."""
        if token.name == b"R":
            self.pop(2)
            self.push((pos, token))
        elif token.name == b"null":
            self.push((pos, token))
        else:
            values = [value for _, value in self.curstack]
            at = pos + len(b"stream") if token.name == b"stream" else None
            raise _ObjectReadError(_Found(values, at))

    def read(self) -> NoReturn:
        """Read until the object ends, or its stream begins: one of both is raised."""
        while True:
            self.nextobject()


class _Values(_Object):
    """Reads values that follow each other."""

    def flush(self) -> None:
        """Give a value as soon as it is whole."""
        self.add_results(*self.popall())


def _object_at(seen: io.BytesIO, at: int, *, is_object: bool) -> _Found | None:
    """Return the object that is read from a place on; None where there is none."""
    parser = _Object(seen)
    parser.seek(at)
    try:
        parser.read()
    except _ObjectReadError as read:
        found = read.found
        is_whole = found.stream_at is None or isinstance(found.value, dict)
        if is_whole and not parser.context:
            return found
        if is_object and found.stream_at is not None:
            raise NotListedError from read
    except _BROKEN as error:
        if is_object:
            raise NotListedError from error
    return None


def _values(objects: bytes) -> Iterator[object]:
    """Yield the values that were packed together; raise NotListedError where one is broken."""
    parser = _Values(io.BytesIO(objects.replace(b"\0", b" ")))
    while True:
        try:
            yield parser.nextobject()[1]
        except PSEOF:
            return
        except (_ObjectReadError, *_BROKEN) as error:
            raise NotListedError from error


def _packed(data: bytes, begin: int, at: int, said: Mapping[str, object]) -> bytes | None:
    """Return the bytes of a stream that packs objects; None of another one."""
    if "First" not in said and name_of(said.get("Type")) != "ObjStm":
        return None
    filters = said.get("Filter")
    filters = filters if isinstance(filters, list) else [filters]
    parameters = {"DecodeParms", "DP", "F", "FFilter"} & set(said)
    if parameters or len(_FILTER.findall(data[begin:at])) > 1:
        raise NotListedError
    if filters == [None]:
        return b""  # its bytes stand in the file as they are, and were looked at
    if [name_of(one) for one in filters] != ["FlateDecode"]:
        raise NotListedError
    return data[at + (2 if data[at : at + 2] == b"\r\n" else 1) :]


def _unpacked(packed: bytes, most: int) -> bytes:
    if not packed:
        return b""
    unpacker = zlib.decompressobj()
    try:
        objects = unpacker.decompress(packed, max(most, 1))
    except zlib.error as error:
        raise NotListedError from error
    if not unpacker.eof and unpacker.unconsumed_tail:
        raise NotListedError
    return objects
