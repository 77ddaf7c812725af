"""All works at the desk: looking at them, saving, taking back, giving up.

A save is a commit on what the official saw. Where somebody else has saved meanwhile, git puts both
together, and what that makes is read and checked before it counts; else nothing is written, and
both versions are shown. A branch moves only from where it was seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from talqy.errors import Saying
from talqy.model.problem import Problem
from talqy.model.publishing import OfficialRole
from talqy.project.branches import (
    branch_moved,
    commit_of,
    is_checked_out,
    is_in,
    kept_aside,
    let_go,
    set_aside,
)
from talqy.project.commits import merge_bases
from talqy.project.git import changed_files
from talqy.project.keeps import Keeps
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.put_onto import put_onto
from talqy.project.saved_line import tree_of
from talqy.project.set_back import tree_with_published
from talqy.project.taken_in import whole_files
from talqy.project.write import Step
from talqy.service.desk.work.conflicts import (
    conflict_with,
    conflicted,
    diverged,
    joined_problems,
)
from talqy.service.desk.work.names import WorkName
from talqy.service.desk.work.needs import require_to_take_back
from talqy.service.desk.work.offices import ACTS_AS
from talqy.service.desk.work.outlet import taken_from_there
from talqy.service.desk.work.own_commit import own_commit
from talqy.service.desk.work.planned import Chosen, PlannedSave, planned_files
from talqy.service.desk.work.preparing import Prepared, Preparing
from talqy.service.desk.work.publishing import GoingOut
from talqy.service.desk.work.redactions import redactions
from talqy.service.desk.work.stands_on import standing_line
from talqy.service.desk.work.taking_back import (
    is_sending,
    newest_standing,
    require_publisher,
    sending_line,
    taking_in_line,
    tree_without,
)
from talqy.service.desk.work.taking_in import both_versions, diverged_by
from talqy.service.desk.work.undisturbed import undisturbed
from talqy.service.desk.work.values import (
    BEHIND,
    Conflict,
    ConflictedFile,
    HandWorkError,
    NothingSavedError,
    NotPublished,
    Published,
    Saved,
)
from talqy.service.desk.work.works_seen import WorkLine, WorksSeen
from talqy.service.officials import Who

GIVEN_UP = "given-up/"
_TAKEN_BACK = Saying("Taken back").words
_TAKEN_IN = Saying("What was published meanwhile was taken in").words
_PUBLISHED = Saying("Published").words
_REDACTED = Saying("Words taken out of public comments").words
_STAMP = "%Y%m%dT%H%M%S"
_KEPT = timedelta(days=90)
_TRIES = 5


class Works(WorksSeen):
    """The works of one project, and what officials do with them."""

    # --- saving -----------------------------------------------------------------------------------

    def save(  # noqa: PLR0913, PLR0917 - what is saved, by whom, and what was chosen
        self,
        name: WorkName,
        seen: str,
        plan: Sequence[Step],
        said: str,
        who: Who,
        chosen: Chosen | None = None,
    ) -> Saved | Conflict:
        """Save a plan that was made of the files of `seen`; `said` is what was done, in words.

        What others have saved meanwhile in the same places is told, or dealt with as was `chosen`.
        """
        acting = ACTS_AS[name.kind]
        role = self.offices.role(who, acting, name)
        footer = self.offices.footer(who, acting, name)
        files = planned_files(self.place.root, seen, plan)
        save = PlannedSave(name, seen, files, said, footer, role, who.acts_by, chosen)
        with self._moving_alone(name, who):
            for _ in range(_TRIES):
                if done := self._saved(save, self._known(name, seen)):
                    return done
        line = self._line(name)
        return self._conflict(save, line.tip or line.main)

    def _saved(self, save: PlannedSave, line: WorkLine) -> Saved | Conflict | None:
        """Save on what was seen, and with what came meanwhile; None where the branch moved."""
        root, there = self.place.root, line.tip or line.main
        goes_on = is_in(root, save.seen, there)
        stands_on = (None if goes_on else save.seen) if line.tip else line.main
        message = save.message(stands_on)
        own = own_commit(root, save, message, there)
        if tree_of(root, own) == tree_of(root, save.seen):
            return Saved(None)
        if save.seen == there:
            return Saved(own) if branch_moved(root, save.name.branch, own, line.at) else None
        three = (save.seen, there, own)
        onto = put_onto(root, three, save.files, save.keeps_over(there))
        if onto.differing:
            return self._conflict(save, there, diverged_by(root, three, onto.differing))
        tree = onto.tree
        if line.tip and tree == tree_of(root, there):  # sent twice: it is saved already
            return Saved(there)
        parents = (there,) if goes_on else (there, own)
        joined = commit_of(root, tree, parents, message, save.role)
        if problems := joined_problems(*(self.reading(c).state for c in (there, own, joined))):
            return self._conflict(save, there, problems=problems)
        done = branch_moved(root, save.name.branch, joined, line.at)
        return Saved(joined, is_joined=True) if done else None

    @contextmanager
    def _moving_alone(self, name: WorkName, who: Who) -> Iterator[None]:
        """Let a branch be moved by one at a time, and not beneath somebody's working tree.

        Git would take back there, with the next commit, what was saved here. Texts of another
        authority than theirs an official only reads.
        """
        who.require_at_home(self._authority(name))
        with self._moving:
            if is_checked_out(self.place.root, name.branch):
                raise HandWorkError(
                    "somebody works on this by hand, in a folder that shows {branch}: whoever runs "
                    "the desk has to leave that branch there first",
                    branch=name.branch,
                )
            yield

    def _conflict(
        self,
        save: PlannedSave,
        tip: str,
        files: Sequence[ConflictedFile] = (),
        problems: Sequence[Problem] = (),
    ) -> Conflict:
        found = files or conflicted(self.place.root, save.seen, tip, save.files)
        return conflict_with(self.place.root, tip, found, problems, tip)

    def take_in(
        self, name: WorkName, seen: str, main: str, who: Who, keeps: Keeps
    ) -> Saved | Conflict:
        """Take into a work what was published meanwhile, as somebody saw both.

        Or what others have put onto it where they look at it.
        """
        root, acting = self.place.root, ACTS_AS[name.kind]
        with self._moving_alone(name, who):
            line = self._known(name, seen)
            tip = line.tip
            if tip is None:
                raise NothingSavedError("nothing was saved here that could be published")
            there = self.outlet.put_there(self.place, name)
            if tip != seen or main not in {line.main, there}:
                return conflict_with(root, tip if tip != seen else line.main)
            tree = tree_with_published(root, tip, main, keeps)
            footer = f"{self.offices.footer(who, acting, name)}\n{taking_in_line(main)}\n"
            stands_on = standing_line(main if main == line.main else None)
            message = f"{self.offices.said(_TAKEN_IN)}\n\n{stands_on}{footer}"
            role = self.offices.role(who, acting, name)
            made = commit_of(root, tree, (tip, main), message, role)
            if problems := joined_problems(*(self.reading(c).state for c in (tip, main, made))):
                return conflict_with(root, main, both_versions(root, tip, main), problems, main)
            done = branch_moved(root, name.branch, made, tip)
            if done and main == there:
                taken_from_there(self.place, name, there)
        if done:
            return Saved(made)
        return conflict_with(root, self._line(name).tip or main)

    # --- taking back ------------------------------------------------------------------------------

    def undo(self, name: WorkName, seen: str, who: Who) -> Saved | Conflict:
        """Take back the newest save that is not taken back already; what is published stays."""
        root, acting = self.place.root, ACTS_AS[name.kind]
        with self._moving_alone(name, who):
            line = self._known(name, seen)
            tip = line.tip
            if tip is None:
                raise NothingSavedError("nothing was saved here that could be taken back")
            if tip != seen:
                return conflict_with(root, tip)
            taken = newest_standing(self._commits(line))
            require_publisher(taken.sendings, who)
            require_to_take_back(who, [taken.save])
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

    def drop(self, name: WorkName, seen: str, who: Who) -> None:
        """Give a work up; for a time it is kept aside, and who runs the desk can bring it back."""
        root = self.place.root
        with self._moving_alone(name, who):
            line = self._known(name, seen)
            tip = line.tip
            if tip is None or tip != seen:
                raise NothingSavedError(
                    "somebody has saved here meanwhile: look at it before you give the work up"
                )
            commits = self._commits(line)
            require_publisher([one for one in commits if is_sending(one)], who)
            require_to_take_back(who, commits)
            set_aside(root, f"{GIVEN_UP}{self._now():{_STAMP}}/{name.branch}", tip)
            branch_moved(root, name.branch, None, tip)
            oldest = f"{GIVEN_UP}{self._now() - _KEPT:{_STAMP}}"
            for old in [one for one in kept_aside(root, GIVEN_UP) if one < oldest]:
                let_go(root, old)

    # --- publishing -------------------------------------------------------------------------------

    def prepared(self, name: WorkName, who: Who, *, alone: bool = False) -> Prepared | Conflict:
        """Return what publishing a work would make now, and what is said of it.

        `alone`: only the words go that somebody wants gone from public comments; where others look
        at what is published first, on a branch of their own.
        """
        self.outlet.bring_main(self.place)
        sent = self.outlet.alone_branch(self.place, name) if alone else None
        line = self._line(name)
        if line.tip is None:
            raise NothingSavedError("nothing was saved here that could be published")
        role = self.offices.role(who, OfficialRole.PUBLISHER, name)
        footer = self.offices.footer(who, OfficialRole.PUBLISHER, name)
        beside = self.beside(name)
        asked = (
            role.name,
            self.outlet.way,
            alone,
            sent,
            *(f"{each} {self.place.tip(each)}" for each in beside),
        )
        key = (line.main, line.tip, " ".join(map(str, asked)), self._states.day)
        with self._preparing, undisturbed():
            if self._prepared is None or self._prepared[0] != key:
                preparing = Preparing(
                    self.place,
                    self.reading,
                    self.today,
                    self._states.seen,
                    is_straight=self.outlet.is_straight,
                    alone=alone,
                    after=sent.at if sent else None,
                )
                if not (alone or self.outlet.is_straight):
                    footer = f"{standing_line(line.main)}{footer}\n{sending_line(line.tip)}"
                said = f"{self._title(name, alone=alone)}\n\n{footer}\n"
                ends = (line.main, line.tip)
                made = preparing.prepared(name, ends, said, role, beside)
                self._prepared = key, made
            return self._prepared[1]

    def publish(
        self,
        name: WorkName,
        seen: str,
        who: Who,
        looked: str = "",
        *,
        alone: bool = False,
    ) -> Published | NotPublished | Conflict:
        """Publish a work as it was seen; `looked` says to which questions somebody has said yes.

        `alone`: see `prepared`; the work goes on.
        """
        going_out = GoingOut(self.place, self.outlet)
        with self._moving_alone(name, who):
            if (now := going_out.finished()) and is_in(self.place.root, seen, now):
                return Published(now, is_merged=True)
            line = self._known(name, seen)
            if line.tip is None or line.at is None:
                raise NothingSavedError("nothing was saved here that could be published")
            if line.tip != seen:
                return conflict_with(self.place.root, line.tip)
            return self._gone_out(going_out, (name, line.at), who, looked, alone=alone)

    def _gone_out(
        self,
        going_out: GoingOut,
        at: tuple[WorkName, str],
        who: Who,
        looked: str,
        *,
        alone: bool,
    ) -> Published | NotPublished | Conflict:
        """Publish a work whose branch stands there, as it was seen."""
        name, tip = at
        prepared = self.prepared(name, who, alone=alone)
        if self.is_behind:
            return NotPublished(BEHIND)
        if isinstance(prepared, Conflict):
            return prepared
        title = self._title(name, alone=alone)
        if alone:
            words = (title, _listed(redactions(prepared.changed)))
            to = self.outlet.alone_branch(self.place, name)
            return going_out.publish_alone(to, prepared, looked, words)
        if there := self.outlet.put_there(self.place, name):
            return self._reviewed(prepared.tip, there)
        said = _listed(one.said.partition("\n")[0] for one in self.saves(name))
        return going_out.publish(name, tip, prepared, looked, (title, said))

    def _authority(self, name: WorkName) -> str:
        """Return whose standard a work is about: as it is published, else as it was saved."""
        for work in (self.main, lambda: self.of(name)):
            register = work().state.register
            if record := register.record(name.standard) if register else None:
                return record.standard.authority
        return ""

    def _reviewed(self, tip: str, there: str) -> Conflict:
        """Return what others have put onto a work, beside what it says itself."""
        root = self.place.root
        start = merge_bases(root, there, tip)[0]
        theirs = [one.path for one in changed_files(root, start, there, MOST_CHANGES)]
        whole = whole_files(root, tip, there)
        found = diverged(root, (start, there, tip), theirs, whole)
        return conflict_with(root, there, found, (), there)

    def _title(self, name: WorkName, *, alone: bool = False) -> str:
        done = _REDACTED if alone else _PUBLISHED
        return f"{self.offices.said(done)}: {self.offices.title(name)}"


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
