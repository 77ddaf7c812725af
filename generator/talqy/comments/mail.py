"""One message (`.eml`) in, one submission out: its own words, without what it repeats, and its day.

Its own words: no other message, no signature, no markup. A message is a stranger's: its heads may
be anything, and the library falls over some of them, so each is read alone. The address of the
sender is never read, and the subject is only shown.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import MIMEPart
from email.utils import parsedate_to_datetime
from functools import partial
from html.parser import HTMLParser
from typing import Any, TypeVar

from talqy.comments import import_kinds
from talqy.comments.form_words import local_day
from talqy.comments.import_kinds import at
from talqy.comments.submission import ImportContext, Submission
from talqy.comments.table import ReadTable
from talqy.model.comment import WHOLE
from talqy.model.problem import Problem
from talqy.office.grids import Place

# From here on a message repeats another one, as the usual programs write it.
_ORIGINAL = re.compile(
    r"-{2,}\s*(?:original message|forwarded message|исходное сообщение|пересылаемое сообщение|"
    r"пересланное сообщение|бастапқы хабарлама|қайта жіберілген хабарлама)\b.*|_{20,}\s*",
    re.IGNORECASE,
)


_HEADS = re.compile(r"(?:from|от|кімнен)\s*:.*", re.IGNORECASE)


_MORE_HEADS = re.compile(
    r"(?:sent|date|to|subject|отправлено|дата|кому|тема|жіберілді|күні|кімге|тақырыбы)\s*:.*",
    re.IGNORECASE,
)


_WROTE = re.compile(
    r".{0,200}(?:wrote|пишет|писал\(?а?\)?|написал\(?а?\)?|жазды)\s*:\s*", re.IGNORECASE
)


_BY_PROGRAM = re.compile(r"@|\b\d{1,2}:\d\d\b")


_SENT_FROM = re.compile(
    r"(?:sent from my|отправлено (?:с|из)|.{0,30}(?:құрылғысынан|телефонынан) жіберілді)\b.*",
    re.IGNORECASE,
)


_REGARDS = re.compile(
    r"(?:с уважением|құрметпен|ізгі ниетпен|(?:best |kind )?regards|sincerely)\b.{0,60}",
    re.IGNORECASE,
)


_LONGEST_SIGNATURE = 8


_BLOCKS = frozenset(
    {"p", "div", "br", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre"}
)


_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript"})


_QUOTING = frozenset({"blockquote"})


def own_words(text: str) -> tuple[str, int]:
    """Leave out what a message repeats of others, and its signature; count the lines left out."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept: list[str] = []
    for place, line in enumerate(lines):
        if _introduces(lines, place):
            continue
        if _ends_here(lines, place):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
    kept = list(_unsigned(kept))
    left = sum(map(bool, lines)) - sum(map(bool, kept))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(), left


def _ends_here(lines: Sequence[str], place: int) -> bool:
    """Return whether everything from this line on is a signature, or another message."""
    line = lines[place].strip()
    if line == "--" or _ORIGINAL.fullmatch(line):
        return True
    following = [other.strip() for other in lines[place + 1 : place + 4]]
    if _HEADS.fullmatch(line) and any(_MORE_HEADS.fullmatch(other) for other in following):
        return True
    # Programs name the hour or the address; “the law says:” is the author's own.
    return bool(_WROTE.fullmatch(line) and _BY_PROGRAM.search(line) and place)


def _introduces(lines: Sequence[str], place: int) -> bool:
    """Return whether a line only announces the quotation below it; it may be wrapped into two."""
    line = lines[place].strip()
    if _WROTE.fullmatch(line):
        return _quotes_next(lines, place)
    joined = f"{line} {lines[place + 1].strip()}" if place + 1 < len(lines) else ""
    is_wrapped = bool(line) and len(joined) < 200 and bool(_WROTE.fullmatch(joined))
    return is_wrapped and "@" in joined and _quotes_next(lines, place + 1)


