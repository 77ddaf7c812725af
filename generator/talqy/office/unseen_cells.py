"""Whether the words of a cell are there and nobody sees them: by a form of numbers, or by colour.

«;;;» shows nothing of any value; letters of the colour of their ground show nothing either. What
fills a cell as a rule of the sheet says (a condition, the style of a table) is not looked at.
"""

import math
import re
from typing import Any, cast

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock

_QUOTED = re.compile(r'"[^"]{0,200}"|\\.|\[[^\]]{0,60}\]')
_WHITE = "FFFFFF"
# The first two colours of every theme are the window and its words; so are these of the old list.
_OF_THEME = {0: _WHITE, 1: "000000"}
_INDEXED = {0: "000000", 1: _WHITE, 8: "000000", 9: _WHITE, 64: "000000", 65: _WHITE}
_SIX = re.compile(r"[0-9A-Fa-f]{6}$")
_LEAST_SIZE = 1.5
_LEAST_CONTRAST = 1.25  # the grey of forms has 1.4 on white, and is seen
_SHARES = (0.2126, 0.7152, 0.0722)  # of red, green and blue in what the eye takes for light
_OF_TEXT = 3
"""The part of a form that is for texts, counted from 0; one without it shows them as they are."""


def are_unseen(cell: ReadOnlyCell, value: object) -> bool:
    """Return whether a value, or a part of its words, is not seen where its cell is looked at."""
    if _shows_nothing(str(cell.number_format), value):
        return True
    styled, ground = cast("Any", cell), _ground(cell)
    if isinstance(value, CellRichText):
        fonts = [
            part.font if isinstance(part, TextBlock) else styled.font
            for part in value
            if str(part).strip()
        ]
    else:
        fonts = [styled.font]
    return any(_is_unseen(font, ground) for font in fonts)


def _shows_nothing(form: str, value: object) -> bool:
    """Return whether the part of a form of numbers that holds for a value is empty."""
    parts = _QUOTED.sub(_shown, form).split(";")
    if len(parts) == 1 or isinstance(value, bool):
        return False
    if not isinstance(value, int | float):
        return len(parts) > _OF_TEXT and not parts[_OF_TEXT].strip()
    place = 0 if value > 0 else 1 if value < 0 else 2
    return not parts[place if place < len(parts) else 0].strip()


def _shown(part: re.Match[str]) -> str:
    """Return a sign for words that a form shows; a colour or a condition in brackets shows none."""
    return "?" if part[0][0] != "[" and part[0].strip('"\\ ') else ""


def _ground(cell: ReadOnlyCell) -> str:
    """Return the colour behind the words; "" where it is not known."""
    fill = cast("Any", cell).fill
    kind = getattr(fill, "patternType", "other")  # a course of colours has no pattern
    if kind is None:
        return _WHITE
    return _colour(fill.fgColor) if kind == "solid" else ""


def _is_unseen(font: Any, ground: str) -> bool:  # noqa: ANN401 - a font of a cell or of its part
    size = getattr(font, "sz", None)
    is_tiny = size is not None and float(size) < _LEAST_SIZE
    colour = _colour(font.color)
    return is_tiny or bool(ground and colour and _contrast(colour, ground) < _LEAST_CONTRAST)


def _contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, as the rules for readable pages count it."""
    dark, light = sorted(map(_light, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return math.fsum(share * part**2.2 for share, part in zip(_SHARES, parts, strict=True))


def _colour(colour: Any) -> str:  # noqa: ANN401 - a colour in one of the ways of Excel
    """Return a colour as six digits; "" where it is automatic, or of a theme of its own."""
    if colour is None or colour.tint:
        return ""
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return colour.rgb[-6:].upper() if _SIX.search(colour.rgb) else ""
    table = {"theme": _OF_THEME, "indexed": _INDEXED}.get(colour.type, {})
    return table.get(colour.value, "")
