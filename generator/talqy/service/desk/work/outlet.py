"""How what is published at the desk goes on: here, to another copy, or as a pull request."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from talqy.errors import TalqyError
from talqy.model.publishing import PublishWay
from talqy.project.branches import (
    HEADS,
    OWN,
    branch_moved,
    branches,
    is_in,
    kept_aside,
    set_aside,
)
from talqy.project.remotes import PushOutcome, Remote, fetched, pushed, remote_heads
from talqy.service.desk.work.place import ALONE, DeskPlace
from talqy.service.desk.work.values import WorkName
from talqy.service.publish.forges import OpenedPull, PullForge

SENT = "sent/"
THERE = "there/"
_MOST_BRANCHES = 100


class ForeignBranchError(TalqyError):
    """Where a work would be sent, there is a branch of somebody else."""


def sent_last(place: DeskPlace, name: WorkName) -> str | None:
    """Return what was sent last of a work, or taken from there since; None where nothing was."""
    return kept_aside(place.root, f"{SENT}{name.branch}").get(f"{SENT}{name.branch}")


def sent_of_works(place: DeskPlace, most: int | None = None) -> dict[WorkName, str]:
    """Return what was sent last of all works, or of the newest."""
    sent = kept_aside(place.root, SENT, most)
    named = ((WorkName.of_branch(name.removeprefix(SENT)), at) for name, at in sent.items())
    return {name: at for name, at in named if name}


def note_sent(place: DeskPlace, name: WorkName, head: str) -> None:
    """Note what was sent of a work, or what others have put onto that and is in it now."""
    set_aside(place.root, f"{SENT}{name.branch}", head)


@dataclass(frozen=True, slots=True)
class AloneBranch:
    """Where redactions go alone; `at` is what we have sent there, where it is there still."""

    branch: str
    at: str | None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where published work goes: `remote` is another copy, where there is one.

    `forge` gives who opens pull requests; None where nobody has given a token for that.
    """

    way: PublishWay = PublishWay.STRAIGHT
    remote: Remote | None = None
    forge: Callable[[], PullForge | None] = lambda: None

    @property
    def is_straight(self) -> bool:
        """Return whether what is published stands on the main branch at once."""
        return self.way is PublishWay.STRAIGHT

    def bring_main(self, place: DeskPlace) -> None:
        """Bring the main branch up to date with the other copy."""
        if self.remote:
            fetched(place.root, self.remote, {place.main: f"{HEADS}{place.main}"})

    def push_main(self, place: DeskPlace, new: str, old: str) -> PushOutcome:
        """Move the main branch of the other copy."""
        assert self.remote  # noqa: S101 - whoever calls has looked
        return pushed(place.root, self.remote, place.main, new, old)

    def push_work(self, place: DeskPlace, name: WorkName, new: str) -> PushOutcome:
        """Send a work to the other copy, for others to look at; none of theirs is overwritten.

        The branch there moves from what we sent last, or begins there with this.
        """
        assert self.remote  # noqa: S101 - whoever calls has looked
        old = sent_last(place, name) if self._head(place, name) else None
        outcome = pushed(place.root, self.remote, name.branch, new, old)
        if outcome is PushOutcome.DONE:
            note_sent(place, name, new)
        return outcome

    def alone_branch(self, place: DeskPlace, name: WorkName) -> AloneBranch | None:
        """Return where redactions of a work go beside it; None where nobody looks at them first.

        A branch that somebody else has made or moved is left to them: redactions do not wait.
        """
        if self.is_straight:
            return None
        first, root = f"{ALONE}{name.branch}", place.root
        if self.remote:
            there = remote_heads(root, self.remote, f"{HEADS}{first}*")
        else:
            there = branches(root, ALONE)
        sent = kept_aside(root, f"{SENT}{ALONE}")
        for number in range(1, _MOST_BRANCHES):
            branch = first if number == 1 else f"{first}-{number}"
            head = there.get(branch)
            if head is None or head == sent.get(f"{SENT}{branch}"):
                return AloneBranch(branch, head)
        raise ForeignBranchError(
            "there is a branch {branch} in the other copy of the repository that did not come "
            "from here: whoever runs the desk has to look at it",
            branch=first,
        )

    def push_alone(self, place: DeskPlace, to: AloneBranch, new: str) -> PushOutcome:
        """Send redactions to where others look at them: to the other copy, or to a branch here."""
        root = place.root
        if self.remote:
            outcome = pushed(root, self.remote, to.branch, new, to.at)
        else:
            has_moved = branch_moved(root, to.branch, new, to.at)
            outcome = PushOutcome.DONE if has_moved else PushOutcome.MOVED
        if outcome is PushOutcome.DONE:
            set_aside(root, f"{SENT}{to.branch}", new)
        return outcome

    def put_there(self, place: DeskPlace, name: WorkName) -> str | None:
        """Return what others have put onto a work where they look at it, brought here.

        None where nobody has; raise ForeignBranchError where the branch there is not ours.
        """
        head = self._head(place, name) if self.remote and not self.is_straight else None
        if head is None or self.remote is None:
            return None
        sent = sent_last(place, name)
        if head == sent:
            return None
        here = f"{OWN}{THERE}{name.branch}"
        fetched(place.root, self.remote, {name.branch: f"+{here}"})
        if sent is None or not is_in(place.root, sent, head):
            raise ForeignBranchError(
                "there is a branch {branch} in the other copy of the repository that did not come "
                "from here: whoever runs the desk has to look at it",
                branch=name.branch,
            )
        return head

    def declined(self, place: DeskPlace, sent: Mapping[WorkName, str]) -> dict[str, str]:
        """Return which of the works that were sent are not looked at any more, by their branches.

        Their branch is gone there, or no pull request of it is open, where one can be asked for.
        """
        if self.is_straight or not self.remote or not sent:
            return {}
        heads = remote_heads(place.root, self.remote, *(f"{HEADS}{one.branch}" for one in sent))
        forge = self.forge()
        return {
            name.branch: commit
            for name, commit in sent.items()
            if name.branch not in heads or (forge and forge.find(name.branch) is None)
        }

    def _head(self, place: DeskPlace, name: WorkName) -> str | None:
        assert self.remote  # noqa: S101 - whoever calls has looked
        return remote_heads(place.root, self.remote, f"{HEADS}{name.branch}").get(name.branch)

    def pull(self, branch: str, title: str, words: str) -> OpenedPull | None:
        """Return the open pull request of a branch, opened now where there is none."""
        forge = self.forge()
        if forge is None:
            return None
        return forge.find(branch) or forge.open(branch, title, words)
