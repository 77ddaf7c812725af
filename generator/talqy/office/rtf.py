"""The letter inside the RTF that Outlook keeps: unpacked, and as the page or the text that it was.

Sources: [MS-OXRTFCP] for the packing, [MS-OXRTFEX] for a page inside RTF, the specification of RTF,
1.9.1. Groups of a kind that none of them names are passed over.
"""

import html
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from talqy.office.sound import TooBigError, UnsoundError

MOST_BYTES = 1 << 22
_DEEPEST = 400
# Both packer and unpacker begin with these bytes ([MS-OXRTFCP] 2.1.3.1).
_BEGUN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW = 4_096
_PACKED, _PLAIN = b"LZFu", b"MELA"
_HEAD = 16


@dataclass(frozen=True, slots=True)
class RtfLetter:
    """The letter in an RTF: `text` is a page of HTML, or plain text."""

    text: str
    is_page: bool


def unpacked(data: bytes) -> bytes:
    """Return the RTF of a packed body; raise UnsoundError where it is damaged or too big."""
    if len(data) < _HEAD:
        raise UnsoundError
    size, kind = struct.unpack_from("<I", data, 4)[0], data[8:12]
    if size > MOST_BYTES:
        raise TooBigError
    if kind == _PLAIN:
        return data[_HEAD : _HEAD + size]
    if kind != _PACKED:
        raise UnsoundError
    return _unpacked(data, size)


def _unpacked(data: bytes, size: int) -> bytes:
    """Read tokens: a letter, or a place in the window of what was read last, and a length."""
    window = bytearray(_BEGUN.ljust(_WINDOW, b" "))
    at, place, found = len(_BEGUN), _HEAD, bytearray()
    try:
        while len(found) < size:
            control = data[place]
            place += 1
            for bit in range(8):
                if not control >> bit & 1:
                    copied, place = data[place : place + 1], place + 1
                else:
                    token = data[place] << 8 | data[place + 1]
                    place += 2
                    start, length = token >> 4, (token & 15) + 2
                    if start == at % _WINDOW:
                        return bytes(found)
                    copied = _copied(window, start, length, at)
                found += copied
                for byte in copied:
                    window[at % _WINDOW] = byte
                    at += 1
                if len(found) >= size or not copied:
                    break
    except IndexError as error:
        raise UnsoundError from error
    return bytes(found[:size])


