"""All works at the desk: looking at them, saving, taking back, giving up.

A save is a commit on what the official saw. Where somebody else has saved meanwhile, git puts both
together, and what that makes is read and checked before it counts; else nothing is written, and
both versions are shown. A branch moves only from where it was seen.
"""

import re
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Lock, Thread

from talqy.errors import Saying, TalqyError
from talqy.model.problem import Problem
from talqy.model.publishing import OfficialRole
from talqy.project.branches import (
    branch_moved,
    commit_of,
    commit_on,
    is_in,
    kept_aside,
    let_go,
    set_aside,
)
from talqy.project.git import GitError, prefix
from talqy.project.saved_line import SavedCommit, saved_line, tree_of
from talqy.project.write import Step
from talqy.service.desk.sign_in.officials import DeskOfficial, DeskRole
from talqy.service.desk.work.beside import waiting_beside
from talqy.service.desk.work.conflicts import conflicted, joined_problems
from talqy.service.desk.work.copies import Copies
from talqy.service.desk.work.joining import joined_trees
from talqy.service.desk.work.names import WorkKind, WorkName
from talqy.service.desk.work.offices import Offices
from talqy.service.desk.work.outlet import SENT, Outlet
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.planned import PlannedSave, planned_files
from talqy.service.desk.work.preparing import Prepared, Preparing
from talqy.service.desk.work.publishing import GoingOut
from talqy.service.desk.work.stands_on import standing_line
from talqy.service.desk.work.states import States
from talqy.service.desk.work.taking_back import (
    is_save,
    is_sending,
    newest_standing,
    require_publisher,
    sending_line,
    taking_in_line,
    tree_without,
)
from talqy.service.desk.work.taking_in import Keeps, tree_taking_in
from talqy.service.desk.work.values import (
    BEHIND,
    BegunWork,
    Conflict,
    NothingSavedError,
    NotPublished,
    Published,
    Saved,
    UnknownCommitError,
    Work,
)

GIVEN_UP = "given-up/"
_TAKEN_BACK = Saying("Taken back").words
_TAKEN_IN = Saying("What was published meanwhile was taken in").words
_PUBLISHED = Saying("Published").words
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_STAMP = "%Y%m%dT%H%M%S"
_KEPT = timedelta(days=90)
_MOST_SAVES = 500
_TRIES = 5
_LOOKS_EVERY = 120.0
_ACTING: Mapping[WorkKind, DeskRole] = {
    WorkKind.DRAFT: OfficialRole.DRAFTER,
    WorkKind.ANSWERS: OfficialRole.ANSWERER,
    WorkKind.RECORD: OfficialRole.PUBLISHER,
}


@dataclass(frozen=True, slots=True)
class _WorkLine:
    """Where a work stands: its newest save that is not published, and where its branch is."""

    tip: str | None
    at: str | None
    main: str


