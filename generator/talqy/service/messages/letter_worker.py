"""The worker of letters: they go out while the service runs."""

import secrets
from collections.abc import Iterator
from datetime import timedelta

from talqy.errors import Saying
from talqy.notify.states import ShownStates
from talqy.service.messages.following import Following
from talqy.service.messages.letter_round import LetterRound
from talqy.service.messages.mail_settings import mail_server, sender
from talqy.service.messages.post import opened
from talqy.service.messages.reply import Replies
from talqy.service.messages.seals import Seals
from talqy.service.parts import Service
from talqy.service.rounds import Pauses, RoundDone, Rounds, trouble_since
from talqy.service.store.addressees import Addressees
from talqy.service.store.outbox import Outbox
from talqy.service.taken import By, NoteName

_NAME = "letters"
_EVERY = 30.0
_LEASE = timedelta(minutes=15)


def following_of(service: Service) -> Following:
    """Return who gets letters of a service."""
    engines = service.store.engines
    return Following(Seals(service.keys), service.store, Addressees(engines), Outbox(engines))


class LetterWorker(Rounds):
    """Makes rounds until it is stopped; none where settings name no mail server."""

    what, by = NoteName.LETTERS, By.LETTERS

    def __init__(self, service: Service) -> None:
        super().__init__(service, Pauses(_EVERY, _EVERY, _EVERY))
        self._holder = secrets.token_hex(8)
        self._made: LetterRound | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether settings name a mail server."""
        return self._service.settings.said.mail is not None

    def go(self) -> RoundDone:
        """Make one round of letters."""
        now = self._service.now()
        is_ours = self._service.store.lease(_NAME, self._holder, now + _LEASE, now)
        if is_ours:
            self._round().go(now)
        return RoundDone(_EVERY, is_ours=is_ours)

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
    if told := trouble_since(service, NoteName.LETTERS):
        yield Saying("letters have not gone out since {since}: {reason}", told)
