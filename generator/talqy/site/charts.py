"""Charts as SVG with their words in them: bars, and one bar of 100 %.

On a page each bar leads to what it counts; a picture by itself leads nowhere. A picture is drawn
for the width of a phone and grows with the column around it. Its colours are those of the page,
which knows the dark, the print and the forced ones; `PICTURE_STYLE` are those of a picture by
itself. What it says stands in the table beside it too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

WIDTH = 360
_LINE, _SIGNS = 17, 48
_BAR, _STACK, _GAP = 12, 30, 10
_NARROW = 15
_BETWEEN = 9
"""What stands between signs that are pressed with a finger."""
_IMAGE = Markup(' role="img"')
_HOLDING, _SHORT = "\u00a0", 24

PICTURE_STYLE = """\
text { font-size: 13px; fill: #17262b; }
.head { font-size: 17px; font-weight: 600; } .source { font-size: 10px; fill: #4c5d63; }
.bar { fill: #0b4f5c; } .bar-ground { fill: #e9eef0; } .bar-number { fill: #ffffff; }
.tone-accepted { fill: #1b6b3a; } .tone-accepted-partly { fill: #4d8a63; }
.tone-rejected { fill: #9b2226; } .tone-out-of-scope { fill: #4f3c8a; }
.tone-noted { fill: #495860; } .tone-waiting { fill: #7a4b00; } .tone-aside { fill: #72828a; }
"""
"""The colours of `talqy.css`, for what does not know it."""


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A bar: its name, its value in words, and how long it is, from 0 to 100; None: no bar.

    `path` is the address of the list of what it counts; empty where that is nothing.
    """

    name: str
    value: str
    length: int | None
    tone: str = ""
    path: str = ""

    def lines(self, signs: int) -> list[str]:
        """Return its words in lines; a value is never torn, unless it is a sentence."""
        value = self.value.replace(" ", _HOLDING) if len(self.value) <= _SHORT else self.value
        return _lines(f"{self.name}: {value}", signs)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished chart, what it shows, and how high it is for its width of 360.

    `parts` are drawn after `ground`, each with the address of what it counts, or without one.
    """

    label: str
    ground: Markup
    parts: tuple[tuple[str, Markup], ...]
    height: int

    def on(self, to: Callable[[str], str]) -> Markup:
        """Return the picture for a page, which says the rest beside it, and knows how to lead."""
        linked = Markup().join(
            Markup('<a href="{}">{}</a>').format(to(path), part) if path else part
            for path, part in self.parts
        )
        # What holds links is no image to who listens.
        role = Markup() if any(path for path, _ in self.parts) else _IMAGE
        return _framed(self.label, 0, 0, WIDTH, self.height, self.ground + linked, role)

    @property
    def pieces(self) -> Markup:
        """All that is drawn, without a way to anything."""
        return self.ground + Markup().join(part for _, part in self.parts)

    def alone(self, title: str, source: str) -> "Drawing":
        """Return it as a picture by itself: with its finding above it, and its source below."""
        heads = [_text(0, 18 + 21 * n, line, "head") for n, line in enumerate(_lines(title, 40))]
        top = 21 * len(heads) + 6
        for line in _lines(self.label):
            heads.append(_text(0, top + 10, line, "source"))
            top += 14
        top += 8
        foot = top + self.height + 14
        ends = [
            _text(0, foot + 13 * n, line, "source") for n, line in enumerate(_lines(source, 66))
        ]
        moved = Markup('<g transform="translate(0 {})">{}</g>').format(top, self.pieces)
        pieces = Markup().join([*heads, moved, *ends])
        return Drawing(self.label, pieces, (), foot + 13 * len(ends))

    @property
    def standing(self) -> Markup:
        """The picture with a margin around it, for what is no page."""
        return _framed(self.label, -16, -8, WIDTH + 32, self.height + 20, self.pieces)


def bars(label: str, shown: Sequence[ChartBar], *, of_whole: bool = True) -> Drawing:
    """Draw bars under one another, each below its name and its value.

    Bars that are parts `of_whole` stand on a ground of 100 %.
    """
    drawn, at = list[tuple[str, Markup]](), 0
    for one in shown:
        pieces = list[Markup]()
        for line in one.lines(_SIGNS):
            at += _LINE
            pieces.append(_text(0, at - 4, line))
        if one.length is not None:
            if of_whole:
                pieces.append(_box("bar-ground", 0, at, WIDTH, _BAR))
            pieces.append(_box("bar", 0, at, WIDTH * one.length / 100, _BAR))
            at += _BAR
        at += _GAP
        drawn.append((one.path, Markup().join(pieces)))
    return Drawing(label, Markup(), tuple(drawn), at)


def one_bar(label: str, parts: Sequence[ChartBar]) -> Drawing:
    """Draw one bar of 100 %; its parts have numbers, by which the lines below name them."""
    pieces, left, at = list[Markup](), 0.0, _STACK + _GAP
    for number, part in enumerate(parts, 1):
        width = WIDTH * (part.length or 0) / 100
        pieces.append(_box(f"tone-{part.tone}", left, 0, max(width - 1, 0.5), _STACK))
        if width >= _NARROW:
            pieces.append(_number(left + width / 2, _STACK / 2 + 5, number))
        left += width
    drawn = list[tuple[str, Markup]]()
    for number, part in enumerate(parts, 1):
        sign = [_box(f"tone-{part.tone}", 0, at, _NARROW + 3, _NARROW)]
        sign.append(_number((_NARROW + 3) / 2, at + 12, number))
        for line in part.lines(_SIGNS - 4):
            sign.append(_text(_NARROW + 9, at + 12, line))
            at += _LINE
        at += _BETWEEN
        drawn.append((part.path, Markup().join(sign)))
    return Drawing(label, Markup().join(pieces), tuple(drawn), at)


def _framed(  # noqa: PLR0913, PLR0917 - the four numbers of a view box
    label: str, left: int, top: int, width: int, height: int, pieces: Markup, role: Markup = _IMAGE
) -> Markup:
    return Markup(
        '<svg class="picture" xmlns="http://www.w3.org/2000/svg" viewBox="{} {} {} {}"{} '
        'aria-label="{}" focusable="false">{}</svg>'
    ).format(left, top, width, height, role, label, pieces)


def _lines(words: str, signs: int = _SIGNS) -> list[str]:
    """Return words in lines, none of which begins with a dash."""
    return wrap(words.replace(" – ", f"{_HOLDING}– "), signs, break_on_hyphens=False) or [""]


def _text(left: float, base: float, words: str, look: str = "") -> Markup:
    named = Markup(' class="{}"').format(look) if look else ""
    return Markup('<text{} x="{:g}" y="{:g}">{}</text>').format(named, left, base, words)


def _number(middle: float, base: float, number: int) -> Markup:
    return Markup(
        '<text class="bar-number" x="{:g}" y="{:g}" text-anchor="middle" aria-hidden="true">'
        "{}</text>"
    ).format(round(middle, 1), round(base, 1), number)


def _box(tone: str, left: float, top: float, width: float, height: float) -> Markup:
    return Markup('<rect class="{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}"/>').format(
        tone, round(left, 2), round(top, 2), round(width, 2), height
    )
