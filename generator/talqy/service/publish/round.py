"""One round of the worker: what git says is read, a batch made where one is due, and sent.

Only one process at a time has a round. Whatever ends it, the next one begins with what is true.
"""

import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from talqy.errors import TalqyError
from talqy.model.publishing import PublishWay
from talqy.project.branches import branch_moved
from talqy.project.git import at_one_place
from talqy.project.remotes import PushOutcome, pushed
from talqy.service.parts import Service
from talqy.service.publish.batch import Batch, batch_size
from talqy.service.publish.keeping import forget_what_is_due
from talqy.service.publish.place import GitNow, PublishError, PublishPlace, git_now, place_of
from talqy.service.publish.pull_requests import PullRequests
from talqy.service.publish.reading_back import Outgoing, read_back
from talqy.service.taken import State

_LEASE = timedelta(minutes=15)
_NAME = "publishing"
# The main branch may move on whenever we are ready: then the next round goes on.
_MOST_BATCHES = 20


@dataclass(slots=True)
class Round:
    """What a round has done: commits made, branches pushed; `trouble` is what kept it from more."""

    is_ours: bool = True
    made: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    forgotten: int = 0
    trouble: list[TalqyError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Carries out rounds, in the name of one `holder`."""

    service: Service
    holder: str = field(default_factory=lambda: secrets.token_hex(8))

    def round(self, *, at_once: bool = False) -> Round:
        """Carry out a round; `at_once` makes a batch of whatever waits, however short."""
        done = Round()
        if not self._is_ours():
            done.is_ours = False
            return done
        try:
            if at_once or self.service.settings.said.publish:
                with at_one_place():
                    self._publish(done, at_once=at_once)
        except TalqyError as error:
            done.trouble.append(error)
        done.forgotten = forget_what_is_due(self.service)
        self.service.store.give_back(_NAME, self.holder, self.service.now())
        return done

    def size(self) -> int:
        """Return how many comments a batch may have; refuse where the project allows none."""
        return batch_size(self.service, self.service.project.now().register.project)

    def is_due(self, size: int) -> bool:
        """Return whether a batch is to be made: so many wait, or one has waited long enough."""
        said, now = self.service.settings.said.publish, self.service.now()
        waiting = self.service.store.waiting((State.TO_PUBLISH,), most=size) if said else []
        since = now - timedelta(minutes=said.minutes if said else 0)
        return len(waiting) >= size or any((one.changed_at or now) <= since for one in waiting)

    def _publish(self, done: Round, *, at_once: bool) -> None:
        place = place_of(self.service)
        git = git_now(place)
        out = read_back(self.service, place, git)
        if git.away:
            done.trouble.append(git.away)
        size = self.size()
        while len(done.made) < _MOST_BATCHES and self._may_make(place, git, size, at_once=at_once):
            day = self.service.project.now().day(self.service.now())
            commit = Batch(self.service, place, git.tip, day, self._is_ours).made(size)
            if commit is None:
                break
            done.made.append(commit)
            git = git_now(place)
            out = read_back(self.service, place, git)
        if self._sent(done, place, git, out):
            git = git_now(place)
            out = read_back(self.service, place, git)
        PullRequests(self.service, place).see_to(git, out)

    def _may_make(self, place: PublishPlace, git: GitNow, size: int, *, at_once: bool) -> bool:
        if git.away and place.way is PublishWay.STRAIGHT:
            return False
        if at_once:
            return bool(self.service.store.waiting((State.TO_PUBLISH,), most=1))
        return self.is_due(size)

    def _sent(self, done: Round, place: PublishPlace, git: GitNow, out: Outgoing) -> bool:
        """Push batches that the other copy does not have; return whether anything changed."""
        if not place.remote or git.there is None:
            return False
        is_changed = False
        for batch, commit in git.here.items():
            waits = any(out.taken[name].state is State.QUEUED for name in out.of(batch))
            if not waits or not self._is_ours():
                continue
            outcome = pushed(place.root, place.remote, batch, commit, None)
            if outcome is PushOutcome.DONE:
                done.sent.append(batch)
                is_changed = True
            elif outcome is PushOutcome.MOVED:
                # Another branch has this name there; the comments go into a batch of another name.
                is_changed = branch_moved(place.root, batch, None, commit) or is_changed
            else:
                done.trouble.append(
                    PublishError(
                        "the forge does not take the branch {branch}: its rules forbid it",
                        branch=batch,
                    )
                )
        return is_changed

    def _is_ours(self) -> bool:
        now = self.service.now()
        return self.service.store.lease(_NAME, self.holder, now + _LEASE, now)
