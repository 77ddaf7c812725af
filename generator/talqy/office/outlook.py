"""A message as Outlook keeps it (`.msg`): its texts, heads and attachments, from its streams.

Source: [MS-OXMSG] for the storages, [MS-OXPROPS] for the numbers of properties. Read with olefile;
what is read of one file is bounded, because many streams may lie in the same place.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import olefile

from talqy.office.rtf import letter_in, unpacked
from talqy.office.sound import TooBigError, UnsoundError

_MOST_BYTES = 1 << 26
_MOST_ENTRIES = 5_000
_MOST_ATTACHMENTS = 200
_FIRST = datetime(1601, 1, 1, tzinfo=UTC)
_PROPERTIES = "__properties_version1.0"
_TOP, _INNER = 32, 24
_UNICODE, _BYTES, _BINARY = "001F", "001E", "0102"
_UTF_8 = 65_001
# [MS-OXPROPS]: the numbers of the properties that are asked for.
_CLASS, _SUBJECT, _HEADS, _BODY, _RTF, _PAGE = "001A", "0037", "007D", "1000", "1009", "1013"
_MESSAGE_ID, _REFERENCES, _IN_REPLY = "1035", "1039", "1042"
_SENT, _RECEIVED, _CODE_PAGE, _PAGE_CODE_PAGE = 0x0039, 0x0E06, 0x3FFD, 0x3FDE
_SENSITIVITY = 0x0036
_NAMES, _MIME, _CONTENT_ID, _OBJECT = ("3707", "3704", "3001"), "370E", "3712", "3701"


@dataclass(frozen=True, slots=True)
class Text:
    """One text with the name of its charset; "" where the file does not say it."""

    data: bytes
    charset: str


@dataclass(frozen=True, slots=True)
class OutlookFile:
    """What came with a message; `message` is the subject of one in it, None where it is a file."""

    name: str
    kind: str
    content_id: str
    message: str | None
    data: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class OutlookMessage:
    """One message; moments are in UTC, `heads` those of the way by which it came."""

    kind: str
    heads: str
    named: dict[str, str]
    sent: datetime | None
    received: datetime | None
    plain: Text | None
    page: Text | None
    files: tuple[OutlookFile, ...] = field(default=())


def read_outlook(data: bytes) -> OutlookMessage:
    """Read a message; raise UnsoundError where it is none, TooBigError where it has too much."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _Streams(ole).message()
    except UnsoundError:
        raise
    except Exception as error:  # each fault of a file has an exception of its own
        raise UnsoundError from error


