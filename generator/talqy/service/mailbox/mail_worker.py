"""The worker of the mailbox: messages are taken while the service runs.

How many wait for a person is a line of the log when it changes, and health tells it.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from typing import TYPE_CHECKING

from talqy.errors import Saying
from talqy.office.worker import Worker
from talqy.service.mailbox.boxes import Box
from talqy.service.mailbox.folder_box import FolderBox
from talqy.service.parts import Service
from talqy.service.rounds import Pauses, RoundDone, Rounds, note_change, trouble_since
from talqy.service.taken import Act, By, NoteName

if TYPE_CHECKING:
    from talqy.service.mailbox.mail_round import BoxRound

_NAME = "mailbox"
_MINUTE = 60.0
_LEASE = timedelta(minutes=30)
_SECONDS, _CLOCK = 30.0, 120.0

Opening = Callable[[], AbstractContextManager[Box]]


class MailboxWorker(Rounds):
    """Makes rounds until it is stopped; none where settings name no mailbox."""

    what, by = NoteName.MAILBOX, By.MAILBOX

    def __init__(self, service: Service) -> None:
        said = service.settings.said.mailbox
        pause = _MINUTE * said.minutes if said else _MINUTE
        super().__init__(service, Pauses(pause, pause, pause))
        self._holder = secrets.token_hex(8)

    @property
    def is_wanted(self) -> bool:
        """Whether settings name a mailbox."""
        return self._service.settings.said.mailbox is not None

    def go(self) -> RoundDone:
        """Make one round over all boxes."""
        service, now = self._service, self._service.now()
        is_ours = service.store.lease(_NAME, self._holder, now + _LEASE, now)
        if is_ours:
            try:
                people = str(self._round().people or "")
                note_change(
                    service, Act(NoteName.PEOPLE, service.now(), self.by, values={"count": people})
                )
            finally:
                service.store.give_back(_NAME, self._holder, service.now())
        return RoundDone(self._pauses.usual, is_ours=is_ours)

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
    if told := trouble_since(service, NoteName.MAILBOX):
        yield Saying("messages have not been taken since {since}: {reason}", told)
    if count := people_wait(service):
        yield Saying("messages wait for a person: {count}", {"count": count})


def people_wait(service: Service) -> int:
    """Return how many messages waited for a person when the boxes were looked at last."""
    last = service.store.last_said(NoteName.PEOPLE)
    said = last.act.values.get("count", "") if last else ""
    return int(said) if said.isdecimal() else 0
