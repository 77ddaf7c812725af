"""The worker of publishing: batches made and sent while the service runs."""

from collections.abc import Iterator
from datetime import timedelta

from talqy.errors import Saying
from talqy.service.parts import Service
from talqy.service.publish.round import Publisher
from talqy.service.rounds import Pauses, RoundDone, Rounds, minute_of, trouble_since
from talqy.service.taken import By, NoteName, State

_EVERY, _AT_REST, _LONGEST = 60.0, 300.0, 900.0
_OVERDUE = timedelta(days=1)
_FEW = 100


class PublishingWorker(Rounds):
    """Publishes until it is stopped, more often while something waits.

    What is decided in any process calls for a round: the queue itself tells it.
    """

    what, by = NoteName.PUBLISHING, By.PUBLISHER

    def __init__(self, service: Service) -> None:
        super().__init__(service, Pauses(0.0, _EVERY, _LONGEST))
        self._publisher = Publisher(service)
        self._left = 0

    def go(self) -> RoundDone:
        """Carry out a round of publishing."""
        done = self._publisher.round()
        counts = self._service.store.counts()
        self._left = counts[State.TO_PUBLISH]
        pause = _EVERY if self._left or counts[State.QUEUED] else _AT_REST
        return RoundDone(pause, tuple(done.trouble), done.is_ours)

    def is_called(self) -> bool:
        """Return whether more wait than the last round has left, and a batch of them is due.

        What it could not publish does not call for the next one again and again.
        """
        waiting = self._service.store.counts()[State.TO_PUBLISH]
        self._left = min(self._left, waiting)
        if waiting == self._left or not self._publisher.is_due(self._publisher.size()):
            return False
        self._left = waiting
        return True


def longest_minutes(between: int) -> int:
    """Return within how many minutes a batch is made, where one is made every so many."""
    return int((between * 60 + _EVERY) // 60)


def trouble_of(service: Service) -> Iterator[Saying]:
    """Yield what keeps comments from being published, for who runs the service."""
    if told := trouble_since(service, NoteName.PUBLISHING):
        yield Saying("comments have not been published since {since}: {reason}", told)
    now = service.now()
    waiting = service.store.waiting((State.TO_PUBLISH, State.QUEUED), most=_FEW)
    since = min((one.changed_at or now for one in waiting), default=now)
    if now - since > _OVERDUE:
        yield Saying(
            "a comment is to be published since {since}, and is not yet",
            {"since": minute_of(since)},
        )
