"""`talqy check --pull-request`: a stranger's change in, a verdict out.

All that decides comes from the base: its settings, its texts, its days. Of the head come bytes, and
they are looked at as bytes, then as signs, then as YAML, then as a comment. What could not be
checked ends the run (`TalqyError`, exit 2): it never passes.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from talqy.comments.comment_path import Place, place_of
from talqy.comments.personal import masked
from talqy.comments.verdict import Finding
from talqy.comments.wording import signs_of_size
from talqy.errors import ProjectBrokenError, TalqyError
from talqy.gate.authority import authority
from talqy.gate.looking import Base, candidates
from talqy.gate.request import Request, read_request
from talqy.gate.scope import comments_in, scope
from talqy.gate.verdict import Profile, Verdict, in_places
from talqy.model import paths
from talqy.model.project import Project
from talqy.project.files import HeldFiles
from talqy.project.git import ChangedFile
from talqy.project.load import read_files

_MOST_READ = 10
# Foreigners take part on equal terms, and all messages are there in English.
_SPOKEN_ANYWAY = "en"


class GateError(TalqyError):
    """A pull request cannot be checked as it was asked for."""


def judge(root: Path, span: str, profile: Profile, today: date | None) -> tuple[Request, Verdict]:
    """Judge the pull request `BASE..HEAD` of the repository that `root` is in."""
    request = read_request(root, span)
    added = comments_in(request.changes)
    base = _base(request, {place.standard for place, _ in added}, today)
    if profile is Profile.AUTHORITY:
        most, found = len(added), list(authority(request, base.today))
    else:
        most = _most(profile, base.project)
        found = list(scope(request, most))
    looked = added[: max(most, _MOST_READ)]
    data, too_big = _head(request, looked)
    found += too_big
    languages: dict[str, None] = {}
    for new, findings in candidates(request, base, looked, data, profile):
        found += findings
        if new.language in (*base.project.languages, _SPOKEN_ANYWAY):
            languages[str(new.language)] = None
    return request, Verdict(
        profile=profile,
        base=request.base,
        head=request.head,
        start=request.start,
        files=tuple(place.path for place, _ in looked),
        languages=tuple(languages) or base.project.languages,
        findings=tuple(map(_discreet, in_places(HeldFiles(data), found))),
    )


def _most(profile: Profile, project: Project) -> int:
    """Return how many comments a pull request may bring."""
    if profile is Profile.SINGLE:
        return 1
    if project.gate is None:
        raise GateError(
            f"the base allows no batches: its {paths.PROJECT} must say “gate: {{batch: 100}}”"
        )
    return project.gate.batch


# --- reading ------------------------------------------------------------------------------------


def _base(request: Request, standards: Iterable[str], today: date | None) -> Base:
    """Read of the base what is needed: its settings, and the standards that are spoken of."""
    named = tuple(f"standards/{name}/" for name in sorted(standards))
    wanted = [
        path for path in request.there if path == paths.PROJECT or path.startswith(named or "\0")
    ]
    read = read_files(HeldFiles(request.base_files(wanted)))
    if read.register is None:
        raise ProjectBrokenError(
            f"{paths.PROJECT} of the base cannot be used, and nothing can be checked without it"
        )
    project = read.register.project
    now = datetime.now(ZoneInfo(project.timezone)).date()
    return Base(read.register, project.day(today, now))


def _head(
    request: Request, looked: Iterable[tuple[Place, ChangedFile]]
) -> tuple[dict[str, bytes | None], list[Finding]]:
    """Read the new files, except those that are too big to be comments."""
    changes = [change for _, change in looked]
    sizes = request.head_sizes(changes)
    found = [f for change in changes for f in signs_of_size(change.path, sizes[change.path])]
    wrong = {finding.problem.file for finding in found}
    return request.head_files(c for c in changes if c.path not in wrong), found


# --- discretion ---------------------------------------------------------------------------------


def _discreet(finding: Finding) -> Finding:
    """Take personal data out of what a message would repeat: a value, or the name of a file."""
    problem = finding.problem
    values = {
        name: masked(value) if isinstance(value, str) else value
        for name, value in problem.values.items()
    }
    file = problem.file if place_of(problem.file) else masked(problem.file)
    return Finding(finding.level, replace(problem, values=values, file=file))
