"""A picture that one test had drawn is not drawn again for another: each takes a tenth of a second.

What it shows is all that it depends on (`tests/office/test_drawing.py`), and a site built in a
process of its own draws everything itself (`tests/site/test_build.py`).
"""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

Draw = Callable[..., bytes]


def drawn_once(draw: Draw, folder: Path) -> Draw:
    """Return `png_of` that keeps what it draws in a folder, for all workers of a run."""

    def drawn(*asked: str | int) -> bytes:
        kept = folder / sha256(repr(asked).encode()).hexdigest()
        if not kept.exists():
            aside = folder / f"{kept.name}.{os.getpid()}"
            aside.write_bytes(draw(*asked))
            aside.replace(kept)
        return kept.read_bytes()

    return drawn
