"""Layouts: files of Word and Excel of which everything stays but their words.

A ministry changes one in Word, Excel or LibreOffice, and puts it in its own project.
"""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from talqy.errors import TemplateError

MOST_LAYOUTS = 32
"""How many are kept opened."""


@dataclass(frozen=True)
class LayoutFile:
    """A layout, opened; `name` is that of its file."""

    name: str
    data: bytes

    @cached_property
    def parts(self) -> Mapping[str, bytes]:
        """What is packed in it, by paths, in its order."""
        try:
            with ZipFile(io.BytesIO(self.data)) as archive:
                return {name: archive.read(name) for name in archive.namelist()}
        except BadZipFile as error:
            raise self.unusable() from error

    def text(self, name: str) -> str:
        """Return the text of a part; a layout without it cannot be used."""
        try:
            return self.parts[name].decode()
        except (KeyError, UnicodeDecodeError) as error:
            raise self.unusable() from error

    def unusable(self) -> TemplateError:
        """Return what ends the run where a layout cannot be used."""
        return TemplateError(
            "the layout {file} cannot be used: save it in Word, Excel or LibreOffice as {ending}, "
            "or delete it, and the one that comes with Talqy is taken",
            file=self.name,
            ending=Path(self.name).suffix,
        )


def layout_data(name: str, folders: Iterable[Path]) -> bytes:
    """Return the bytes of the layout of that name in the first of the folders that has it."""
    return next(one for one in (folder / name for folder in folders) if one.is_file()).read_bytes()
