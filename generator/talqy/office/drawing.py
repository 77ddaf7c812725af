"""An SVG picture as PNG: the only door to resvg and to the letters it draws (extra `pictures`).

The letters come with a package, and those of the system are not looked at: a picture is the same
wherever it is made. Callers escape what they write; a picture that asks for anything outside itself
is refused all the same, and signs that the letters do not have are left out.
"""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from struct import iter_unpack, unpack_from

FAMILY = "Source Sans Pro"
"""The letters to name in an SVG; they have all of Kazakh and Russian. Bold is 600."""
MOST_PIXELS = 2_400
"""How wide or high a picture may be."""
_MOST_LETTERS = 1_000_000
_OUTSIDE = re.compile(r"<[!?]|<image\b|@import|url\(\s*[^#\s]", re.IGNORECASE)
_LETTERS = "font_source_sans_pro"
_PACKAGES = ("resvg-py", "font-source-sans-pro")
_FONTS = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")


_DIGEST = 12
_ALL_OF_UNICODE = 12
_HELD = "\u2011"


def can_draw() -> bool:
    """Return whether what draws is installed."""
    return find_spec("resvg_py") is not None and find_spec(_LETTERS) is not None


def drawable(text: str) -> str:
    """Return a text without the signs that no picture can draw, which would stand there as boxes.

    Those that only turn the direction of what follows, or join others, are left out as well; the
    hyphen that holds a line together is drawn as any other.
    """
    letters, seen = _letters(), text.replace(_HELD, "-")
    return "".join(one for one in seen if one in letters and (one.isprintable() or one.isspace()))


@cache
def _letters() -> frozenset[str]:
    """Return the letters that all fonts have, and what ends a line in the text of a picture."""
    fonts = [(files(_LETTERS) / "files" / name).read_bytes() for name in _FONTS]
    drawn = [frozenset(_letters_of(font)) for font in fonts]
    return frozenset.intersection(*drawn) | {"\n", "\t"}


def _letters_of(font: bytes) -> Iterator[str]:
    """Yield the letters of a font, by its table of all of Unicode (OpenType: cmap, format 12)."""
    tables = (unpack_from(">4sIII", font, 12 + 16 * at) for at in range(_count(font, 4)))
    start = next(offset for name, _, offset, _ in tables if name == b"cmap")
    kinds = (unpack_from(">HHI", font, start + 4 + 8 * at) for at in range(_count(font, start + 2)))
    begins = (start + offset for *_, offset in kinds)
    table = next(at for at in begins if _count(font, at) == _ALL_OF_UNICODE)
    (groups,) = unpack_from(">I", font, table + 12)
    for first, last, _ in iter_unpack(">III", font[table + 16 : table + 16 + 12 * groups]):
        yield from map(chr, range(first, last + 1))


def _count(font: bytes, at: int) -> int:
    return int(unpack_from(">H", font, at)[0])


def digest_of_picture(svg: str) -> str:
    """Return what names a picture by all that it shows, and by what draws it."""
    return sha256(f"{_drawn_by()}\n{svg}".encode()).hexdigest()[:_DIGEST]


@cache
def _drawn_by() -> str:
    return " ".join(map(version, ("talqy", *_PACKAGES)))


def png_of(svg: str, width: int, height: int, style: str = "") -> bytes:
    """Return a picture as PNG, on white, so many pixels wide and high; `style` is CSS for it."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - the extra may be missing

    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS and len(svg) <= _MOST_LETTERS):
        raise ValueError("a picture of this size is not drawn")
    if _OUTSIDE.search(svg) or _OUTSIDE.search(style):
        raise ValueError("a picture holds all that it shows")
    fonts = files(_LETTERS) / "files"
    return svg_to_bytes(
        svg_string=drawable(svg),
        width=width,
        height=height,
        background="#ffffff",
        style_sheet=style or None,
        skip_system_fonts=True,
        font_files=[str(fonts / name) for name in _FONTS],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        serif_family=FAMILY,
        monospace_family=FAMILY,
    )
