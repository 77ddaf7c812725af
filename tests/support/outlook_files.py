"""Messages as Outlook keeps them, made in memory: a small writer of compound files ([MS-CFB])."""

import struct
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

SECTOR, MINI, CUTOFF = 512, 64, 4_096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TYPES = {"storage": 1, "stream": 2, "root": 5}
Streams = Mapping[str, bytes]


def compound(streams: Streams) -> bytes:
    """Return a compound file; the names are paths with “/”, storages are made as needed."""
    writer = _Writer()
    return writer.written(streams)


class _Writer:
    def __init__(self) -> None:
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.mini = bytearray()
        self.minifat: list[int] = []

    def put(self, data: bytes) -> int:
        """Put a stream into sectors; return the first of them."""
        if not data:
            return END
        first = len(self.sectors)
        for at in range(0, len(data), SECTOR):
            self.sectors.append(data[at : at + SECTOR].ljust(SECTOR, b"\0"))
            self.fat.append(len(self.sectors))
        self.fat[-1] = END
        return first

    def put_small(self, data: bytes) -> int:
        if not data:
            return END
        first = len(self.minifat)
        for at in range(0, len(data), MINI):
            self.mini += data[at : at + MINI].ljust(MINI, b"\0")
            self.minifat.append(len(self.minifat) + 1)
        self.minifat[-1] = END
        return first

    def written(self, streams: Streams) -> bytes:
        entries: list[list[Any]] = [["Root Entry", "root", FREE, FREE, FREE, 0, 0]]
        children: dict[int, list[int]] = {0: []}
        known = {"": 0}
        for path, data in streams.items():
            folder = 0
            *parents, name = path.split("/")
            for depth, parent in enumerate(parents, 1):
                key = "/".join(parents[:depth])
                if key not in known:
                    known[key] = len(entries)
                    children[folder].append(len(entries))
                    children[len(entries)] = []
                    entries.append([parent, "storage", FREE, FREE, FREE, 0, 0])
                folder = known[key]
            start = self.put(data) if len(data) >= CUTOFF else self.put_small(data)
            children[folder].append(len(entries))
            entries.append([name, "stream", FREE, FREE, FREE, start, len(data)])
        for folder, inside in children.items():
            inside.sort(key=lambda at: (len(str(entries[at][0])), str(entries[at][0]).upper()))
            for left, right in pairwise(inside):
                entries[left][3] = right
            entries[folder][4] = inside[0] if inside else FREE
        entries[0][5], entries[0][6] = self.put(bytes(self.mini)), len(self.mini)
        return self._joined(b"".join(_entry(*entry) for entry in entries))

    def _joined(self, directory: bytes) -> bytes:
        first_directory = self.put(directory)
        table = b"".join(struct.pack("<I", at) for at in self.minifat)
        minifat_sectors = -(-len(table) // SECTOR)
        first_minifat = self.put(table.ljust(minifat_sectors * SECTOR, b"\xff"))
        count = 1
        while (len(self.fat) + count) * 4 > count * SECTOR:
            count += 1
        first_fat = len(self.fat)
        fat = [*self.fat, *[FAT] * count]
        fat_bytes = b"".join(struct.pack("<I", at) for at in fat).ljust(count * SECTOR, b"\xff")
        head = struct.pack(
            "<8s16sHHHHH6sIIIIIIIII",
            *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6)),
            *(0, count, first_directory, 0, CUTOFF, first_minifat, minifat_sectors, END, 0),
        )
        places = [*range(first_fat, first_fat + count), *[FREE] * (109 - count)]
        head += b"".join(struct.pack("<I", at) for at in places)
        return head + b"".join(self.sectors) + fat_bytes


def _entry(name: str, kind: str, left: int, right: int, child: int, start: int, size: int) -> bytes:  # noqa: PLR0913, PLR0917 - the fields of the format
    raw = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        *(raw, len(raw), TYPES[kind], 1, left, right, child, bytes(16), 0, 0, 0, start, size),
    )


RECEIVED = 0x0E06
SENT = 0x0039
CODE_PAGE = 0x3FFD
PAGE_CODE_PAGE = 0x3FDE


def moment(unix: int) -> bytes:
    """Return a moment as Outlook keeps it."""
    return struct.pack("<Q", (unix + 11_644_473_600) * 10_000_000)


def number(value: int) -> bytes:
    """Return a number as Outlook keeps it."""
    return struct.pack("<Q", value)


def properties(fixed: Mapping[int, bytes], head: int) -> bytes:
    """Return the stream of the properties of a fixed length."""
    return bytes(head) + b"".join(
        struct.pack("<HHI", 0x40 if len(value) == 8 else 3, name, 6) + value
        for name, value in fixed.items()
    )


def text(name: str, words: str) -> tuple[str, bytes]:
    """Return one text of a message."""
    return f"__substg1.0_{name}001F", words.encode("utf-16-le")


def a_msg(
    streams: Streams, fixed: Mapping[int, bytes] | None = None, kind: str = "IPM.Note"
) -> bytes:
    """Return a message of Outlook, received on 10 November 2026 at 10:00 in Almaty."""
    known = {RECEIVED: moment(1_794_286_800), **(fixed or {})}
    own = {"__properties_version1.0": properties(known, 32), **dict([text("001A", kind)])}
    return compound({**own, **streams})


def attached(at: int, name: str, kind: str = "application/pdf") -> dict[str, bytes]:
    """Return the streams of a file that came with a message."""
    folder = f"__attach_version1.0_#{at:08X}"
    streams = dict([text("3707", name), text("370E", kind)])
    own = {"__properties_version1.0": bytes(8), "__substg1.0_37010102": b"%PDF", **streams}
    return {f"{folder}/{path}": data for path, data in own.items()}


def packed(rtf: bytes) -> bytes:
    """Return an RTF as Outlook packs it, letter by letter ([MS-OXRTFCP] asks for no more)."""
    body = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    end = (207 + len(rtf)) % 4_096
    body += b"\x01" + struct.pack(">H", end << 4) if len(rtf) % 8 == 0 else b""
    return struct.pack("<II4sI", len(body) + 12, len(rtf), b"LZFu", 0) + body
