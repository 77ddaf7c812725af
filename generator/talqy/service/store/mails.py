"""What is asked of the store about messages that were read. Each call is one transaction."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select, update
from sqlalchemy.engine import RowMapping

from talqy.service.addressee import Addressee
from talqy.service.store.engines import Engines, is_written
from talqy.service.store.letter_tables import ADDRESSEES
from talqy.service.store.mail_tables import MAILS
from talqy.service.store.outbox import REPLY, reply_row


class MailState(StrEnum):
    """What became of a message."""

    TAKEN = "taken"
    AGAIN = "again"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class ReadMail:
    """A message that was read: by the digest of its bytes, and of its number (Message-ID).

    `comments` are the ids of what it has become, `why` are the reasons why a person must look at
    it, by their codes. `answers` is its number as it stands, as long as a reply waits.
    """

    id: str
    message: str
    state: MailState
    at: datetime
    comments: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    answers: str = field(default="", repr=False)


class ReadMails:
    """Messages that were read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def of(self, name: str) -> ReadMail | None:
        """Return a message by the digest of its bytes."""
        with self._engines.reading() as connection:
            found = connection.execute(select(MAILS).where(MAILS.c.id == name)).mappings().first()
        return _mail(found) if found else None

    def is_taken(self, message: str) -> bool:
        """Return whether a message of this number was taken."""
        here = (MAILS.c.message == message, MAILS.c.state == MailState.TAKEN)
        with self._engines.reading() as connection:
            return connection.execute(select(MAILS.c.id).where(*here)).first() is not None

    def note(self, mail: ReadMail, reply_to: Addressee | None = None) -> bool:
        """Write down what became of a message, with the reply that it gets; once.

        Return whether it had not been written down before.
        """
        row = {
            "id": mail.id,
            "message": mail.message,
            "state": str(mail.state),
            "why": " ".join(mail.why)[:200],
            "answers": mail.answers,
            "comments": " ".join(mail.comments),
            "at": mail.at,
        }
        insert = self._engines.insert(MAILS).values(**row).on_conflict_do_nothing()
        with self._engines.writing() as connection:
            is_new = is_written(connection, insert, MAILS.c.id)
            if is_new and reply_to:
                who = {
                    column.name: getattr(reply_to, column.name)
                    for column in ADDRESSEES.c
                    if column.name != "refused"
                }
                connection.execute(self._engines.insert(ADDRESSEES).values(**who, refused=0))
                connection.execute(reply_row(self._engines, reply_to.id, mail.id, mail.at))
            return is_new

    def replied(self, name: str) -> None:
        """Forget the number of a message whose reply is no longer to be sent."""
        with self._engines.writing() as connection:
            connection.execute(update(MAILS).where(MAILS.c.id == name).values(answers=""))

    def left(self, most: int) -> list[ReadMail]:
        """Return the newest messages that a person must look at."""
        asked = select(MAILS).where(MAILS.c.state == MailState.LEFT)
        asked = asked.order_by(MAILS.c.at.desc(), MAILS.c.id).limit(most)
        with self._engines.reading() as connection:
            return [_mail(row) for row in connection.execute(asked).mappings()]

    def count(self) -> int:
        """Return how many messages were read."""
        with self._engines.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(MAILS)).scalar_one())

    def forget(self, before: datetime) -> int:
        """Forget messages that were read before a moment."""
        with self._engines.writing() as connection:
            return connection.execute(delete(MAILS).where(MAILS.c.at < before)).rowcount


def _mail(row: RowMapping) -> ReadMail:
    return ReadMail(
        row["id"],
        row["message"],
        MailState(row["state"]),
        row["at"],
        tuple(row["comments"].split()),
        tuple(row["why"].split()),
        row["answers"],
    )


__all__ = ["REPLY", "MailState", "ReadMail", "ReadMails"]
