"""Hostile and damaged Word files: refused before they cost much, and never a crash."""

import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intakes import a_docx, with_part
from talqy.office.sound import DamagedError, TooBigError, UnsoundError
from talqy.office.word_grids import tables_of
from talqy.office.word_read import read_word
from word_files import (
    a_list,
    a_word,
    box,
    cell,
    control,
    definition,
    field,
    item,
    level,
    paragraph,
    row,
    run,
    table,
)

SOUND = a_word(
    paragraph("а", control(run("б")), field("REF", "в"), box("г"))
    + item("д")
    + table(row(cell("е", properties='<w:vMerge w:val="restart"/>')), row("ж")),
    numbering=definition(1, level(0, "%1.")) + a_list(1, 1),
    styles='<w:style w:type="paragraph" w:styleId="a"/>',
)


def replaced(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(SOUND)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, data if part == name else old.read(part))
    return stream.getvalue()


def doubled() -> bytes:
    stream = io.BytesIO(SOUND)
    with ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<other/>")
    return stream.getvalue()


def nested(times: int) -> str:
    inside = paragraph("а")
    for _ in range(times):
        inside = table(row(cell(inside)))
    return inside


ENTITY = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("made", "error"),
    [
        (lambda: b"", UnsoundError),
        (lambda: b"PK\x03\x04 nonsense", UnsoundError),
        (lambda: replaced("word/document.xml", ENTITY), UnsoundError),
        (lambda: replaced("word/document.xml", ENTITY.decode().encode("utf-16")), UnsoundError),
        (lambda: replaced("word/document.xml", b"<a/>"), UnsoundError),
        (lambda: replaced("_rels/.rels", b"<a/>"), UnsoundError),
        (lambda: replaced("word/styles.xml", b"<a><b></a>"), DamagedError),
        (lambda: replaced("word/document.xml", b"<" * 1_500_001), TooBigError),
        (lambda: replaced("word/document.xml", b" " * ((1 << 26) + 1)), TooBigError),
        (doubled, UnsoundError),
        (lambda: a_word(control("<w:p/>") * 1 + "<w:sdt>" * 200 + "</w:sdt>" * 200), UnsoundError),
        (lambda: a_word(nested(13)), UnsoundError),
        (lambda: a_word(table(row("а") * 20_001)), TooBigError),
        (lambda: a_word(table(row(*["<w:tc/>"] * 200_001))), TooBigError),
    ],
)
def test_what_is_not_safe_to_read_is_refused(
    made: Callable[[], bytes], error: type[Exception]
) -> None:
    with pytest.raises(error):
        read_word(made())


def test_the_place_of_the_damage_is_told() -> None:
    data = with_part(a_docx(("а",)), "word/document.xml", ("</w:tbl>", "</w:tbi>"))
    with pytest.raises(DamagedError) as error:
        read_word(data)
    assert error.value.part == "word/document.xml"
    assert error.value.line > 0


def test_merged_cells_do_not_make_few_words_many() -> None:
    begins = cell("а" * 100_000, properties='<w:vMerge w:val="restart"/>')
    goes_on = row(cell("", properties="<w:vMerge/>"))
    with pytest.raises(TooBigError):
        tables_of(read_word(a_word(table(row(begins), goes_on * 500))), "a.docx")


def test_a_wide_cell_and_a_far_column_make_no_wide_table() -> None:
    body = table(row(cell("а", properties='<w:gridSpan w:val="999999999"/>'), "б"))
    (grid,) = tables_of(read_word(a_word(body)), "a.docx").grids
    assert len(grid.rows[0].cells) == 64


def test_a_footnote_that_is_marked_within_itself_is_refused_or_read() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{paragraph("а", mark)}</w:footnote>'
    with pytest.raises(UnsoundError):
        read_word(a_word(paragraph("б", mark), footnotes=note))


def test_what_the_file_names_elsewhere_is_not_fetched() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="x/styles" Target="http://a.example/s" TargetMode="External"/>'
        '<Relationship Id="r2" Type="x/numbering" Target="../../../etc/passwd"/></Relationships>'
    )
    assert read_word(replaced("word/_rels/document.xml.rels", rels.encode())).blocks


@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SOUND)))
    put = data.draw(st.binary(max_size=8))
    cut = data.draw(st.integers(0, 40))
    try:
        tables_of(read_word(SOUND[:at] + put + SOUND[at + cut :]), "a.docx")
    except UnsoundError:
        return


PIECES = st.sampled_from(
    [
        *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>а</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>"),
        *("</w:tr>", "<w:tc>", "</w:tc>", "<w:ins>", "</w:ins>", "<w:del>", "</w:del>", "<w:sdt>"),
        *("<w:sdtContent>", "</w:sdtContent>", "</w:sdt>", "<w:pPr>", "</w:pPr>", "<w:rPr>"),
        *("</w:rPr>", "<w:del/>", "<w:vanish/>", '<w:fldChar w:fldCharType="begin"/>'),
        *('<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>'),
        *("<mc:AlternateContent>", "</mc:AlternateContent>", "<mc:Choice>", "</mc:Choice>"),
        *('<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:ilvl w:val="-1"/>', "<w:tcPr/>"),
        *("<w:drawing>", "</w:drawing>", "<w:txbxContent>", "</w:txbxContent>", "<w:sym/>"),
        *("<w:vMerge/>", '<w:gridSpan w:val="x"/>', "<w:bookmarkStart/>", "<m:oMath/>"),
    ]
)


def closed(pieces: list[str]) -> str:
    """Return mark-up that is XML, whatever sense it makes."""
    made, open_ = [], list[str]()
    for piece in pieces:
        if piece.startswith("</"):
            if open_ and open_[-1] == piece[2:-1]:
                made.append(piece)
                open_.pop()
        else:
            made.append(piece)
            if not piece.endswith("/>") and piece.count("<") == 1:
                open_.append(piece[1:-1])
    return "".join([*made, *(f"</{name}>" for name in reversed(open_))])


def told(pieces: list[str]) -> None:
    data = a_word(closed(pieces), numbering=definition(1, level(0, "%1.")) + a_list(1, 1))
    document = read_word(data)
    tables_of(document, "a.docx")


@given(pieces=st.lists(PIECES, max_size=40))
def test_mark_up_in_any_order_is_read(pieces: list[str]) -> None:
    told(pieces)
