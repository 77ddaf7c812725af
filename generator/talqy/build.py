"""The whole tool on one screen: read, check, derive, render, publish.

Effects are at the two ends (reading files, writing files); between them everything is a value.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from talqy.diff.review import ReviewedDraft
from talqy.errors import ProjectBrokenError
from talqy.gate.judging import judge
from talqy.gate.verdict import Profile, Verdict
from talqy.language.catalogue import catalogue
from talqy.language.edition import Edition
from talqy.model import paths
from talqy.model.problem import Problem, Severity
from talqy.model.register import Register
from talqy.model.standing import Assessment
from talqy.project.assessment import assess
from talqy.project.files import DiskFiles, ProjectFiles
from talqy.project.load import ReadProject, read_files, read_project
from talqy.project.positions import located
from talqy.project.pull_request import PullRequest, compared_texts, pull_request
from talqy.project.shipped import folders
from talqy.rules.check import check
from talqy.rules.rule import Case
from talqy.site.output import write_files
from talqy.site.shell import Shell
from talqy.site.site import editions, files


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

    @property
    def known(self) -> tuple[Register, Assessment]:
        """The register and how it stands; without usable settings nothing can be said or done."""
        if self.register is None or self.assessment is None:
            raise ProjectBrokenError(
                f"{paths.PROJECT} cannot be used, and without it nothing can be done; "
                "see “talqy check”"
            )
        return self.register, self.assessment


@dataclass(frozen=True, slots=True)
class Site:
    """A surveyed project, ready to be rendered in all its languages."""

    editions: tuple[Edition, ...]
    site_url: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a pull request does to texts of standards, and what is wrong with these standards."""

    editions: tuple[Edition, ...]
    drafts: tuple[ReviewedDraft, ...]
    problems: tuple[Problem, ...]
    base: str
    head: str

    @property
    def has_errors(self) -> bool:
        """Say whether anything is worse than a warning."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate says of a pull request, and how it is said: messages by language."""

    verdict: Verdict
    words: Mapping[str, Callable[[str], str]]


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


def site(root: Path, of: Survey, site_url: str) -> Site:
    """Prepare the site of what could be read; wrong files are left out, and named in problems."""
    return Site(editions(root, *of.known), site_url.rstrip("/") + "/")


def review(root: Path, span: str, today: date | None = None) -> Review:
    """Read a pull request `BASE..HEAD` from git objects, compare its texts, and check them."""
    request = pull_request(root, span)
    found = survey_of(read_files(request.after), request.after, today)
    with _words_of(request.messages) as folder:
        prepared = site(folder, found, "").editions
    return Review(
        editions=prepared,
        drafts=tuple(_drafts(request, prepared[0])),
        problems=tuple(_concerning(request, found.problems)),
        base=request.base,
        head=request.head,
    )


def judged(
    root: Path, span: str, profile: Profile, today: date | None, language: str | None
) -> Judged:
    """Judge a pull request `BASE..HEAD`; say it in `language` too, beside those of its authors."""
    request, verdict = judge(root, span, profile, today)
    spoken = dict.fromkeys((*verdict.languages, language or "en"))
    with _words_of(request.messages()) as folder:
        return Judged(verdict, {name: problem_words(folder, name) for name in spoken})


@contextmanager
def _words_of(messages: Mapping[str, bytes]) -> Iterator[Path]:
    """Lay out the base's own words: whatever the project's folder holds may be the head's."""
    with tempfile.TemporaryDirectory(prefix="talqy-") as folder:
        place = Path(folder, "site_templates", "messages")
        place.mkdir(parents=True)
        for name, data in messages.items():
            place.joinpath(name).write_bytes(data)
        yield Path(folder)


def _concerning(request: PullRequest, problems: Sequence[Problem]) -> list[Problem]:
    """Choose the problems of the standards that a pull request changes, those of its texts first.

    Each file of a standard lies in `standards/<id>/…` or in `comments/<id>/…`.
    """
    standards = {draft.standard for draft in request.drafts}
    texts = {draft.path for draft in request.drafts}
    chosen = [p for p in problems if {*p.file.split("/")[1:2]} & standards]
    return sorted(chosen, key=lambda problem: problem.file not in texts)


def _drafts(request: PullRequest, edition: Edition) -> Iterator[ReviewedDraft]:
    before = read_files(request.before).register
    records = {record.id: record for record in edition.register.records}
    for draft in request.drafts:
        record = records.get(draft.standard)
        texts = compared_texts(draft, before, record)
        yield ReviewedDraft(
            path=draft.path,
            compared=edition.comparison(record, *texts) if record and texts else None,
            is_removed=draft.is_removed,
            is_usable=bool(record and record.revision(draft.number)),
        )


def publish(
    of: Site, shells: Mapping[tuple[str, int], Shell], folder: Path, prose: Sequence[str]
) -> int:
    """Stamp all record pages, and write them and the data beside what the host has written."""
    return len(write_files(folder, files(of.editions, shells, of.site_url, prose)))


def with_lines(root: Path, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Find the lines of problems that a command has found, in the files of a project."""
    return located(DiskFiles(root), problems)


def problem_words(root: Path, language: str) -> Callable[[str], str]:
    """Answer the function that says messages of `check` in a language."""
    return catalogue(language, folders(root, "messages")).problem


def _day(register: Register, today: date | None) -> date:
    project = register.project
    return project.day(today, datetime.now(ZoneInfo(project.timezone)).date())
