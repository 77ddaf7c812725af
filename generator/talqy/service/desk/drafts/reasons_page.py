"""Why a draft changes what it changes: its amendments, and the comments that caused them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from markupsafe import Markup
from starlette.responses import Response

from talqy.language.clause_sayings import plain_clause_name
from talqy.language.sayings import outcome_of
from talqy.model.problem import Problem
from talqy.model.revision import Amendment, Revision
from talqy.model.walk import is_unwritten
from talqy.service.desk.drafts.controls import Control, ControlMaker, FieldChoice
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.fields_read import read_spoken
from talqy.service.desk.drafts.findings import ClauseFinding, findings
from talqy.service.desk.drafts.saving import first_words, save
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted

_SHOWN = 160


@dataclass(frozen=True, slots=True)
class ReasonForm:
    """One amendment in fields; `number` is its place from 1, and that of a new one is the next."""

    number: int
    is_new: bool
    reason: Control
    clauses: Sequence[FieldChoice]
    audiences: Sequence[FieldChoice]
    comments: Sequence[FieldChoice]


@dataclass(frozen=True, slots=True)
class ReasonsPage:
    """What `desk/draft_reasons.html` may use."""

    seen: str
    standard: Markup
    forms: Sequence[ReasonForm]
    findings: Sequence[ClauseFinding]
    wrong: Sequence[str]
    action: str
    back: str


def reasons_page(visit: DeskVisit, at: DraftVisit) -> Response:
    """Show the amendments of a draft."""
    return _shown(visit, at)


def post_reason(visit: DeskVisit, at: DraftVisit, posted: DeskPosted) -> Response:
    """Save one amendment, or take it out."""
    number = posted.of("number")
    place = int(number) - 1 if number.isdecimal() and len(number) <= 4 else -1
    if not 0 <= place <= len(at.revision.amendments):
        return visit.done(at.below("reasons/"))
    onward = at.below("reasons/")
    if posted.of("act") == "out":
        told = first_words("Taken out: a reason of changes", at)
        edit = at.draft.unamended(place)
    else:
        told = first_words("Changed: a reason of changes", at)
        edit = at.draft.amended(place, _typed(at, posted))
    if edit.problems:
        return _shown(visit, at, edit.problems)
    return save(visit, at.name, posted, edit.steps, told, onward)


def _typed(at: DraftVisit, posted: DeskPosted) -> dict[str, Any]:
    return {
        "clauses": list(posted.all("clauses")),
        "audiences": list(posted.all("audiences")),
        "reason": read_spoken(posted.said, at.draft.languages, "reason"),
        "comments": list(posted.all("comments")),
    }


def _shown(visit: DeskVisit, at: DraftVisit, problems: Sequence[Problem] = ()) -> Response:
    translate = at.edition.locale.catalogue.problem
    amendments = at.revision.amendments
    page = ReasonsPage(
        seen=at.work.commit,
        standard=at.edition.short_title(at.record),
        forms=[_form(at, number, one) for number, one in enumerate((*amendments, None), 1)],
        findings=[one for one in findings(at).of_draft if one.href == at.path("reasons/")],
        wrong=[one.said(translate) for one in problems],
        action=at.path("reasons/"),
        back=at.path(),
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK
    return visit.shown(
        "draft_reasons.html", page, title=at.say("Reasons of the changes"), status=status
    )


def _form(at: DraftVisit, number: int, one: Amendment | None) -> ReasonForm:
    maker = ControlMaker(at.edition.locale, at.languages, {})
    said = {c: w for c, w in (one.reason if one else {}).items() if not is_unwritten(w)}
    locale = at.edition.locale
    audiences = at.draft.register.codes.codes("audience")
    chosen = set(one.audiences) if one else set()
    return ReasonForm(
        number,
        one is None,
        maker.spoken("reason", "reason", at.say("Reason"), said),
        tuple(_clauses(at, set(one.clauses) if one else set())),
        [FieldChoice(code, locale.coded("audience", code), code in chosen) for code in audiences],
        tuple(_comments(at, set(one.comments) if one else set())),
    )


def _clauses(at: DraftVisit, chosen: set[str]) -> Iterator[FieldChoice]:
    """Yield the clauses that differ from the base, and those that are named already."""
    alignment = at.edition.standing(at.record, at.revision).alignment
    changed = [m.ids for m in alignment.matches if m.actions] if alignment else []
    for name in dict.fromkeys((*(n for ids in changed for n in ids), *sorted(chosen))):
        yield FieldChoice(name, _called(at, name), name in chosen)


def _called(at: DraftVisit, name: str) -> str:
    texts: Sequence[Revision | None] = (at.revision, at.base)
    text = next((one for one in texts if one and one.clause(name)), None)
    return plain_clause_name(at.edition.locale, text, name) if text else name


def _comments(at: DraftVisit, chosen: set[str]) -> Iterator[FieldChoice]:
    """Yield the comments whose answers promise a change in this draft, and those named already."""
    number = at.revision.revision
    for comment in at.record.comments:
        response = at.record.response_to(comment.id)
        is_here = bool(response and response.landed and response.landed.revision == number)
        if not (is_here or comment.id in chosen):
            continue
        text = " ".join(at.record.shown(comment).text.split())
        short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        outcome = outcome_of(at.edition.locale, at.record, comment, at.edition.assessment)
        name = at.record.comment_name(comment.id)
        yield FieldChoice(comment.id, f"{name} ({outcome}): {short}", comment.id in chosen)
