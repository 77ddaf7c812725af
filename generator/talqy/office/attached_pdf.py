"""A PDF of a stranger: what it names, also in the streams in which its objects may be packed.

Who decides which object counts is the table of a file, and programs differ in how they read a bad
one. So no table is asked: each object that stands anywhere in the file is looked at.
"""

import io
import re
import zlib
from collections.abc import Mapping
from typing import Any, NoReturn

from pdfminer.psparser import PSEOF, PSException, PSKeyword, PSLiteral, PSStackParser

from talqy.office.attached_marks import NotListedError

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


def look_at_pdf(data: bytes) -> None:
    """Raise NotListedError where a PDF names what runs or fetches, or cannot be looked at whole."""
    if _RUNS.search(data):
        raise NotListedError
    if not _PACKED.search(data):
        return
    # A zero is a space in a PDF, and none for the parser; what is packed is taken from `data`.
    seen, left = io.BytesIO(data.replace(b"\0", b" ")), _MOST
    for begin in _BEGINS.finditer(data):
        is_object = bool(_NUMBERED.search(data[max(begin.start() - _FAR, 0) : begin.start()]))
        found = _stream_at(seen, begin.end(), is_object=is_object)
        if found and (one := _packed(data, begin.end(), *found)) is not None:
            objects = _unpacked(one, left)
            left -= len(objects)
            if _RUNS.search(objects):
                raise NotListedError


class _StreamBegins(Exception):  # noqa: N818 - what is looked for, no fault
    def __init__(self, at: int, said: object) -> None:
        super().__init__(at)
        self.at, self.said = at, said


class _ObjectEnds(Exception):  # noqa: N818 - what is looked for, no fault
    pass


class _Object(PSStackParser[Any]):
    """Reads one object, as far as the stream that belongs to it."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take a word that is none of a value."""
        if token.name == b"R":
            self.pop(2)
            self.push((pos, token))
        elif token.name == b"null":
            self.push((pos, token))
        elif token.name == b"stream":
            raise _StreamBegins(pos, self.curstack[-1][1] if self.curstack else None)
        else:
            raise _ObjectEnds

    def read(self) -> NoReturn:
        """Read until the object ends, or its stream begins: one of both is raised."""
        while True:
            self.nextobject()


def _stream_at(
    seen: io.BytesIO, at: int, *, is_object: bool
) -> tuple[int, Mapping[str, object]] | None:
    """Return where the stream of an object begins and what is said of it; None of no stream."""
    parser = _Object(seen)
    parser.seek(at)
    try:
        parser.read()
    except _StreamBegins as found:
        if isinstance(found.said, dict) and not parser.context:
            return found.at + len(b"stream"), found.said
        if is_object:
            raise NotListedError from found
    except _ObjectEnds:
        return None
    except (PSEOF, PSException, TypeError, ValueError, AssertionError, IndexError) as error:
        if is_object:
            raise NotListedError from error
    return None


def _packed(data: bytes, begin: int, at: int, said: Mapping[str, object]) -> bytes | None:
    """Return the bytes of a stream that packs objects; None of another one."""
    if "First" not in said and _name(said.get("Type")) != "ObjStm":
        return None
    filters = said.get("Filter")
    filters = filters if isinstance(filters, list) else [filters]
    parameters = {"DecodeParms", "DP", "F", "FFilter"} & set(said)
    if parameters or len(_FILTER.findall(data[begin:at])) > 1:
        raise NotListedError
    if filters == [None]:
        return b""  # its bytes stand in the file as they are, and were looked at
    if [_name(one) for one in filters] != ["FlateDecode"]:
        raise NotListedError
    return data[at + (2 if data[at : at + 2] == b"\r\n" else 1) :]


def _name(said: object) -> str:
    return str(said.name) if isinstance(said, PSLiteral) else ""


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
