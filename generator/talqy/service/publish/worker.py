"""The worker: rounds while the service runs, in a thread beside its pages.

Every process has one, and a lease lets one of them work. What keeps it from publishing is a line of
the log, written when it begins and when it ends: health tells it, whichever process is asked.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread

from talqy.errors import Saying, TalqyError
from talqy.service.parts import Service
from talqy.service.publish.round import Publisher, Round
from talqy.service.taken import Act, State

TROUBLE = "publishing"
"""How a line of the log is called that says what keeps the service from publishing."""

_EVERY, _AT_REST, _LONGEST = 60.0, 300.0, 900.0
_END_SECONDS = 15.0
_OVERDUE = timedelta(days=1)
_FEW = 100
_LOG = logging.getLogger("talqy.service")


class PublishingWorker:
    """Carries out rounds until it is stopped; after a round that failed it waits longer."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._publisher = Publisher(service)
        self._is_ended = Event()
        self._pause = 0.0

    @contextmanager
    def working(self) -> Iterator[None]:
        """Let it work in a thread of its own for a time."""
        thread = Thread(target=self._work, name="talqy-publishing", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._is_ended.set()
            thread.join(_END_SECONDS)

    def _work(self) -> None:
        while not self._is_ended.wait(self._pause):
            self._pause = self.once()

    def once(self) -> float:
        """Carry out a round; return after how many seconds the next one is due."""
        try:
            done = self._publisher.round()
            if done.is_ours:
                note_trouble(self._service, done)
        except TalqyError as error:  # the queue itself is away: health says so
            _LOG.warning("a round of publishing failed: %s", error)
            done = Round(trouble=[error])
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end it for good
            _LOG.exception("a round of publishing failed")
            done = Round(trouble=[TalqyError("{kind}", kind=type(error).__name__)])
        if done.trouble:
            return min(max(self._pause, _EVERY) * 2, _LONGEST)
        return _EVERY if self._is_busy() else _AT_REST

    def _is_busy(self) -> bool:
        counts = self._service.store.counts()
        return bool(counts[State.TO_PUBLISH] or counts[State.QUEUED])


def note_trouble(service: Service, done: Round) -> None:
    """Write down what keeps the service from publishing, where it is another thing than before."""
    now = "; ".join(str(error) for error in done.trouble)
    before = service.store.last_said(TROUBLE)
    if now != (before.act.values.get("trouble", "") if before else ""):
        service.store.note(Act(TROUBLE, service.now(), "publisher", values={"trouble": now}))


def trouble_of(service: Service) -> Iterator[Saying]:
    """Yield what keeps comments from being published, for who runs the service."""
    last = service.store.last_said(TROUBLE)
    if last and (trouble := last.act.values.get("trouble")):
        yield Saying(
            "comments have not been published since {since}: {reason}",
            {"since": _minute(last.act.at), "reason": trouble},
        )
    now = service.now()
    waiting = service.store.waiting((State.TO_PUBLISH, State.QUEUED), most=_FEW)
    since = min((one.changed_at or now for one in waiting), default=now)
    if now - since > _OVERDUE:
        yield Saying(
            "a comment is to be published since {since}, and is not yet",
            {"since": _minute(since)},
        )


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
