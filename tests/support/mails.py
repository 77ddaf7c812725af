"""Messages in a test: as people and programs send them, and a service that reads a mailbox."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from form_posts import NOON, WORDS, without_a_day
from serving import a_project_repository, settings_of
from sites import mkdocs_yml
from talqy.office.worker import Worker
from talqy.service.mailbox.boxes import Box
from talqy.service.mailbox.mail_round import BoxRound, MailRound
from talqy.service.mailbox.mail_taking import MailTaking
from talqy.service.mailbox.mail_worker import MailboxWorker
from talqy.service.parts import Service
from talqy.service.settings import MAILBOX_PASSWORD

WHO = "aigerim@example.kz"
SUBJECT = "Комментарий: birth-registration r2 term"
_DAY = "Fri, 20 Nov 2026 11:00:00 +0500"
MAIL = {"server": "127.0.0.1:25", "tls": "none", "sender": "talqy@example.kz"}


def a_mail(
    words: str = WORDS,
    files: Sequence[tuple[str, bytes]] = (),
    **heads: Any,
) -> bytes:
    """Return a message of a person; a head of None is not there."""
    message = EmailMessage(SMTP)
    said: dict[str, str | None] = {
        "Received": f"from a.example by mail.example.kz; {_DAY}",
        "From": f"Айгерім <{WHO}>",
        "To": "comments@example.kz",
        "Subject": SUBJECT,
        "Date": _DAY,
        "Message-ID": "<one@example.kz>",
        **{name.replace("_", "-"): text for name, text in heads.items()},
    }
    for name, text in said.items():
        if text is not None:
            message[name] = text
    message.set_content(words)
    for name, data in files:
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return message.as_bytes()


@dataclass
class HeldBox:
    """Messages in memory; a name of `falls` raises when it is moved, once."""

    messages: dict[str, bytes] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    falls: set[str] = field(default_factory=set)
    ending: str = "eml"

    def waiting(self) -> Iterator[str]:
        """Yield the names of the messages that wait."""
        yield from list(self.messages)

    def size(self, name: str) -> int:
        """Return how long a message is."""
        return len(self.messages[name])

    def data(self, name: str) -> bytes:
        """Return the bytes of a message."""
        return self.messages[name]

    def form(self, name: str) -> str:
        """Return the name of a file that a message would be."""
        return f"{name}.{self.ending}"

    def to_taken(self, name: str) -> None:
        """Move a message to those that were taken."""
        self._move(name, self.taken)

    def to_people(self, name: str) -> None:
        """Move a message to those that a person must look at."""
        self._move(name, self.people)

    def count_of_people(self) -> int:
        """Return how many messages wait for a person."""
        return len(self.people)

    def _move(self, name: str, where: list[str]) -> None:
        if name in self.falls:
            self.falls.discard(name)
            raise ConnectionResetError
        del self.messages[name]
        where.append(name)


@dataclass
class ReadingMails:
    """A service that reads messages, with a worker of its own."""

    service: Service
    worker: Worker

    def go(self, box: Box) -> BoxRound:
        """Carry out a round, as a process does that has just begun."""
        return MailRound(self.service, MailTaking(self.service, self.worker)).go(box)

    def read(self, *messages: bytes) -> HeldBox:
        """Let messages come one after the other, and read them."""
        box = HeldBox({str(at): data for at, data in enumerate(messages)})
        self.go(box)
        return box

    def work(self) -> None:
        """Let the worker of the service make a round over the boxes of its settings."""
        MailboxWorker(self.service).once()


@contextmanager
def reading_mails(
    folder: Path, worker: Worker, now: datetime = NOON, **changed: Any
) -> Iterator[ReadingMails]:
    """Open a service on the small sound project that has a mailbox."""
    a_project_repository(folder / "project", **without_a_day(), **{"mkdocs.yml": mkdocs_yml()})
    said = {"mailbox": {"feed": "data"}, "mail": MAIL, **changed}
    settings = settings_of(folder, {MAILBOX_PASSWORD: "word-of-tests"}, **said)
    opened = Service.opened(settings)
    service = Service(opened.settings, opened.store, opened.project, lambda: now)
    try:
        yield ReadingMails(service, worker)
    finally:
        service.close()