def _copied(window: bytearray, start: int, length: int, at: int) -> bytes:
    """Return bytes from the window; it may run into what it is just writing, and repeats that."""
    distance = (at - start) % _WINDOW
    run = bytes(window[(start + n) % _WINDOW] for n in range(min(length, distance or length)))
    return (run * (length // max(len(run), 1) + 1))[:length]


# --- reading -------------------------------------------------------------------------------

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})"
    rb"|\\(?P<word>[A-Za-z]{1,40})(?P<number>-?\d{1,10})?(?: |(?![A-Za-z0-9]))"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z0-9'])|(?P<text>[^\\{}\r\n]+)|(?P<gap>[\r\n]+)"
    rb"|(?P<odd>.)",
    re.DOTALL,
)
_CODE_PAGES = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_SIGNS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "row": "\n",
    "tab": "\t",
    "cell": " ",
    "nestcell": " ",
    "nestrow": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_BESIDE = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "listtable", "nonshppict"}
    | {"header", "footer", "headerl", "headerr", "footerl", "footerr", "listoverridetable"}
)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group, and in the groups in it."""

    is_skipped: bool = False
    in_tag: bool = False
    is_shadow: bool = False
    is_struck: bool = False
    is_hidden: bool = False
    line: str = ""
    font: int = -1
    skip: int = 1
    is_fonts: bool = False


@dataclass
class _Rtf:
    """The way through one RTF."""

    data: bytes
    is_page: bool
    parts: list[str] = field(default_factory=list)
    _state: _State = _State()
    _outer: list[_State] = field(default_factory=list)
    _fonts: dict[int, str] = field(default_factory=dict)
    _page: str = "cp1252"
    _bytes: bytearray = field(default_factory=bytearray)
    _halves: list[int] = field(default_factory=list)
    _to_skip: int = 0
    _is_starred: bool = False

    def read(self) -> str:
        place = 0
        while match := _TOKEN.match(self.data, place):
            place = match.end()
            if match["word"] == b"bin":
                place += max(int(match["number"] or 0), 0)
            else:
                self._take(match)
        self._flush()
        return "".join(self.parts)

    def _take(self, found: "re.Match[bytes]") -> None:
        kind = found.lastgroup
        if kind == "hex":
            self._one(bytes.fromhex(found["hex"].decode()))
        elif kind == "text":
            self._text(found["text"])
        elif kind == "open":
            self._open()
        elif kind == "close":
            self._close()
        elif kind in {"word", "number"}:
            number = int(found["number"]) if found["number"] else None
            self._word(found["word"].decode(), number)
        elif kind == "sign":
            self._sign(found["sign"])

    def _open(self) -> None:
        self._flush()
        if len(self._outer) >= _DEEPEST:
            raise UnsoundError
        self._outer.append(self._state)
        self._is_starred, self._to_skip = False, 0

    def _close(self) -> None:
        self._flush()
        if self._outer:
            self._state = self._outer.pop()
        self._to_skip = 0

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_starred = True
        elif sign in b"\r\n":
            self._say("\n")
        elif sign in {b"\\", b"{", b"}"}:
            self._one(sign)
        elif sign == b"~":
            self._say("\u00a0")
        elif sign == b"_":
            self._say("-")

    def _one(self, byte: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
            return
        self._join_halves()
        self._bytes += byte

    def _text(self, text: bytes) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        if text[skipped:]:
            self._join_halves()
            self._bytes += text[skipped:]

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._letter(number or 0)
            return
        self._flush()
        if self._is_starred or word in _BESIDE:
            self._destination(word)
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word == "ansicpg" and number:
            self._page = f"cp{number}" if number != 65_001 else "utf-8"
        elif word == "f" and number is not None:
            self._state = replace(self._state, font=number)
        elif word == "fcharset" and self._state.is_fonts:
            self._fonts[self._state.font] = _CODE_PAGES.get(number or 0, "")
        elif word == "uc":
            self._state = replace(self._state, skip=min(max(number or 0, 0), 100))
        elif word == "htmlrtf":
            self._state = replace(self._state, is_shadow=number != 0)
        else:
            self._look(word, is_on=number != 0)

    def _look(self, word: str, *, is_on: bool) -> None:
        if word in {"strike", "striked", "deleted"}:
            self._state = replace(self._state, is_struck=is_on)
        elif word == "v":
            self._state = replace(self._state, is_hidden=is_on)
        elif word in {"super", "sub", "nosupersub"}:
            line = {"super": "sup", "sub": "sub"}.get(word, "") if is_on else ""
            self._state = replace(self._state, line=line)
        elif word == "plain":
            self._state = replace(self._state, is_struck=False, is_hidden=False, line="")

    def _destination(self, word: str) -> None:
        self._is_starred = False
        if word == "htmltag":
            self._state = replace(self._state, in_tag=True)
        elif word == "fonttbl":
            self._state = replace(self._state, is_fonts=True, is_skipped=True)
        else:
            self._state = replace(self._state, is_skipped=True)

    def _letter(self, number: int) -> None:
        """Take a letter by its number in Unicode; letters beyond 16 bits come in two halves."""
        self._say_bytes()
        self._halves.append(number & 0xFFFF)
        self._to_skip = self._state.skip

    def _join_halves(self) -> None:
        if self._halves:
            raw = struct.pack(f"<{len(self._halves)}H", *self._halves)
            self._halves.clear()
            self._say(raw.decode("utf-16-le", "replace"))

    def _say_bytes(self) -> None:
        if self._bytes:
            raw = bytes(self._bytes)
            self._bytes.clear()
            self._say(_decoded(raw, self._fonts.get(self._state.font) or self._page))

    def _flush(self) -> None:
        self._join_halves()
        self._say_bytes()

    def _say(self, text: str) -> None:
        state = self._state
        if state.is_skipped or (state.is_shadow and not state.in_tag):
            return
        if self.is_page:
            self.parts.append(text if state.in_tag else text.replace("\n", "\r\n"))
        else:
            self.parts.append("".join(_marked(text, state)))


def _decoded(raw: bytes, page: str) -> str:
    try:
        return raw.decode(page)
    except (UnicodeError, LookupError):
        # A sign that says so is found among the letters that were destroyed.
        return raw.decode("ascii", "replace")


def _marked(text: str, state: _State) -> Iterator[str]:
    """Yield words of an RTF that was no page as those of one."""
    escaped = html.escape(text, quote=False).replace("\n", "<br>")
    if state.line:
        escaped = f"<{state.line}>{escaped}</{state.line}>"
    if state.is_hidden:
        yield f'<span style="display:none">{escaped}</span>'
    elif state.is_struck:
        yield f"<s>{escaped}</s>"
    else:
        yield escaped


def letter_in(data: bytes) -> RtfLetter:
    """Return the letter that an RTF holds; raise UnsoundError where it is none."""
    if not data.startswith(b"{\\rtf"):
        raise UnsoundError
    head = data[:1_000]
    if b"\\fromhtml" in head:
        return RtfLetter(_Rtf(data, is_page=True).read(), is_page=True)
    if b"\\fromtext" in head:
        return RtfLetter(_Rtf(data, is_page=True).read().replace("\r\n", "\n"), is_page=False)
    return RtfLetter(_Rtf(data, is_page=False).read(), is_page=True)
