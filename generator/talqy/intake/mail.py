"""One message (`.eml`, `.msg`), or many (`.mbox`), in; submissions out: own words, day of receipt.

Whatever form a message has, it is read as one kind of value, and by one reader: `mail_letter.py`.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from email.message import Message

from talqy.comments.clause_kinds import CLAUSE_AT_ODDS
from talqy.comments.table_heads import Columns
from talqy.intake import import_kinds
from talqy.intake.mail_heads import parsed
from talqy.intake.mail_letter import letter_of
from talqy.intake.submission import ImportContext, Submission
from talqy.intake.table import ReadTable
from talqy.language.clause_sayings import spoken_clauses
from talqy.model.comment import WHOLE
from talqy.office.grids import Place, at
from talqy.office.sound import TooBigError

_MOST_MESSAGES = 5_000
# Bounded: a pattern that may begin anywhere and goes on for ever takes hours over a long subject.
_ABOUT = re.compile(
    r"(?P<sign>: |\()?(?<![a-z0-9-])(?P<standard>[a-z0-9-]{1,100}) r(?P<revision>[1-9]\d{0,3})"
    r"(?: (?P<clause>[a-z0-9-]{1,100}))?\)?$"
)
# A message begins behind an empty line, with a head below (RFC 4155): people, too, write “From”.
# Some programs leave the empty line out: there only a whole line with its day begins one.
_HEAD_BELOW = rb"\r?\n(?=>?[!-9;-~]{1,100}:|>From )"
_MOMENT = rb"[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d (?:[+-]\d{4} |[A-Z]{1,5} )?\d{4}"
_FROM_LINE = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]{0,300}"
    + _HEAD_BELOW
    + rb"|(?<=\n)From \S{1,200} {1,2}"
    + _MOMENT
    + rb"(?: [+-]\d{4})?"
    + _HEAD_BELOW
)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_message(
    data: bytes, file: str, timezone: str, columns: Columns | None = None
) -> ReadTable:
    """Read a message; its day is that of receipt where a server noted it, else of sending."""
    return _one(parsed(data), data, file, timezone, columns)


def read_outlook(
    data: bytes, file: str, timezone: str, columns: Columns | None = None
) -> ReadTable:
    """Read a message as Outlook keeps it (`.msg`)."""
    # Loaded late, as all that is made with the libraries for office files.
    from talqy.intake.mail_outlook import message_of  # noqa: PLC0415

    try:
        return _one(message_of(data), data, file, timezone, columns)
    except TooBigError:
        return ReadTable(problems=(at(import_kinds.TOO_BIG, Place(file)),))


def _one(
    message: Message | None, data: bytes, file: str, timezone: str, columns: Columns | None
) -> ReadTable:
    place = Place(file)
    if message is None:
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, place, form="e-mail"),))
    return letter_of(message, data, place, timezone, columns)


def read_mailbox(
    data: bytes, file: str, timezone: str, columns: Columns | None = None
) -> ReadTable:
    """Read a box of messages one by one; each has its number in the box as its line."""
    starts = [match.span() for match in _FROM_LINE.finditer(data)]
    if not starts or data[: starts[0][0]].strip():
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, Place(file), form="mbox"),))
    if len(starts) > _MOST_MESSAGES:
        return ReadTable(problems=(at(import_kinds.TOO_BIG, Place(file)),))
    letters = [
        _of_box(one, Place(file, number), timezone, columns)
        for number, one in enumerate(_messages(data, starts), 1)
    ]
    return ReadTable(
        tuple(one for letter in letters for one in letter.submissions),
        tuple(one for letter in letters for one in letter.problems),
        {"messages": str(len(letters))},
        sum(letter.not_read for letter in letters),
    )


def _messages(data: bytes, starts: list[tuple[int, int]]) -> Iterator[bytes]:
    """Yield the messages of a box; lines that begin with “From” are kept with a sign before it."""
    ends = [*(start for start, _ in starts[1:]), len(data)]
    for (_, start), end in zip(starts, ends, strict=True):
        yield _ESCAPED.sub(rb"\1", data[start:end])


def _of_box(data: bytes, place: Place, timezone: str, columns: Columns | None) -> ReadTable:
    message = parsed(data)
    if message is None:
        notes = (at(import_kinds.NOT_READABLE, place, form="e-mail"),)
        return ReadTable((Submission(place=place, said={}, source="message", notes=notes),))
    return letter_of(message, data, place, timezone, columns)


def addressed(
    read: ReadTable, context: ImportContext, *, clause: str, by_subject: bool
) -> ReadTable:
    """Hold messages to their subjects, which the site's own mail link ends with draft and clause.

    `clause` is what the operator said; `by_subject` lets the subject alone say it, whatever other
    clauses the words name.
    """
    told: dict[Place, set[str]] = {}
    for one in read.submissions:
        told.setdefault(one.place, set()).add(one.said.get("clause", ""))
    held = (
        _addressed(_of_subject(one, told[one.place], context), context, clause, by_subject)
        for one in read.submissions
    )
    return replace(read, submissions=tuple(held))


def draft_named(submission: Submission, standards: Container[str]) -> str:
    """Return the text that a message names, as `birth-registration r2`; "" where it names none."""
    if submission.draft:
        return submission.draft
    match = _ABOUT.search(submission.subject.rstrip())
    if match is None or not _is_link(match, standards):
        return ""
    return f"{match['standard']} r{match['revision']}"


def _is_link(match: re.Match[str], standards: Container[str]) -> bool:
    """Return whether the end of a subject is one that the site's mail link writes."""
    is_form = bool(match["sign"]) or match.start() == 0
    return match["standard"] in standards or is_form


def _of_subject(submission: Submission, told: Container[str], context: ImportContext) -> Submission:
    """Hold a form to the subject that it has made: of a clause of which none of its remarks is."""
    match = _ABOUT.search(submission.subject.rstrip()) if submission.draft else None
    named = context.revision.clause(match["clause"] or "") if match else None
    if match is None or named is None or named.id in told:
        return submission
    clauses = spoken_clauses(context.revision, [named])
    odd = at(CLAUSE_AT_ODDS, submission.place, value=submission.called, clauses=clauses)
    return replace(submission, notes=(*submission.notes, odd))


def _addressed(
    submission: Submission,
    context: ImportContext,
    clause: str,
    by_subject: bool,  # noqa: FBT001 - as it was asked
) -> Submission:
    known = frozenset(record.id for record in context.judge.register.records)
    if submission.draft:
        return _held(submission, submission.draft, context, clause)
    match = _ABOUT.search(submission.subject.rstrip())
    if match is None or not _is_link(match, known):
        return submission
    draft = f"{match['standard']} r{match['revision']}"
    if draft != _draft(context):
        return replace(_held(submission, draft, context, clause), titles=(WHOLE,))
    told = match["clause"] or WHOLE
    if by_subject:
        return replace(submission, said={**submission.said, "clause": told})
    return replace(submission, titles=(told,))


def _draft(context: ImportContext) -> str:
    return f"{context.record.id} r{context.revision.revision}"


def _held(submission: Submission, draft: str, context: ImportContext, clause: str) -> Submission:
    """Note that a letter is meant for another draft, where no clause was said for it."""
    if clause or draft == _draft(context):
        return submission
    other = at(import_kinds.OTHER_DRAFT, submission.place, draft=draft)
    return replace(submission, notes=(*submission.notes, other))
