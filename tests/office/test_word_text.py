"""The words of a Word document: each once, in its place, and what is odd about it apart."""

import pytest

from talqy.office.word_read import read_word
from talqy.office.word_values import Note, NoteKind, Paragraph, View, WordTable
from word_files import (
    STRICT,
    WHO,
    a_word,
    box,
    control,
    field,
    marked,
    paragraph,
    put_in,
    row,
    run,
    taken_out,
)

TICKED = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
    '</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def read(body: str, **parts: str) -> list[Paragraph]:
    blocks = read_word(a_word(body, **parts)).blocks
    return [block for block in blocks if isinstance(block, Paragraph)]


def texts(body: str, view: View = View.ACCEPTED) -> list[str]:
    blocks = read_word(a_word(body), view).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def notes(body: str, **parts: str) -> list[tuple[NoteKind, str]]:
    return [(note.kind, note.words) for block in read(body, **parts) for note in block.notes]


def moved(way: str, text: str) -> str:
    return f"<w:{way} {WHO}>{run(text)}</w:{way}>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (control(run("б")), "абв"),
        (control(control(run("б"))), "абв"),
        (f"<w:smartTag>{run('б')}</w:smartTag>", "абв"),
        (f"<w:customXml>{run('б')}</w:customXml>", "абв"),
        (f"<w:hyperlink>{run('б')}</w:hyperlink>", "абв"),
        (f'<w:fldSimple w:instr=" PAGE ">{run("б")}</w:fldSimple>', "абв"),
        (field(" REF a \\h ", "б"), "абв"),
        (field(" IF 1 ", "б") + field(" TOC ", ""), "абв"),
        ("<w:r><w:t>б</w:t><w:tab/><w:t>г</w:t></w:r>", "аб\tгв"),
        ("<w:r><w:br/><w:cr/></w:r>", "а\n\nв"),
        ("<w:r><w:noBreakHyphen/></w:r>", "а-в"),
        ("<w:r><w:softHyphen/></w:r>", "ав"),
        (run("\u00ad"), "ав"),
        (run("б", "<w:caps/>"), "абв"),
        (control(run("Место для текста"), "<w:showingPlcHdr/>"), "ав"),
        (
            f"<w:ruby><w:rt>{run('х')}</w:rt><w:rubyBase>{run('б')}</w:rubyBase></w:ruby>",
            "абв",
        ),
        (TICKED, "а☒в"),
    ],
)
def test_words_are_read_through_what_is_around_them(inside: str, text: str) -> None:
    (block,) = read(paragraph("а", inside, "в"))
    assert (block.text, block.notes) == (text, ())


def test_a_field_may_go_over_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(paragraph(begin, middle, "а") + paragraph("б", end)) == ["а", "б"]


def test_words_of_a_field_that_never_says_its_result_are_told() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert notes(paragraph("а", begin, "б")) == [(NoteKind.HIDDEN, "б")]


# --- tracked changes -----------------------------------------------------------------------


def test_the_two_views_are_the_two_texts() -> None:
    body = paragraph("Срок – ", taken_out("7 (семь)"), put_in("5 (пять)"), " дней.")
    assert texts(body, View.ACCEPTED) == ["Срок – 5 (пять) дней."]
    assert texts(body, View.REJECTED) == ["Срок – 7 (семь) дней."]
    assert notes(body) == [(NoteKind.DELETED, "7 (семь)"), (NoteKind.INSERTED, "5 (пять)")]


def test_words_put_in_and_taken_out_again_stand_in_neither() -> None:
    body = paragraph("а", f"<w:ins {WHO}>{taken_out('б')}</w:ins>", "в")
    assert [texts(body, view) for view in View] == [["ав"], ["ав"]]


def test_moved_words_stand_once() -> None:
    body = paragraph(moved("moveFrom", "Ушло. "), "Осталось.", moved("moveTo", " Ушло."))
    assert texts(body) == ["Осталось. Ушло."]
    assert texts(body, View.REJECTED) == ["Ушло. Осталось."]


