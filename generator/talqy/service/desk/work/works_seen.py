"""All works at the desk as they stand: what is published, what is begun, what was saved.

Looking writes nothing; how a work stands is asked of `standing.py` alone.
"""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock, Thread

from talqy.errors import ProjectNotFoundError, TalqyError
from talqy.model import paths
from talqy.project.branches import is_in, kept_aside
from talqy.project.commits import before_changes
from talqy.project.git import GitError, changed_files
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.saved_line import SavedCommit, modified_below, saved_line
from talqy.project.taken_over import TakenOver
from talqy.service.desk.work.beside import waiting_beside
from talqy.service.desk.work.copies import Copies
from talqy.service.desk.work.offices import Offices
from talqy.service.desk.work.outlet import SENT, Outlet, sent_last, sent_of_works
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.standing import BranchSeen, Standings, WorkStanding
from talqy.service.desk.work.states import States
from talqy.service.desk.work.taking_back import is_save
from talqy.service.desk.work.values import (
    BegunWork,
    Conflict,
    UnknownCommitError,
    Work,
    WorkName,
)
from talqy.service.desk.work.words_gone import public_already

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_MOST_SAVES, _MOST_BACK = 500, 20
_LOOKS_EVERY = 120.0
_MOST_SENT = 50
LEFT_SO, GIVEN_UP = "left-so/", "given-up/"


@dataclass(frozen=True, slots=True)
class WorkLine:
    """Where a work stands: its newest save that is not published, where its branch is, and how.

    `over` was sent, and is taken over: what a page of before may have been made of.
    """

    tip: str | None
    at: str | None
    main: str
    standing: WorkStanding
    over: TakenOver | None = None

    @property
    def public(self) -> tuple[str, ...]:
        """The commits whose saves are no saves of this work any more."""
        return (self.main, self.over.sent) if self.over else (self.main,)


