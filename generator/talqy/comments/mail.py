"""One message (`.eml`), or many (`.mbox`), in; submissions out: own words and the day of receipt.

A message is a stranger's: it is bounded before the library reads it, its heads may be anything and
are read one by one. The address of the sender is never stored, and the subject is only shown.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any, TypeVar, cast

from talqy.comments import import_kinds
from talqy.comments import mail_signs as signs
from talqy.comments.form_words import local_day
from talqy.comments.import_kinds import at
from talqy.comments.own_words import Doubt, OwnWords, lines_of, own_words
from talqy.comments.submission import ImportContext, Submission
from talqy.comments.table import ReadTable
from talqy.model.comment import WHOLE
from talqy.model.problem import Kind, Problem
from talqy.office.grids import Place
from talqy.office.mail_page import MailLine, read_page

V = TypeVar("V")
# The library takes quadratic time, and gigabytes, over heads of many encoded words.
_LONGEST_HEAD = 2_000
_MOST_HEADS = 400
_MOST_PARTS = 200
_MOST_MESSAGES = 5_000
# Ways of writing that Python knows among charsets, and no message is written in.
_NO_LETTERS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
_WINDOWS = re.compile(r"(?:x-)?(?:cp|win|windows|microsoft-cp)[-_ ]?(125[0-8])")
_KAZAKH = re.compile(r"(?:str?k|rk|kz)[-_ ]?1048(?:[-:]\d+)?")
# Bounded: a pattern that may begin anywhere and goes on for ever takes hours over a long subject.
_ABOUT = re.compile(r"([a-z0-9-]{1,100}) r([1-9]\d{0,3})(?: ([a-z0-9-]{1,100}))?$")
_FROM_LINE = re.compile(rb"^From [^\n]{1,300}\d{4}[^\n]{0,20}\n", re.MULTILINE)
_MACHINES = ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Failed-Recipients")
_DOUBTS: dict[Doubt, Kind] = {
    Doubt.FORWARDED: import_kinds.FORWARDED,
    Doubt.UNCLEAR: import_kinds.UNCLEAR_WORDS,
    Doubt.NAME: import_kinds.NAME_AT_END,
}


def read_message(data: bytes, file: str, timezone: str) -> ReadTable:
    """Read a message; its day is that of receipt where a server noted it, else of sending."""
    place = Place(file)
    message = _parsed(data)
    if message is None:
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, place, form="e-mail"),))
    subject = _head(message, "Subject")
    facts = {"subject": subject} if subject else {}
    return ReadTable((_submission(message, data, place, timezone),), (), facts)


def read_mailbox(data: bytes, file: str, timezone: str) -> ReadTable:
    """Read a box of messages one by one; each has its number in the box as its line."""
    starts = [found.start() for found in _FROM_LINE.finditer(data)]
    if not starts or data[: starts[0]].strip():
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, Place(file), form="mbox"),))
    if len(starts) > _MOST_MESSAGES:
        return ReadTable(problems=(at(import_kinds.TOO_BIG, Place(file)),))
    found = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        one = re.sub(rb"^>(>*From )", rb"\1", data[start:end], flags=re.MULTILINE)
        place = Place(file, number)
        message = _parsed(one)
        if message is None:
            notes = (at(import_kinds.NOT_READABLE, place, form="e-mail"),)
            found.append(Submission(place=place, said={}, source="message", notes=notes))
        else:
            found.append(_submission(message, one, place, timezone))
    return ReadTable(tuple(found), (), {"messages": str(len(found))})


def addressed(
    read: ReadTable, context: ImportContext, *, clause: str, by_subject: bool
) -> ReadTable:
    """Hold a message to its subject, which the site's own mail link ends with draft and clause.

    `clause` is what the operator said; `by_subject` lets the subject say it.
    """
    found = _ABOUT.search(read.facts.get("subject", "").rstrip())
    known = {record.id for record in context.judge.register.records}
    if found is None or found[1] not in known:
        return read
    (submission,) = read.submissions
    draft, told = f"{found[1]} r{found[2]}", found[3] or WHOLE
    said, notes = dict(submission.said), list(submission.notes)
    if draft != f"{context.record.id} r{context.revision.revision}":
        notes += [] if clause else [at(import_kinds.OTHER_DRAFT, submission.place, draft=draft)]
    elif by_subject:
        said["clause"] = told
    elif told != WHOLE and not clause:
        notes.append(at(import_kinds.OTHER_CLAUSE, submission.place, clause=told))
    return replace(read, submissions=(replace(submission, said=said, notes=tuple(notes)),))


def _submission(message: MIMEPart, data: bytes, place: Place, timezone: str) -> Submission:
    reading = _Reading(message, place)
    words = reading.words()
    day = _day(message, timezone)
    digest = hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
    notes = [replace(note, values={**note.values, "digest": digest}) for note in reading.notes]
    return Submission(
        place=place,
        said={"text": words.text, **({"received": day} if day else {})},
        source="message",
        origin=_head(message, "Message-ID"),
        notes=tuple(notes),
        left_out=words.left_out,
    )


def _parsed(data: bytes) -> EmailMessage | None:
    """Parse a message whose heads are bounded; longer ones are cut, more are left out."""
    head, gap, body = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    heads = re.split(rb"\n(?![ \t])", head)[:_MOST_HEADS]
    bounded = b"\n".join(one[:_LONGEST_HEAD] for one in heads) + gap + body
    read = partial(message_from_bytes, bounded, policy=policy.default)
    return cast("EmailMessage | None", _sure(read, None))


@dataclass
class _Reading:
    """What is found out about one message: its author's words, and what a person must know."""

    message: MIMEPart
    place: Place

    def __post_init__(self) -> None:
        """Begin without a note."""
        self.notes: list[Problem] = []

    def words(self) -> OwnWords:
        """Return the words of the author: of the plain text, or else of the page."""
        found = self._of_bodies()
        subject = _head(self.message, "Subject")
        if sign := _machine(self.message, subject):
            self._note(import_kinds.MACHINE, sign=sign)
        elif found.doubt:
            self._note(_DOUBTS[found.doubt], line=found.line[:80])
        elif found.text and signs.FORWARDING.match(subject):
            self._note(import_kinds.FORWARDED, line=subject[:80])
        elif not found.text and not self.notes:
            self._note(import_kinds.NO_WORDS)
        if found.left_out and found.text:
            self._note(import_kinds.LEFT_OUT, count=len(found.left_out))
        self._look_at_attachments(found.text)
        return found

    def _of_bodies(self) -> OwnWords:
        is_reply = bool(
            _head(self.message, "In-Reply-To")
            or _head(self.message, "References")
            or signs.REPLYING.match(_head(self.message, "Subject"))
        )
        for kind in ("plain", "html"):
            part = _sure(partial(self.message.get_body, (kind,)), None)
            if part is None:
                continue
            text = self._decoded(part)
            lines = self._page(text) if kind == "html" else _plain(part, text)
            found = own_words(lines, is_reply=is_reply)
            if found.text or found.doubt or self.notes:
                return found
        return OwnWords("")

    def _page(self, text: str) -> list[MailLine]:
        page = read_page(text)
        if page.struck:
            words = "; ".join(page.struck)[:200]
            self._note(import_kinds.STRUCK_IN_LETTER, words=words)
        return list(page.lines)

    def _decoded(self, part: MIMEPart) -> str:
        said = _sure(lambda: str(part.get_content_charset("utf-8")), "utf-8")
        charset = _charset(said)
        data = _sure(partial(part.get_payload, decode=True), b"")
        try:
            return data.decode(charset)
        except (UnicodeError, LookupError, ValueError, AttributeError):
            self._note(import_kinds.CHARSET, charset=said[:40])
            return ""

    def _look_at_attachments(self, text: str) -> None:
        names = list(_attachments(self.message))
        spoken = signs.ATTACHED.search(text)
        if spoken:
            self._note(
                import_kinds.ATTACHMENT_MEANT, words=spoken[0], names=", ".join(names) or "–"
            )
        elif names:
            self._note(import_kinds.ATTACHMENTS, names=", ".join(names))

    def _note(self, kind: Kind, **values: object) -> None:
        self.notes.append(at(kind, self.place, **values))


