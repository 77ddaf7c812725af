"""One message (`.eml`) in, one submission out: its own words, without what it repeats, and its day.

A message is a stranger's: its heads may be anything, and the library falls over some of them, so
each is read alone. The address of the sender is never read, and the subject is only shown.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import MIMEPart
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any, TypeVar

from talqy.comments import reasons
from talqy.comments.days import local_day
from talqy.comments.mail_words import own_words, words_of_html
from talqy.comments.reasons import at
from talqy.comments.reception import Reception
from talqy.comments.submissions import Submission
from talqy.comments.table import Read
from talqy.model.comment import WHOLE
from talqy.model.problem import Problem
from talqy.office.grids import Place

V = TypeVar("V")
# Ways of writing that Python knows among charsets, and no message is written in.
_NO_LETTERS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
# Bounded: a pattern that may begin anywhere and goes on for ever takes hours over a long subject.
_ABOUT = re.compile(r"([a-z0-9-]{1,100}) r([1-9]\d{0,3})(?: ([a-z0-9-]{1,100}))?$")


def read_message(data: bytes, file: str, timezone: str) -> Read:
    """Read a message; its day is that of receipt where a server noted it, else of sending."""
    place = Place(file)
    message = _sure(lambda: message_from_bytes(data, policy=policy.default), None)
    if message is None:
        return Read(problems=(at(reasons.NOT_READABLE, place, form="e-mail"),))
    said, notes = _words(message, place)
    if names := _attachments(message):
        notes.append(at(reasons.ATTACHMENTS, place, names=", ".join(names)))
    day = _day(message, timezone)
    submission = Submission(
        place=place,
        said={"text": said, **({"received": day} if day else {})},
        source="message",
        origin=_head(message, "Message-ID"),
        notes=tuple(notes),
    )
    subject = _head(message, "Subject")
    return Read((submission,), (), {"subject": subject} if subject else {})


def addressed(read: Read, reception: Reception, *, clause: str, by_subject: bool) -> Read:
    """Hold a message to its subject, which the site's own mail link ends with draft and clause.

    `clause` is what the operator said; `by_subject` lets the subject say it.
    """
    found = _ABOUT.search(read.facts.get("subject", "").rstrip())
    known = {record.id for record in reception.register.records}
    if found is None or found[1] not in known:
        return read
    (submission,) = read.submissions
    draft, told = f"{found[1]} r{found[2]}", found[3] or WHOLE
    said, notes = dict(submission.said), list(submission.notes)
    if draft != f"{reception.record.id} r{reception.revision.revision}":
        notes += [] if clause else [at(reasons.OTHER_DRAFT, submission.place, draft=draft)]
    elif by_subject:
        said["clause"] = told
    elif told != WHOLE and not clause:
        notes.append(at(reasons.OTHER_CLAUSE, submission.place, clause=told))
    return replace(read, submissions=(replace(submission, said=said, notes=tuple(notes)),))


def _words(message: MIMEPart, place: Place) -> tuple[str, list[Problem]]:
    """Return the words of the author: of the plain text, or else of the page."""
    problems: list[Problem] = []
    for kind in ("plain", "html"):
        part = _sure(partial(message.get_body, (kind,)), None)
        text = _decoded(part, place, problems) if part is not None else ""
        words, left = own_words(words_of_html(text) if kind == "html" else text)
        if words and left:
            problems.append(at(reasons.LEFT_OUT, place, count=left))
        if words or problems:
            return words, problems
    return "", [at(reasons.NO_WORDS, place)]


def _decoded(part: MIMEPart, place: Place, problems: list[Problem]) -> str:
    charset = _sure(lambda: str(part.get_content_charset("utf-8")), "utf-8")
    # What says nothing, or says ASCII, is in our days UTF-8; each ASCII text is.
    charset = "utf-8" if charset in {"us-ascii", "ascii"} else charset
    charset = "?" if charset in _NO_LETTERS else charset
    data = _sure(partial(part.get_payload, decode=True), b"")
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError, ValueError, AttributeError):
        problems.append(at(reasons.CHARSET, place, charset=charset[:40]))
        return ""


def _day(message: MIMEPart, timezone: str) -> str:
    noted: list[str] = _sure(lambda: [str(head) for head in message.get_all("Received", [])], [])
    for written in (*(head.rpartition(";")[2] for head in noted[:1]), _head(message, "Date")):
        moment = _sure(partial(parsedate_to_datetime, written.strip()), None)
        if moment is not None:
            day = _sure(partial(local_day, moment, timezone), None)
            return day.isoformat() if day else ""
    return ""


def _attachments(message: MIMEPart) -> list[str]:
    parts: list[Any] = _sure(lambda: list(message.iter_attachments()), [])
    return [str(_sure(part.get_filename, None) or "?") for part in parts]


def _head(message: MIMEPart, name: str) -> str:
    return " ".join(_sure(lambda: str(message.get(name, "")), "").split())


def _sure(read: Callable[[], Any], otherwise: V) -> V:
    """Read one thing of a message; where the library falls over it, it is not there."""
    try:
        found: V = read()
    except Exception:  # noqa: BLE001 - hostile heads bring up whatever the library has
        return otherwise
    return found
