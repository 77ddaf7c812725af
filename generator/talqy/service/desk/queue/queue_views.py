"""Comments of the queue as the desk shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from talqy.language.clause_sayings import plain_clause_name
from talqy.language.locale import escaped_paragraphs
from talqy.language.sayings import author_lines
from talqy.model.comment import Comment
from talqy.project.zones import zone_of
from talqy.service.desk.answers.field_notes import FieldNote, note_of
from talqy.service.desk.pages import DeskVisit, queued_page
from talqy.service.desk.queue.act_words import act_words, by_words
from talqy.service.desk.queue.deciding import shown_as
from talqy.service.publish.agreeing import said_so_far
from talqy.service.publish.seen import SeenComment
from talqy.service.taken import Lane, Logged


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedView:
    """A comment of the queue: its words, where it stands, what the judge says, who says the same.

    `shown` goes into forms: the id, and which words were shown. `alike` are names and addresses,
    empty where it is public already. `said` is what officials have said where two must say the
    same. One that cannot be read has no words.
    """

    id: str
    shown: str
    href: str
    state: str
    about: str
    clause: str
    day: str
    kind: str
    author: str
    language: str
    language_name: str
    quote: str
    text: Markup
    proposal: Markup
    files: str
    is_slow: bool
    notes: Sequence[FieldNote]
    is_held_back: bool
    said: Sequence[str]
    alike: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LoggedView:
    """A line of the log: when, by whom, what was done, and what was said with it."""

    when: str
    by: str
    what: str
    said: str


def queued_view(
    visit: DeskVisit, one: SeenComment, here: frozenset[str], log: Sequence[Logged] = ()
) -> QueuedView:
    """Return what is shown of a comment; `here` are the ids of those that are in the queue.

    `log` are the lines about it, where two persons decide.
    """
    locale, taken, said = visit.edition.locale, one.taken, one.comment
    record = visit.edition.register.record(taken.standard)
    title = visit.edition.short_title(record).striptags() if record else taken.standard
    return QueuedView(
        id=taken.id,
        shown=shown_as(taken),
        href=visit.path(queued_page(taken.id)),
        state=locale.coded("queue-state", taken.state),
        about=visit.say("{standard}, revision {n}", standard=title, n=taken.revision),
        clause=_clause(visit, said) if said else "",
        day=locale.day(taken.received),
        kind=locale.coded("comment-kind", said.kind) if said else "",
        author=", ".join(author_lines(locale, said.author)) if said else "",
        language=said.language if said else "",
        language_name=locale.language_name(said.language) if said else "",
        quote=(said.quote or "") if said else "",
        text=escaped_paragraphs(said.text if said else ""),
        proposal=escaped_paragraphs((said.proposal or "") if said else ""),
        files=_files(visit, said) if said else "",
        is_slow=taken.lane is Lane.SLOW,
        notes=[note_of(visit, problem) for problem in one.problems],
        is_held_back=any(problem.is_error for problem in one.problems),
        said=list(_said(visit, log)),
        alike=[(name, visit.path(queued_page(name)) if name in here else "") for name in one.alike],
    )


def _files(visit: DeskVisit, said: Comment) -> str:
    count = len(said.attachments)
    return visit.edition.locale.count("{n} file", "{n} files", count) if count else ""


def _clause(visit: DeskVisit, said: Comment) -> str:
    record = visit.edition.register.record(said.standard)
    revision = record.revision(said.revision) if record else None
    if revision is None:
        return ""
    return plain_clause_name(visit.edition.locale, revision, said.clause_id)


def logged_views(visit: DeskVisit, log: Sequence[Logged]) -> Iterator[LoggedView]:
    """Yield the lines of the log about one comment, the oldest first."""
    locale = visit.edition.locale
    zone = zone_of(visit.edition.register.project.timezone)
    for line in log:
        act = line.act
        at: datetime = act.at.astimezone(zone)
        values = [act.values[key] for key in _TOLD if act.values.get(key)]
        reason = [locale.coded("not-published", act.reason)] if _is_known(visit, act.reason) else []
        yield LoggedView(
            f"{locale.day(at.date())}, {at:%H:%M}",
            by_words(visit, act.by),
            act_words(visit, act),
            "; ".join((*reason, *values)),
        )


def _said(visit: DeskVisit, log: Sequence[Logged]) -> Iterator[str]:
    for act in said_so_far(log):
        yield f"{by_words(visit, act.by)} {act_words(visit, act)}"


_TOLD = ("note", "question", "answer")
"""What a line of the log tells besides: all else is for programs."""


def _is_known(visit: DeskVisit, reason: str) -> bool:
    return reason in visit.edition.register.codes.codes("not-published")
