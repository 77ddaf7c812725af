"""The project as it stands at the tip of a branch; read anew when the tip moves, checked out never.

Comments are not read: there may be tens of thousands, and the judge asks for those on one text
alone. Where the tip cannot be used, or the record does not hold in it, the one before still holds,
and `trouble` says so: whoever broke the project must not keep people from commenting.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock

from talqy.comments.doors import Door
from talqy.comments.earlier import earlier_in_files
from talqy.comments.judge import JudgeContext
from talqy.errors import ProjectBrokenError, ProjectNotFoundError, TalqyError
from talqy.language.templates import OwnTemplates
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Register
from talqy.project.commits import NoCommitError, resolved
from talqy.project.file_reader import Readings
from talqy.project.files import HeldFiles
from talqy.project.git import REGULAR, GitError, TreeFile, blobs, commit_files
from talqy.project.load import read_files
from talqy.project.today import beyond_the_clock, refuse_earlier_day
from talqy.project.yaml_read import MAX_HISTORY_BYTES
from talqy.project.zones import zone_of
from talqy.service.followed import FollowedCommit
from talqy.service.holding import not_holding
from talqy.service.kept_sayings import KeptSayings, SaidInCommit

_FRESH_SECONDS = 2.0
_MOST_BYTES = 512 << 20
_ALWAYS = (paths.STANDARDS, *paths.SAID_AND_MADE)


@dataclass(frozen=True)
class ProjectNow:
    """The project of one commit: its settings, texts and records, and where its comments lie.

    `tree` has all its files by path; `files` are those that were read. `broken` are templates of
    its own that cannot be used: health tells them, and ours stand in for them. `sayings` are what
    is known of the words of comments, also from the commits before.
    """

    repository: Path = field(repr=False)
    commit: str
    register: Register = field(repr=False)
    tree: Mapping[str, TreeFile] = field(repr=False)
    files: HeldFiles = field(repr=False)
    problems: tuple[Problem, ...] = field(default=(), repr=False)
    broken: dict[str, TalqyError] = field(default_factory=dict, repr=False)
    sayings: KeptSayings = field(default_factory=KeptSayings, repr=False)

    def day(self, moment: datetime) -> date:
        """Return the day of a moment in the project's zone, or the day that the project names.

        Raise where the clock is behind what is on record.
        """
        project = self.register.project
        day = project.day(None, moment.astimezone(zone_of(project.timezone)).date())
        refuse_earlier_day(beyond_the_clock(self.register, None, day), day)
        return day

    def judge_context(self, door: Door, day: date) -> JudgeContext:
        """Return what the judge knows before a comment comes by a door on a day."""
        return JudgeContext(
            door=door,
            register=self.register,
            today=day,
            standards=self._standards,
            earlier=earlier_in_files(self.tree, self.read, is_guarded=True, gather=self._gathered),
        )

    def _gathered(self, standard: str, revision: int, wanted: Mapping[str, str]) -> SaidInCommit:
        return self.sayings.gathered(
            (standard, revision),
            wanted,
            self.tree,
            lambda files: self.read(file.path for file in files),
        )

    def kept_context(self, door: Door, day: date) -> JudgeContext:
        """Return the same as who asked before: for who adds no comments to what is known.

        The words of public comments are then read once, however many are judged beside them.
        """
        if (door, day) not in self._contexts:
            self._contexts[door, day] = self.judge_context(door, day)
        return self._contexts[door, day]

    def read_public(self, door: Door, day: date) -> None:
        """Read the words of public comments on the newest texts before somebody asks for them."""
        earlier = self.kept_context(door, day).earlier
        for record in self.register.records:
            for revision in record.revisions[-1:]:
                earlier.look(record.id, revision.revision)

    @cached_property
    def _contexts(self) -> dict[tuple[Door, date], JudgeContext]:
        return {}

    @cached_property
    def _standards(self) -> frozenset[str]:
        folders = {path.rpartition("/")[0] for path in self.tree}
        return frozenset(
            paths.standard_of(folder) for folder in folders if paths.is_in(folder, paths.STANDARDS)
        )

    @cached_property
    def messages(self) -> Mapping[str, bytes]:
        """The project's own catalogues of interface words, by language."""
        return {
            path.rpartition("/")[2].removesuffix(".po"): data
            for path, data in self.files.files.items()
            if data is not None
            and path.rpartition("/")[0] == paths.MESSAGES
            and path.endswith(".po")
        }

    @cached_property
    def templates(self) -> OwnTemplates:
        """The project's own templates of the service's pages, and of the parts that they share."""
        shared = (paths.OWN_TEMPLATES, f"{paths.TEMPLATES}/service")
        return {
            path.rpartition("/")[2]: (path, data.decode("utf-8", "replace"))
            for folder in shared
            for path, data in self.files.files.items()
            if data is not None and path.rpartition("/")[0] == folder and path.endswith(".html")
        }

    def read(self, wanted: Iterable[str]) -> dict[str, bytes | None]:
        """Read files of this commit by path; what is no ordinary file counts as a link: None."""
        asked = [path for path in wanted if path in self.tree]
        held = {path: self.files.files[path] for path in asked if path in self.files.files}
        rest = [self.tree[path] for path in asked if path not in held]
        return {**held, **(_read(self.repository, rest, {}) if rest else {})}


