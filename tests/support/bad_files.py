"""Every way in which somebody's file can be wrong: what is written, and what its author is told.

Each case spoils one file of a sound project. `says` is the whole finding: place, code, message and
hint. A test proves that every row of `sources/faults.py` is reached from here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import builders as b
from talqy.model.problem import Problem
from talqy.project.survey import survey
from talqy.project.yaml_edit import dumped

PROJECT = "standards/project.yaml"
STANDARD = b.standard_path()
REVISION = b.revision_path()
COMMENT = b.comment_path()
RESPONSE = b.response_path()
HISTORY = f"standards/{b.STANDARD}/history.yaml"
SOUND: dict[str, b.Tree] = {
    PROJECT: b.a_project(),
    STANDARD: b.a_standard(),
    REVISION: b.a_revision(),
    COMMENT: b.a_comment(quote="срок"),
    RESPONSE: b.a_response(),
}


def sound_project(folder: Path) -> Path:
    """Write the project that every case spoils."""
    for file, tree in SOUND.items():
        b.write(folder, file, tree)
    return folder


def shown(problem: Problem) -> str:
    """Show a finding on one line."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place} {problem.code} {problem.said()} | {problem.advised()}"


@dataclass(frozen=True)
class Bad:
    """One case; `spoil` writes the fault into a sound project, the rest is what is said of it."""

    name: str
    spoil: Callable[[Path], object]
    place: str
    says: str
    advises: str

    def __str__(self) -> str:
        """Name the case in the list of tests."""
        return self.name

    @property
    def finding(self) -> str:
        """The whole finding on one line."""
        return f"{self.place} {self.says} | {self.advises}"


def content(name: str, file: str, written: str | bytes, place: str, says: str, advises: str) -> Bad:  # noqa: PLR0913, PLR0917
    """Put something else into a file."""
    return Bad(name, lambda root: b.write(root, file, written), f"{file}:{place}", says, advises)


def swap(name: str, file: str, old: str, new: str, place: str, says: str, advises: str) -> Bad:  # noqa: PLR0913, PLR0917
    """Put `new` in the place of `old`, which stands in the file once."""
    text = dumped(SOUND[file])
    if text.count(old) != 1:
        raise ValueError(f"{name}: “{old}” stands {text.count(old)} times in\n{text}")
    return content(name, file, text.replace(old, new), place, says, advises)


def findings(root: Path) -> list[str]:
    """Return all findings of a project."""
    return [shown(problem) for problem in survey(root).problems]
