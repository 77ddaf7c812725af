"""A message as Outlook keeps it, as the value that all messages are read as."""

import base64
from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

from talqy.intake.mail_heads import LONGEST_HEAD, OF_ITS_WAY, head, parsed, sure
from talqy.office.outlook import OutlookFile, OutlookMessage, Text, read_outlook
from talqy.office.sound import TooBigError, UnsoundError

# What a letter is in Outlook; meetings, tasks, reports and automatic replies are other kinds.
_LETTERS = ("ipm.note", "ipm.post", "")
_KINDS_OF_MACHINES = ("ipm.note.rules.", "ipm.note.storagequota", "ipm.note.mobile.")


def message_of(data: bytes) -> EmailMessage | None:
    """Return the message; None where the file is no message, or a damaged one.

    Raise TooBigError where it has more than is read.
    """
    try:
        letter = read_outlook(data)
    except TooBigError:
        raise
    except UnsoundError:
        return None
    message = _new("multipart/mixed")
    _set_heads(message, letter)
    both = _new("multipart/alternative")
    for text in _texts(letter):
        both.attach(text)
    texts = [both] if both.is_multipart() else []
    for part in (*texts, *map(_attached, letter.files)):
        message.attach(part)
    return message


def _set_heads(message: EmailMessage, found: OutlookMessage) -> None:
    way = parsed(found.heads.encode("utf-8", "replace") + b"\n\n")
    for name in OF_ITS_WAY:
        _put(message, name, head(way, name) if way else "")
    for name, value in found.named.items():
        _put(message, name, value)
    if found.received and not head(message, "Received"):
        _put(message, "Received", f"by outlook; {_written(found.received)}")
    if found.sent and not head(message, "Date"):
        _put(message, "Date", _written(found.sent))
    kind = found.kind.casefold()
    is_letter = kind.startswith(_LETTERS[:2]) or not kind
    if not is_letter or kind.startswith(_KINDS_OF_MACHINES):
        _put(message, "Auto-Submitted", f"auto-generated ({found.kind})")


def _put(message: EmailMessage, name: str, said: str) -> None:
    plain = " ".join(said.split())[:LONGEST_HEAD]
    if plain:
        sure(lambda: message.add_header(name, plain), None)


def _written(moment: datetime) -> str:
    return str(sure(lambda: format_datetime(moment), ""))


def _texts(found: OutlookMessage) -> Iterator[EmailMessage]:
    for kind, text in (("text/plain", found.plain), ("text/html", found.page)):
        if text is not None and text.data.strip(b"\0 \r\n"):
            yield _text(kind, text)


def _text(kind: str, text: Text) -> EmailMessage:
    part = _new(f'{kind}; charset="{text.charset or "unknown"}"')
    part["Content-Transfer-Encoding"] = "base64"
    # A text may end with a sign of nothing: two bytes of it where each letter has two.
    is_wide = text.charset == "utf-16-le"
    ended = text.data.removesuffix(b"\0\0") if is_wide else text.data.rstrip(b"\0")
    part.set_payload(base64.encodebytes(ended).decode("ascii"))
    return part


def _attached(file: OutlookFile) -> EmailMessage:
    if file.message is not None:
        inner, part = EmailMessage(policy=policy.default), _new("message/rfc822")
        _put(inner, "Subject", file.message or file.name)
        part.attach(inner)
        return part
    part = _new(sure(lambda: file.kind.split()[0], "") or "application/octet-stream")
    sure(
        lambda: part.add_header("Content-Disposition", "attachment", filename=file.name or "?"),
        None,
    )
    if file.content_id:
        _put(part, "Content-ID", file.content_id)
    if file.data:
        part["Content-Transfer-Encoding"] = "base64"
        part.set_payload(base64.encodebytes(file.data).decode("ascii"))
    return part


def _new(kind: str) -> EmailMessage:
    message = EmailMessage(policy=policy.default)
    sure(lambda: message.add_header("Content-Type", kind), None)
    return message
