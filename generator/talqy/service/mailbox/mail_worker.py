"""The worker of the mailbox: rounds while the service runs, in a thread beside its pages.

Every process has one, and a lease lets one of them work. What keeps messages from being taken, and
how many wait for a person, are lines of the log when they change, and health tells them.
"""

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING

from talqy.errors import Saying, TalqyError
from talqy.office.worker import Worker
from talqy.service.mailbox.boxes import Box
from talqy.service.mailbox.folder_box import FolderBox
from talqy.service.parts import Service
from talqy.service.taken import Act

if TYPE_CHECKING:
    from talqy.service.mailbox.mail_round import BoxRound

TROUBLE, PEOPLE = "mailbox", "mailbox people"
"""How lines of the log are called: what keeps messages away, and how many wait for a person."""

_NAME = "mailbox"
_END_SECONDS, _MINUTE = 15.0, 60.0
_LEASE = timedelta(minutes=30)
_SECONDS, _CLOCK = 30.0, 120.0
_LOG = logging.getLogger("talqy.service")

Opening = Callable[[], AbstractContextManager[Box]]


class MailboxWorker:
    """Makes rounds until it is stopped; none where settings name no mailbox."""

    def __init__(self, service: Service) -> None:
        self._service, self._holder = service, secrets.token_hex(8)
        self._is_ended = Event()

    @contextmanager
    def working(self) -> Iterator[None]:
        """Let it work in a thread of its own for a time."""
        said = self._service.settings.said.mailbox
        if said is None:
            yield
            return
        thread = Thread(target=self._work, args=(_MINUTE * said.minutes,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._is_ended.set()
            thread.join(_END_SECONDS)

    def _work(self, pause: float) -> None:
        while not self._is_ended.wait(pause):
            self.once()

    def once(self) -> None:
        """Make one round over all boxes, if no other process does."""
        trouble = ""
        try:
            now = self._service.now()
            if not self._service.store.lease(_NAME, self._holder, now + _LEASE, now):
                return
            done = self._round()
            self._note(PEOPLE, "count", str(done.people or ""))
        except TalqyError as error:
            trouble = str(error)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end it for good
            # A traceback may hold words of a message.
            _LOG.error("a round of the mailbox failed: %s", type(error).__name__)
            trouble = type(error).__name__
        try:
            self._note(TROUBLE, "trouble", trouble)
            self._service.store.give_back(_NAME, self._holder, self._service.now())
        except TalqyError as error:  # the queue itself is away: health says so
            _LOG.warning("a round of the mailbox failed: %s", error)

    def _round(self) -> "BoxRound":
        # Loaded late: who reads no mailbox need not have its readers.
        from talqy.service.mailbox.mail_round import BoxRound, MailRound  # noqa: PLC0415
        from talqy.service.mailbox.mail_taking import MailTaking  # noqa: PLC0415

        with Worker(_SECONDS, clock=_CLOCK) as worker:
            rounds = MailRound(self._service, MailTaking(self._service, worker))
            done = []
            for opening in boxes_of(self._service):
                with opening() as box:
                    done.append(rounds.go(box))
        return BoxRound(
            sum(one.taken for one in done),
            sum(one.left for one in done),
            sum(one.people for one in done),
        )

    def _note(self, what: str, value: str, said: str) -> None:
        """Write down what has changed, and nothing else."""
        before = self._service.store.last_said(what)
        if said != (before.act.values.get(value, "") if before else ""):
            act = Act(what, self._service.now(), "mailbox", values={value: said})
            self._service.store.note(act)


def boxes_of(service: Service) -> Iterator[Opening]:
    """Yield how each box is opened that settings name."""
    from talqy.service.mailbox.imap_box import opened_mailbox  # noqa: PLC0415 - as above
    from talqy.service.mailbox.mailbox_settings import mail_feed, mailbox_server  # noqa: PLC0415

    server, feed = mailbox_server(service.settings), mail_feed(service.settings)
    if server:
        yield lambda: opened_mailbox(server)
    if feed:
        yield lambda: nullcontext(FolderBox(feed))


def mailbox_in_trouble(service: Service) -> Iterator[Saying]:
    """Yield what keeps messages from being taken, and that some wait, for who runs the service."""
    if service.settings.said.mailbox is None:
        return
    last = service.store.last_said(TROUBLE)
    if last and (trouble := last.act.values.get("trouble")):
        since = f"{last.act.at:%Y-%m-%d %H:%M} UTC"
        yield Saying(
            "messages have not been taken since {since}: {reason}",
            {"since": since, "reason": trouble},
        )
    if count := people_wait(service):
        yield Saying("messages wait for a person: {count}", {"count": count})


def people_wait(service: Service) -> int:
    """Return how many messages waited for a person when the boxes were looked at last."""
    last = service.store.last_said(PEOPLE)
    said = last.act.values.get("count", "") if last else ""
    return int(said) if said.isdecimal() else 0