def test_paragraphs_join_where_their_end_is_taken_out() -> None:
    body = paragraph("Первая ", properties=marked("del")) + paragraph("вторая")
    assert texts(body) == ["Первая вторая"]
    assert texts(body, View.REJECTED) == ["Первая ", "вторая"]


def test_a_paragraph_that_is_put_in_stands_in_one_view_alone() -> None:
    body = paragraph(put_in("Новый."), properties=marked("ins")) + paragraph("Старый.")
    assert texts(body) == ["Новый.", "Старый."]
    assert texts(body, View.REJECTED) == ["Старый."]


def test_a_paragraph_that_is_taken_out_leaves_no_empty_one() -> None:
    body = paragraph(taken_out("Старый."), properties=marked("del")) + paragraph("Другой.")
    assert texts(body) == ["Другой."]
    assert notes(body) == [(NoteKind.DELETED, "Старый.¶")]


# --- what stands in no text ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "kind", "words"),
    [
        (run("7 (семь)", "<w:strike/>"), NoteKind.STRUCK, "7 (семь)"),
        (run("7 (семь)", "<w:dstrike/>"), NoteKind.STRUCK, "7 (семь)"),
        (run("тайно", "<w:vanish/>"), NoteKind.HIDDEN, "тайно"),
        (box("в рамке"), NoteKind.BOX, "в рамке"),
        ("<w:r><w:drawing><pic:pic/></w:drawing></w:r>", NoteKind.PICTURE, ""),
        ("<w:r><w:pict><v:imagedata/></w:pict></w:r>", NoteKind.PICTURE, ""),
        ("<w:r><w:object><o:OLEObject/></w:object></w:r>", NoteKind.OBJECT, ""),
        (
            '<w:r><w:pict><v:textpath string="Проект"/></w:pict></w:r>',
            NoteKind.BOX,
            "Проект",
        ),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", NoteKind.FORMULA, "x+1"),
    ],
)
def test_what_is_no_plain_text_is_a_note_at_its_place(
    inside: str, kind: NoteKind, words: str
) -> None:
    (block,) = read(paragraph("до ", inside, " после"))
    assert (block.text, block.notes) == ("до  после", (Note(kind, words, 3),))


def test_switched_off_strokes_and_hiding_change_nothing() -> None:
    off = run("б", '<w:strike w:val="0"/><w:vanish w:val="false"/>')
    assert texts(paragraph("а", off)) == ["аб"]
    assert notes(paragraph("а", off)) == []


def test_words_are_struck_or_hidden_by_their_style_too() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Far"><w:basedOn w:val="Gone"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Dim"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    far = run("б", '<w:rStyle w:val="Far"/>')
    body = paragraph("а", far) + paragraph("в", properties='<w:pStyle w:val="Dim"/>')
    assert notes(body, styles=styles) == [(NoteKind.STRUCK, "б"), (NoteKind.HIDDEN, "в")]


@pytest.mark.parametrize(
    ("default", "named", "text"),
    [("0", "Dim", ""), ("1", "", ""), ("0", "", "тайно"), ("1", "Other", "тайно")],
)
def test_words_of_a_table_are_hidden_by_its_style(default: str, named: str, text: str) -> None:
    styles = (
        f'<w:style w:type="table" w:styleId="Dim" w:default="{default}">'
        '<w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="table" w:styleId="Other"/>'
    )
    look = f'<w:tblPr><w:tblStyle w:val="{named}"/></w:tblPr>' if named else "<w:tblPr/>"
    body = f"<w:tbl>{look}{row('тайно')}</w:tbl>{paragraph('явно')}"
    inside, below = read_word(a_word(body, styles=styles)).blocks
    assert isinstance(inside, WordTable)
    (block,) = inside.rows[0].cells[0].blocks
    assert isinstance(block, Paragraph)
    assert (block.text, [note.kind for note in block.notes]) == (
        text,
        [] if text else [NoteKind.HIDDEN],
    )
    assert isinstance(below, Paragraph)
    assert below.text == "явно"


