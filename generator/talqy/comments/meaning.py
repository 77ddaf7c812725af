"""Checks 12 to 16: what a comment means, held to the base's own texts, settings and days."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from talqy.comments import comment_words as words
from talqy.comments.verdict import Finding, Level, weighed
from talqy.compare.quotes import find_quote
from talqy.law.stages import closing_day, stage_on
from talqy.law.workdays import Workdays
from talqy.model.comment import WHOLE, Comment
from talqy.model.project import Project
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.stage import DISCUSSED, Stage
from talqy.project import faults

CONSENT = "1"
"""The conditions that hold now; the page “How to comment” prints them."""
LEAST_TEXT, MOST_TEXT, MOST_NAME = 10, 10_000, 120

_DAY = timedelta(days=1)
_OF_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC, _LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ENOUGH = 40


@dataclass(frozen=True)
class Desk:
    """What the base says of the standard that a comment is about.

    `record` is None where there is no such standard; `standards` and `comments` are the ids of all
    that there are; `claims` says whether the day of receipt is only its author's word.
    """

    project: Project
    record: Record | None
    standards: Collection[str]
    comments: Collection[str]
    today: date
    claims: bool


def meaning(path: str, comment: Comment, desk: Desk) -> Iterator[Finding]:
    """Hold one comment to what it speaks of."""
    yield from _extent(path, comment)
    yield from _language(path, comment, desk.project)
    if comment.consent != CONSENT:
        yield words.OTHER_CONSENT.at(path, ("consent",), consent=CONSENT)
    if desk.record is None:
        yield _no_standard(path, comment, desk)
        return
    revision = desk.record.revision(comment.revision)
    if revision is None:
        yield _no_revision(path, comment, desk.record)
        return
    yield from _day(path, comment, revision, desk.record, desk)
    yield from _clause(path, comment, revision)
    if comment.in_reply_to and comment.in_reply_to not in {*desk.comments} - {comment.id}:
        yield _no_other(path, comment.in_reply_to, desk.comments)


def _extent(path: str, comment: Comment) -> Iterator[Finding]:
    if len(comment.text.strip()) < LEAST_TEXT:
        yield words.TOO_SHORT.at(path, ("text",), least=LEAST_TEXT)
    for where, said, most in (
        (("text",), comment.text, MOST_TEXT),
        (("proposal",), comment.proposal, MOST_TEXT),
        (("author", "name"), comment.author.name, MOST_NAME),
    ):
        if said and len(said) > most:
            yield words.TOO_LONG.at(path, where, most=most)


def _language(path: str, comment: Comment, project: Project) -> Iterator[Finding]:
    if comment.language not in project.languages:
        yield words.UNKNOWN_LANGUAGE.at(path, ("language",), known=", ".join(project.languages))
    elif _is_other(comment.text, comment.language):
        yield words.OTHER_LANGUAGE.at(path, ("language",))


def _is_other(text: str, language: str) -> bool:
    """Return whether a text is hardly in its language: Kazakh has letters that Russian lacks."""
    text = _ADDRESS.sub("", text)
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if language not in ("kk", "ru") or cyrillic + latin < _ENOUGH:
        return False
    if latin > cyrillic:
        return True
    kazakh = len(_OF_KAZAKH.findall(text))
    return kazakh == 0 if language == "kk" else kazakh > 0.08 * cyrillic


def _day(
    path: str, comment: Comment, revision: Revision, record: Record, desk: Desk
) -> Iterator[Finding]:
    """Look whether the discussion was open, as the base tells its days."""
    where, day = ("received",), comment.received
    talk = revision.consultation
    if talk is None:
        yield words.NEVER_OPEN.at(path, ("revision",), revision=comment.revision)
        return
    if day > desk.today + _DAY:
        yield words.FUTURE.at(path, where, day=day.isoformat(), today=desk.today.isoformat())
        return
    workdays, near = Workdays(desk.project.calendar), desk.project.closing_within
    stage = stage_on(day, record, revision, workdays, near)
    closes = closing_day(talk, day)
    if stage is Stage.PLANNED:
        opens = talk.opens.isoformat()
        yield words.NOT_YET_OPEN.at(
            path, where, revision=comment.revision, day=day.isoformat(), opens=opens
        )
    elif stage is Stage.CONSIDERING:
        yield words.LATE.at(path, where, closes=closes.isoformat())
    elif stage not in DISCUSSED:
        yield words.CLOSED.at(path, where, revision=comment.revision)
    elif desk.claims and closing_day(talk, desk.today) + _DAY < desk.today:
        yield words.DATED_BACK.at(path, where, closes=closing_day(talk, desk.today).isoformat())


def _clause(path: str, comment: Comment, revision: Revision) -> Iterator[Finding]:
    name = comment.clause_id
    if name is not None and name != WHOLE and revision.clause(name) is None:
        known = [clause.id for clause in revision.walk()]
        near = get_close_matches(name, known, n=3) or known[:5]
        problem = faults.NO_CLAUSE.inside(
            path,
            ("clause",),
            standard=comment.standard,
            revision=comment.revision,
            value=name,
            nearest=", ".join(near),
        )
        yield weighed(problem, Level.FAIL)
    elif comment.quote and find_quote(comment, revision) is None:
        yield words.QUOTE_NOT_FOUND.at(path, ("quote",))


def _no_standard(path: str, comment: Comment, desk: Desk) -> Finding:
    known = sorted(desk.standards)
    near = next(iter(get_close_matches(comment.standard, known, n=1)), ", ".join(known[:3]))
    fault = faults.NO_STANDARD
    problem = fault.inside(path, ("standard",), value=comment.standard, nearest=near)
    return weighed(problem, Level.FAIL)


def _no_revision(path: str, comment: Comment, record: Record) -> Finding:
    numbers = [revision.revision for revision in record.revisions]
    nearest = min(numbers, key=lambda number: abs(number - comment.revision), default=0)
    problem = faults.NO_REVISION.inside(
        path,
        ("revision",),
        standard=comment.standard,
        value=comment.revision,
        nearest=nearest,
    )
    return weighed(problem, Level.FAIL)


def _no_other(path: str, name: str, known: Collection[str]) -> Finding:
    near = next(iter(get_close_matches(name, known, n=1)), ", ".join(sorted(known)[:4]) or "–")
    return words.NO_SUCH_REPLY.at(path, ("in_reply_to",), name=name, near=near)
