"""The texts that people have commented on, and the comments on one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup
from starlette.responses import Response

from talqy.model.publishing import OfficialRole
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.record.counts import CountPart, counts_of
from talqy.responses.debts import debt_on
from talqy.service.desk.answers.alike import AlikeSearch, SearchState
from talqy.service.desk.answers.choosing import (
    ChoiceLink,
    ChoiceLinks,
    choice_of,
    chosen,
    on_page,
)
from talqy.service.desk.answers.heard_views import AtClause, at_clauses
from talqy.service.desk.answers.text_heard import TextHeard, text_heard
from talqy.service.desk.pages import DeskVisit, answers_page, work_page
from talqy.service.desk.work.values import WorkKind, WorkName


@dataclass(frozen=True, slots=True)
class HeardTextView:
    """A text with comments: where it stands, until when answers are due, how many are lacking."""

    title: Markup
    revision: int
    stage: str
    due: str
    is_overdue: bool
    waiting: int
    count: str
    href: str
    is_begun: bool


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """What `desk/answers.html` may use: the texts on which something is owed, and all others."""

    owed: Sequence[HeardTextView]
    others: Sequence[HeardTextView]


@dataclass(frozen=True, slots=True)
class OwedLine:
    """What is missing before the report: how much of it, and where it is listed."""

    words: str
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardPage:
    """What `desk/heard.html` may use.

    `newer` says how many comments are public since these answers were begun, and not in them yet.
    `parts` are all comments, counted as the report counts them. `owed` is what the report still
    waits for, `due` its last day. `states`, `clauses`, `languages` and `pages` are links to others.
    """

    title: Markup
    parts: Sequence[tuple[str, int]]
    owed: Sequence[OwedLine]
    due: str
    is_overdue: bool
    states: Sequence[ChoiceLink]
    clauses: Sequence[ChoiceLink]
    languages: Sequence[ChoiceLink]
    pages: Sequence[ChoiceLink]
    group: str
    found: str
    shown: Sequence[AtClause]
    search: SearchState
    here: str
    work: str
    newer: str
    may_answer: bool


@dataclass(frozen=True, slots=True)
class TextPages:
    """Answers requests for lists of comments."""

    alike: AlikeSearch

    def texts(self, visit: DeskVisit) -> Response:
        """Show all texts that people have commented on, those first on which something is owed."""
        views = list(_texts(visit))
        owed = [view for view, due in sorted(views, key=_urgency) if due]
        others = [view for view, due in views if not due]
        page = AnswersPage(owed, others)
        return visit.shown("answers.html", page, title=visit.say("Comments and answers"))

    def heard(self, visit: DeskVisit) -> Response:
        """Show the comments on one text."""
        heard = text_heard(visit)
        alike = self.alike.of(heard.record.comments_on(heard.revision.revision))
        choice = choice_of(visit.request.query_params, heard)
        found = chosen(heard, choice, alike.groups)
        owed, locale = heard.debt, visit.edition.locale
        links = ChoiceLinks(visit, heard, choice)
        page = HeardPage(
            title=visit.edition.short_title(heard.record),
            parts=_parts(visit, heard),
            owed=list(_owed(visit, heard)),
            due=locale.day(owed.due) if owed and owed.due else "",
            is_overdue=bool(owed and owed.is_overdue),
            states=list(links.states()),
            clauses=list(links.clauses()),
            languages=list(links.languages()),
            pages=list(links.pages(len(found))),
            group=choice.group if choice.group in alike.groups else "",
            found=locale.count("{n} comment", "{n} comments", len(found)),
            shown=list(at_clauses(visit, heard, on_page(found, choice.page), alike.groups)),
            search=alike.state,
            here=visit.path(heard.below),
            work=visit.path(work_page(heard.name)) if heard.work.is_begun else "",
            newer=_newer(visit, heard),
            may_answer=visit.official.may(OfficialRole.ANSWERER),
        )
        return visit.shown("heard.html", page, title=text_title(visit, heard))


def text_title(visit: DeskVisit, heard: TextHeard) -> str:
    """Return what a page about the comments on a text is called."""
    return visit.say(
        "Comments on revision {n}: {standard}",
        n=heard.revision.revision,
        standard=visit.edition.short_title(heard.record).striptags(),
    )


def _texts(visit: DeskVisit) -> Iterator[tuple[HeardTextView, date | None]]:
    begun = {one.name for one in visit.context.works.begun()}
    for record, revision in visit.edition.register.revisions():
        if not record.comments_on(revision.revision):
            continue
        name = WorkName(WorkKind.ANSWERS, record.id, revision.revision)
        yield _text(visit, record, revision, name if name in begun else None)


def _text(
    visit: DeskVisit, record: Record, revision: Revision, begun: WorkName | None
) -> tuple[HeardTextView, date | None]:
    register, assessment = visit.edition.register, visit.edition.assessment
    if begun:
        register, assessment = visit.context.works.of(begun).state.known
        record = register.record(record.id) or record
    locale, number = visit.edition.locale, revision.revision
    debt = debt_on(register, assessment, record, revision)
    lacking = len((*debt.waiting, *debt.late, *debt.half)) if debt else 0
    view = HeardTextView(
        title=visit.edition.short_title(record),
        revision=number,
        stage=locale.coded("stage", visit.edition.assessment.of(record.id, number).stage),
        due=locale.day(debt.due) if debt and debt.due and lacking else "",
        is_overdue=bool(debt and debt.is_overdue),
        waiting=len(debt.waiting) if debt else 0,
        count=locale.count("{n} comment", "{n} comments", len(record.comments_on(number))),
        href=visit.path(answers_page(record.id, number)),
        is_begun=begun is not None,
    )
    return view, ((debt.due if debt else None) or date.max) if lacking or begun else None


def _urgency(one: tuple[HeardTextView, date | None]) -> date:
    return one[1] or date.max


def _newer(visit: DeskVisit, heard: TextHeard) -> str:
    """Return how many comments were published since the answers were begun; empty for none."""
    public = visit.edition.register.record(heard.record.id)
    on_it = public.comments_on(heard.revision.revision) if public else ()
    newer = sum(heard.record.comment(one.id) is None for one in on_it)
    return visit.edition.locale.count("{n} comment", "{n} comments", newer) if newer else ""


def _parts(visit: DeskVisit, heard: TextHeard) -> Sequence[tuple[str, int]]:
    """Return how many comments each part has that the report counts; together they are all."""
    words = {
        CountPart.DECIDED: visit.say("Decided"),
        CountPart.WAITING: visit.say("Without an answer"),
        CountPart.REPEATED: visit.say("Repeat another comment"),
        CountPart.LATE: visit.say("Late"),
        CountPart.WITHDRAWN: visit.say("Withdrawn by their authors"),
        CountPart.LEFT: visit.say("Not answered: the draft was withdrawn"),
    }
    parts = counts_of(heard.record, heard.comments, heard.assessment).parts
    return [(words[part], count) for part, count in parts.items()]


def _owed(visit: DeskVisit, heard: TextHeard) -> Iterator[OwedLine]:
    """Yield what the report still waits for."""
    debt, below = heard.debt, visit.path(heard.below)
    promised = (*(debt.promised if debt else ()), *heard.unkept)
    lines = (
        (visit.say("Without an answer"), debt.waiting if debt else (), "waiting"),
        (visit.say("Reason not in every language"), debt.half if debt else (), "half"),
        (
            visit.say("Accepted, change not in the draft yet"),
            promised,
            "promised",
        ),
        (
            visit.say("Late, without an answer: no report waits for them"),
            debt.late if debt else (),
            "late",
        ),
    )
    for words, comments, shown in lines:
        if comments:
            yield OwedLine(words, len(comments), f"{below}?show={shown}")
