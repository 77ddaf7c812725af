"""A post with files as it arrives: fields first, and no byte of a file is kept before they permit.

Browsers send the fields of a form in their order, and the token of the page is the first of them.
What may not be kept passes by, so that all that was typed can be shown again.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from talqy.model.comment import MOST_ATTACHMENTS
from talqy.service.attachments.aside import NotKept
from talqy.service.attachments.file_folder import FileFolder, NewFile
from talqy.service.sent_file import MOST_FILES_BYTES

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

MULTIPART = "multipart/form-data"
MOST_WITH_FILES = 3 * MOST_FILES_BYTES
"""How long a post with files may be on its way: what is too much of it passes by unkept."""
FILES = "files"
"""The field of the form that has files."""
_MOST_PARTS = 80
_LONGEST_HEAD, _LONGEST_BOUNDARY = 4_096, 200


class BrokenPostError(Exception):
    """A post is no form, or has too much of what is none of ours."""


WhyNone = Callable[[list[tuple[str, str]]], Awaitable[NotKept | None]]
"""Says, by the fields that came before the first file, why no file is kept; None where any is."""


@dataclass
class Arrived:
    """What has come: fields as they were typed, and files that are whole but not looked at.

    `is_over` says that files were too many or too long together, and `barred` why none was kept:
    then they have passed by.
    """

    pairs: list[tuple[bytes, bytes]] = field(default_factory=list)
    files: list[NewFile] = field(default_factory=list)
    is_over: bool = False
    barred: NotKept | None = None

    def drop(self) -> None:
        """Let go of all files."""
        for one in self.files:
            one.drop()
        self.files.clear()


@dataclass
class _ComingPart:
    name: bytes
    named: bytes | None
    text: bytearray = field(default_factory=bytearray)
    file: NewFile | None = None
    size: int = 0


class Arriving:
    """Reads one post; `most_text` bounds all that was typed."""

    def __init__(self, folder: FileFolder, why_none: WhyNone, most_text: int) -> None:
        self._folder, self._why_none, self._most_text = folder, why_none, most_text
        self._done = Arrived()
        self._is_asked = False
        self._barred: NotKept | None = None
        self._part: _ComingPart | None = None
        self._parts = self._typed = self._kept = 0

    async def read(self, content_type: str, body: AsyncIterator[bytes]) -> Arrived:
        """Read a post to its end; its files are the reader's to let go of."""
        try:
            await self._read(_boundary(content_type), body)
        except BaseException:
            if self._part and self._part.file:
                self._part.file.drop()
            self._done.drop()
            raise
        return self._done

    async def _read(self, boundary: bytes, body: AsyncIterator[bytes]) -> None:
        events = _Events()
        parser = MultipartParser(boundary, events.callbacks())
        async for chunk in body:
            try:
                parser.write(chunk)
            except FormParserError as error:
                raise BrokenPostError from error
            for what, data in events.taken():
                await self._happened(what, data)
        if not events.is_whole:
            raise BrokenPostError

    async def _happened(self, what: str, data: bytes) -> None:
        if what == "head":
            self._part = self._begun(data)
            await self._ask(self._part)
        elif self._part is None:
            return
        elif what == "data":
            self._put(self._part, data)
        else:
            self._ended(self._part)
            self._part = None

    def _begun(self, head: bytes) -> _ComingPart:
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise BrokenPostError
        _, said = parse_options_header(head)
        return _ComingPart(said.get(b"name", b""), said.get(b"filename"))

    async def _ask(self, part: _ComingPart) -> None:
        """Ask before the first file whether any may be kept."""
        if part.named and not self._is_asked:
            pairs = [
                (name.decode("utf-8", "replace"), text.decode("utf-8", "replace"))
                for name, text in self._done.pairs
            ]
            self._is_asked, self._barred = True, await self._why_none(pairs)
        is_ours = part.name == FILES.encode()
        if part.named and is_ours and self._barred is None and not self._done.is_over:
            if len(self._done.files) == MOST_ATTACHMENTS:
                self._done.is_over = True
            else:
                part.file = self._folder.new(part.named.decode("utf-8", "replace"))
        elif part.named and is_ours:
            self._done.barred = self._barred

    def _put(self, part: _ComingPart, data: bytes) -> None:
        if part.named is None:
            self._typed += len(data)
            if self._typed > self._most_text:
                raise BrokenPostError
            part.text += data
        elif part.file:
            self._kept += len(data)
            if self._kept > MOST_FILES_BYTES:
                self._done.is_over = True
                part.file.drop()
                part.file = None
            else:
                part.file.write(data)

    def _ended(self, part: _ComingPart) -> None:
        if part.named is None:
            self._done.pairs.append((part.name, bytes(part.text)))
        elif part.file:
            self._done.files.append(part.file)


class _Events:
    """What the parser has found in some bytes: heads of parts, their data, their ends."""

    def __init__(self) -> None:
        self.is_whole = False
        self._found: list[tuple[str, bytes]] = []
        self._name, self._value, self._disposition = bytearray(), bytearray(), b""

    def callbacks(self) -> "MultipartCallbacks":
        """Return what the parser calls."""
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._in_name,
            "on_header_value": self._in_value,
            "on_header_end": self._header_ends,
            "on_headers_finished": self._heads_end,
            "on_part_data": self._data,
            "on_part_end": lambda: self._found.append(("end", b"")),
            "on_end": self._end,
        }

    def taken(self) -> Iterator[tuple[str, bytes]]:
        """Yield what was found since, once."""
        found, self._found = self._found, []
        yield from found

    def _begin(self) -> None:
        self._disposition = b""

    def _in_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]
        self._bound()

    def _in_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]
        self._bound()

    def _bound(self) -> None:
        if len(self._name) + len(self._value) > _LONGEST_HEAD:
            raise BrokenPostError

    def _header_ends(self) -> None:
        if bytes(self._name).lower() == b"content-disposition":
            self._disposition = bytes(self._value)
        self._name.clear()
        self._value.clear()

    def _heads_end(self) -> None:
        self._found.append(("head", self._disposition))

    def _data(self, data: bytes, start: int, end: int) -> None:
        self._found.append(("data", data[start:end]))

    def _end(self) -> None:
        self.is_whole = True


def _boundary(content_type: str) -> bytes:
    _, said = parse_options_header(content_type)
    boundary = said.get(b"boundary", b"")
    if not 0 < len(boundary) <= _LONGEST_BOUNDARY:
        raise BrokenPostError
    return boundary


def is_multipart(content_type: str) -> bool:
    """Return whether a post says that it is a form with files."""
    return content_type.partition(";")[0].strip().lower() == MULTIPART
