"""The mail server: one letter at a time, and what became of it.

`handing` is called when the server has agreed to take a letter, right before its words go out: who
keeps then that it is on its way never sends it twice, whatever happens after.
"""

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from enum import StrEnum

from talqy.errors import TalqyError
from talqy.service.messages.letter import AUTO_REPLIED

_SECONDS = 30
_DATA_BEGINS, _TAKEN, _CLOSING = 354, 250, 421
_REFUSED = range(500, 600)


class Tls(StrEnum):
    """How the way to the server is kept from others; `none` is for this machine alone."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class MailAwayError(TalqyError):
    """The mail server cannot be reached, or takes nothing now."""


class LetterRefusedError(TalqyError):
    """The mail server has refused one letter for good."""


class LetterLaterError(TalqyError):
    """The mail server does not take one letter now, and may later."""


class LetterUnknownError(TalqyError):
    """The words of a letter went out, and whether it was taken nobody knows."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters go out."""

    host: str
    port: int
    tls: Tls = Tls.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)
    context: ssl.SSLContext | None = None
    """What certificates are held to; those of the system, if nothing else is said."""


class Post:
    """A connection to the mail server, on which letters go out one after the other."""

    def __init__(self, smtp: smtplib.SMTP) -> None:
        self._smtp = smtp

    def send(self, message: EmailMessage, handing: Callable[[], None]) -> None:
        """Send one letter.

        Raise `LetterRefusedError` where it will never be taken, `LetterLaterError` where it may be
        later, `MailAwayError` where none is taken now, and `LetterUnknownError` where the answer to
        its words did not come.
        """
        sender, to = message["From"].addresses[0].addr_spec, message["To"].addresses[0].addr_spec
        # What comes back of an automatic reply would be answered by programs for ever (RFC 3834).
        sender = "" if message["Auto-Submitted"] == AUTO_REPLIED else sender
        with _told():
            self._smtp.rset()
            self._step(self._smtp.mail(sender))
            self._step(self._smtp.rcpt(to))
            self._smtp.putcmd("data")
            self._step(self._smtp.getreply(), _DATA_BEGINS)
        handing()
        try:
            self._smtp.send(_with_dots(message.as_bytes()))
            answer = self._smtp.getreply()
        except (smtplib.SMTPException, OSError) as error:
            raise LetterUnknownError("whether a letter was taken is not known") from error
        self._step(answer)

    def _step(self, answer: tuple[int, bytes], wanted: int = _TAKEN) -> None:
        status = answer[0]
        if status == wanted or (wanted == _TAKEN and 250 <= status <= 252):
            return
        if status in _REFUSED:
            raise LetterRefusedError("the mail server refuses a letter: {status}", status=status)
        if status == _CLOSING:
            raise MailAwayError("the mail server takes nothing now: {status}", status=status)
        raise LetterLaterError("the mail server takes a letter later: {status}", status=status)


@contextmanager
def opened(server: MailServer) -> Iterator[Post]:
    """Connect to the mail server, and sign in where that is asked for."""
    context = server.context or ssl.create_default_context()
    with _told():
        if server.tls is Tls.TLS:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=_SECONDS, context=context
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
    try:
        with _told():
            if server.tls is Tls.STARTTLS:
                smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
            if server.user:
                smtp.login(server.user, server.password)
        yield Post(smtp)
        with suppress(smtplib.SMTPException, OSError):
            smtp.quit()
    finally:
        smtp.close()


@contextmanager
def _told() -> Iterator[None]:
    """Say in our words what a library says; it names no address."""
    try:
        yield
    except smtplib.SMTPNotSupportedError as error:
        raise MailAwayError("the mail server does not offer what is asked of it (TLS)") from error
    except smtplib.SMTPAuthenticationError as error:
        raise MailAwayError("the mail server does not accept name and password") from error
    except ssl.SSLError as error:
        raise MailAwayError("the certificate of the mail server is not accepted") from error
    except (smtplib.SMTPException, OSError) as error:
        raise MailAwayError("the mail server cannot be reached") from error


def _with_dots(data: bytes) -> bytes:
    """Return the words of a letter as they go out: a point that begins a line is doubled."""
    stuffed = data.replace(b"\r\n.", b"\r\n..")
    stuffed = b"." + stuffed if stuffed.startswith(b".") else stuffed
    return stuffed.rstrip(b"\r\n") + b"\r\n.\r\n"