class WorksSeen:
    """The works of one project, as they stand; `data` is the desk's own folder."""

    def __init__(
        self,
        place: DeskPlace,
        data: Path,
        today: date | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        outlet: Outlet | None = None,
    ) -> None:
        self.place, self.outlet = place, outlet or Outlet()
        self.today = today
        self.is_behind, self._usable = False, ""
        self._looked_at = float("-inf")
        self._standings, self._declined = Standings(place.root), dict[str, str]()
        self.offices = Offices(lambda: self.main().state.as_read[0])
        self._prepared: tuple[tuple[str, str, str, date], Prepared | Conflict] | None = None
        self.data = data
        self._copies = Copies(data, place.repository, place.folder)
        self._states = States(data, place.root, today, self._copies)
        self._now = now
        self._moving, self._preparing = Lock(), Lock()

    def main(self) -> Work:
        """Return what is published: the newest commit of the main branch that can be used."""
        return self._work(None, self._usable_main(), is_begun=False)

    def _usable_main(self) -> str:
        """Return the tip of the main branch, or what it was before where it cannot be used now."""
        try:
            tip = self.place.main_tip()
            is_usable = tip == self._usable or self._can_use(tip)
            if not is_usable and not self._usable:
                self._usable = self._usable_before(tip)
        except (GitError, OSError):
            if not self._usable:
                raise
            tip, is_usable = self._usable, False
        self.is_behind = bool(self._usable) and not is_usable
        if is_usable:
            self._usable = tip
        return self._usable or tip

    def _can_use(self, commit: str) -> bool:
        """Return whether the settings of the project can be read in a commit."""
        try:
            return self.reading(commit).state.register is not None
        except ProjectNotFoundError:
            return False

    def _usable_before(self, tip: str) -> str:
        """Return what the main branch was before its settings were broken; empty for nothing."""
        place = self.place
        file = "/".join(filter(None, (place.folder, paths.PROJECT)))
        before = before_changes(place.repository, tip, file, _MOST_BACK)
        return next(filter(self._can_use, before), "")

    def of(self, name: WorkName) -> Work:
        """Return a work as its newest save left it, or what is published where there is none."""
        tip = self._line(name).tip
        return self._work(name, tip or self._usable_main(), is_begun=tip is not None)

    def at(self, name: WorkName, commit: str) -> Work:
        """Return a work as a form saw it; only what is part of it, or published, can be seen."""
        tip = self._known(name, commit).tip
        return self._work(name, commit, is_begun=tip is not None)

    def has_more(self, name: WorkName, seen: str) -> bool:
        """Return whether others have changed something of the standard since a page was opened."""
        line = self._known(name, seen)
        changed = changed_files(self.place.root, seen, line.tip or line.main, MOST_CHANGES)
        return any(paths.standard_of(one.path) == name.standard for one in changed)

    def look_around(self) -> None:
        """See what others have done with what was sent, every two minutes at most.

        Beside what goes on: the main branch is brought up to date, and what is not looked at any
        more is noted.
        """
        is_ours_alone = self.outlet.is_straight and self.outlet.remote is None
        if not is_ours_alone and time.monotonic() - self._looked_at > _LOOKS_EVERY:
            self._looked_at = time.monotonic()
            Thread(target=self.look, daemon=True).start()

    def look(self) -> None:
        """See now what others have done with what was sent; where that cannot be, it stays."""
        with suppress(TalqyError, OSError):  # whoever publishes is told
            self.outlet.bring_main(self.place)
            waits = (WorkStanding.SENT, WorkStanding.DECLINED)
            sent = {one.name: one.tip for one in self.begun() if one.standing in waits}
            self._declined = self.outlet.declined(self.place, sent)

    def _branches_over(self) -> dict[str, str]:
        """Return the branches of what was sent, and is all published; by others than we here."""
        main, sent = self._usable_main(), kept_aside(self.place.root, SENT)
        return {
            branch: at
            for branch, at in self.place.branches().items()
            if sent.get(f"{SENT}{branch}") == at
            and self._standings.of(branch, BranchSeen(at, at), main, {}).standing
            is WorkStanding.NONE
        }

    def begun(self) -> Sequence[BegunWork]:
        """Return all works that have something which is not published, the newest first."""
        tips, sent = self.place.tips(), sent_of_works(self.place)
        lines = {name: self._line_at(name, at, sent.get(name)) for name, at in tips.items()}
        return _newest_first(
            self._begun(name, line.tip, line.standing, self._saves(line))
            for name, line in lines.items()
            if line.tip
        )

    def out_again(self) -> Sequence[BegunWork]:
        """Return what was sent, was published, and is taken out since, wholly or in part.

        What an official has left so is none of it, nor what is begun anew.
        """
        tips, left = self.place.tips(), kept_aside(self.place.root, LEFT_SO)
        sent = {
            name: commit
            for name, commit in sent_of_works(self.place, _MOST_SENT).items()
            if left.get(f"{LEFT_SO}{name.branch}") != commit
        }
        lines = {name: self._line_at(name, tips.get(name), sent[name]) for name in sent}
        return _newest_first(
            self._begun(name, over.sent, line.standing, self._saves_of(over.sent, (over.base,)))
            for name, line in lines.items()
            if line.standing.is_out and (over := line.over)
        )

    def beside(self, name: WorkName) -> Sequence[WorkName]:
        """Return the works of texts that wait beside one of steps on record, and are not in it."""
        return waiting_beside(self.place.root, self.begun(), self._usable_main(), name)

    def standing(self, name: WorkName) -> WorkLine:
        """Return how a work stands."""
        return self._line(name)

    def given_up(self, name: WorkName) -> Sequence[str]:
        """Return the last commits of a work each time that it was given up, as far as kept."""
        kept = kept_aside(self.place.root, GIVEN_UP)
        return [at for one, at in kept.items() if one.endswith(f"/{name.branch}")]

    def saves(self, name: WorkName) -> Sequence[SavedCommit]:
        """Return the saves of a work that are not published, the newest first."""
        return self._saves(self._line(name))

    @staticmethod
    def _begun(
        name: WorkName, tip: str, standing: WorkStanding, saves: Sequence[SavedCommit]
    ) -> BegunWork | None:
        if not saves:
            return None
        newest = saves[0]
        said = newest.said.partition("\n")[0]
        moment, author = newest.moment, newest.author
        return BegunWork(name, tip, moment, author, said, len(saves), standing, newest.said)

    def _saves(self, line: WorkLine) -> Sequence[SavedCommit]:
        return self._saves_of(line.tip, line.public) if line.tip else ()

    def _saves_of(self, tip: str, public: Sequence[str]) -> Sequence[SavedCommit]:
        return [one for one in self._commits_of(tip, public) if is_save(one)]

    def _commits(self, line: WorkLine) -> Sequence[SavedCommit]:
        return self._commits_of(line.tip, line.public) if line.tip else ()

    def _commits_of(self, tip: str, public: Sequence[str]) -> Sequence[SavedCommit]:
        """Return the commits of a work, but for what is gone from what is public, too."""
        root = self.place.root
        gone = public_already(root, public[0], modified_below(root, tip, public, paths.COMMENTS))
        line = saved_line(root, tip, public, _MOST_SAVES)
        return [one for one in line if one.id not in gone]

    def _work(self, name: WorkName | None, commit: str, *, is_begun: bool) -> Work:
        return Work(name, commit, is_begun, self._copies, self._states.of(commit))

    def _line(self, name: WorkName) -> WorkLine:
        """Return where a work stands; what is on the main branch by now is no work any more."""
        return self._line_at(name, self.place.tip(name), sent_last(self.place, name))

    def _line_at(self, name: WorkName, at: str | None, sent: str | None) -> WorkLine:
        main = self._usable_main()
        stands = self._standings.of(name.branch, BranchSeen(at, sent), main, self._declined)
        is_over = stands.standing is WorkStanding.NONE or stands.standing.is_out
        return WorkLine(None if is_over else at, at, main, stands.standing, stands.over)

    def _known(self, name: WorkName, commit: str) -> WorkLine:
        """Return where a work stands; refuse a commit that is no part of it."""
        line = self._line(name)
        is_known = _COMMIT.fullmatch(commit) and any(
            one == commit or is_in(self.place.root, commit, one)
            for one in (line.tip, *line.public)
            if one
        )
        if not is_known:
            raise UnknownCommitError(
                "what this page was made of is no more part of this work: somebody has given it up "
                "meanwhile. Copy what you have typed, and open the page anew"
            )
        return line

    def reading(self, commit: str) -> Work:
        """Return the files of a commit, by an id of ours: never one that a form has sent."""
        return self._work(None, commit, is_begun=True)


def _newest_first(works: Iterable[BegunWork | None]) -> Sequence[BegunWork]:
    return sorted(filter(None, works), key=lambda one: one.moment, reverse=True)
