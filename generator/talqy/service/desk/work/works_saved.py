"""Saving: a commit on what the official saw, put together with what others have saved meanwhile.

Git puts both together, and what that makes is read and checked before it counts; else nothing is
written, and both versions are shown. A branch moves only from where it was seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from talqy.errors import Saying
from talqy.model.problem import Problem
from talqy.project.branches import (
    branch_moved,
    commit_of,
    is_checked_out,
    is_in,
    set_aside,
)
from talqy.project.keeps import Keeps
from talqy.project.saved_line import tree_of
from talqy.project.taken_over import TakenOver, as_following, files_again
from talqy.project.write import Step
from talqy.service.desk.work.conflicts import (
    conflict_with,
    conflicted,
    joined_problems,
)
from talqy.service.desk.work.joined_save import joined_save, taken_in_tree
from talqy.service.desk.work.offices import ACTS_AS
from talqy.service.desk.work.outlet import note_sent
from talqy.service.desk.work.own_commit import own_commit
from talqy.service.desk.work.planned import Chosen, PlannedSave, planned_files
from talqy.service.desk.work.stands_on import standing_line
from talqy.service.desk.work.taking_back import (
    taking_in_line,
)
from talqy.service.desk.work.taking_in import both_versions
from talqy.service.desk.work.values import (
    Conflict,
    ConflictedFile,
    HandWorkError,
    NothingSavedError,
    Saved,
    WorkName,
)
from talqy.service.desk.work.works_seen import LEFT_SO, WorkLine, WorksSeen
from talqy.service.officials import Who

_TAKEN_IN = Saying("What was published meanwhile was taken in").words
_TAKEN_UP = Saying("Taken up again").words
_TRIES = 5


class WorksSaved(WorksSeen):
    """The works of one project, and what officials save in them."""

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
        files = planned_files(self.place.root, seen, plan)
        return self._save((name, seen), files, said, who, chosen)

    def _save(
        self,
        of: tuple[WorkName, str],
        files: Mapping[str, bytes | None],
        said: str,
        who: Who,
        chosen: Chosen | None = None,
    ) -> Saved | Conflict:
        name, seen = of
        acting = ACTS_AS[name.kind]
        role = self.offices.role(who, acting, name)
        footer = self.offices.footer(who, acting, name)
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
        after = as_following(root, line.over, there) if there == line.main else there
        both = joined_save(root, save, own, there, after)
        if both.differing:
            return self._conflict(save, there, both.differing)
        tree = both.tree
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
            public = as_following(root, line.over, main) if main == line.main else main
            tree = taken_in_tree(root, tip, public, keeps)
            footer = f"{self.offices.footer(who, acting, name)}\n{taking_in_line(main)}\n"
            stands_on = standing_line(main if main == line.main else None)
            message = f"{self.offices.said(_TAKEN_IN)}\n\n{stands_on}{footer}"
            role = self.offices.role(who, acting, name)
            made = commit_of(root, tree, (tip, main), message, role)
            if problems := joined_problems(*(self.reading(c).state for c in (tip, main, made))):
                return conflict_with(root, main, both_versions(root, tip, public), problems, main)
            done = branch_moved(root, name.branch, made, tip)
            if done and main == there:
                note_sent(self.place, name, there)
        if done:
            return Saved(made)
        return conflict_with(root, self._line(name).tip or main)

    # --- what was sent ----------------------------------------------------------------------------

    def take_up_again(self, name: WorkName, sent: str, who: Who) -> Saved | Conflict:
        """Save anew what was sent, was published, and is taken out of what is published since."""
        over, main = self._out_again(name, sent)
        newest = self._saves_of(over.sent, (over.base,))[0]
        said = self.offices.said_of(_TAKEN_UP, newest.said)
        return self._save((name, main), files_again(self.place.root, over, main), said, who)

    def leave_so(self, name: WorkName, sent: str, who: Who) -> None:
        """Note that what was taken out of what is published shall stay out: it is told no more."""
        who.require_at_home(self._authority(name))
        over, _ = self._out_again(name, sent)
        set_aside(self.place.root, f"{LEFT_SO}{name.branch}", over.sent)

    def _out_again(self, name: WorkName, sent: str) -> tuple[TakenOver, str]:
        """Return what was sent and taken out again, as it was seen, and what is published."""
        line = self._line(name)
        if not line.standing.is_out or not line.over or line.over.sent != sent:
            raise NothingSavedError(
                "this stands otherwise by now: open the page anew to see how it does"
            )
        return line.over, line.main

    def _authority(self, name: WorkName) -> str:
        """Return whose standard a work is about: as it is published, else as it was saved."""
        for work in (self.main, lambda: self.of(name)):
            register = work().state.register
            if record := register.record(name.standard) if register else None:
                return record.standard.authority
        return ""
