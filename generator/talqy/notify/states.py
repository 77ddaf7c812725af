"""A project as its site shows it: of a commit, on a day, in all its languages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from talqy.errors import TalqyError
from talqy.language.edition import Edition, Results, editions
from talqy.law.publication import public_part
from talqy.model import paths
from talqy.model.notice import Reached
from talqy.model.register import Register
from talqy.project.commits import resolved
from talqy.project.committed import files_at, moment_of
from talqy.project.files import HeldFiles
from talqy.project.kept_findings import KeptFindings
from talqy.project.load import ReadProject, read_files
from talqy.project.survey import LastSurvey, ProjectState, survey_of
from talqy.project.today import today_of
from talqy.project.zones import zone_of

_PLAIN = " "
"""What is told in plain text has plain spaces: people search in it, and copy from it."""


class NoAddressError(TalqyError):
    """Nobody can be led to a site that has no address."""


@dataclass(frozen=True)
class ShownState:
    """A project as its site shows it; `day` is that of which it was read.

    `committed` is the day of its commit.
    """

    commit: str
    day: date
    committed: date
    editions: tuple[Edition, ...]
    files: HeldFiles

    @property
    def register(self) -> Register:
        """What is public of the project."""
        return self.editions[0].register

    @property
    def reached(self) -> Reached:
        """How far those are told who are told of it."""
        return Reached(commit=self.commit, day=self.day)

    @cached_property
    def histories(self) -> frozenset[str]:
        """The standards that have a record."""
        return frozenset(history.standard for history in self.register.histories)


class ShownStates:
    """Reads several commits of one repository; what is the same in them is read once."""

    def __init__(self, root: Path, folder: str | None = None) -> None:
        self._root, self._folder, self._kept = root, folder, LastSurvey()
        self._now: ShownState | None = None

    def now(self, name: str) -> ShownState:
        """Return a project as it stands at the commit of a name, today; read when that changes."""
        known = self._now
        if known and (known.commit, known.day) == self._commit_and_day(name, known):
            return known
        self._now = self.at(name, of_commit=False, is_checked=True)
        return self._now

    def _commit_and_day(self, name: str, known: ShownState) -> tuple[str, date]:
        return resolved(self._root, name), today_of(known.register, None)

    def at(
        self, name: str, given: date | None = None, *, of_commit: bool, is_checked: bool
    ) -> ShownState:
        """Return a project in the commit that a name stands for, on the `given` day.

        Without one it is the day of the project, else that of the commit, or today. One that
        `is_checked` is nothing else than its record: raise where the site would not be built.
        """
        commit = resolved(self._root, name)
        files = files_at(self._root, commit, self._folder)
        read = read_files(files, readings=self._kept.readings)
        committed = _day(self._root, commit, read.register)
        day = (given or committed) if of_commit else given
        if not is_checked:
            state = survey_of(read, files, day, self._kept, is_checked=False)
        else:
            state = self._checked(read, files, day)
            state.require_true_record()
        state.require_whole_record()
        return _shown(state, commit, committed, files)

    def _checked(self, read: ReadProject, files: HeldFiles, day: date | None) -> ProjectState:
        """Check a project; what earlier runs have found of the same is not looked for again."""
        findings = KeptFindings(self._root)
        self._kept.find, self._kept.recall = findings, findings.recall
        state = survey_of(read, files, day, self._kept)
        findings.close()
        return state


def _day(root: Path, commit: str, register: Register | None) -> date | None:
    """Return the day of a commit in the zone of its project, or the day that the project fixes."""
    if register is None:
        return None
    moment = moment_of(root, commit).astimezone(zone_of(register.project.timezone))
    return register.project.day(None, moment.date())


def _shown(
    state: ProjectState, commit: str, committed: date | None, files: HeldFiles
) -> ShownState:
    register, assessment = state.known
    if not register.site_url:
        raise NoAddressError(
            "what is told leads to pages of the site, and it has no address: name it in {file} "
            "(site_url)",
            file=paths.SITE,
        )
    public = public_part(register, assessment)
    url = register.site_url.rstrip("/") + "/"
    made = editions(None, public, assessment, _words(files), url)
    day = assessment.today
    return ShownState(commit, day, committed or day, tuple(map(_plain, made)), files)


def _plain(edition: Edition) -> Edition:
    return replace(edition, locale=replace(edition.locale, space=_PLAIN), in_own=Results())


def _words(files: HeldFiles) -> Mapping[str, bytes]:
    """Return the project's own catalogues of interface words, by language."""
    found = ((entry.name, files.files[entry.path]) for entry in files.entries(paths.MESSAGES))
    return {n.removesuffix(".po"): data for n, data in found if n.endswith(".po") and data}
