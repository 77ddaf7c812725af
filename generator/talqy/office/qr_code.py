"""A text as a QR code (ISO/IEC 18004), drawn as SVG: the same bytes on every system."""

import re
from collections.abc import Iterator
from functools import lru_cache

from zxingcpp import BarcodeFormat, create_barcode

_MASK = 3
"""One of eight patterns, all of them lawful; to choose the best one takes four times as long."""
_HOW = f"ecLevel=L,dataMask={_MASK}"
_RUN = re.compile(rb"\xff*\x00+")
_KEPT_RUNS = 1024


def qr_code(text: str) -> bytes:
    """Return an SVG picture of a QR code with its margin, and without a size of its own.

    It carries about 2,900 signs, or 4,200 where all are capitals, digits and ` $%*+-./:`; a stretch
    of such signs takes less room than others. A text that is longer, or empty, is a ValueError.
    """
    picture = create_barcode(text, BarcodeFormat.QRCode, options=_HOW).to_image()
    size, _ = picture.shape
    modules = memoryview(picture).tobytes()  # type: ignore[arg-type]  # its stubs do not tell it
    path = "".join(_strokes(modules, size))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path stroke="#000" d="{path}"/></svg>\n'
    ).encode()


def _strokes(modules: bytes, size: int) -> Iterator[str]:
    """Draw each run of dark modules of a row through their middle, from the end of the last one."""
    for row in range(size):
        runs = _RUN.findall(modules, row * size, (row + 1) * size)
        if runs:
            yield f"M0 {row}.5"
            yield from map(_stroke, runs)


@lru_cache(_KEPT_RUNS)
def _stroke(run: bytes) -> str:
    """Go on over the light modules of a run, and draw its dark ones; most codes have the same."""
    dark = run.count(0)
    return f"m{len(run) - dark} 0h{dark}"
