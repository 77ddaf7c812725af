"""A round of the mailbox: each message that waits is taken, or left to people, and moved.

First what became of a message is on the disk, then it is moved. A round that ends between the two
is carried on by the next one, which knows the message again.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from talqy.service.addressee import Addressee
from talqy.service.mailbox.boxes import LONGEST_MESSAGE, Box
from talqy.service.mailbox.mail_taking import MailTaken, MailTaking
from talqy.service.mailbox.why_left import LeftToPeopleError, WhyLeft
from talqy.service.messages.mail_address import mail_address
from talqy.service.messages.reply import reply_topic
from talqy.service.messages.seals import Seals, new_addressee
from talqy.service.parts import Service
from talqy.service.store.mails import MailState, ReadMail, ReadMails
from talqy.service.taken import Taken

_DAY = timedelta(days=1)
_MOST_TO_ONE = 10
"""So many replies a day go to one address: two programs that answer each other end there."""


@dataclass(frozen=True, slots=True)
class BoxRound:
    """What became of the messages of a box; `people` is how many wait for a person now."""

    taken: int = 0
    left: int = 0
    people: int = 0


class MailRound:
    """Carries out rounds over boxes."""

    def __init__(self, service: Service, taking: MailTaking) -> None:
        self._service, self._taking = service, taking
        self._mails = ReadMails(service.store.engines)
        self._seals = Seals(service.keys)

    def go(self, box: Box) -> BoxRound:
        """Look at all messages that wait in a box."""
        states = [self._one(box, name) for name in box.waiting()]
        left = states.count(MailState.LEFT)
        return BoxRound(len(states) - left, left, box.count_of_people())

    def _one(self, box: Box, name: str) -> MailState:
        state = self._read(box, name)
        if state is MailState.LEFT:
            box.to_people(name)
        else:
            box.to_taken(name)
        return state

    def _read(self, box: Box, name: str) -> MailState:
        now = self._service.now()
        if box.size(name) > LONGEST_MESSAGE:
            known = hashlib.sha256(f"too long {box.form(name)} {box.size(name)}".encode())
            mail = ReadMail(known.hexdigest(), "", MailState.LEFT, now, why=(WhyLeft.MUCH,))
            self._mails.note(mail)
            return mail.state
        data = box.data(name)
        known_by = hashlib.sha256(data).hexdigest()
        if there := self._mails.of(known_by):
            return there.state
        mail, reply_to = self._done(data, box.form(name), known_by, now)
        self._mails.note(mail, reply_to)
        self._service.figures.happened(f"mail {mail.state}")
        return mail.state

    def _done(
        self, data: bytes, file: str, known_by: str, now: datetime
    ) -> tuple[ReadMail, Addressee | None]:
        number = ""
        try:
            opened = self._taking.opened(data, file)
            number = _hashed(opened.number)
            is_again = bool(number) and self._mails.is_taken(number)
            done = self._taking.take(data, file, opened, now, is_again=is_again)
            # What is there without its message is that of a round that ended in the middle.
            if not done.is_new and is_again:
                return ReadMail(known_by, number, MailState.AGAIN, now, _ids(done.comments)), None
        except LeftToPeopleError as error:
            return ReadMail(known_by, number, MailState.LEFT, now, why=error.why), None
        reply_to = self._reply_to(done, known_by, now)
        answers = opened.number if reply_to else ""
        mail = ReadMail(
            known_by, number, MailState.TAKEN, now, _ids(done.comments), answers=answers
        )
        return mail, reply_to

    def _reply_to(self, done: MailTaken, mail: str, now: datetime) -> Addressee | None:
        """Return to whom the receipt goes; None where no reply may go out (RFC 3834)."""
        said = self._service.settings.said
        address = mail_address(done.opened.answer_to)
        if address is None or said.mail is None or said.mailbox is None or not said.mailbox.replies:
            return None
        own = {one.lower() for one in (said.mail.sender, said.mail.user, said.mailbox.user)}
        person = self._seals.person(address)
        if address.lower() in own:
            return None
        if self._service.store.count(f"replies {person}", _DAY, now) > _MOST_TO_ONE:
            return None
        name = new_addressee()
        sealed = self._seals.sealed(address, name)
        language = _language(done.comments)
        return Addressee(name, reply_topic(mail), person, sealed, language, now)


def _hashed(number: str) -> str:
    return hashlib.sha256(f"message {number}".encode()).hexdigest() if number else ""


def _ids(comments: tuple[Taken, ...]) -> tuple[str, ...]:
    return tuple(one.id for one in comments)


def _language(comments: tuple[Taken, ...]) -> str:
    """Return in which language a reply is written: that of the first comment."""
    line = next((one for one in comments[0].text.split(b"\n") if one.startswith(b"language:")), b"")
    return line.partition(b":")[2].strip().decode("ascii", "replace")[:20]
