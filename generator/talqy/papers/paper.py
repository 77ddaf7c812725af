"""A paper in one language, as a value: what it says of itself, and its lines and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from talqy.office.file_properties import AboutFile
from talqy.office.layouts import layout_of
from talqy.office.printed import PrintedBlock
from talqy.office.printed_typst import typeset_blocks
from talqy.office.printed_wordml import PrintedWriter

_LAYOUT = "paper"


@dataclass(frozen=True)
class Paper:
    """A paper; `name` is that of its file, without language and ending."""

    name: str
    about: AboutFile
    blocks: tuple[PrintedBlock, ...]

    @property
    def language(self) -> str:
        """The code of its language."""
        return self.about.languages[0]

    def file(self, form: str, layouts: Sequence[Path]) -> bytes:
        """Return its file, `docx` or `pdf`; `layouts` are the folders in which its layout lies."""
        if form == "pdf":
            return typeset_blocks(_LAYOUT, self.about, self.blocks, layouts)
        layout = layout_of(f"{_LAYOUT}.docx", layouts)
        writer = PrintedWriter(layout.styles, layout.width)
        return layout.filled(writer.body(self.blocks), self.about)


def paper_of(
    name: str, title: str, language: str, day: date, blocks: Iterable[PrintedBlock]
) -> Paper:
    """Return a paper of a day."""
    return Paper(name, AboutFile(title=title, languages=(language,), day=day), tuple(blocks))
