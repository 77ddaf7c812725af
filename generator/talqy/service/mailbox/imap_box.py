"""A mailbox on a server of IMAP. Messages are read without a mark, and moved at once (RFC 6851).

What comes from the server is bytes: a stranger's message is parsed in the worker, and not here.
"""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from imap_tools import MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError, MailboxLoginError

from talqy.service.mailbox.boxes import MOST_AT_ONCE, MailboxAwayError

_SECONDS = 30
_SIZE = re.compile(rb"RFC822\.SIZE (\d{1,12})")


class MailboxTls(StrEnum):
    """How the way to the server is kept from others; `none` is for this machine alone."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailboxServer:
    """Where messages are, and what their folders are called."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls: MailboxTls = MailboxTls.TLS
    inbox: str = "INBOX"
    taken: str = "Talqy taken"
    people: str = "Talqy people"
    context: ssl.SSLContext | None = None
    """What certificates are held to; those of the system, if nothing else is said."""


class ImapBox:
    """A mailbox that is open."""

    def __init__(self, box: Any, server: MailboxServer) -> None:  # noqa: ANN401 - of three classes
        self._box, self._server = box, server

    def waiting(self) -> Iterator[str]:
        """Yield the numbers of the messages that wait, the oldest first."""
        with _told():
            found = self._box.uids("ALL", charset=None)
        yield from sorted(found, key=int)[:MOST_AT_ONCE]

    def size(self, name: str) -> int:
        """Return how long a message is."""
        with _told():
            parts = self._asked(name, "(RFC822.SIZE)")
        found = next((match for part in parts if (match := _SIZE.search(_flat(part)))), None)
        if found is None:
            raise MailboxAwayError("the mail server does not say how long a message is")
        return int(found[1])

    def data(self, name: str) -> bytes:
        """Return the bytes of a message, which stays unread."""
        with _told():
            parts = self._asked(name, "(BODY.PEEK[])")
        body = next((part[1] for part in parts if isinstance(part, tuple)), None)
        if not isinstance(body, bytes):
            raise MailboxAwayError("the mail server does not give a message")
        return body

    def form(self, name: str) -> str:
        """Return the name of a file that a message would be."""
        return f"{name}.eml"

    def to_taken(self, name: str) -> None:
        """Move a message to those that were taken."""
        self._move(name, self._server.taken)

    def to_people(self, name: str) -> None:
        """Move a message to those that a person must look at."""
        self._move(name, self._server.people)

    def count_of_people(self) -> int:
        """Return how many messages wait for a person."""
        with _told():
            return int(self._box.folder.status(self._server.people, ["MESSAGES"])["MESSAGES"])

    def _asked(self, name: str, what: str) -> list[Any]:
        status, parts = self._box.client.uid("fetch", name, what)
        if status != "OK" or not parts or parts[0] is None:
            raise MailboxAwayError("the mail server does not give a message")
        return list(parts)

    def _move(self, name: str, folder: str) -> None:
        with _told():
            self._box.move(name, folder)


@contextmanager
def opened_mailbox(server: MailboxServer) -> Iterator[ImapBox]:
    """Sign in to a mailbox, make its two folders where they are not there, and open its inbox."""
    with _told():
        box = _connected(server)
    try:
        with _told():
            box.login(server.user, server.password, initial_folder=None)
            _refuse_without_move(box)
            for folder in (server.taken, server.people):
                if not box.folder.exists(folder):
                    box.folder.create(folder)
            box.folder.set(server.inbox)
        yield ImapBox(box, server)
    finally:
        with suppress(ImapToolsError, imaplib.IMAP4.error, OSError):
            box.logout()
        with suppress(OSError):
            box.client.shutdown()


def _connected(server: MailboxServer) -> Any:  # noqa: ANN401 - one of three classes
    at = {"host": server.host, "port": server.port, "timeout": _SECONDS}
    if server.tls is MailboxTls.NONE:
        return MailBoxUnencrypted(**at)
    context = server.context or ssl.create_default_context()
    of = MailBox if server.tls is MailboxTls.TLS else MailBoxStartTls
    return of(**at, ssl_context=context)


def _refuse_without_move(box: Any) -> None:  # noqa: ANN401 - one of three classes
    """See that the server moves messages itself: copying and deleting could lose another's."""
    _, said = box.client.capability()  # signed in, a server can do more than it said before
    box.client.capabilities = tuple(said[-1].decode("ascii", "replace").upper().split())
    if "MOVE" not in box.client.capabilities:
        raise MailboxAwayError("the mail server cannot move messages (RFC 6851)")


def _flat(part: object) -> bytes:
    return part[0] if isinstance(part, tuple) else part if isinstance(part, bytes) else b""


@contextmanager
def _told() -> Iterator[None]:
    """Say in our words what a library says; it may hold words of a message."""
    try:
        yield
    except MailboxLoginError as error:
        raise MailboxAwayError("the mailbox does not accept name and password") from error
    except ssl.SSLError as error:
        raise MailboxAwayError("the certificate of the mailbox is not accepted") from error
    except (ImapToolsError, imaplib.IMAP4.error, OSError, ValueError) as error:
        raise MailboxAwayError("the mailbox cannot be reached or read") from error
