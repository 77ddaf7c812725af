"""One line of a saved page that is being read: its words, and what is odd at which sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from talqy.office.word_values import Note, NoteKind, Paragraph

# No sign of any text: it stands where something odd stands.
_ODD = "\ufdd0"
_SPACES = re.compile(rf"[ \t\r\n\f\v\u00a0\u202f\u2000-\u200a\u3000{_ODD}]+")
# A space that does not break holds a number and what it counts together, if it stands alone.
_HOLDING = "\u00a0"


@dataclass
class PageLine:
    """Gathers the words of one line; a picture inside of a word is none."""

    outline: int | None = None
    style: str = ""
    label: str = ""
    _parts: list[str] = field(default_factory=list)
    _odd: list[tuple[NoteKind, str]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing stands in the line."""
        return not (self._odd or any(map(str.strip, self._parts)))

    def say(self, words: str) -> None:
        """Take words as they stand in the page."""
        self._parts.append(words.replace(_ODD, ""))

    def note(self, kind: NoteKind, words: str) -> None:
        """Note what is odd at this place."""
        self._odd.append((kind, " ".join(words.split())))
        self._parts.append(_ODD)

    def paragraph(self, number: int) -> Paragraph:
        """Return the line as a paragraph: blanks that follow each other are one."""
        marked = _SPACES.sub(_one_space, "".join(self._parts)).strip(f" {_HOLDING}")
        text = marked.replace(_ODD, "").strip(f" {_HOLDING}")
        return Paragraph(
            number,
            text,
            label=self.label if text else "",
            outline=self.outline,
            style=self.style,
            notes=tuple(self._notes(marked, has_words=bool(text))),
        )

    def _notes(self, marked: str, *, has_words: bool) -> Iterator[Note]:
        places = (found.start() for found in re.finditer(_ODD, marked))
        for count, ((kind, words), place) in enumerate(zip(self._odd, places, strict=True)):
            before, behind = marked[:place].rstrip(_ODD), marked[place:].lstrip(_ODD)
            is_in_word = before[-1:].isalpha() and behind[:1].isalpha()
            # Hidden words alone are none of the text; beside others a person looks at them.
            is_nothing = (kind is NoteKind.PICTURE and is_in_word) or (
                kind is NoteKind.HIDDEN and not has_words
            )
            if not is_nothing:
                yield Note(kind, words, place - count)


def _one_space(found: re.Match[str]) -> str:
    odd, spaces = _ODD * found[0].count(_ODD), found[0].replace(_ODD, "")
    return odd + (spaces if spaces == _HOLDING else " " if spaces else "")