class NotFollowedError(TalqyError):
    """The record of the project does not hold in its newest commit."""


class ProjectAtTip:
    """Gives the project as it is now; of one repository, branch and folder in it.

    `followed` says which commit was followed last, also before this process began.
    """

    def __init__(
        self,
        repository: Path,
        branch: str | None,
        folder: str = "",
        followed: FollowedCommit | None = None,
    ) -> None:
        self._repository, self._folder = repository, folder.strip("/")
        self._followed = followed or FollowedCommit()
        self._named = branch
        self._now: ProjectNow | None = None
        self._looked_at = float("-inf")
        self._readings, self._blobs = Readings(), dict[str, bytes]()
        self._sayings = KeptSayings()
        self._lock = Lock()
        self.trouble: TalqyError | None = None
        """Why the tip cannot be used, where it cannot; the project is then that of before."""

    @property
    def branch(self) -> str:
        """The branch that is followed, by its full name where it is one of the repository."""
        branch = self._named or (self._now.register.project.forge.branch if self._now else "HEAD")
        return branch if branch == "HEAD" or branch.startswith("refs/") else f"refs/heads/{branch}"

    def now(self) -> ProjectNow:
        """Return the project as it stands; the tip is looked for every two seconds at most."""
        with self._lock:
            if self._now is None or time.monotonic() - self._looked_at > _FRESH_SECONDS:
                self._look()
                self._looked_at = time.monotonic()
            assert self._now is not None  # noqa: S101 - else looking has raised
            return self._now

    def _look(self) -> None:
        try:
            before = self._now = self._now or self._before()
            now = self._at(self.branch)
            if self._named is None:  # the settings of the project say which branch it is
                now = self._at(f"refs/heads/{now.register.project.forge.branch}")
            if before and before.commit != now.commit:
                _require_holding(before, now)
            self._now, self.trouble = now, None
            self._followed.keep(now.commit)
        except TalqyError as error:
            self.trouble = error
            if self._now is None:
                raise

    def _before(self) -> ProjectNow | None:
        """Return the project as an earlier process has followed it; None where that is gone.

        Another repository or history does not have it, and another Talqy may not read it: then
        there is nothing to hold to. That git fails is no such thing.
        """
        known = self._followed.known()
        try:
            return self._at(known) if known else None
        except (NoCommitError, ProjectBrokenError, ProjectNotFoundError):
            return None

    def _at(self, branch: str) -> ProjectNow:
        commit = resolved(self._repository, branch)
        if self._now is not None and self._now.commit == commit:
            return self._now
        tree = {file.path: file for file in self._files(commit)}
        wanted = [
            file for path, file in tree.items() if path == paths.SITE or paths.is_in(path, *_ALWAYS)
        ]
        kept = dict[str, bytes]()
        files = HeldFiles(_read(self._repository, wanted, self._blobs, kept))
        self._blobs = kept
        read = read_files(files, readings=self._readings)
        if read.register is None:
            raise ProjectBrokenError(
                "{file} of the commit {commit} cannot be used, and nothing can be done without it",
                file=paths.PROJECT,
                commit=commit[:12],
            )
        return ProjectNow(
            self._repository,
            commit,
            read.register,
            tree,
            files,
            read.problems,
            sayings=self._sayings,
        )

    def _files(self, commit: str) -> Sequence[TreeFile]:
        try:
            return commit_files(self._repository, commit, self._folder)
        except GitError as error:
            if not self._folder:
                raise
            raise ProjectNotFoundError(
                "there is no folder {folder} in the commit {commit}",
                folder=self._folder,
                commit=commit[:12],
            ) from error


def _require_holding(before: ProjectNow, now: ProjectNow) -> None:
    if found := not_holding(before.register, now.register, now.tree, now.problems):
        raise NotFollowedError(
            "the record of {before} does not hold in {commit}: {problems}",
            before=before.commit[:12],
            commit=now.commit[:12],
            problems=found,
        )


def _read(
    repository: Path,
    files: Iterable[TreeFile],
    known: Mapping[str, bytes],
    kept: dict[str, bytes] | None = None,
) -> dict[str, bytes | None]:
    """Read files; those that are `known` by their ids are not asked for again."""
    listed = list(files)
    ids = dict.fromkeys(file.object_id for file in listed if file.mode in REGULAR)
    found = {name: known[name] for name in ids if name in known}
    new = [name for name in ids if name not in known]
    found.update(blobs(repository, new, MAX_HISTORY_BYTES + 1, _MOST_BYTES) if new else {})
    if kept is not None:
        kept.update(found)
    return {f.path: found[f.object_id] if f.mode in REGULAR else None for f in listed}
