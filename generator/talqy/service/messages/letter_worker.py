"""The worker of letters: rounds while the service runs, in a thread beside its pages.

Every process has one, and a lease lets one of them work. What keeps letters from going out is a
line of the log when it begins and when it ends, and health tells it.
"""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from talqy.errors import Saying, TalqyError
from talqy.notify.states import ShownStates
from talqy.service.messages.following import Following
from talqy.service.messages.letter_round import LetterRound
from talqy.service.messages.mail_settings import mail_server, sender
from talqy.service.messages.post import opened
from talqy.service.messages.reply import Replies
from talqy.service.messages.seals import Seals
from talqy.service.parts import Service
from talqy.service.store.addressees import Addressees
from talqy.service.store.outbox import Outbox
from talqy.service.taken import Act

TROUBLE = "letters"
"""How a line of the log is called that says what keeps letters from going out."""

_NAME = "letters"
_EVERY, _END_SECONDS = 30.0, 15.0
_LEASE = timedelta(minutes=15)
_LOG = logging.getLogger("talqy.service")


def following_of(service: Service) -> Following:
    """Return who gets letters of a service."""
    ways = service.store.ways
    return Following(Seals(service.keys), service.store, Addressees(ways), Outbox(ways))


class LetterWorker:
    """Makes rounds until it is stopped; none where settings name no mail server."""

    def __init__(self, service: Service) -> None:
        self._service, self._holder = service, secrets.token_hex(8)
        self._is_ended = Event()
        self._made: LetterRound | None = None

    @contextmanager
    def working(self) -> Iterator[None]:
        """Let it work in a thread of its own for a time."""
        if self._service.settings.said.mail is None:
            yield
            return
        thread = Thread(target=self._work, name="talqy-letters", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._is_ended.set()
            thread.join(_END_SECONDS)

    def _work(self) -> None:
        while not self._is_ended.wait(_EVERY):
            self.once()

    def once(self) -> None:
        """Make one round, if no other process does."""
        trouble = ""
        try:
            now = self._service.now()
            if not self._service.store.lease(_NAME, self._holder, now + _LEASE, now):
                return
            self._round().go(now)
        except TalqyError as error:
            trouble = str(error)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end it for good
            # A traceback may hold what a letter was to say, or to whom.
            _LOG.error("a round of letters failed: %s", type(error).__name__)
            trouble = type(error).__name__
        self._note(trouble)

    def _note(self, trouble: str) -> None:
        """Write down what keeps letters from going out, where it is another thing than before."""
        try:
            before = self._service.store.last_said(TROUBLE)
            if trouble != (before.act.values.get("trouble", "") if before else ""):
                act = Act(TROUBLE, self._service.now(), "letters", values={"trouble": trouble})
                self._service.store.note(act)
        except TalqyError as error:  # the queue itself is away: health says so
            _LOG.warning("a round of letters failed: %s", error)

    def _round(self) -> LetterRound:
        if self._made is None:
            service = self._service
            said, server = service.settings.said, mail_server(service.settings)
            assert server  # noqa: S101 - a worker without one does not work
            assert said.mail  # noqa: S101 - the same
            self._made = LetterRound(
                following=following_of(service),
                states=ShownStates(service.settings.repository, said.folder),
                branch=lambda: service.project.branch,
                post=lambda: opened(server),
                sender=sender(service.settings),
                base=service.settings.address,
                keep=timedelta(days=said.mail.keep),
                replies=Replies(service),
            )
        return self._made


def letters_in_trouble(service: Service) -> Iterator[Saying]:
    """Yield what keeps letters from going out, for who runs the service."""
    if service.settings.said.mail is None:
        return
    last = service.store.last_said(TROUBLE)
    if last and (trouble := last.act.values.get("trouble")):
        since = f"{last.act.at:%Y-%m-%d %H:%M} UTC"
        yield Saying(
            "letters have not gone out since {since}: {reason}", {"since": since, "reason": trouble}
        )
