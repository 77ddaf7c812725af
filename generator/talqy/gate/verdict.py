"""What the gate says of a pull request: problems in three levels, and the verdict they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from talqy.model.problem import Level, Problem
from talqy.project.file_reader import with_positions
from talqy.project.files import ProjectFiles

PERSONAL = frozenset({"G17", "G18", "G19", "G27", "G28"})
"""The kinds of problems that may be of somebody's personal data."""


class Profile(StrEnum):
    """Whose pull request it is: a citizen's, a program's that brings many, the authority's own."""

    SINGLE = "single"
    BATCH = "batch"
    AUTHORITY = "authority"


class VerdictOutcome(StrEnum):
    """What becomes of a pull request; warnings do not keep it from passing."""

    PASSES = "passes"
    PERSON = "needs a person"
    FAILS = "fails"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was compared, and the result: ids of commits, and of the tree that merging makes.

    `start` is where the head left the base; `merged` is None where the two cannot be merged.
    `files` are the comments that were looked at; `languages` are those that their authors read.
    `standing` are the errors that the base has already: they are told, and weigh nothing here.
    """

    profile: Profile
    base: str
    head: str
    start: str
    merged: str | None
    files: tuple[str, ...]
    languages: tuple[str, ...]
    problems: tuple[Problem, ...]
    standing: tuple[Problem, ...] = ()

    @property
    def outcome(self) -> VerdictOutcome:
        """Return the gravest thing that was found."""
        levels = {problem.level for problem in self.problems}
        if Level.ERROR in levels:
            return VerdictOutcome.FAILS
        return VerdictOutcome.PERSON if Level.PERSON in levels else VerdictOutcome.PASSES

    def of(self, level: Level) -> tuple[Problem, ...]:
        """Return the problems of one level."""
        return tuple(problem for problem in self.problems if problem.level is level)


def in_places(files: ProjectFiles, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Give each problem its line and column, say each once, and the gravest first."""
    levels = list(Level)
    in_file = with_positions(files, problems)
    once = {(*p.place, str(p.path), p.said()): p for p in reversed(in_file)}
    return tuple(sorted(once.values(), key=lambda p: (levels.index(p.level), p.place)))
