"""All works at the desk as they stand: what is published, what is begun, what was saved.

Looking writes nothing: a branch that others have merged is none of ours to take away.
"""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock, Thread

from talqy.errors import ProjectNotFoundError, TalqyError
from talqy.model import paths
from talqy.project.branches import (
    is_in,
    kept_aside,
)
from talqy.project.commits import before_changes
from talqy.project.git import GitError
from talqy.project.saved_line import SavedCommit, saved_line, tree_of
from talqy.project.trees_joined import joined_trees
from talqy.service.desk.work.beside import waiting_beside
from talqy.service.desk.work.copies import Copies
from talqy.service.desk.work.names import WorkName
from talqy.service.desk.work.offices import Offices
from talqy.service.desk.work.outlet import SENT, Outlet
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.states import States
from talqy.service.desk.work.taking_back import (
    is_save,
)
from talqy.service.desk.work.values import (
    BegunWork,
    Conflict,
    UnknownCommitError,
    Work,
)

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_MOST_SAVES, _MOST_BACK = 500, 20
_LOOKS_EVERY = 120.0


@dataclass(frozen=True, slots=True)
class WorkLine:
    """Where a work stands: its newest save that is not published, and where its branch is."""

    tip: str | None
    at: str | None
    main: str


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

    def look_around(self) -> None:
        """Bring the main branch up to date beside what goes on, every two minutes at most."""
        if self.outlet.remote and time.monotonic() - self._looked_at > _LOOKS_EVERY:
            self._looked_at = time.monotonic()
            Thread(target=self._bring_main, daemon=True).start()

    def _bring_main(self) -> None:
        with suppress(TalqyError):  # whoever publishes is told
            self.outlet.bring_main(self.place)

    def begun(self) -> Sequence[BegunWork]:
        """Return all works that have something which is not published, the newest first."""
        sent = kept_aside(self.place.root, SENT)
        found = [self._begun(name, sent) for name in self.place.tips()]
        return sorted(filter(None, found), key=lambda one: one.moment, reverse=True)

    def beside(self, name: WorkName) -> Sequence[WorkName]:
        """Return the works of texts that wait beside one of steps on record, and are not in it."""
        return waiting_beside(self.place.root, self.begun(), self._usable_main(), name)

    def saves(self, name: WorkName) -> Sequence[SavedCommit]:
        """Return the saves of a work that are not published, the newest first."""
        return self._saves(self._line(name))

    def _begun(self, name: WorkName, sent: Mapping[str, str]) -> BegunWork | None:
        line = self._line(name)
        saves = self._saves(line)
        if line.tip is None or not saves:
            return None
        newest = saves[0]
        said = newest.said.partition("\n")[0]
        is_sent = sent.get(f"{SENT}{name.branch}") == line.tip
        moment, author = newest.moment, newest.author
        return BegunWork(name, line.tip, moment, author, said, len(saves), is_sent, newest.said)

    def _saves(self, line: WorkLine) -> Sequence[SavedCommit]:
        return [one for one in self._commits(line) if is_save(one)]

    def _commits(self, line: WorkLine) -> Sequence[SavedCommit]:
        return saved_line(self.place.root, line.tip, line.main, _MOST_SAVES) if line.tip else ()

    def _work(self, name: WorkName | None, commit: str, *, is_begun: bool) -> Work:
        return Work(name, commit, is_begun, self._copies, self._states.of(commit))

    def _line(self, name: WorkName) -> WorkLine:
        """Return where a work stands; what is on the main branch by now is no work any more."""
        at, main = self.place.tip(name), self._usable_main()
        is_over = at is not None and (
            is_in(self.place.root, at, main) or self._is_taken_over(name, at, main)
        )
        return WorkLine(None if is_over else at, at, main)

    def _is_taken_over(self, name: WorkName, at: str, main: str) -> bool:
        """Return whether a work that was sent brings nothing new: others have merged it."""
        sent = f"{SENT}{name.branch}"
        if kept_aside(self.place.root, sent).get(sent) != at:
            return False
        merged = joined_trees(self.place.root, main, at)
        return not merged.conflicts and merged.tree == tree_of(self.place.root, main)

    def _known(self, name: WorkName, commit: str) -> WorkLine:
        """Return where a work stands; refuse a commit that is no part of it."""
        line = self._line(name)
        is_known = _COMMIT.fullmatch(commit) and any(
            one == commit or is_in(self.place.root, commit, one)
            for one in (line.tip, line.main)
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
