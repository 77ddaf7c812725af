"""What a file is that came with a comment: its bytes say it; what runs or hides is not taken."""

import pytest

from attached_files import (
    WORDS_OF_FILE,
    a_jpeg,
    a_letter,
    a_png,
    a_scan,
    locked,
    with_parts,
)
from talqy.office.attached_form import AttachedForm, NotTaken, attached_form
from talqy.office.attached_words import attached_words

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{where}" TargetMode="External"/></Relationships>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def relations(kind: str, where: str) -> dict[str, bytes]:
    return {"word/_rels/settings.xml.rels": RELATIONS.format(kind=kind, where=where).encode()}


SOUND = {
    AttachedForm.PDF: a_scan(),
    AttachedForm.DOCX: a_letter(),
    AttachedForm.JPEG: a_jpeg(),
    AttachedForm.PNG: a_png(),
}
ODD = {
    "nothing": (b"", NotTaken.EMPTY),
    "text": ("просто текст".encode(), NotTaken.OTHER),
    "a program": (b"MZ\x90\0" + b"\0" * 100, NotTaken.OTHER),
    "a page": (b"<!DOCTYPE html><p>", NotTaken.PAGE),
    "a page behind a mark": (b"\xef\xbb\xbf\n <html><script>", NotTaken.PAGE),
    "a page behind other words": (b"GIF89a <script>alert(1)</script>", NotTaken.PAGE),
    "a drawing with a script": (b"<?xml version='1.0'?><svg><script/></svg>", NotTaken.PAGE),
    "a locked document": (OLE + "EncryptedPackage".encode("utf-16-le"), NotTaken.LOCKED),
    "an old document": (OLE + b"\0" * 600, NotTaken.OTHER),
    "a locked archive": (locked(a_letter()), NotTaken.LOCKED),
    "a locked PDF": (a_scan().replace(b"/Root", b"/Encrypt 9 0 R /Root"), NotTaken.LOCKED),
    "a locked PDF, hidden": (
        a_scan().replace(b"/Root", b"/#45ncr#79pt 9 0 R /Root"),
        NotTaken.LOCKED,
    ),
    "a PDF with a script": (
        a_scan().replace(b"/Catalog", b"/Catalog /OpenAction <</S /Java#53cript>>"),
        NotTaken.RUNS,
    ),
    "a PDF that starts a program": (
        a_scan().replace(b"/Catalog", b"/Catalog /OpenAction <</S /Launch>>"),
        NotTaken.RUNS,
    ),
    "half a PDF": (a_scan()[:-200], NotTaken.DAMAGED),
    "half a picture": (a_png()[:-12], NotTaken.DAMAGED),
    "half a photograph": (a_jpeg()[:-2], NotTaken.DAMAGED),
    "half a document": (a_letter()[:-30], NotTaken.DAMAGED),
    "macros": (with_parts(a_letter(), {"word/vbaProject.bin": b"x"}), NotTaken.RUNS),
    "macros by their type": (
        with_parts(
            a_letter(),
            {"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"},
        ),
        NotTaken.RUNS,
    ),
    "controls": (with_parts(a_letter(), {"word/activeX/activeX1.xml": b"x"}), NotTaken.RUNS),
    "a program inside": (
        with_parts(a_letter(), {"word/embeddings/oleObject1.bin": OLE + b"x"}),
        NotTaken.RUNS,
    ),
    "a template elsewhere": (
        with_parts(a_letter(), relations("attachedTemplate", "https://evil.example/t.dotm")),
        NotTaken.RUNS,
    ),
    "a template of a neighbour": (
        with_parts(a_letter(), relations("attachedTemplate", "\\\\evil.example\\t.dotm")),
        NotTaken.RUNS,
    ),
}


@pytest.mark.parametrize("form", SOUND)
def test_four_forms_are_taken(form: AttachedForm) -> None:
    assert attached_form(SOUND[form]) is form


@pytest.mark.parametrize("name", ODD)
def test_what_runs_hides_or_is_another_thing_is_not_taken(name: str) -> None:
    data, why = ODD[name]
    assert attached_form(data) is why


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ("hyperlink", "https://adilet.zan.kz/"),
        ("attachedTemplate", "file:///D:/Normal.dotm"),
    ],
)
def test_a_link_and_a_template_of_its_author_are_no_harm(kind: str, where: str) -> None:
    data = with_parts(a_letter(), relations(kind, where))
    assert attached_form(data) is AttachedForm.DOCX


def test_an_archive_that_unfolds_to_much_is_not_taken() -> None:
    data = with_parts(a_letter(), {f"word/media/{at}.png": b"" for at in range(2_100)})
    assert attached_form(data) is NotTaken.DAMAGED


@pytest.mark.parametrize("form", [AttachedForm.PDF, AttachedForm.DOCX])
def test_the_words_of_a_document_are_found(form: AttachedForm) -> None:
    assert " ".join(attached_words(SOUND[form], form, 10_000).split()) == WORDS_OF_FILE
    assert len(attached_words(SOUND[form], form, 10)) == 11


def test_where_words_cannot_be_read_there_are_none() -> None:
    assert attached_words(b"%PDF-1.4 nothing %%EOF", AttachedForm.PDF, 100) == ""
    assert attached_words(b"PK\3\4", AttachedForm.DOCX, 100) == ""
