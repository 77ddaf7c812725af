"""The one shape of a problem: its kind, the file and the place in it, and the values of its words.

Words and values are kept apart (`message` has named gaps), so that a catalogue can say the same in
Kazakh or Russian. Rules give a `path` inside the file; `project/file_reader.py` finds its line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from talqy.errors import Spoken, filled

Path = tuple[str | int, ...]

# Values that are words of the tool, and are translated; all others are what a file says.
_OWN_WORDS = frozenset({"expected", "reason", "advice", "unit"})


class Level(StrEnum):
    """How much a problem weighs.

    `error`: its author must mend it; `person`: somebody must look; `warning`: better to mend;
    `to do`: what is not finished in a text that is still being prepared, and public for nobody.
    """

    ERROR = "error"
    PERSON = "needs a person"
    WARNING = "warning"
    TO_DO = "to do"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its code, what is wrong, how to mend it, and how much it weighs.

    Each room that finds problems has a table of kinds; `docs/` is printed from them or held to
    them. Gaps in braces are filled with values, never with markup or code.
    """

    code: str
    message: str
    hint: str
    level: Level = Level.ERROR

    def at(
        self,
        file: str,
        path: Path = (),
        *,
        position: tuple[int, int] = (0, 0),
        **values: object,
    ) -> "Problem":
        """Return a problem of this kind at a path in a file, or at a line and column from 1."""
        line, column = position
        return Problem(self, file, values, path, line, column)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and how to mend it. `line` and `column` count from 1; 0 is unknown."""

    kind: Kind
    file: str
    values: Mapping[str, object] = field(default_factory=dict)
    path: Path = ()
    line: int = 0
    column: int = 0

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.kind.code

    @property
    def level(self) -> Level:
        """How much it weighs."""
        return self.kind.level

    @property
    def is_error(self) -> bool:
        """Whether its author must mend it."""
        return self.kind.level is Level.ERROR

    def weighing(self, level: Level) -> "Problem":
        """Return the same problem where it weighs more or less: not every door is as strict."""
        return replace(self, kind=replace(self.kind, level=level))

    def said(self, translate: Callable[[str], str] = str) -> str:
        """Say the message in the language of `translate`."""
        return self._filled(self.kind.message, translate)

    def advised(self, translate: Callable[[str], str] = str) -> str:
        """Say how to mend it, in the language of `translate`."""
        return self._filled(self.kind.hint, translate) if self.kind.hint else ""

    def _filled(self, words: str, translate: Callable[[str], str]) -> str:
        values = {name: _said(name, value, translate) for name, value in self.values.items()}
        return filled(translate(words), values)

    @property
    def field(self) -> str:
        """The name of the field in the file, its steps joined by points; "" where there is none."""
        return ".".join(map(str, self.path))[:80]

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What problems are sorted by."""
        return (self.file, self.line, self.column, self.kind.code)


def kinds_in(names: Mapping[str, object]) -> tuple[Kind, ...]:
    """Return all kinds among the names of a module, in its order: the table of a room."""
    return tuple(value for value in names.values() if isinstance(value, Kind))


def _said(name: str, value: object, translate: Callable[[str], str]) -> object:
    if isinstance(value, Spoken):
        return value.said(translate)
    return translate(str(value)) if name in _OWN_WORDS else value
