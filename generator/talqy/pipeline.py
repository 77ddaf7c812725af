"""The whole tool on one screen: read, check, derive, render, publish.

Effects are at the two ends (reading files, writing files); between them everything is a value.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from talqy.checks.rule import Case
from talqy.checks.rules import check
from talqy.derive.assessment import assess
from talqy.errors import ProjectBrokenError
from talqy.model import places
from talqy.model.problem import Problem, Severity
from talqy.model.register import Register
from talqy.model.standing import Assessment
from talqy.render.catalogues import catalogue
from talqy.render.edition import Edition
from talqy.render.output import write_files
from talqy.render.shell import Shell
from talqy.render.shipped import folders
from talqy.render.site import editions, files
from talqy.sources.places import located
from talqy.sources.register import read_project


@dataclass(frozen=True, slots=True)
class Survey:
    """What a project says, how it stands on the day, and all that is wrong with it."""

    register: Register | None
    assessment: Assessment | None
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Say whether anything is worse than a warning."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Site:
    """A surveyed project, ready to be rendered in all its languages."""

    editions: tuple[Edition, ...]
    site_url: str


def survey(root: Path, today: date | None = None) -> Survey:
    """Read and check a project; `today` overrides the project's own day and the clock."""
    read = read_project(root)
    if read.register is None:
        return Survey(None, None, located(root, read.problems))
    assessment = assess(read.register, _day(read.register, today))
    problems = (*read.problems, *check(Case(read.register, assessment)))
    return Survey(read.register, assessment, located(root, problems))


def site(root: Path, of: Survey, site_url: str) -> Site:
    """Prepare the site of what could be read; wrong files are left out, and named in problems."""
    if of.register is None or of.assessment is None:
        raise ProjectBrokenError(
            f"{places.PROJECT} cannot be used, and nothing can be published without it; "
            "see “talqy check”",
        )
    return Site(editions(root, of.register, of.assessment), site_url.rstrip("/") + "/")


def publish(
    of: Site, shells: Mapping[tuple[str, int], Shell], folder: Path, prose: Sequence[str]
) -> int:
    """Stamp all record pages, and write them and the data beside what the host has written."""
    return len(write_files(folder, files(of.editions, shells, of.site_url, prose)))


def problem_words(root: Path, language: str) -> Callable[[str], str]:
    """Answer the function that says messages of `check` in a language."""
    return catalogue(language, folders(root, "messages")).problem


def _day(register: Register, today: date | None) -> date:
    project = register.project
    return project.day(today, datetime.now(ZoneInfo(project.timezone)).date())
