"""Publishing a work: what was prepared goes to the main branch, or to where others look at it.

Nothing is published that the official has not seen: the work must stand where the page showed it,
and what a person has to look at must be what they have looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from talqy.errors import Saying, TalqyError
from talqy.project.branches import branch_moved, is_checked_out
from talqy.project.remotes import PushOutcome
from talqy.project.saved_line import tree_of
from talqy.project.working_tree import finished, moved_with_files, tree_showing
from talqy.service.desk.work.outlet import AloneBranch, Outlet, note_sent
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import NotPublished, Published, WorkName

_ERRORS = Saying("This cannot be published yet: something has to be mended first")
_QUESTIONS = Saying("Somebody has to look at this first, and to say that it is so")
_MOVED = Saying(
    "Somebody has published meanwhile. Look at what would be published now, and publish again"
)
_NO_PULL = "It was sent, but no pull request could be opened: {reason}"
_DECLINED = Saying(
    "The other copy of the repository does not take it: whoever runs the desk has to look at what "
    "it may do there"
)


@dataclass(frozen=True, slots=True)
class GoingOut:
    """Lets what was prepared go out, to the main branch or to others."""

    place: DeskPlace
    outlet: Outlet

    def publish(
        self,
        name: WorkName,
        at: str,
        prepared: Prepared,
        looked: str,
        words: tuple[str, str],
    ) -> Published | NotPublished:
        """Publish; `at` is where the branch of the work stands, `words` those of a pull request."""
        if refused := _refused(prepared, looked):
            return refused
        if prepared.is_nothing:
            branch_moved(self.place.root, name.branch, None, at)
            return Published(prepared.main, is_merged=True)
        if not self.outlet.is_straight:
            return self._sent(name, at, prepared, words)
        done = self._to_main(prepared)
        if isinstance(done, Published):
            branch_moved(self.place.root, name.branch, None, at)
        return done

    def publish_alone(
        self, to: AloneBranch | None, prepared: Prepared, looked: str, words: tuple[str, str]
    ) -> Published | NotPublished:
        """Publish redactions of a work that goes on: to the main branch, or to where they go."""
        if refused := _refused(prepared, looked):
            return refused
        if prepared.is_nothing:
            return Published(prepared.main, is_merged=True)
        return self._sent_alone(to, prepared, words) if to else self._to_main(prepared)

    def finished(self) -> str | None:
        """Finish what was cut off while it came to the main branch; return where that is then."""
        root, main = self.place.root, self.place.main
        tree = tree_showing(root, main) if is_checked_out(root, main) else None
        return finished(tree, main) if tree else None

    def _to_main(self, prepared: Prepared) -> Published | NotPublished:
        """Move the main branch, here and elsewhere, or say why that was not done."""
        root, main = self.place.root, self.place.main
        there = Published(prepared.commit, is_merged=True, notes=prepared.notes)
        if self.outlet.remote:
            done = self.outlet.push_main(self.place, prepared.commit, prepared.main)
            if done is not PushOutcome.DONE:
                return NotPublished(_MOVED if done is PushOutcome.MOVED else _DECLINED)
            self.outlet.bring_main(self.place)
            return there
        try:
            tree = tree_showing(root, main) if is_checked_out(root, main) else None
            if tree:
                has_moved = moved_with_files(tree, main, prepared.commit, prepared.main)
            else:
                has_moved = branch_moved(root, main, prepared.commit, prepared.main)
        except TalqyError as error:
            return NotPublished(error.saying)
        return there if has_moved else NotPublished(_MOVED)

    def _sent(
        self, name: WorkName, at: str, prepared: Prepared, words: tuple[str, str]
    ) -> Published | NotPublished:
        """Let others look at it: as a branch, and as a pull request where that can be opened."""
        if not branch_moved(self.place.root, name.branch, prepared.commit, at):
            return NotPublished(_MOVED)
        if not self.outlet.remote:
            note_sent(self.place, name, prepared.commit)
            return Published(prepared.commit, is_merged=False, notes=prepared.notes)
        done = self.outlet.push_work(self.place, name, prepared.commit)
        if done is not PushOutcome.DONE:
            return NotPublished(_MOVED if done is PushOutcome.MOVED else _DECLINED)
        return self._to_be_looked_at(name.branch, prepared.commit, prepared.notes, words)

    def _sent_alone(
        self, to: AloneBranch, prepared: Prepared, words: tuple[str, str]
    ) -> Published | NotPublished:
        """Let others look at redactions, on a branch of their own; the work stays where it is."""
        root, commit = self.place.root, prepared.commit
        if to.at and tree_of(root, to.at) == tree_of(root, commit):  # sent twice
            commit = to.at
        else:
            done = self.outlet.push_alone(self.place, to, commit)
            if done is not PushOutcome.DONE:
                return NotPublished(_MOVED if done is PushOutcome.MOVED else _DECLINED)
        return self._to_be_looked_at(to.branch, commit, prepared.notes, words)

    def _to_be_looked_at(
        self, branch: str, commit: str, told: Sequence[Saying], words: tuple[str, str]
    ) -> Published:
        notes, page = list(told), ""
        try:
            pull = self.outlet.pull(branch, *words) if self.outlet.remote else None
            page = pull.page if pull else ""
        except TalqyError as error:  # it is there all the same, and somebody can open it by hand
            notes.append(Saying(_NO_PULL, {"reason": error.saying}))
        return Published(commit, is_merged=False, page=page, notes=notes)


def _refused(prepared: Prepared, looked: str) -> NotPublished | None:
    """Return why it cannot go: what must be mended, or what nobody has looked at yet."""
    if prepared.errors:
        why = prepared.kept_back.why if prepared.kept_back else _ERRORS
        return NotPublished(why, prepared.errors)
    if prepared.questions and looked != prepared.looked:
        return NotPublished(_QUESTIONS, prepared.questions)
    return None