class Works:
    """The works of one project; `data` is the desk's own folder."""

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

    # --- looking ----------------------------------------------------------------------------------

    def main(self) -> Work:
        """Return what is published: the newest commit of the main branch that can be used."""
        return self._work(None, self._usable_main(), is_begun=False)

    def _usable_main(self) -> str:
        """Return the tip of the main branch, or what it was before where it cannot be used now."""
        try:
            tip = self.place.main_tip()
            is_usable = tip == self._usable or self.reading(tip).state.register is not None
        except (GitError, OSError):
            if not self._usable:
                raise
            tip, is_usable = self._usable, False
        self.is_behind = bool(self._usable) and not is_usable
        if is_usable or not self._usable:
            self._usable = tip if is_usable else ""
            return tip
        return self._usable

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
        if line.tip is None and line.at:  # others have merged it: nothing is left to be done here
            branch_moved(self.place.root, name.branch, None, line.at)
        if line.tip is None or not saves:
            return None
        newest = saves[0]
        said = newest.said.partition("\n")[0]
        is_sent = sent.get(f"{SENT}{name.branch}") == line.tip
        moment, author = newest.moment, newest.author
        return BegunWork(name, line.tip, moment, author, said, len(saves), is_sent, newest.said)

    def _saves(self, line: "_WorkLine") -> Sequence[SavedCommit]:
        return [one for one in self._commits(line) if is_save(one)]

    def _commits(self, line: "_WorkLine") -> Sequence[SavedCommit]:
        return saved_line(self.place.root, line.tip, line.main, _MOST_SAVES) if line.tip else ()

    def _work(self, name: WorkName | None, commit: str, *, is_begun: bool) -> Work:
        return Work(name, commit, is_begun, self._copies, self._states.of(commit))

    def _line(self, name: WorkName) -> "_WorkLine":
        """Return where a work stands; what is on the main branch by now is no work any more."""
        at, main = self.place.tip(name), self._usable_main()
        is_over = at is not None and (
            is_in(self.place.root, at, main) or self._is_taken_over(name, at, main)
        )
        return _WorkLine(None if is_over else at, at, main)

    def _is_taken_over(self, name: WorkName, at: str, main: str) -> bool:
        """Return whether a work that was sent brings nothing new: others have merged it."""
        sent = f"{SENT}{name.branch}"
        if kept_aside(self.place.root, sent).get(sent) != at:
            return False
        merged = joined_trees(self.place.root, main, at)
        return not merged.conflicts and merged.tree == tree_of(self.place.root, main)

    def _known(self, name: WorkName, commit: str) -> "_WorkLine":
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

    # --- saving -----------------------------------------------------------------------------------

    def save(
        self, name: WorkName, seen: str, plan: Sequence[Step], said: str, who: DeskOfficial
    ) -> Saved | Conflict:
        """Save a plan that was made of the files of `seen`; `said` is what was done, in words."""
        acting = _ACTING[name.kind]
        role = self.offices.role(who, acting, name)
        footer = self.offices.footer(who, acting, name)
        save = PlannedSave(
            name, seen, planned_files(self.place.root, seen, plan), said, footer, role
        )
        with self._moving:
            for _ in range(_TRIES):
                if done := self._saved(save, self._known(name, seen)):
                    return done
        line = self._line(name)
        return self._conflict(save, line.tip or line.main)

    def _saved(self, save: PlannedSave, line: "_WorkLine") -> Saved | Conflict | None:
        """Save on what was seen, and with what came meanwhile; None where the branch moved."""
        root, there = self.place.root, line.tip or line.main
        goes_on = is_in(root, save.seen, there)
        stands_on = (None if goes_on else save.seen) if line.tip else line.main
        message = save.message(stands_on)
        own = commit_on(root, save.seen, save.files, message, save.role)
        if tree_of(root, own) == tree_of(root, save.seen):
            return Saved(None)
        if save.seen == there:
            return Saved(own) if branch_moved(root, save.name.branch, own, line.at) else None
        merged = joined_trees(root, there, own)
        if merged.conflicts:
            here = prefix(root)
            return self._conflict(save, there, {p.removeprefix(here) for p in merged.conflicts})
        if line.tip and merged.tree == tree_of(root, there):  # sent twice: it is saved already
            return Saved(there)
        parents = (there,) if goes_on else (there, own)
        joined = commit_of(root, merged.tree, parents, message, save.role)
        if problems := joined_problems(*(self.reading(c).state for c in (there, own, joined))):
            return self._conflict(save, there, problems=problems)
        done = branch_moved(root, save.name.branch, joined, line.at)
        return Saved(joined, is_joined=True) if done else None

    def _conflict(
        self,
        save: PlannedSave,
        tip: str,
        named: Collection[str] = (),
        problems: Sequence[Problem] = (),
    ) -> Conflict:
        both = {path: data for path, data in save.files.items() if path in named} or save.files
        found = conflicted(self.place.root, save.seen, tip, both)
        return Conflict(found, self._author(tip), problems, tip)

    def _author(self, commit: str) -> str:
        found = saved_line(self.place.root, commit, f"{commit}^1", 1)
        return found[0].author if found else ""

    def take_in(
        self, name: WorkName, seen: str, main: str, who: DeskOfficial, keeps: Keeps
    ) -> Saved | Conflict:
        """Take into a work what was published meanwhile, as somebody saw both."""
        root, acting = self.place.root, _ACTING[name.kind]
        with self._moving:
            line = self._known(name, seen)
            tip = line.tip
            if tip is None:
                raise NothingSavedError("nothing was saved here that could be published")
            if (tip, line.main) != (seen, main):
                return Conflict((), self._author(tip if tip != seen else line.main))
            tree = tree_taking_in(root, tip, main, keeps)
            footer = f"{self.offices.footer(who, acting, name)}\n{taking_in_line(main)}\n"
            message = f"{self.offices.said(_TAKEN_IN)}\n\n{standing_line(main)}{footer}"
            role = self.offices.role(who, acting, name)
            made = commit_of(root, tree, (tip, main), message, role)
            if problems := joined_problems(*(self.reading(c).state for c in (tip, main, made))):
                return Conflict((), self._author(main), problems, main)
            done = branch_moved(root, name.branch, made, tip)
        return Saved(made) if done else Conflict((), self._author(self._line(name).tip or main))

    # --- taking back ------------------------------------------------------------------------------

    def undo(self, name: WorkName, seen: str, who: DeskOfficial) -> Saved | Conflict:
        """Take back the newest save that is not taken back already; what is published stays."""
        root, acting = self.place.root, _ACTING[name.kind]
        with self._moving:
            line = self._known(name, seen)
            tip = line.tip
            if tip is None:
                raise NothingSavedError("nothing was saved here that could be taken back")
            if tip != seen:
                return Conflict((), self._author(tip))
            taken = newest_standing(self._commits(line))
            require_publisher(taken.sendings, who)
            tree, files = tree_without(root, tip, taken)
            if files:
                return Conflict(files, self._author(tip))
            first = taken.save.said.partition("\n")[0]
            footer = f"{self.offices.footer(who, acting, name)}\n{taken.line}"
            said = f"{self.offices.said(_TAKEN_BACK)}: {first}\n\n{footer}\n"
            role = self.offices.role(who, acting, name)
            made = commit_of(root, tree, (tip,), said, role)
            if branch_moved(root, name.branch, made, tip):
                return Saved(made)
        return Conflict((), self._author(self._line(name).tip or seen))

    def drop(self, name: WorkName, seen: str, who: DeskOfficial) -> None:
        """Give a work up; for a time it is kept aside, and who runs the desk can bring it back."""
        root = self.place.root
        with self._moving:
            line = self._known(name, seen)
            tip = line.tip
            if tip is None or tip != seen:
                raise NothingSavedError(
                    "somebody has saved here meanwhile: look at it before you give the work up"
                )
            require_publisher([one for one in self._commits(line) if is_sending(one)], who)
            set_aside(root, f"{GIVEN_UP}{self._now():{_STAMP}}/{name.branch}", tip)
            branch_moved(root, name.branch, None, tip)
            oldest = f"{GIVEN_UP}{self._now() - _KEPT:{_STAMP}}"
            for old in [one for one in kept_aside(root, GIVEN_UP) if one < oldest]:
                let_go(root, old)

    # --- publishing -------------------------------------------------------------------------------

    def prepared(self, name: WorkName, who: DeskOfficial) -> Prepared | Conflict:
        """Return what publishing a work would make now, and what is said of it."""
        self.outlet.bring_main(self.place)
        line = self._line(name)
        if line.tip is None:
            raise NothingSavedError("nothing was saved here that could be published")
        role = self.offices.role(who, OfficialRole.PUBLISHER, name)
        footer = self.offices.footer(who, OfficialRole.PUBLISHER, name)
        beside = self.beside(name)
        asked = (role.name, self.outlet.way, *(f"{each} {self.place.tip(each)}" for each in beside))
        key = (line.main, line.tip, " ".join(map(str, asked)), self._states.day)
        with self._preparing:
            if self._prepared is None or self._prepared[0] != key:
                preparing = Preparing(
                    self.place, self.reading, self.today, is_straight=self.outlet.is_straight
                )
                if not self.outlet.is_straight:
                    footer = f"{standing_line(line.main)}{footer}\n{sending_line(line.tip)}"
                said = f"{self._title(name)}\n\n{footer}\n"
                ends = (line.main, line.tip)
                made = preparing.prepared(name, ends, said, role, beside)
                self._prepared = key, made
            return self._prepared[1]

    def publish(
        self, name: WorkName, seen: str, who: DeskOfficial, looked: str = ""
    ) -> Published | NotPublished | Conflict:
        """Publish a work as it was seen; `looked` says to which questions somebody has said yes."""
        with self._moving:
            line = self._known(name, seen)
            if line.tip is None or line.at is None:
                raise NothingSavedError("nothing was saved here that could be published")
            if line.tip != seen:
                return Conflict((), self._author(line.tip))
            prepared = self.prepared(name, who)
            if self.is_behind:
                return NotPublished(BEHIND)
            if isinstance(prepared, Conflict):
                return prepared
            said = "\n".join(f"- {one.said.partition(chr(10))[0]}" for one in self.saves(name))
            words = (self._title(name), said)
            return GoingOut(self.place, self.outlet).publish(name, line.at, prepared, looked, words)

    def _title(self, name: WorkName) -> str:
        return f"{self.offices.said(_PUBLISHED)}: {self.offices.title(name)}"

    def reading(self, commit: str) -> Work:
        """Return the files of a commit, by an id of ours: never one that a form has sent."""
        return self._work(None, commit, is_begun=True)