def _plain(part: MIMEPart, text: str) -> list[MailLine]:
    """Return the lines of a plain text, without the breaks that programs put into sentences."""
    is_flowed = _sure(lambda: part.get_param("format"), None) == "flowed"
    lines = lines_of(text) if not is_flowed else list(_flowed(text))
    return list(_unwrapped(lines))


def _flowed(text: str) -> Iterator[MailLine]:
    """Join the lines of a flowed text (RFC 3676): one that ends with a space goes on."""
    going = ""
    for line in text.replace("\r\n", "\n").split("\n"):
        stuffed = line.removeprefix(" ")
        if stuffed.startswith(">") or stuffed == "-- ":
            if going:
                yield MailLine(going.rstrip())
                going = ""
            yield MailLine(stuffed.rstrip(), stuffed.startswith(">"))
        elif stuffed.endswith(" "):
            going += stuffed
        else:
            yield MailLine((going + stuffed).rstrip())
            going = ""
    if going:
        yield MailLine(going.rstrip())


_SHORTEST, _WIDTH = 55, 70


def _unwrapped(lines: list[MailLine]) -> Iterator[MailLine]:
    """Join lines that were broken for their width alone, and go on in the middle of a sentence."""
    whole: MailLine | None = None
    last = ""
    for line in lines:
        first = line.text.split(" ", 1)[0]
        is_full = len(last) >= _SHORTEST and len(last) + 1 + len(first) > _WIDTH
        if whole and not (whole.is_quoted or line.is_quoted) and is_full and first[:1].islower():
            whole = MailLine(f"{whole.text} {line.text}")
        else:
            if whole:
                yield whole
            whole = line
        last = line.text
    if whole:
        yield whole