def _quotes_next(lines: Sequence[str], place: int) -> bool:
    following = next((line.lstrip() for line in lines[place + 1 :] if line.strip()), "")
    return following.startswith(">")


def _unsigned(lines: Sequence[str]) -> Sequence[str]:
    """Cut a farewell with what follows it, where that is short and stands at the end."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    for place in filled[-_LONGEST_SIGNATURE:]:
        line = lines[place].strip()
        if place and (_REGARDS.fullmatch(line) or _SENT_FROM.fullmatch(line)):
            return lines[:place]
    return lines


class _Words(HTMLParser):
    """Gathers the words of a page; what is unseen or quoted is passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.passed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break the line at blocks; open what is passed over."""
        quoted = any(name == "class" and "gmail_quote" in (said or "") for name, said in attrs)
        if self.passed:
            if tag == self.passed[-1]:
                self.passed.append(tag)
        elif tag in _UNSEEN | _QUOTING or (quoted and tag == "div"):
            self.passed.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Break the line after blocks; close what is passed over."""
        if self.passed:
            if tag == self.passed[-1]:
                self.passed.pop()
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Take words; line breaks of the source are spaces."""
        if not self.passed:
            self.parts.append(re.sub(r"\s+", " ", data))


def words_of_html(page: str) -> str:
    """Return the words of a page, a line for each block."""
    reader = _Words()
    try:
        reader.feed(page)
        reader.close()
    except (AssertionError, ValueError):  # the parser gives up on some broken declarations
        reader.parts.append("")
    lines = [line.strip() for line in "".join(reader.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


V = TypeVar("V")
# Ways of writing that Python knows among charsets, and no message is written in.
_NO_LETTERS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
# Bounded: a pattern that may begin anywhere and goes on for ever takes hours over a long subject.
_ABOUT = re.compile(r"([a-z0-9-]{1,100}) r([1-9]\d{0,3})(?: ([a-z0-9-]{1,100}))?$")


def read_message(data: bytes, file: str, timezone: str) -> ReadTable:
    """Read a message; its day is that of receipt where a server noted it, else of sending."""
    place = Place(file)
    message = _sure(lambda: message_from_bytes(data, policy=policy.default), None)
    if message is None:
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, place, form="e-mail"),))
    said, notes = _words(message, place)
    if names := _attachments(message):
        notes.append(at(import_kinds.ATTACHMENTS, place, names=", ".join(names)))
    day = _day(message, timezone)
    submission = Submission(
        place=place,
        said={"text": said, **({"received": day} if day else {})},
        source="message",
        origin=_head(message, "Message-ID"),
        notes=tuple(notes),
    )
    subject = _head(message, "Subject")
    return ReadTable((submission,), (), {"subject": subject} if subject else {})


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


def _words(message: MIMEPart, place: Place) -> tuple[str, list[Problem]]:
    """Return the words of the author: of the plain text, or else of the page."""
    problems: list[Problem] = []
    for kind in ("plain", "html"):
        part = _sure(partial(message.get_body, (kind,)), None)
        text = _decoded(part, place, problems) if part is not None else ""
        words, left = own_words(words_of_html(text) if kind == "html" else text)
        if words and left:
            problems.append(at(import_kinds.LEFT_OUT, place, count=left))
        if words or problems:
            return words, problems
    return "", [at(import_kinds.NO_WORDS, place)]


def _decoded(part: MIMEPart, place: Place, problems: list[Problem]) -> str:
    charset = _sure(lambda: str(part.get_content_charset("utf-8")), "utf-8")
    # What says nothing, or says ASCII, is in our days UTF-8; each ASCII text is.
    charset = "utf-8" if charset in {"us-ascii", "ascii"} else charset
    charset = "?" if charset in _NO_LETTERS else charset
    data = _sure(partial(part.get_payload, decode=True), b"")
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError, ValueError, AttributeError):
        problems.append(at(import_kinds.CHARSET, place, charset=charset[:40]))
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
