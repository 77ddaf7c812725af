"""A project read, checked and assessed: what it says, how it stands on the day, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from talqy.errors import ProjectBrokenError
from talqy.model import paths
from talqy.model.problem import Problem, Severity
from talqy.model.register import Register
from talqy.model.standing import Assessment
from talqy.project.assessment import assess
from talqy.project.files import DiskFiles, ProjectFiles
from talqy.project.load import ReadProject, read_project
from talqy.project.positions import located
from talqy.rules.check import check
from talqy.rules.rule import Case


@dataclass(frozen=True, slots=True)
class Survey:
    """What a project says, how it stands on the day, and all that is wrong with it."""

    register: Register | None
    assessment: Assessment | None
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Return whether anything is worse than a warning."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def known(self) -> tuple[Register, Assessment]:
        """The register and how it stands; without usable settings nothing can be said or done."""
        if self.register is None or self.assessment is None:
            raise ProjectBrokenError(
                f"{paths.PROJECT} cannot be used, and without it nothing can be done; "
                "see “talqy check”"
            )
        return self.register, self.assessment


def survey(root: Path, today: date | None = None) -> Survey:
    """Read and check a project; `today` overrides the project's own day and the clock."""
    return survey_of(read_project(root), DiskFiles(root), today)


def survey_of(read: ReadProject, of: ProjectFiles, today: date | None = None) -> Survey:
    """Check a project that was read, and find the lines of its problems in its files."""
    if read.register is None:
        return Survey(None, None, located(of, read.problems))
    assessment = assess(read.register, _day(read.register, today))
    problems = (*read.problems, *check(Case(read.register, assessment)))
    return Survey(read.register, assessment, located(of, problems))


def _day(register: Register, today: date | None) -> date:
    project = register.project
    return project.day(today, datetime.now(ZoneInfo(project.timezone)).date())


def with_lines(root: Path, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Find the lines of problems that a command has found, in the files of a project."""
    return located(DiskFiles(root), problems)
