"""A message for who keeps all of it: the files that came along, and whether it may be answered.

The words of its author are read by `mail_letter.py`; what is told here is never published.
"""

import re
from dataclasses import dataclass, field
from email.message import Message
from email.utils import getaddresses, parseaddr
from functools import partial

from talqy.intake.mail_heads import head, machine_sign, parsed, sure
from talqy.intake.mail_parts import parts_of

_LISTS = ("List-Id", "List-Post", "List-Help", "List-Subscribe", "Mailing-List", "X-Loop")
_MACHINES = re.compile(
    r"(?:mailer-daemon|postmaster|root|daemon|no-?_?reply|do-?not-?reply|bounces?|owner)\b"
    r"|.{0,200}-(?:request|owner|bounces?)$|(?:owner|bounce)-",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"<[!-;=?-~]{1,240}@[!-;=?-~]{1,240}>")
_LONGEST_NUMBER = 250


@dataclass(frozen=True, slots=True)
class MailedFile:
    """A file of a message: as it is called there, and its bytes."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """What came with a message: `number` is its Message-ID, `answer_to` whom a reply would go to.

    `answer_to` is empty where none may go: to programs, lists, bounces (RFC 3834). `has_more` says
    that there were more parts than are looked at.
    """

    number: str = ""
    answer_to: str = field(default="", repr=False)
    files: tuple[MailedFile, ...] = ()
    has_more: bool = False


def opened_mail(data: bytes, file: str) -> OpenedMail | None:
    """Open a message; None where it is none."""
    message = _message(data, file)
    if message is None:
        return None
    parts = parts_of(message)
    files = tuple(_file(part) for part in parts.file_parts)
    number = head(message, "Message-ID")[: _LONGEST_NUMBER + 1]
    number = number if _NUMBER.fullmatch(number) and len(number) <= _LONGEST_NUMBER else ""
    return OpenedMail(number, _answer_to(message), files, parts.is_cut)


def _message(data: bytes, file: str) -> Message | None:
    if not file.lower().endswith(".msg"):
        return parsed(data)
    # Loaded late, as all that is made with the libraries for office files.
    from talqy.intake.mail_outlook import message_of  # noqa: PLC0415

    return message_of(data)


def _file(part: Message) -> MailedFile:
    name = sure(lambda: str(part.get_filename() or ""), "")
    data = sure(partial(part.get_payload, decode=True), None)
    return MailedFile(
        name.encode("utf-8", "replace").decode()[:1_000], data if isinstance(data, bytes) else b""
    )


def _answer_to(message: Message) -> str:
    """Return where an automatic reply may go: the way back that the message names, else nowhere."""
    if machine_sign(message) or any(head(message, name) for name in _LISTS):
        return ""
    way = head(message, "Return-Path") or head(message, "From")
    address = sure(lambda: parseaddr(way)[1], "")
    senders: list[str] = sure(lambda: [one for _, one in getaddresses([head(message, "From")])], [])
    sender = senders[0] if len(senders) == 1 else ""
    locals_of = [one.rpartition("@")[0] for one in (address, sender)]
    return "" if any(map(_MACHINES.match, locals_of)) or not sender else address
