"""What a draft, and its standard, say of themselves: title, gist, why, grounds, aims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from markupsafe import Markup
from starlette.responses import Response

from talqy.drafts.draft_fields import FIELDS, DraftField, Said
from talqy.model.problem import Problem
from talqy.model.walk import is_unwritten
from talqy.service.desk.done_words import done_in_each
from talqy.service.desk.drafts.controls import Control, ControlMaker
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.fields_read import read_spoken
from talqy.service.desk.drafts.findings import ClauseFinding, findings
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.plain_values import plainly_said
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.works_shown.saving import ToSave, saved


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What `desk/draft_about.html` may use."""

    seen: str
    standard: Markup
    fields: Sequence[Control]
    findings: Sequence[ClauseFinding]
    wrong: Sequence[str]
    action: str
    back: str


def about_page(visit: DeskVisit, at: DraftVisit) -> Response:
    """Show the fields of a draft."""
    return _shown(visit, at, {field.name: _said(at, field) for field in FIELDS})


def post_about(visit: DeskVisit, at: DraftVisit, posted: DeskPosted) -> Response:
    """Save the fields of a draft."""
    languages = at.draft.languages
    typed = {
        field.name: read_spoken(posted.said, languages, field.name, _said(at, field))
        for field in FIELDS
    }
    # What was emptied is empty in every language: else the words of before would stay.
    said = {
        name: {code: words.get(code, "") for code in languages} for name, words in typed.items()
    }
    edit = at.draft.about(said)
    if edit.problems:
        return _shown(visit, at, said, edit.problems)
    told = done_in_each("Changed: what the draft says of itself", at.editions)
    return saved(visit, posted, ToSave(at.name, edit.steps, told, at.below("about/")))


def _said(at: DraftVisit, field: DraftField) -> Said:
    """Return what stands in a field; what is still to be written is empty."""
    of = at.record.standard if field.of_standard else at.revision
    said: Said = getattr(of, field.name) or {}
    return {code: "" if is_unwritten(words) else words for code, words in said.items()}


def _shown(
    visit: DeskVisit, at: DraftVisit, said: Mapping[str, Said], problems: Sequence[Problem] = ()
) -> Response:
    wrong = dict[str, list[str]]()
    known = {field.name for field in FIELDS}
    for problem in problems:
        key = str(problem.path[0]) if problem.path else ""
        wrong.setdefault(key if key in known else "", []).append(plainly_said(at.edition, problem))
    maker = ControlMaker(at.edition.locale, at.languages, wrong)
    page = AboutPage(
        seen=at.work.commit,
        standard=at.edition.short_title(at.record),
        fields=[
            maker.spoken(one.name, one.name, at.edition.locale.words(one.label), said[one.name])
            for one in FIELDS
        ],
        findings=[one for one in findings(at).of_draft if one.href == at.path("about/")],
        wrong=wrong.get("", ()),
        action=at.path("about/"),
        back=at.path(),
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK
    title = at.say("What the draft says of itself")
    return visit.shown("draft_about.html", page, title=title, status=status)
