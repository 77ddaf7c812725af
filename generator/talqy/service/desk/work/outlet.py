"""How what is published at the desk goes on: here, to another copy, or as a pull request."""

from collections.abc import Callable
from dataclasses import dataclass

from talqy.model.publishing import PublishWay
from talqy.project.branches import HEADS, set_aside
from talqy.project.remotes import PushOutcome, Remote, fetched, pushed, remote_heads
from talqy.service.desk.work.names import WorkName
from talqy.service.desk.work.place import DeskPlace
from talqy.service.publish.forges import OpenedPull, PullForge

SENT = "sent/"
THERE = "there/"


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
        """Send a work to the other copy, for others to look at; none of theirs is overwritten."""
        assert self.remote  # noqa: S101 - whoever calls has looked
        there = remote_heads(place.root, self.remote, f"{HEADS}{name.branch}")
        old = there.get(name.branch)
        outcome = pushed(place.root, self.remote, name.branch, new, old)
        if outcome is PushOutcome.DONE:
            set_aside(place.root, f"{SENT}{name.branch}", new)
        return outcome

    def pull(self, name: WorkName, title: str, words: str) -> OpenedPull | None:
        """Return the open pull request of a work, opened now where there is none."""
        forge = self.forge()
        if forge is None:
            return None
        return forge.find(name.branch) or forge.open(name.branch, title, words)
