"""What the gate says of a pull request: findings in three levels, and the verdict they make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from talqy.comments.verdict import Finding, Level
from talqy.project.files import ProjectFiles
from talqy.project.positions import placed


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
    findings: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """Return the gravest thing that was found."""
        levels = {finding.level for finding in self.findings}
        if Level.FAIL in levels:
            return Outcome.FAILS
        return Outcome.PERSON if Level.PERSON in levels else Outcome.PASSES

    def of(self, level: Level) -> tuple[Finding, ...]:
        """Return the findings of one level."""
        return tuple(finding for finding in self.findings if finding.level is level)


def in_places(files: ProjectFiles, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give each finding its line and column, say each once, and the gravest first."""
    problems = placed(files, (finding.problem for finding in findings))
    levels = list(Level)
    found = [Finding(f.level, p) for f, p in zip(findings, problems, strict=True)]
    once = {(*f.problem.place, str(f.problem.path), f.problem.said()): f for f in reversed(found)}
    return tuple(sorted(once.values(), key=lambda f: (levels.index(f.level), f.problem.place)))


def has_failed(findings: Iterable[Finding]) -> bool:
    """Return whether anything must be mended."""
    return any(finding.level is Level.FAIL for finding in findings)
