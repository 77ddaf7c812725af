"""What Word and Excel files have in common: zip packages, and how they name languages."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from talqy.compare.redline import Mark

OFFICE_FORMATS = ("docx", "xlsx")
# Never colour alone: what is removed is also struck through, what is added is also underlined.
COLOURS = {Mark.REMOVED: "9C0006", Mark.ADDED: "00612E"}
FONT = "Times New Roman"
SHADE = "E7E6E6"
_NAMES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
# The first moment that a zip archive can name.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_MS_DOS = 0


def office_language(language: str) -> str:
    """Name a language with its country, as spelling checkers ask for it."""
    return _NAMES.get(language, language)


def fixed(package: bytes, parts: Mapping[str, bytes] | None = None) -> bytes:
    """Pack a package anew without the clock and the system of the machine that made it.

    `parts` take the place of its own of the same names.
    """
    with ZipFile(io.BytesIO(package)) as made:
        own = {name: made.read(name) for name in made.namelist()}
    return packed({name: (parts or {}).get(name, part) for name, part in own.items()})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts in their order, the same bytes on every machine at any time."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            entry = ZipInfo(name, _MOMENT)
            entry.create_system, entry.compress_type = _MS_DOS, ZIP_DEFLATED
            archive.writestr(entry, part)
    return stream.getvalue()