def _charset(said: str) -> str:
    """Return the name that Python has for a charset, however a program writes it."""
    name = said.strip().strip("\"'").lower()
    if found := _WINDOWS.fullmatch(name):
        return f"cp{found[1]}"
    if _KAZAKH.fullmatch(name):
        return "kz1048"
    # What says nothing, or says ASCII, is in our days UTF-8; each ASCII text is.
    return {"us-ascii": "utf-8", "ascii": "utf-8", "utf8": "utf-8"}.get(
        name, "?" if name in _NO_LETTERS else name
    )


def _machine(message: MIMEPart, subject: str) -> str:
    """Return the sign by which a message is a program's own; "" where it is a person's."""
    auto = _head(message, "Auto-Submitted").lower()
    if auto and not auto.startswith("no"):
        return f"Auto-Submitted: {auto[:40]}"
    if name := next((name for name in _MACHINES if _head(message, name)), ""):
        return name
    if _head(message, "Precedence").lower() in {"auto_reply", "bulk", "junk"}:
        return f"Precedence: {_head(message, 'Precedence')[:20]}"
    kind = _sure(message.get_content_type, "")
    if kind in {"multipart/report", "text/calendar"}:
        return kind
    return subject[:60] if signs.MACHINE_SUBJECT.match(subject) else ""


def _day(message: MIMEPart, timezone: str) -> str:
    noted: list[str] = _sure(lambda: [str(head) for head in message.get_all("Received", [])], [])
    for written in (*(head.rpartition(";")[2] for head in noted[:1]), _head(message, "Date")):
        moment = _sure(partial(parsedate_to_datetime, written.strip()), None)
        if moment is not None:
            day = _sure(partial(local_day, moment, timezone), None)
            return day.isoformat() if day else ""
    return ""


def _attachments(message: MIMEPart) -> Iterator[str]:
    """Name the files and messages that came with a message, however deep they lie."""
    parts: list[Any] = _sure(lambda: list(message.iter_attachments()), [])
    for part in parts[:_MOST_PARTS]:
        kind = _sure(part.get_content_type, "")
        if kind == "message/rfc822":
            inner = _sure(partial(part.get_payload, 0), None)
            subject = _head(inner, "Subject") if inner is not None else ""
            yield f"message “{subject[:60]}”"
        elif _sure(part.is_multipart, None):
            yield from _attachments(part)
        else:
            yield str(_sure(part.get_filename, None) or kind or "?")


def _head(message: MIMEPart, name: str) -> str:
    return " ".join(_sure(lambda: str(message.get(name, "")), "").split())[:_LONGEST_HEAD]


def _sure(read: Callable[[], Any], otherwise: V) -> V:
    """Read one thing of a message; where the library falls over it, it is not there."""
    try:
        found: V = read()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - hostile heads bring up whatever the library has
        return otherwise
    return found
