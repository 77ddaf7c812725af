"""What a file is that came with a comment, by its bytes alone: one of four forms, or why not.

It is looked at and not opened: what is taken is kept for officials, byte for byte. So what a
program of theirs would run, fetch or unlock is not taken. Of a Word file each part must be of a
kind that is listed (`attached_kinds`); of a PDF each object is looked at, also what is packed.
"""

import io
import re
from enum import StrEnum
from zipfile import ZipFile

from talqy.office.attached_marks import NotListedError
from talqy.office.true_form import TrueForm, true_form


class AttachedForm(StrEnum):
    """The forms that are taken; the values are their endings."""

    PDF = "pdf"
    DOCX = "docx"
    JPEG = "jpg"
    PNG = "png"


WITH_WORDS = frozenset({AttachedForm.PDF, AttachedForm.DOCX})
"""The forms that can have words; pictures are not read."""


class NotTaken(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty"
    OTHER = "another form"
    PAGE = "a web page"
    LOCKED = "locked"
    RUNS = "runs programs"
    DAMAGED = "damaged"


MEDIA_TYPES = {
    AttachedForm.PDF: "application/pdf",
    AttachedForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    AttachedForm.JPEG: "image/jpeg",
    AttachedForm.PNG: "image/png",
}

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_TAIL = 2_048
_MOST_PARTS, _MOST_BYTES = 2_000, 1 << 26
_ENCRYPTED_PART = 0x1
_END_OF_ARCHIVE, _END_SIZE = b"PK\5\6", 22


def _name_in_pdf(name: str) -> str:
    """Return a pattern of a name in a PDF, each sign of which may be written as a number."""
    return "".join(f"(?:{sign}|#{ord(sign):02x}|#{ord(sign):02X})" for sign in name)


_PDF_LOCKED = re.compile(f"/{_name_in_pdf('Encrypt')}\\b".encode())


def attached_form(data: bytes) -> AttachedForm | NotTaken:
    """Return what a file is by its bytes, or why it is not taken."""
    for begins, look in _BEGINNINGS.items():
        if data.startswith(begins):
            return look(data)
    return _of_office(data) if data else NotTaken.EMPTY


def _of_office(data: bytes) -> AttachedForm | NotTaken:
    form = true_form(data)
    if form is TrueForm.DOCX:
        return _docx(data)
    if form is TrueForm.MARKUP or _is_page_below(data):
        return NotTaken.PAGE
    if form is TrueForm.LOCKED:
        return NotTaken.LOCKED
    return NotTaken.DAMAGED if data.startswith(b"PK\3\4") and _is_broken(data) else NotTaken.OTHER


def _png(data: bytes) -> AttachedForm | NotTaken:
    return AttachedForm.PNG if _PNG_END in data else NotTaken.DAMAGED


def _jpeg(data: bytes) -> AttachedForm | NotTaken:
    return AttachedForm.JPEG if _JPEG_END in data else NotTaken.DAMAGED


def _is_page_below(data: bytes) -> bool:
    """Return whether a page begins below some other bytes: browsers look that far."""
    head = data[:1_024].lower()
    return b"<html" in head or b"<script" in head or b"<!doctype html" in head


def _pdf(data: bytes) -> AttachedForm | NotTaken:
    if b"%%EOF" not in data[-_TAIL:]:
        return NotTaken.DAMAGED
    if _PDF_LOCKED.search(data):
        return NotTaken.LOCKED
    # Loaded late, in the worker: of an extra.
    from talqy.office.attached_pdf import look_at_pdf  # noqa: PLC0415

    try:
        look_at_pdf(data)
    except NotListedError:
        return NotTaken.RUNS
    return AttachedForm.PDF


_BEGINNINGS = {b"%PDF-": _pdf, _PNG: _png, _JPEG: _jpeg}


def _is_broken(data: bytes) -> bool:
    try:
        with ZipFile(io.BytesIO(data)):
            return False
    except Exception:  # noqa: BLE001 - each way of packing has faults of its own
        return True


def _docx(data: bytes) -> AttachedForm | NotTaken:
    if data[-_END_SIZE:][:4] != _END_OF_ARCHIVE:
        return NotTaken.DAMAGED
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _of_parts(archive)
    except Exception:  # noqa: BLE001 - each way of packing has faults of its own
        return NotTaken.DAMAGED


def _of_parts(archive: ZipFile) -> AttachedForm | NotTaken:
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    names = [part.filename for part in parts]
    if len(parts) > _MOST_PARTS or size > _MOST_BYTES or len(set(names)) < len(names):
        return NotTaken.DAMAGED
    if any(part.flag_bits & _ENCRYPTED_PART for part in parts):
        return NotTaken.LOCKED
    if min(part.header_offset for part in parts) or archive.comment:
        return NotTaken.RUNS
    # Loaded late, in the worker: who only asks what forms there are need not have the parser.
    from talqy.office.attached_package import look_at_package  # noqa: PLC0415

    try:
        look_at_package(archive)
    except NotListedError:
        return NotTaken.RUNS
    return AttachedForm.DOCX
