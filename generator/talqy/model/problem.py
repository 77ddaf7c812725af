"""One finding about one file, as a value.

Words and values are kept apart (`message` has named gaps), so that a catalogue can say the same in
Kazakh or Russian. Rules give a `path` inside the file; `sources/places.py` finds its line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Path = tuple[str | int, ...]

# Values that are words of the tool, and are translated; all others are what a file says.
_OWN_WORDS = frozenset({"expected", "reason", "advice", "unit"})


class Severity(StrEnum):
    """`error`: the file cannot be used, or a duty is broken; `warning`: a person should look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, where, and how to mend it. `line` and `column` count from 1; 0 is unknown."""

    code: str
    file: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    values: Mapping[str, object] = field(default_factory=dict)
    path: Path = ()
    line: int = 0
    column: int = 0

    def said(self, translate: Callable[[str], str] = str) -> str:
        """Say the message in the language of `translate`."""
        return self._filled(self.message, translate)

    def advised(self, translate: Callable[[str], str] = str) -> str:
        """Say how to mend it, in the language of `translate`."""
        return self._filled(self.hint, translate) if self.hint else ""

    def _filled(self, words: str, translate: Callable[[str], str]) -> str:
        values = {
            name: translate(str(value)) if name in _OWN_WORDS else value
            for name, value in self.values.items()
        }
        return _filled(translate(words), values)

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What problems are sorted by."""
        return (self.file, self.line, self.column, self.code)


def _filled(words: str, values: Mapping[str, object]) -> str:
    # str.format would let a stranger's text act as a format; values are put in, never read.
    pieces = words.split("{")
    filled = [pieces[0]]
    for piece in pieces[1:]:
        name, closed, rest = piece.partition("}")
        filled.append(f"{values[name]}{rest}" if closed and name in values else "{" + piece)
    return "".join(filled)
