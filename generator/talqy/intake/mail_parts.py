"""What a message consists of: the texts that are shown when it is opened, and what came with it.

Each part is one or the other, so nothing is passed over. A message in a message is named and not
opened: whose words it has, a person must tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from functools import partial
from typing import Any

from talqy.errors import Saying, Spoken
from talqy.intake.form_names import file_words
from talqy.intake.mail_heads import head, sure

_MOST_PARTS = 500
_MOST_BODIES = 20
_DEEPEST = 20
_SIGNATURES = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)


@dataclass(frozen=True, slots=True)
class Body:
    """One text of a letter, in one form or in both."""

    plain: Message | None = None
    page: Message | None = None


@dataclass
class MailParts:
    """The texts of a letter in their order, the names of what came with it, and of messages in it.

    `pictures` are those shown in the text, `signatures` electronic ones.
    """

    bodies: list[Body] = field(default_factory=list)
    files: list[str | Spoken] = field(default_factory=list)
    pictures: list[str | Spoken] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    signatures: list[str | Spoken] = field(default_factory=list)
    file_parts: list[Message] = field(default_factory=list)
    """The parts of `files`, in their order."""
    is_cut: bool = False
    """There were more parts than are looked at."""


def parts_of(message: Message) -> MailParts:
    """Return the parts of a message, each once."""
    parts = MailParts()
    for count, part in enumerate(_opened(message, parts, 0)):
        if count >= _MOST_PARTS:
            parts.is_cut = True
            break
        _put(part, parts)
    parts.is_cut = parts.is_cut or len(parts.bodies) > _MOST_BODIES
    del parts.bodies[_MOST_BODIES:]
    return parts


def _opened(part: Message, found: MailParts, depth: int) -> Iterator[Message]:
    """Yield the parts that hold no others; of a choice of forms, the texts are one body."""
    kind = sure(part.get_content_type, "")
    if depth > _DEEPEST:
        found.is_cut = True
    elif kind == "multipart/alternative" and _children(part):
        yield from _chosen(part, found, depth)
    elif kind.startswith("multipart/") and _children(part):
        for child in _children(part):
            yield from _opened(child, found, depth + 1)
    else:
        yield part


def _chosen(part: Message, found: MailParts, depth: int) -> Iterator[Message]:
    """Take the forms of one text as one body; what else lies there is yielded."""
    inside = [one for child in _children(part) for one in _opened(child, found, depth + 1)]
    plain = next((one for one in inside if _is_text(one, "text/plain")), None)
    page = next((one for one in inside if _is_text(one, "text/html")), None)
    if plain is not None or page is not None:
        found.bodies.append(Body(plain, page))
    yield from (one for one in inside if one is not plain and one is not page)


def _children(part: Message) -> list[Any]:
    if not sure(part.is_multipart, None):
        return []
    return [one for one in sure(lambda: list(part.get_payload()), []) if isinstance(one, Message)]


def _is_text(part: Message, kind: str) -> bool:
    is_kept_apart = sure(part.get_content_disposition, None) == "attachment" or _name(part)
    return sure(part.get_content_type, "") == kind and not is_kept_apart


def _put(part: Message, found: MailParts) -> None:
    kind = sure(part.get_content_type, "")
    if _is_text(part, "text/plain"):
        found.bodies.append(Body(plain=part))
    elif _is_text(part, "text/html"):
        found.bodies.append(Body(page=part))
    elif kind in {"message/rfc822", "message/global"} or _name(part).lower().endswith(_MAIL):
        found.messages.append(_title(part))
    elif kind in _SIGNATURES:
        found.signatures.append(_name(part) or Saying("a signature"))
    else:
        is_shown = kind.startswith("image/") and bool(head(part, "Content-ID"))
        names = found.pictures if is_shown else found.files
        if not is_shown:
            found.file_parts.append(part)
        names.append(file_words(_name(part), kind))


_MAIL = (".eml", ".msg", ".emlx")


def _name(part: Message) -> str:
    name = sure(lambda: str(part.get_filename() or ""), "")
    return " ".join(name.encode("utf-8", "replace").decode().split())[:120]


def _title(part: Message) -> str:
    """Return the subject of a message in a message, or the name of its file."""
    inner = sure(partial(part.get_payload, 0), None)
    subject = head(inner, "Subject") if isinstance(inner, Message) else ""
    return subject[:80] or _name(part) or "?"
