"""One comment as the desk shows it, with what was answered and who says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from talqy.language.clause_sayings import (
    clause_name,
    plain_clause_name,
    plain_name_of_changed,
)
from talqy.language.locale import escaped_paragraphs
from talqy.language.sayings import author_lines, outcome_name
from talqy.model.comment import After, Comment, Response
from talqy.service.desk.answers.alike import Groups
from talqy.service.desk.answers.choosing import Choice, Shown
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.pages import DeskVisit


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """An answer that is there: the outcome, who decided when, the reasons, where it landed.

    `awaited` is the number of a text that nobody has published yet, None where it is there.
    """

    outcome: str
    by: str
    reasons: Sequence[tuple[str, Markup]]
    landed: Sequence[str]
    awaited: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardView:
    """One comment: `language` is the code of its own language, `alike` how many say the same.

    `is_missing`: it speaks of something that is missing after its clause. Of one that its author
    took back nothing is shown but that.
    """

    id: str
    name: str
    clause: str
    is_missing: bool
    day: str
    kind: str
    author: str
    language: str
    language_name: str
    quote: str
    text: Markup
    proposal: Markup
    in_reply_to: str
    is_redacted: bool
    answer: AnswerGiven | None
    alike: int
    alike_href: str
    href: str
    redact_href: str


@dataclass(frozen=True, slots=True)
class AtClause:
    """Comments that stand at one clause."""

    clause: Markup | str
    comments: Sequence[HeardView]


def at_clauses(
    visit: DeskVisit, heard: TextHeard, shown: Sequence[Comment], groups: Groups
) -> Iterator[AtClause]:
    """Yield the comments of a page by the clauses at which they stand."""
    for clause, comments in groupby(shown, key=lambda one: one.clause_id):
        views = [heard_view(visit, heard, one, groups) for one in comments]
        yield AtClause(clause_name(visit.edition.locale, heard.revision, clause), views)


def heard_view(visit: DeskVisit, heard: TextHeard, comment: Comment, groups: Groups) -> HeardView:
    """Return what is shown of one comment."""
    locale, record = visit.edition.locale, heard.record
    said, alike = record.shown(comment), groups.get(comment.id, ())
    response = record.response_to(comment.id)
    below = visit.path(heard.below)
    return HeardView(
        id=comment.id,
        name=record.comment_name(comment.id),
        clause=_place(visit, heard, comment),
        is_missing=isinstance(comment.clause, After),
        day=locale.day(comment.received),
        kind=locale.coded("comment-kind", comment.kind),
        author=", ".join(author_lines(locale, said.author)),
        language=comment.language,
        language_name=locale.language_name(comment.language),
        quote=said.quote or "",
        text=escaped_paragraphs(said.text),
        proposal=escaped_paragraphs(said.proposal or ""),
        in_reply_to=record.comment_name(comment.in_reply_to) if comment.in_reply_to else "",
        is_redacted=comment.redacted is not None,
        answer=_given(visit, heard, response) if response else None,
        alike=max(len(alike) - 1, 0),
        alike_href=below + Choice(shown=Shown.ALL, group=alike[0]).query if alike else "",
        href=f"{below}answer/?c={comment.id}",
        redact_href=f"{below}redact/{comment.id}/",
    )


def _place(visit: DeskVisit, heard: TextHeard, comment: Comment) -> str:
    name = plain_clause_name(visit.edition.locale, heard.revision, comment.clause_id)
    if isinstance(comment.clause, After):
        return visit.say("Something missing after: {clause}", clause=name)
    return name


def _given(visit: DeskVisit, heard: TextHeard, response: Response) -> AnswerGiven:
    locale, landed = visit.edition.locale, response.landed
    text = heard.record.revision(landed.revision) if landed else None
    names = landed.clauses if landed else ()
    return AnswerGiven(
        outcome=outcome_name(locale, response.outcome),
        by=visit.say(
            "{who}, {day}",
            who=visit.edition.authority(response.decided.by).striptags(),
            day=locale.day(response.decided.on),
        ),
        reasons=[(code, escaped_paragraphs(text)) for code, text in response.reason.items()],
        landed=[
            plain_name_of_changed(locale, heard.record, text or heard.record.revisions[-1], name)
            for name in names
        ],
        awaited=landed.revision if landed and text is None else None,
    )
