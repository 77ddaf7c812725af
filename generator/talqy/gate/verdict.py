"""What the gate says of a pull request: findings in three levels, and the verdict they make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from talqy.model.problem import Level, Problem
from talqy.project.file_reader import with_positions
from talqy.project.files import ProjectFiles


class Profile(StrEnum):
    """Whose pull request it is: a citizen's, a program's that brings many, the authority's own."""

    SINGLE = "single"
    BATCH = "batch"
    AUTHORITY = "authority"


class Outcome(StrEnum):
    """What becomes of a pull request; warnings do not keep it from passing."""

    PASSES = "passes"
    PERSON = "needs a person"
    FAILS = "fails"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was compared (ids of commits; `start` is where the head left the base), and the result.

    `files` are the comments that were looked at; `languages` are those that their authors read.
    """

    profile: Profile
    base: str
    head: str
    start: str
    files: tuple[str, ...]
    languages: tuple[str, ...]
    findings: tuple[Problem, ...]

    @property
    def outcome(self) -> Outcome:
        """Return the gravest thing that was found."""
        levels = {finding.level for finding in self.findings}
        if Level.ERROR in levels:
            return Outcome.FAILS
        return Outcome.PERSON if Level.PERSON in levels else Outcome.PASSES

    def of(self, level: Level) -> tuple[Problem, ...]:
        """Return the findings of one level."""
        return tuple(finding for finding in self.findings if finding.level is level)


def in_places(files: ProjectFiles, findings: Sequence[Problem]) -> tuple[Problem, ...]:
    """Give each finding its line and column, say each once, and the gravest first."""
    levels = list(Level)
    found = with_positions(files, findings)
    once = {(*f.place, str(f.path), f.said()): f for f in reversed(found)}
    return tuple(sorted(once.values(), key=lambda f: (levels.index(f.level), f.place)))


def has_failed(findings: Iterable[Problem]) -> bool:
    """Return whether anything must be mended."""
    return any(finding.level is Level.ERROR for finding in findings)