class _Streams:
    """The streams of one file."""

    def __init__(self, ole: "olefile.OleFileIO") -> None:
        self.ole = ole
        self._read = 0
        self._names = {"/".join(path) for path in ole.listdir(streams=True, storages=True)}
        if len(self._names) > _MOST_ENTRIES:
            raise TooBigError

    def message(self) -> OutlookMessage:
        """Return the message; a file without a kind of message is another one of Office's."""
        fixed = self._fixed("", _TOP)
        if not fixed:
            raise UnsoundError
        page = _code_page(fixed.get(_CODE_PAGE)) or _code_page(fixed.get(_PAGE_CODE_PAGE))
        named = {
            "Subject": self._said("", _SUBJECT, page),
            "Message-ID": self._said("", _MESSAGE_ID, page),
            "In-Reply-To": self._said("", _IN_REPLY, page),
            "References": self._said("", _REFERENCES, page),
            "Sensitivity": _sensitivity(fixed.get(_SENSITIVITY)),
        }
        plain, shown = self._texts(page, _code_page(fixed.get(_PAGE_CODE_PAGE)))
        return OutlookMessage(
            kind=self._said("", _CLASS, page),
            heads=self._said("", _HEADS, page),
            named=named,
            sent=_moment(fixed.get(_SENT)),
            received=_moment(fixed.get(_RECEIVED)),
            plain=plain,
            page=shown,
            files=tuple(self._files(page)),
        )

    def _texts(self, charset: str, page_charset: str) -> tuple[Text | None, Text | None]:
        """Return plain text and page; where there is no page, it may lie in the RTF."""
        plain = self._text("", _BODY, charset)
        page = self._text("", _PAGE, charset)
        raw = self._stream(f"__substg1.0_{_PAGE}{_BINARY}")
        if page is None and raw is not None:
            page = Text(raw, page_charset or _meta_charset(raw))
        packed = self._stream(f"__substg1.0_{_RTF}{_BINARY}")
        if page is None and packed:
            letter = letter_in(unpacked(packed))
            text = Text(letter.text.encode("utf-8", "replace"), "utf-8")
            if letter.is_page:
                page = text
            else:
                plain = text
        return plain, page

    def _files(self, charset: str) -> Iterator[OutlookFile]:
        storages = sorted(name for name in self._names if name.startswith("__attach_version1.0_"))
        tops = [name for name in storages if "/" not in name]
        if len(tops) > _MOST_ATTACHMENTS:
            raise TooBigError
        for top in tops:
            names = (self._said(f"{top}/", number, charset) for number in _NAMES)
            inner = f"{top}/__substg1.0_{_OBJECT}000D"
            subject = self._said(f"{inner}/", _SUBJECT, charset) if inner in self._names else None
            yield OutlookFile(
                name=next(filter(None, names), ""),
                kind=self._said(f"{top}/", _MIME, charset),
                content_id=self._said(f"{top}/", _CONTENT_ID, charset),
                message=subject,
                data=self._stream(f"{top}/__substg1.0_{_OBJECT}{_BINARY}") or b"",
            )

    def _text(self, folder: str, number: str, charset: str) -> Text | None:
        data = self._stream(f"{folder}__substg1.0_{number}{_UNICODE}")
        if data is not None:
            return Text(data, "utf-16-le")
        data = self._stream(f"{folder}__substg1.0_{number}{_BYTES}")
        return None if data is None else Text(data, charset)

    def _said(self, folder: str, number: str, charset: str) -> str:
        """Return a short text; letters that cannot be read show that they cannot."""
        text = self._text(folder, number, charset)
        if text is None:
            return ""
        try:
            decoded = text.data.decode(text.charset or "ascii", "replace")
        except LookupError:
            decoded = text.data.decode("ascii", "replace")
        return decoded.rstrip("\0")

    def _stream(self, name: str) -> bytes | None:
        if name not in self._names:
            return None
        self._read += self.ole.get_size(name)
        if self._read > _MOST_BYTES:
            raise TooBigError
        with self.ole.openstream(name) as stream:
            return bytes(stream.read())

    def _fixed(self, folder: str, head: int) -> dict[int, bytes]:
        """Return the properties of a fixed length by their numbers, eight bytes each."""
        data = self._stream(f"{folder}{_PROPERTIES}") or b""
        places = range(head, len(data) - 15, 16)
        return {struct.unpack_from("<H", data, at + 2)[0]: data[at + 8 : at + 16] for at in places}


def _sensitivity(value: bytes | None) -> str:
    """Return the mark of a message that is not for everybody ([MS-OXCMSG] 2.2.1.13)."""
    number = struct.unpack_from("<I", value)[0] if value else 0
    return {1: "Personal", 2: "Private", 3: "Company-Confidential"}.get(number, "")


def _code_page(value: bytes | None) -> str:
    number = struct.unpack_from("<I", value)[0] if value else 0
    if number == _UTF_8:
        return "utf-8"
    return {20_866: "koi8-r", 28_595: "iso8859-5", 20_127: "utf-8", 10_007: "mac_cyrillic"}.get(
        number, f"cp{number}" if number else ""
    )


def _meta_charset(page: bytes) -> str:
    """Return the charset that a page itself names; UTF-8 where it names none."""
    head = page[:2_000].decode("ascii", "replace").lower()
    _, found, rest = head.partition("charset=")
    name = rest.lstrip("\"' ")[:40]
    ends = [at for at in (name.find(sign) for sign in "\"'; />") if at >= 0]
    return name[: min(ends)] if found and ends else "utf-8"


def _moment(value: bytes | None) -> datetime | None:
    """Return a moment that is kept as tenths of microseconds since 1601."""
    if value is None:
        return None
    with suppress(OverflowError):
        return _FIRST + timedelta(microseconds=struct.unpack("<Q", value)[0] // 10)
    return None
