"""What is found in a comment, and how much it weighs."""

from dataclasses import dataclass, replace
from enum import StrEnum

from talqy.model.problem import Path, Problem, Severity


class Level(StrEnum):
    """`fail`: its author must mend it; `person`: somebody must look; `warning`: better to mend."""

    FAIL = "fail"
    PERSON = "needs a person"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, and how much it weighs."""

    level: Level
    problem: Problem


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of finding of the gate: its code, its level, its words and its advice."""

    code: str
    level: Level
    message: str
    hint: str

    def at(self, file: str, path: Path = (), *, line: int = 0, **values: object) -> Finding:
        """Report it at a path inside a file, or at a line that is known."""
        return weighed(
            Problem(
                code=self.code,
                file=file,
                message=self.message,
                hint=self.hint,
                values=values,
                path=path,
                line=line,
                column=1 if line else 0,
            ),
            self.level,
        )


def weighed(problem: Problem, level: Level) -> Finding:
    """Give a problem its weight."""
    severity = Severity.WARNING if level is Level.WARNING else Severity.ERROR
    return Finding(level, replace(problem, severity=severity))