@pytest.mark.parametrize(
    ("styles", "hidden"),
    [
        # The linked style of paragraphs alone says it.
        (
            (
                '<w:style w:type="character" w:styleId="One"><w:link w:val="Two"/></w:style>'
                '<w:style w:type="paragraph" w:styleId="Two"><w:rPr><w:vanish/></w:rPr></w:style>'
            ),
            ["б"],
        ),
        # All words of the document are hidden, but those that say otherwise.
        (
            "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>",
            ["а", "б"],
        ),
        # A style that the document has not is none: Word shows the words as all others.
        ("", []),
    ],
)
def test_words_are_hidden_by_a_linked_style_and_by_the_document(
    styles: str, hidden: list[str]
) -> None:
    seen = run("в", '<w:vanish w:val="false"/>')
    body = paragraph(run("а"), seen, run("б", '<w:rStyle w:val="One"/>'))
    found = notes(body, styles=styles)
    assert [kind for kind, _ in found] == [NoteKind.HIDDEN] * len(found)
    assert "".join(words for _, words in found) == "".join(hidden)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "⟨Symbol F0B3⟩ 18"),
        (run("\uf0b3"), "⟨F0B3⟩ 18"),
        (run("n", '<w:rFonts w:ascii="Wingdings"/>'), "⟨006E⟩ 18"),
    ],
)
def test_signs_whose_look_only_their_font_knows_are_marked(inside: str, text: str) -> None:
    (block,) = read(paragraph(inside, " 18"))
    assert block.text == text
    assert [note.kind for note in block.notes] == [NoteKind.SYMBOL]


def test_notes_below_and_in_the_margin_are_at_their_marks() -> None:
    body = paragraph(
        "Срок",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        " велик",
        '<w:r><w:commentReference w:id="0"/></w:r>',
    )
    parts = {
        "footnotes": f'<w:footnote w:id="2">{paragraph("семь дней")}</w:footnote>',
        "comments": f'<w:comment w:id="0">{paragraph("проверьте")}</w:comment>',
    }
    (block,) = read(body, **parts)
    assert block.text == "Срок велик"
    assert block.notes == (
        Note(NoteKind.FOOTNOTE, "семь дней", 4),
        Note(NoteKind.REMARK, "проверьте", 10),
    )


@pytest.mark.parametrize(
    "said", ["Ошибка! Источник ссылки не найден.", "Error: Reference source not found"]
)
def test_a_reference_that_leads_nowhere_is_told(said: str) -> None:
    assert notes(paragraph("см. пункт ", field("REF a", said))) == [(NoteKind.FIELD, said)]
    assert notes(paragraph(said)) == []


def test_a_number_that_only_word_works_out_is_told() -> None:
    assert notes(paragraph(field(" LISTNUM ", ""), "слова")) == [(NoteKind.NUMBER, "LISTNUM")]


def test_another_file_that_is_brought_in_is_told() -> None:
    assert notes(paragraph("а") + '<w:altChunk r:id="r1"/>') == [(NoteKind.OBJECT, "")]


# --- the rest of a document ----------------------------------------------------------------


def test_a_paragraph_says_its_style_heading_and_bookmarks() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    mark = '<w:bookmarkStart w:id="1" w:name="tq_term"/>'
    (block,) = read(
        paragraph("5. ", mark, "Срок", properties='<w:pStyle w:val="2"/>'), styles=styles
    )
    assert (block.style, block.outline, block.number) == ("heading 2", 1, 1)
    assert [(one.name, one.at) for one in block.bookmarks] == [("tq_term", 3)]


def test_bookmarks_in_words_that_are_taken_out_do_not_count() -> None:
    gone = f'<w:del {WHO}><w:bookmarkStart w:id="1" w:name="a"/></w:del>'
    (block,) = read(paragraph("а", gone))
    assert block.bookmarks == ()


def test_a_strict_document_says_the_same() -> None:
    body = paragraph("а", control(run("б")), taken_out("в"))
    assert read_word(a_word(body, space=STRICT)).blocks == read_word(a_word(body)).blocks
