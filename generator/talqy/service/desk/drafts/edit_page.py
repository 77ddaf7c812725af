"""A clause edited in fields, beside its redline; a new one; one moved, or taken out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from markupsafe import Markup
from starlette.responses import Response

from talqy.compare.align import amendments_of
from talqy.drafts.clause_places import ClausePlace, ids_in, placed
from talqy.drafts.open_draft import DraftEdit
from talqy.errors import Saying
from talqy.language.clause_sayings import clause_name, plain_clause_name
from talqy.model.problem import Problem
from talqy.model.walk import is_unwritten
from talqy.service.desk.done_words import done_in_each, named_in
from talqy.service.desk.drafts.clause_form import (
    REASON,
    ClauseForm,
    clause_form,
    half_said,
    read_clause,
)
from talqy.service.desk.drafts.controls import FieldChoice
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.fields_read import read_spoken
from talqy.service.desk.drafts.files_sent import with_files
from talqy.service.desk.drafts.findings import ClauseFinding, findings
from talqy.service.desk.drafts.redlines import Redlines, redlines
from talqy.service.desk.drafts.text_page import title_of
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.works_shown.saving import ToSave, saved

_TOP = ":"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage:
    """What `desk/draft_edit.html` and `desk/draft_add.html` may use.

    `seen` goes into each form. `is_unsaved`: the redline shows what is typed, and nothing of it is
    saved. `places` are those to which a clause can be moved, or at which a new one can stand.
    """

    seen: str
    standard: Markup
    name: Markup | str
    form: ClauseForm
    findings: Sequence[ClauseFinding]
    redlines: Redlines | None
    is_unsaved: bool
    is_faulty: bool
    places: Sequence[FieldChoice]
    back: str
    action: str
    language: str


def edit_page(visit: DeskVisit, at: DraftVisit) -> Response:
    """Show a clause in fields."""
    name = visit.of("clause")
    tree = at.draft.clause(name)
    return _shown(visit, at, name, clause_form(at, tree, _reason(at, name)))


def post_clause(visit: DeskVisit, at: DraftVisit, posted: DeskPosted) -> Response:
    """Save a clause; or show what is typed with its redline, or with more empty rows."""
    name = visit.of("clause")
    if posted.of("act") == "move":
        return _move(visit, at, name, posted)
    if posted.of("act") == "out":
        return _take_out(visit, at, name, posted)
    old, more = at.draft.clause(name), posted.of("more")
    is_saved = not (more or posted.of("act") == "look")
    typed, steps, wrong = with_files(at, posted) if is_saved else (posted.said, (), ())
    said = read_clause(at, typed, old)
    reason = read_spoken(posted.said, at.draft.languages, REASON)
    edit = at.draft.changed(name, said, reason)
    problems = (*wrong, *edit.problems)
    if problems or not is_saved:
        asked = None if at.base is None else reason
        form = clause_form(at, {"id": name, **said}, asked, () if more else problems, more)
        return _shown(visit, at, name, form, edit, is_faulty=bool(problems) and not more)
    told = done_in_each("Changed: clause {clause}", at.editions, clause=named_in(at.revision, name))
    edit = replace(edit, steps=(*edit.steps, *steps))
    return _told(visit, at, said, _saved(visit, at, posted, edit, told, at.below(f"edit/{name}/")))


def _told(visit: DeskVisit, at: DraftVisit, said: Mapping[str, Any], answer: Response) -> Response:
    """Say at once of what was saved that it has words in one language alone."""
    half = half_said(at, said)
    if half and answer.status_code == HTTPStatus.SEE_OTHER:
        words = Saying("In one of the languages there are no words: {what}", {"what": half})
        visit.note(words, is_doubt=True)
    return answer


def add_page(visit: DeskVisit, at: DraftVisit) -> Response:
    """Show the fields of a new clause."""
    asked: Mapping[str, str] | None = None if at.base is None else {}
    place = visit.request.query_params.get("place", "")
    return _adding(visit, at, clause_form(at, {}, asked), place)


def post_new(visit: DeskVisit, at: DraftVisit, posted: DeskPosted) -> Response:
    """Put a new clause into the text."""
    typed, steps, wrong = with_files(at, posted)
    said = read_clause(at, typed, {})
    filled = {key: value for key, value in said.items() if value not in ("", [], {})}
    reason = read_spoken(posted.said, at.draft.languages, REASON)
    more, place = posted.of("more"), posted.of("place")
    asked = None if at.base is None else reason
    if more:
        return _adding(visit, at, clause_form(at, said, asked, (), more), place)
    edit = at.draft.added(filled, _place(place), reason)
    if wrong or edit.problems:
        form = clause_form(at, said, asked, (*wrong, *edit.problems))
        return _adding(visit, at, form, place, is_faulty=True)
    named = named_in(edit.revision, edit.clause) if edit.revision else edit.clause
    told = done_in_each("New clause: {clause}", at.editions, clause=named)
    edit = replace(edit, steps=(*edit.steps, *steps))
    onward = at.below(f"edit/{edit.clause}/")
    return _told(visit, at, said, _saved(visit, at, posted, edit, told, onward))


# --------------------------------------------------------------------------------------------------


def _take_out(visit: DeskVisit, at: DraftVisit, name: str, posted: DeskPosted) -> Response:
    reason = read_spoken(posted.said, at.draft.languages, REASON)
    told = done_in_each(
        "Taken out: clause {clause}", at.editions, clause=named_in(at.revision, name)
    )
    return _saved(visit, at, posted, at.draft.removed(name, reason), told, at.below())


def _move(visit: DeskVisit, at: DraftVisit, name: str, posted: DeskPosted) -> Response:
    edit = at.draft.moved(name, _place(posted.of("place")))
    told = done_in_each("Moved: clause {clause}", at.editions, clause=named_in(at.revision, name))
    return _saved(visit, at, posted, edit, told, at.below(f"edit/{name}/"))


def _saved(  # noqa: PLR0913, PLR0917 - what is saved, and where one goes on
    visit: DeskVisit, at: DraftVisit, posted: DeskPosted, edit: DraftEdit, said: str, onward: str
) -> Response:
    if edit.problems:
        return _refused(visit, at, edit.problems)
    return saved(visit, posted, ToSave(at.name, edit.steps, said, onward))


def _refused(visit: DeskVisit, at: DraftVisit, problems: Sequence[Problem]) -> Response:
    """Show a clause that cannot go, or move: what would be wrong with the text without it."""
    name = visit.of("clause")
    form = clause_form(at, at.draft.clause(name), _reason(at, name), problems)
    return _shown(visit, at, name, form, is_faulty=True)


def _shown(  # noqa: PLR0913 - what is shown
    visit: DeskVisit,
    at: DraftVisit,
    name: str,
    form: ClauseForm,
    edit: DraftEdit | None = None,
    *,
    is_faulty: bool = False,
) -> Response:
    now = edit.revision if edit else None
    page = EditPage(
        seen=at.work.commit,
        standard=at.edition.short_title(at.record),
        name=clause_name(at.edition.locale, at.revision, name),
        form=form,
        findings=() if edit else findings(at).of(name),
        redlines=redlines(at, (name,), now) if at.base else None,
        is_unsaved=edit is not None,
        is_faulty=is_faulty,
        places=tuple(_places(at, ids_in(at.draft.clause(name)), at.draft.place(name))),
        back=f"{at.path()}#{name}",
        action=at.path(f"edit/{name}/"),
        language=at.edition.code,
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_faulty else HTTPStatus.OK
    called = plain_clause_name(at.edition.locale, at.revision, name)
    title = at.say("Edit: {clause}", clause=called)
    return visit.shown("draft_edit.html", page, title=title, status=status)


def _adding(
    visit: DeskVisit, at: DraftVisit, form: ClauseForm, place: str, *, is_faulty: bool = False
) -> Response:
    last = at.revision.clauses[-1].id
    page = EditPage(
        seen=at.work.commit,
        standard=at.edition.short_title(at.record),
        name=title_of(at),
        form=form,
        findings=(),
        redlines=None,
        is_unsaved=False,
        is_faulty=is_faulty,
        places=tuple(_places(at, (), _place(place or f":{last}"))),
        back=at.path(),
        action=at.path("add/"),
        language=at.edition.code,
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_faulty else HTTPStatus.OK
    return visit.shown("draft_add.html", page, title=at.say("New clause"), status=status)


def _reason(at: DraftVisit, name: str) -> Mapping[str, str] | None:
    """Return the reason of the change of a clause, where one is asked."""
    if at.base is None:
        return None
    found = next(iter(amendments_of(at.record, at.revision, (name,))), None)
    said: Mapping[str, str] = found.reason if found else {}
    return {code: text for code, text in said.items() if not is_unwritten(text)}


def _place(said: str) -> ClausePlace:
    """Return the place that a choice names: the clause around, and the one before."""
    inside, _, after = said.partition(_TOP)
    return ClausePlace(inside, after)


def _places(at: DraftVisit, own: Sequence[str], now: ClausePlace) -> Iterator[FieldChoice]:
    """Yield the places in the text, in its order; those in the clause itself are none."""

    def choice(place: ClausePlace, words: str) -> FieldChoice:
        return FieldChoice(f"{place.inside}{_TOP}{place.after}", words, place == now)

    yield choice(ClausePlace(), at.say("at the very beginning"))
    for place, tree in placed(at.draft.clauses):
        name = str(tree["id"])
        if name in own:
            continue
        called = plain_clause_name(at.edition.locale, at.revision, name)
        yield choice(ClausePlace(place.inside, name), at.say("behind: {clause}", clause=called))
        yield choice(ClausePlace(name, ""), at.say("in it, as the first: {clause}", clause=called))
