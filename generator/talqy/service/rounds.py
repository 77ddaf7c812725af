"""Rounds of a work beside the pages, each in a thread of its own: no fault ends them for good.

Every process has them, and a lease lets one process work. What keeps a work from going on is a line
of the log, written when it begins and when it ends: health tells it, whichever process is asked. A
fault of ours is told by its place in the code, and never in its own words: they may be what
somebody has sent.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Event, Thread

from talqy.errors import TalqyError
from talqy.service.parts import Service
from talqy.service.store.engines import StoreAwayError
from talqy.service.taken import Act, By, NoteName
from talqy.service.watching import LOG, place_of_fault

_END_SECONDS = 15.0
_LOOK_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class RoundDone:
    """What a round leaves: the seconds until the next one, and what kept it from more.

    Where another process has the work, the round `is_ours` no more, and nothing is noted.
    """

    pause: float
    trouble: tuple[TalqyError, ...] = ()
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds between rounds: before the `first`, `usual` ones, the `longest` after failures."""

    first: float
    usual: float
    longest: float


class Rounds(ABC):
    """Makes rounds of one work until it is stopped; after one that failed it waits longer.

    `what` is how the work's lines of the log are called, `by` the part of the service that does it.
    """

    what: NoteName
    by: By

    def __init__(self, service: Service, pauses: Pauses) -> None:
        self._service, self._pauses = service, pauses
        self._pause = pauses.first
        self._is_ended = Event()

    @abstractmethod
    def go(self) -> RoundDone:
        """Carry out one round, if no other process does; whatever fails in it is caught."""

    @property
    def is_wanted(self) -> bool:
        """Whether the settings ask for this work."""
        return True

    @contextmanager
    def working(self) -> Iterator[None]:
        """Let it work in a thread of its own for a time."""
        if not self.is_wanted:
            yield
            return
        thread = Thread(target=self._work, name=f"talqy-{self.what}", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._is_ended.set()
            thread.join(_END_SECONDS)

    def is_called(self) -> bool:
        """Return whether the next round is wanted now; asked every few seconds of a pause."""
        return False

    def _work(self) -> None:
        while not self._has_ended():
            self._pause = self.once()

    def _has_ended(self) -> bool:
        """Wait until the next round is due, or called for; return whether there is none."""
        left, may_look = self._pause, True
        while may_look and left > _LOOK_SECONDS:
            if self._is_ended.wait(_LOOK_SECONDS):
                return True
            left -= _LOOK_SECONDS
            try:
                if self.is_called():
                    return False
            except TalqyError:
                continue  # the queue is away for a moment; the round tells what lasts
            except Exception as error:  # noqa: BLE001 - a fault of ours must not end it for good
                self._log_fault(error)
                may_look = False
        return self._is_ended.wait(left)

    def once(self) -> float:
        """Carry out a round; return after how many seconds the next one is due."""
        try:
            done = self.go()
        except TalqyError as error:
            self._note(str(error))
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end it for good
            self._log_fault(error)
            self._note(type(error).__name__)
        else:
            if done.is_ours:
                self._note(words_of(done.trouble))
            if not done.trouble:
                return done.pause
        return min(max(self._pause, self._pauses.usual) * 2, self._pauses.longest)

    def _note(self, trouble: str) -> None:
        try:
            note_trouble(self._service, self.what, self.by, trouble)
        except StoreAwayError as error:  # its words are ours, and of the database about itself
            LOG.warning("what became of a round cannot be noted (%s): %s", self.what, error)
        except Exception as error:  # noqa: BLE001 - as above
            self._log_fault(error)

    def _log_fault(self, error: Exception) -> None:
        LOG.error("a fault of ours in a round (%s): %s", self.what, place_of_fault(error))


def words_of(trouble: Iterable[TalqyError]) -> str:
    """Return what kept a round from more, as the log has it; nothing where nothing did."""
    return "; ".join(map(str, trouble))


def note_trouble(service: Service, what: NoteName, by: By, trouble: str) -> None:
    """Write down what keeps a work from going on, where it is another thing than before."""
    note_change(service, Act(what, service.now(), by, values={"trouble": trouble}))


def note_change(service: Service, act: Act) -> None:
    """Write a line about the service, where it says another thing than the last one called so."""
    before = service.store.last_said(act.what)
    said = {name: text for name, text in act.values.items() if text}
    was = {name: text for name, text in before.act.values.items() if text} if before else {}
    if said != was:
        service.store.note(act)


def trouble_since(service: Service, what: NoteName) -> dict[str, str] | None:
    """Return since when a work does not go on, and the reason, as health says it; or None."""
    last = service.store.last_said(what)
    trouble = last.act.values.get("trouble") if last else None
    return {"since": minute_of(last.act.at), "reason": trouble} if last and trouble else None


def minute_of(moment: datetime) -> str:
    """Return a moment as health says it to who runs the service."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"
