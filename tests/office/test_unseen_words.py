"""Words of a page that are struck out, or that nobody sees: by a style, by a class, by colour."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Pt, RGBColor

from talqy.office.mail_page import read_page
from talqy.office.word_read import read_word
from talqy.office.word_values import paragraphs_in

SEEN, ELSE = "Прошу сократить срок.", "Это не для глаз."


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "color:#ffffff",
        "color: White",
        "color:rgb(255, 255, 255)",
        "color:transparent",
        "opacity:0",
        "position:absolute;left:-9999px",
        "max-height:0;overflow:hidden",
        "font-size:1px",
        "visibility:hidden",
    ],
)
@pytest.mark.parametrize("page", ['<p style="{}">', '<style>.x{{{}}}</style><p class="x">'])
def test_what_a_style_hides_is_told_and_not_taken(style: str, page: str) -> None:
    found = read_page(f"<p>{SEEN}</p>{page.format(style)}{ELSE}</p>")
    assert ([line.text for line in found.lines], found.hidden) == ([SEEN], (ELSE,))


@pytest.mark.parametrize(
    ("rule", "tag"),
    [
        (".s{text-decoration:line-through}", 'span class="s"'),
        ("p span.s, .t { text-decoration: line-through }", 'span class="s big"'),
        ("#off{text-decoration:line-through}", 'span id="off"'),
        ("<!-- u { text-decoration:line-through } -->", "u"),
    ],
)
def test_a_class_that_strikes_strikes(rule: str, tag: str) -> None:
    end = tag.partition(" ")[0]
    found = read_page(f"<style>{rule}</style><p>Срок <{tag}>двух</{end}> одного дня</p>")
    assert ([line.text for line in found.lines], found.struck) == (["Срок одного дня"], ("двух",))


@pytest.mark.parametrize(
    "page",
    [
        '<div style="background-color:#003366;color:#ffffff">{}</div>',
        '<table><tr><td bgcolor="#003366"><font color="#ffffff">{}</font></td></tr></table>',
        '<div style="color:#fff"><p style="color:#000">{}</p></div>',
        '<style>.w {{ color:#fff }}</style><p class="w" style="color:black">{}</p>',
        "<style>@media print {{ p {{ display:none }} }}</style><p>{}</p>",
        "<style>.x {{ display:none }}</style><p>{}</p>",
        "<style>span.p {{ color:white }}</style><p class='p'>{}</p>",
        '<p style="opacity:0.9;line-height:0;border-left:0;background:white">{}</p>',
        '<p style="margin-left:-18.0pt;font-size:10.5pt">{}</p>',
    ],
)
def test_what_is_seen_is_taken(page: str) -> None:
    found = read_page(page.format(SEEN))
    assert ([line.text for line in found.lines], found.hidden, found.struck) == ([SEEN], (), ())


@pytest.mark.parametrize(
    ("look", "is_hidden"),
    [
        ({"rgb": RGBColor(255, 255, 255)}, True),
        ({"size": Pt(1)}, True),
        ({"rgb": RGBColor(255, 255, 255), "highlight_color": WD_COLOR_INDEX.BLUE}, False),
        ({"rgb": RGBColor(255, 0, 0)}, False),
        ({"size": Pt(8)}, False),
    ],
)
def test_white_and_tiny_words_of_a_document_are_hidden(
    look: Mapping[str, Any],
    is_hidden: bool,  # noqa: FBT001 - of the table
) -> None:
    document = Document()
    paragraph = document.add_paragraph(SEEN)
    font = paragraph.add_run(ELSE).font
    for name, value in look.items():
        setattr(font.color if name == "rgb" else font, name, value)
    stream = io.BytesIO()
    document.save(stream)
    (line,) = paragraphs_in(read_word(stream.getvalue()).blocks)
    assert line.text == (SEEN if is_hidden else SEEN + ELSE)
    assert [note.words for note in line.notes] == ([ELSE] if is_hidden else [])
