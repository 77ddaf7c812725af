"""An SVG picture as PNG: the only door to resvg and to the letters it draws (extra `pictures`).

The letters come with a package, and those of the system are not looked at: a picture is the same
wherever it is made. Callers escape what they write; a picture that asks for anything outside itself
is refused all the same.
"""

import re
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec

FAMILY = "Source Sans Pro"
"""The letters to name in an SVG; they have all of Kazakh and Russian. Bold is 600."""
MOST_PIXELS = 2_400
"""How wide or high a picture may be."""
_MOST_LETTERS = 1_000_000
_OUTSIDE = re.compile(r"<[!?]|<image\b|@import|url\(\s*[^#\s]", re.IGNORECASE)
_LETTERS = "font_source_sans_pro"
_FONTS = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")


_DIGEST = 12


def can_draw() -> bool:
    """Return whether what draws is installed."""
    return find_spec("resvg_py") is not None and find_spec(_LETTERS) is not None


def digest_of_picture(svg: str) -> str:
    """Return what names a picture by all that it shows."""
    return sha256(svg.encode()).hexdigest()[:_DIGEST]


def png_of(svg: str, width: int, height: int, style: str = "") -> bytes:
    """Return a picture as PNG, on white, so many pixels wide and high; `style` is CSS for it."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - the extra may be missing

    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS and len(svg) <= _MOST_LETTERS):
        raise ValueError("a picture of this size is not drawn")
    if _OUTSIDE.search(svg) or _OUTSIDE.search(style):
        raise ValueError("a picture holds all that it shows")
    fonts = files(_LETTERS) / "files"
    return svg_to_bytes(
        svg_string=svg,
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
