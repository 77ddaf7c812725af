"""Pictures are drawn with letters of their own, and from nothing outside themselves."""

import struct
from collections import defaultdict

import pytest
from markupsafe import escape

from talqy.office import drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">'
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
OTHERS = "ЁёЙйЪъЫыЭэ№₸→«»–—·…≥≤−0123456789%"
HOSTILE = [
    "</text><image href='/etc/passwd'/>",
    "<!DOCTYPE svg>",
    "]]>&amp;",
    "x" * 5_000,
    "\u202e\u0301",
]
OUTSIDE = [
    '<image href="file:///etc/hostname" width="9" height="9"/>',
    '<IMAGE href="data:image/png;base64,AA"/>',
    '<rect fill="url( https://example.org/a)"/>',
    '<rect fill="url(other.svg#a)"/>',
    "<style>@import 'a.css';</style>",
]


def svg(content: str) -> str:
    return f"{HEAD}{content}</svg>"


def letter(text: str, weight: int = 400) -> bytes:
    shown = f'<text x="20" y="90" font-size="90" font-weight="{weight}">{escape(text)}</text>'
    return drawing.png_of(svg(shown), 240, 120)


def test_every_letter_is_drawn_and_none_as_the_box_of_letters_that_lack() -> None:
    """A letter that the font lacks is a box, the same for all."""
    box, nothing = letter("漢"), letter(" ")
    drawn = defaultdict(list)
    for sign in KAZAKH + OTHERS:
        drawn[letter(sign)].append(sign)
    alike = {"".join(signs) for signs in drawn.values() if len(signs) > 1}
    assert box not in drawn
    assert nothing not in drawn
    assert alike <= {"–−"}


def test_a_picture_has_its_size_its_weight_and_the_same_bytes_each_time() -> None:
    picture = letter("Қазақстан")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == (240, 120)
    assert letter("Қазақстан") == picture != letter("Қазақстан", 600)


def test_names_of_other_letters_change_nothing() -> None:
    """Else a picture would be another one where other letters are installed."""
    plain = svg('<text x="9" y="60" font-size="40">Ұ</text>')
    other = svg('<text x="9" y="60" font-size="40" font-family="Noto Sans, serif">Ұ</text>')
    assert drawing.png_of(plain, 240, 120) == drawing.png_of(other, 240, 120)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_outside_is_text(text: str) -> None:
    assert letter(text).startswith(b"\x89PNG")


@pytest.mark.parametrize("content", OUTSIDE)
def test_what_a_picture_would_take_from_elsewhere_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="holds all"):
        drawing.png_of(svg(content), 240, 120)


def test_what_stands_in_the_picture_itself_may_be_named() -> None:
    style = ".a { fill: url(#_hatch) }"
    line = '<path d="M0 4 4 0" stroke="#000"/>'
    units = 'width="4" height="4" patternUnits="userSpaceOnUse"'
    hatch = f'<pattern id="_hatch" {units}>{line}</pattern>'
    shown = svg(f'<defs>{hatch}</defs><rect class="a" width="99" height="99"/>')
    assert drawing.png_of(shown, 240, 120, style) != drawing.png_of(svg(""), 240, 120)


@pytest.mark.parametrize("size", [(0, 10), (10, drawing.MOST_PIXELS + 1), (-1, -1)])
def test_a_size_has_its_bounds(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="size"):
        drawing.png_of(svg(""), *size)


def test_without_the_extra_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawing.can_draw()
    monkeypatch.setattr(drawing, "find_spec", lambda _: None)
    assert not drawing.can_draw()
