"""What a file is by its bytes, whatever its name ends in."""

import io
import re
from enum import StrEnum
from zipfile import ZipFile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<head", b"<body", b"<?xml", b"<meta")
_STRICT = b"purl.oclc.org/ooxml"
_HEAD, _BEGINS = 4_096, 1_024
_PART = 1 << 20


class TrueForm(StrEnum):
    """What a file is; the values are its usual endings, or words."""

    XLSX = "xlsx"
    DOCX = "docx"
    ODS = "ods"
    XLS = "xls"
    LOCKED = "a file with a password"
    STRICT = "Strict Open XML"
    MARKUP = "a web page"
    TEXT = "text"
    OTHER = "another form"


def true_form(data: bytes) -> TrueForm:
    """Return what a file is; only its first bytes and the names of its parts are looked at."""
    if data.startswith(_OLE):
        return _of_streams(data)
    if data.startswith(b"PK"):
        return _of_parts(data)
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_MARKUP):
        return TrueForm.MARKUP
    return TrueForm.OTHER if b"\x00" in head or not head else TrueForm.TEXT


def _of_streams(data: bytes) -> TrueForm:
    def has(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        return TrueForm.LOCKED
    return TrueForm.XLS if has("Workbook") or has("Book") else TrueForm.OTHER


def _of_parts(data: bytes) -> TrueForm:
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _of_names(archive, set(archive.namelist()))
    except Exception:  # noqa: BLE001 - each way of packing has faults of its own
        return TrueForm.OTHER


def _of_names(archive: ZipFile, names: set[str]) -> TrueForm:
    if "xl/workbook.xml" in names:
        return TrueForm.STRICT if _STRICT in _start(archive, "xl/workbook.xml") else TrueForm.XLSX
    if "word/document.xml" in names:
        return TrueForm.DOCX
    if "mimetype" in names and b"opendocument.spreadsheet" in _start(archive, "mimetype"):
        manifest = "META-INF/manifest.xml"
        is_locked = manifest in names and b"encryption-data" in _start(archive, manifest)
        return TrueForm.LOCKED if is_locked else TrueForm.ODS
    return TrueForm.OTHER


def _start(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_PART)


class TextForm(StrEnum):
    """What a file is that may hold a text."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    MHTML = "mhtml"
    OTHER = "another form"


_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_IN_ONE_FILE = re.compile(rb"(?:from|mime-version|content-type|subject|date):\s", re.IGNORECASE)
# What else begins as XML does: Word 2003, OpenDocument in one file, books.
_OTHER_XML = (b"mso-application", b"office:document", b"<fictionbook", b"<w:worddocument")


def text_form(data: bytes, file: str) -> TextForm:
    """Return what a file with a text is; the ending counts where the bytes leave it open."""
    form, head = true_form(data), data[:_HEAD].lower()
    if form is TrueForm.DOCX:
        return TextForm.DOCX
    if b"%pdf-" in head[:_BEGINS]:
        return TextForm.PDF
    if _IN_ONE_FILE.match(head) and b"multipart/" in head:
        return TextForm.MHTML
    is_marked = form is TrueForm.MARKUP and not any(sign in head for sign in _OTHER_XML)
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    is_text = form is TrueForm.TEXT or is_wide
    is_named = file.lower().endswith(_PAGE_ENDINGS) and not head.startswith(b"{\\rtf")
    return TextForm.HTML if is_marked or (is_text and is_named) else TextForm.OTHER
