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

from talqy.errors import AlreadyThereError, Saying, TalqyError
from talqy.model.problem import Problem
from talqy.model.publishing import OfficialRole
from talqy.project.branches import (
    CommitRole,
    branch_moved,
    commit_of,
    commit_on,
    files_at,
    is_in,
    kept_aside,
    let_go,
    set_aside,
)
from talqy.project.commits import merged_trees
from talqy.project.git import GitError, prefix
from talqy.project.saved_line import SavedCommit, saved_line, tree_of
from talqy.project.write import Binary, Replace, Step
from talqy.service.desk.sign_in.officials import DeskOfficial, DeskRole, MayNotHereError
from talqy.service.desk.work.conflicts import conflict_with, conflicted, joined_problems
from talqy.service.desk.work.copies import Copies
from talqy.service.desk.work.names import WorkKind, WorkName
from talqy.service.desk.work.offices import Offices
from talqy.service.desk.work.outlet import SENT, Outlet
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.preparing import Prepared, Preparing
from talqy.service.desk.work.publishing import GoingOut
from talqy.service.desk.work.states import States
from talqy.service.desk.work.taking_back import (
    is_sending,
    newest_standing,
    sending_line,
    tree_without,
)
from talqy.service.desk.work.values import (
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


@dataclass(frozen=True, slots=True)
class _Save:
    """What an official saves: files made of what was seen, what was done, in whose name."""

    name: WorkName
    seen: str
    files: Mapping[str, bytes | None]
    message: str
    role: CommitRole


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
        self._states = States(data, place.root, today)
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
        return [one for one in self._commits(line) if not is_sending(one)]

    def _commits(self, line: "_WorkLine") -> Sequence[SavedCommit]:
        return saved_line(self.place.root, line.tip, line.main, _MOST_SAVES) if line.tip else ()

    def _work(self, name: WorkName | None, commit: str, *, is_begun: bool) -> Work:
        root = self._copies.at(commit)
        return Work(
            name,
            commit,
            is_begun,
            root,
            self._states.of(commit, root, lambda: self._copies.files(commit)),
        )

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
        merged = merged_trees(self.place.root, main, at)
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
        message = f"{said}\n\n{self.offices.footer(who, acting, name)}\n"
        save = _Save(name, seen, self._files(seen, plan), message, role)
        with self._moving:
            for _ in range(_TRIES):
                if done := self._saved(save, self._known(name, seen)):
                    return done
        line = self._line(name)
        return self._conflict(save, line.tip or line.main)

    def _files(self, seen: str, plan: Sequence[Step]) -> dict[str, bytes | None]:
        """Return the files that a plan writes; refuse one that would write over another."""
        contents = {step.path: _content(step) for step in plan}
        new = [step.path for step in plan if _is_new(step)]
        there = list(files_at(self.place.root, seen, new)) if new else []
        if there:
            raise AlreadyThereError(
                "already there, and left as it is: {files}; nothing was written",
                files=", ".join(there),
            )
        return dict(contents)

    def _saved(self, save: "_Save", line: "_WorkLine") -> Saved | Conflict | None:
        """Save on what was seen, and with what came meanwhile; None where the branch moved."""
        root, tip = self.place.root, line.tip
        own = commit_on(root, save.seen, save.files, save.message, save.role)
        if tree_of(root, own) == tree_of(root, save.seen):
            return Saved(None)
        if tip is None or tip == save.seen:
            return Saved(own) if branch_moved(root, save.name.branch, own, line.at) else None
        merged = merged_trees(root, tip, own)
        if merged.conflicts:
            here = prefix(root)
            return self._conflict(save, tip, {p.removeprefix(here) for p in merged.conflicts})
        parents = (tip,) if is_in(root, save.seen, tip) else (tip, own)
        joined = commit_of(root, merged.tree, parents, save.message, save.role)
        states = [self.reading(one).state for one in (tip, own, joined)]
        if problems := joined_problems(*states):
            return self._conflict(save, tip, problems=problems)
        done = branch_moved(root, save.name.branch, joined, tip)
        return Saved(joined, is_joined=True) if done else None

    def _conflict(
        self,
        save: "_Save",
        tip: str,
        named: Collection[str] = (),
        problems: Sequence[Problem] = (),
    ) -> Conflict:
        both = {path: data for path, data in save.files.items() if path in named} or save.files
        found = conflicted(self.place.root, save.seen, tip, both)
        return conflict_with(self.place.root, tip, found, problems, tip)

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
                return conflict_with(root, tip)
            taken = newest_standing(self._commits(line))
            _require_publisher(taken.sendings, who)
            tree, files = tree_without(root, tip, taken)
            if files:
                return conflict_with(root, tip, files)
            footer = f"{self.offices.footer(who, acting, name)}\n{taken.line}"
            said = f"{self.offices.said_of(_TAKEN_BACK, taken.save.said)}\n\n{footer}\n"
            role = self.offices.role(who, acting, name)
            made = commit_of(root, tree, (tip,), said, role)
            if branch_moved(root, name.branch, made, tip):
                return Saved(made)
        return conflict_with(root, self._line(name).tip or seen)

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
            _require_publisher([one for one in self._commits(line) if is_sending(one)], who)
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
        key = (line.main, line.tip, f"{role.name} {self.outlet.way}", self._states.day)
        with self._preparing:
            if self._prepared is None or self._prepared[0] != key:
                preparing = Preparing(
                    self.place, self.reading, self.today, is_straight=self.outlet.is_straight
                )
                said = f"{self._title(name)}\n\n{footer}\n"
                if not self.outlet.is_straight:
                    said += f"{sending_line(line.tip)}\n"
                made = preparing.prepared(name, line.tip, said, role)
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
                return conflict_with(self.place.root, line.tip)
            prepared = self.prepared(name, who)
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


def _require_publisher(sendings: Sequence[SavedCommit], who: DeskOfficial) -> None:
    """Refuse to take back what was sent to be looked at, unless a publisher does it."""
    if sendings and not who.may(OfficialRole.PUBLISHER):
        raise MayNotHereError("this is not yours to do here: another official has to do it")


def _content(step: Step) -> bytes:
    return step.content if isinstance(step, Binary) else step.text.encode()


def _is_new(step: Step) -> bool:
    return not (isinstance(step, Replace) or (isinstance(step, Binary) and step.replaces))
