"""Files that people send with comments, sound and not; and a post of the form with files."""

import io
import struct
import zlib
from collections.abc import Mapping, Sequence
from zipfile import ZipFile

from pdf_files import a_page, a_pdf
from word_files import a_word, paragraph, run

WORDS_OF_FILE = "Прошу также сократить срок выдачи справки до одного дня."
_END = "ThisIsTheEnd"


def a_png(size: int = 1) -> bytes:
    """Return a picture of one dot, and so many bytes of a remark."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        head = struct.pack(">I", len(data)) + kind + data
        return head + struct.pack(">I", zlib.crc32(kind + data))

    dot = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (
        chunk(b"IHDR", dot),
        chunk(b"tEXt", b"Comment\0" + b"x" * size),
        chunk(b"IDAT", zlib.compress(b"\0\0")),
        chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def a_jpeg() -> bytes:
    """Return the outlines of a picture: where it begins, and where it ends."""
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0" + b"\xff\xd9"


def a_letter(text: str = WORDS_OF_FILE) -> bytes:
    """Return a document of Word with a paragraph."""
    return a_word(paragraph(run(text)))


def a_scan(text: str = WORDS_OF_FILE) -> bytes:
    """Return a PDF with a line of words."""
    return a_pdf(a_page([(0, text)]))


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return an archive with further parts, or with others in their place."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name, content in parts.items():
            if name not in old.namelist():
                new.writestr(name, content)
    return made.getvalue()


def locked(data: bytes) -> bytes:
    """Return an archive whose parts say that a password is needed."""
    changed = bytearray(data)
    for sign, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = changed.find(sign)
        while place >= 0:
            changed[place + at] |= 1
            place = changed.find(sign, place + 4)
    return bytes(changed)


def with_files(
    said: Sequence[tuple[str, str]], files: Sequence[tuple[str, bytes]]
) -> tuple[bytes, str]:
    """Return a post of the form as browsers send it, and its type."""
    parts = [
        f'--{_END}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode()
        for name, text in said
    ]
    for name, data in files or [("", b"")]:
        head = (
            f'--{_END}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        parts.append(head.encode() + data + b"\r\n")
    return b"".join((*parts, f"--{_END}--\r\n".encode())), f"multipart/form-data; boundary={_END}"
