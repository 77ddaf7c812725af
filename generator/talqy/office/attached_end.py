"""What stands behind the end of a picture or a PDF, by its bytes: programs show nothing of it.

Telephones put a second picture or a short film there; so does who hides a file in another one.
"""

import re
from collections.abc import Callable, Mapping

from talqy.office.attached_form import AttachedForm

_NOTHING = b"\0 \t\r\n"
_SIGNATURE, _LENGTH, _AROUND = 8, 4, 12
_SCAN, _END, _ALONE = 0xDA, 0xD9, frozenset((0x01, 0xD8))
_MARK = re.compile(rb"\xff++(?=[^\x00\xd0-\xd7])")
_MARK_IN_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_PDF_END = re.compile(rb"%%EOF[\0\t\f\r\n ]*")
_PDF_GOES_ON = re.compile(rb"\d{1,10}\s+\d{1,5}\s+obj\b|xref\b|startxref\b|%")


def behind_the_end(data: bytes, form: AttachedForm) -> int:
    """Return how many bytes stand behind the end of a file; signs that fill it up are none.

    Where no end is found, it is what stands behind the last that could be read. A Word file with
    more than its archive is not taken at all.
    """
    end = _ENDS[form](data) if form in _ENDS else len(data)
    return len(data[end:].strip(_NOTHING))


def _png_end(data: bytes) -> int:
    at = _SIGNATURE
    while at + _AROUND <= len(data):
        kind = data[at + _LENGTH : at + _SIGNATURE]
        at += _AROUND + int.from_bytes(data[at : at + _LENGTH])
        if kind == b"IEND":
            break
    return at


def _jpeg_end(data: bytes) -> int:
    at = 2
    while mark := _MARK.match(data, at):
        code, at = data[mark.end()], mark.end() + 1
        if code == _END:
            return at
        if code not in _ALONE:
            at += int.from_bytes(data[at : at + 2])
        if code == _SCAN:
            after = _MARK_IN_SCAN.search(data, at)
            at = after.start() if after else len(data)
    return at


def _pdf_end(data: bytes) -> int:
    """Return where the last of its parts ends: each that was added to it begins with an object."""
    ends = _PDF_END.finditer(data)
    return next((e.end() for e in ends if not _PDF_GOES_ON.match(data, e.end())), len(data))


_ENDS: Mapping[AttachedForm, Callable[[bytes], int]] = {
    AttachedForm.PNG: _png_end,
    AttachedForm.JPEG: _jpeg_end,
    AttachedForm.PDF: _pdf_end,
}
