"""Whether a message breaks off: its end was lost on the way, and nobody knows how much of it.

Signs: a body that its encoding does not end (RFC 2045, 6.7 and 6.8), parts without their last
boundary (RFC 2046, 5.1.1), fewer bytes or lines than its heads count, a page within a tag.
"""

import re
from email.message import Message
from functools import partial

from talqy.intake.mail_heads import head, sure

_DEFECTS = frozenset(
    {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect", "NoBoundaryInMultipartDefect"}
    | {"InvalidBase64PaddingDefect", "InvalidBase64LengthDefect", "InvalidBase64CharactersDefect"}
)
# A soft break without its line, or half of a sign.
_OPEN_QUOTED = re.compile(r"=[0-9A-Fa-f]?\Z")
_SOFT_BREAK = re.compile(r"[^.!?…»\")\]\s]\s*=\r?\n\Z")
_OPEN_PAGE = re.compile(r"</?[a-z!][^<>]*\Z", re.IGNORECASE)
_SLACK = 2


def is_cut_off(message: Message, data: bytes) -> bool:
    """Return whether a message ends before its end; `data` are its bytes."""
    parts: list[Message] = sure(lambda: list(message.walk()), [])
    return any(map(_is_open, parts)) or _is_shorter_than_counted(message, data)


def is_page_cut_off(page: str) -> bool:
    """Return whether a page ends within a tag; HTML lets its last one be left out (13.1.2.4)."""
    return bool(_OPEN_PAGE.search(page.rstrip()[-5_000:]))


def _is_open(part: Message) -> bool:
    sure(partial(part.get_payload, decode=True), b"")
    if any(type(defect).__name__ in _DEFECTS for defect in part.defects):
        return True
    if head(part, "Content-Transfer-Encoding").lower() != "quoted-printable":
        return False
    written = str(sure(part.get_payload, ""))
    return bool(_OPEN_QUOTED.search(written[-10:]) or _SOFT_BREAK.search(written[-1_000:]))


def _is_shorter_than_counted(message: Message, data: bytes) -> bool:
    """Return whether the heads of a mailbox count more; ends of lines are one sign or two."""
    body = data.replace(b"\r\n", b"\n").partition(b"\n\n")[2]
    lines = body.count(b"\n")
    most = len(body) + lines + body.count(b"\nFrom ") + _SLACK
    counted = ((head(message, "Content-Length"), most), (head(message, "Lines"), lines + _SLACK))
    return any(said.isdecimal() and len(said) < 10 and int(said) > has for said, has in counted)
