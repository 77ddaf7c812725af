"""A letter as it goes out: RFC 5322, plain text in UTF-8, one address, nothing hidden in it.

Whatever stands in a value, it becomes no further line of the head: line ends and signs that
nobody sees are spaces there.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
AUTO_REPLIED = "auto-replied"
_MOST_SUBJECT = 200
_CONTENT = SMTP.clone(cte_type="7bit")  # any server on the way takes it, and changes no byte


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter to one address; `leave` is where its reader ends all of them, empty for none.

    One that `is_reply` answers a message by itself; `answers` is the number of that message.
    `id` is the same however often it is sent: a mailbox keeps one of two that have the same.
    """

    id: str
    to: str = field(repr=False)
    subject: str
    body: str
    language: str
    made: datetime
    leave: str = field(default="", repr=False)
    answers: str = field(default="", repr=False)
    is_reply: bool = False


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: an address, and the name that stands before it."""

    address: str
    name: str = ""


def message_of(letter: Letter, sender: Sender) -> EmailMessage:
    """Return a letter as mail programs read it."""
    message = EmailMessage(_CONTENT)
    message["From"] = Address(in_one_line(sender.name), addr_spec=sender.address)
    message["To"] = Address(addr_spec=letter.to)
    message["Subject"] = in_one_line(letter.subject)
    message["Date"] = format_datetime(letter.made)
    message["Message-ID"] = f"<{letter.id}@{sender.address.rpartition('@')[2]}>"
    # No holiday notice, and no loop of two programs (RFC 3834).
    message["Auto-Submitted"] = AUTO_REPLIED if letter.is_reply else "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if letter.answers:
        message["In-Reply-To"] = message["References"] = letter.answers
    if letter.leave:
        message["List-Unsubscribe"] = f"<{letter.leave}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
        message["Precedence"] = "list"
    message.set_content(letter.body, charset="utf-8", cte="quoted-printable")
    message["Content-Language"] = letter.language  # behind the content, which clears such lines
    return message


def in_one_line(text: str) -> str:
    """Return a text as one line of the head of a letter, and no longer than one should be."""
    line = _UNSEEN.sub(" ", text).strip()
    if len(line) <= _MOST_SUBJECT:
        return line
    return line[: _MOST_SUBJECT - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
