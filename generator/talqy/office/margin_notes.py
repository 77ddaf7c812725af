"""Notes in the margin of a Word file: who says what on which day, at which lines.

Ours have initials of their own, by which our reader passes them over when a copy comes back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from talqy.office.packages import XML
from talqy.office.wordml import Wordml, joined, run_of, words_of

OWN_INITIALS = "talqy"
PART = "word/comments.xml"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LETTERS = Wordml('<w:sz w:val="20"/><w:szCs w:val="20"/>')


@dataclass(frozen=True, slots=True)
class MarginNote:
    """One note; `lines` are its paragraphs."""

    author: str
    day: date
    lines: tuple[str, ...]


def notes_part(notes: Sequence[MarginNote]) -> bytes:
    """Return the part of all notes; their numbers are their places, from 0."""
    written = (
        f'<w:comment w:id="{number}" w:author="{escape(note.author)}" '
        f'w:date="{note.day.isoformat()}T00:00:00Z" w:initials="{OWN_INITIALS}">'
        f"{joined(map(_line, note.lines))}</w:comment>"
        for number, note in enumerate(notes)
    )
    return f'{XML}<w:comments xmlns:w="{_MAIN}">{"".join(written)}</w:comments>'.encode()


def noted(words: str, numbers: Iterable[int]) -> Wordml:
    """Return the runs of a line with what ties notes to them."""
    for number in numbers:
        words = (
            f'<w:commentRangeStart w:id="{number}"/>{words}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )
    return Wordml(words)


def _line(text: str) -> Wordml:
    return Wordml(f"<w:p>{run_of(words_of(text), _LETTERS)}</w:p>")
