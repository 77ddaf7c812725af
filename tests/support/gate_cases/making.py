"""How a case of the corpus is written: a change, and all that the gate must find in it.

A finding is written by its level and code: `F:` must be mended, `P:` needs a person, `W:` is a
warning.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from builders import (
    STANDARD,
    Tree,
    a_comment,
    a_revision,
)
from gate_cases.building import (
    PLACE,
    Files,
    Line,
    Repository,
)
from talqy.project.yaml_write import dumped

Making = Callable[[Repository], tuple[str, str]]
"""How a pull request is made that is more than a line upon the base: its base, and its head."""


@dataclass(frozen=True)
class Case:
    """One pull request, and what is found in it."""

    name: str
    change: Files | Line | Making
    found: str = ""
    profile: str = "single"

    @property
    def line(self) -> Line:
        """The commits of a pull request upon the base."""
        assert not callable(self.change)
        return self.change if isinstance(self.change, Line) else Line([self.change])

    @property
    def status(self) -> int:
        """The exit status: warnings alone do not keep it from passing."""
        return int("F:" in self.found or "P:" in self.found)


OTHER = "b3c4d5e6f7"
DAY = f"comments/{STANDARD}/r1/2026-11-10"
LONG = "Прошу пересмотреть срок, потому что люди ждут дольше, чем нужно для одной отметки в книге. "
OTHERS = {
    OTHER: "Запись на прием открывается ночью, и к утру мест уже не остается.",
    "c3c4d5e6f7": "Бумажную справку спрашивают, хотя она давно есть в базе данных.",
    "d3c4d5e6f7": "Отказ приходит без объяснений, и неясно, что исправить в заявлении.",
}
# A person's number that fits all its tests, and belongs to nobody who is known.
IIN = "990101300122"
BIN = "980440000125"


def at(path: str, **changes: Any) -> Files:
    """Add one comment at a place."""
    return {path: a_comment(**changes)}


def says(text: str, **changes: Any) -> Files:
    """Add one comment that says this."""
    return at(PLACE, text=text, **changes)


def named(name: str, kind: str = "individual") -> Files:
    """Add one comment by somebody of this name."""
    return at(PLACE, author={"kind": kind, "name": name})


def raw(data: bytes | str) -> Files:
    """Add bytes where a comment belongs."""
    return {PLACE: data}


def plain(**changes: Any) -> str:
    """Write a comment as a text."""
    return dumped(a_comment(**changes))


def on(standard: str, day: str = "2026-11-10", number: int = 1, **changes: Any) -> Files:
    """Add one comment on another standard or day."""
    path = f"comments/{standard}/r{number}/{day}/k7m2p9qx4a.yaml"
    said = a_comment(standard=standard, received=day, revision=str(number), **changes)
    return {path: said}


def another(name: str, **changes: Any) -> Tree:
    """Make a further comment that says something else."""
    return a_comment(name, **{"text": OTHERS[name], **changes})


def changed_text() -> Tree:
    """Make the text that is under discussion, changed."""
    clauses = a_revision()["clauses"]
    return a_revision(clauses=[{**clauses[0], "number": "7"}, *clauses[1:]])
