"""Words above and below the line keep their meaning in plain text, whatever they came in."""

import io

import pytest
from docx import Document

from talqy.office.mail_page import read_page
from talqy.office.raised import raised
from talqy.office.rtf import letter_in
from talqy.office.word_read import read_word


@pytest.mark.parametrize(
    ("said", "is_low", "plain"),
    [
        ("5", False, "⁵"),
        ("-3", False, "⁻³"),
        ("2", True, "₂"),
        (" 2 ", False, " ² "),
        ("2,5", False, "^(2,5)"),
        ("a1", True, "_(a1)"),
        ("th", False, "th"),
        ("[1]", False, "[1]"),
        ("*", False, "*"),
        ("", False, ""),
    ],
)
def test_digits_have_signs_of_their_own(said: str, is_low: bool, plain: str) -> None:  # noqa: FBT001
    assert raised(said, is_low=is_low) == plain


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>10 м<sup>2</sup>, CO<sub>2</sub></p>", "10 м², CO₂"),
        ('<p>10<span style="vertical-align: super">5</span> и 7</p>', "10⁵ и 7"),
        ("<p>1<sup>st</sup> day</p>", "1st day"),
    ],
)
def test_a_page(page: str, said: str) -> None:
    assert [line.text for line in read_page(page).lines] == [said]


def test_an_rtf_that_is_no_page() -> None:
    letter = letter_in(rb"{\rtf1\ansi 10{\super 5} and CO\sub 2\nosupersub , 7}")
    assert [line.text for line in read_page(letter.text).lines] == ["10⁵ and CO₂, 7"]


def test_a_document() -> None:
    document = Document()
    paragraph = document.add_paragraph("Срок 10")
    paragraph.add_run("5").font.superscript = True
    paragraph.add_run(" секунд, CO")
    paragraph.add_run("2").font.subscript = True
    stream = io.BytesIO()
    document.save(stream)
    assert "Срок 10⁵ секунд, CO₂" in str(read_word(stream.getvalue()))
