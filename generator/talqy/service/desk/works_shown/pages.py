"""The pages of a work: what was saved, taking back, giving up, publishing."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talqy.errors import Saying
from talqy.model.publishing import OfficialRole
from talqy.project.zones import zone_of
from talqy.service.desk.context import DeskContext
from talqy.service.desk.pages import DeskPage, DeskSubject, DeskVisit, preview_page, work_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.offices import keepers
from talqy.service.desk.work.said import said_in
from talqy.service.desk.work.taking_back import undone_in
from talqy.service.desk.work.values import Conflict, Saved, WorkKind, WorkName
from talqy.service.desk.works_shown.begun import office_of, where_it_goes_on, work_title
from talqy.service.desk.works_shown.how_it_stands import what_next
from talqy.service.desk.works_shown.publish_page import (
    REDACTIONS,
    publish_page,
    published,
    taken_in,
)
from talqy.service.desk.works_shown.versions import two_versions

_KEEPERS = tuple(dict.fromkeys(role for kind in WorkKind for role in keepers(kind)))
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class SaveView:
    """One save: when, by which office, what was done."""

    when: str
    by: str
    said: str


@dataclass(frozen=True, slots=True)
class WorkPage:
    """What `desk/work.html` may use; `seen` goes into its forms, `undone` was taken back.

    `stands` is how the work stands, and what can be done; `out_again` is what was taken out of
    what is published, where all of it was.
    """

    seen: str
    saves: Sequence[SaveView]
    undone: Sequence[SaveView]
    here: str
    goes_on: str
    preview: str
    can_write: bool
    can_publish: bool
    stands: str = ""
    out_again: str = ""


def work_pages(_: DeskContext) -> DeskSubject:
    """Return the pages of works; they are no subject of the menu."""
    below = "work/{work}/"
    pages = (
        DeskPage(below, get=_work),
        DeskPage(f"{below}undo/", post=_undo, writes=_KEEPERS, is_by_kind=True),
        DeskPage(f"{below}take-in/", post=_take_in, writes=_KEEPERS, is_by_kind=True),
        DeskPage(f"{below}again/", post=_take_up, writes=_KEEPERS, is_by_kind=True),
        DeskPage(f"{below}leave/", post=_leave_so, writes=_KEEPERS, is_by_kind=True),
        DeskPage(f"{below}drop/", get=_drop_asked, post=_drop, writes=_KEEPERS, is_by_kind=True),
        DeskPage(
            f"{below}publish/",
            get=_publish_page,
            post=_publish,
            writes=(OfficialRole.PUBLISHER,),
        ),
    )
    return DeskSubject(words="", below="work/", pages=pages)


def _name(visit: DeskVisit) -> WorkName:
    name = WorkName.of_key(visit.of("work"))
    if name is None:
        raise HTTPException(_NOT_FOUND)
    return name


def _work(visit: DeskVisit) -> Response:
    name = _name(visit)
    works, locale = visit.context.works, visit.edition.locale
    zone = zone_of(visit.edition.register.project.timezone)
    saves, undone = list[SaveView](), list[SaveView]()
    line = works.saves(name)
    gone = undone_in(line)
    for one in line:
        moment = one.moment.astimezone(zone)
        when = f"{locale.day(moment.date())}, {moment:%H:%M}"
        by = office_of(visit, one.said, one.author)
        view = SaveView(when, by, said_in(one.said, visit.language))
        (undone if one.id in gone else saves).append(view)
    stands = works.standing(name)
    page = WorkPage(
        seen=works.of(name).commit,
        saves=saves,
        undone=undone,
        here=visit.path(work_page(name)),
        goes_on=visit.path(where_it_goes_on(name)),
        preview=visit.path(preview_page(name, f"{visit.language}/s/{name.standard}/")),
        can_write=visit.official.may(*keepers(name.kind)),
        can_publish=visit.official.may(OfficialRole.PUBLISHER),
        stands=what_next(visit, stands.standing),
        out_again=stands.over.sent if stands.over and stands.standing.is_out else "",
    )
    return visit.shown("work.html", page, title=work_title(visit, name))


def _undo(visit: DeskVisit, posted: DeskPosted) -> Response:
    name = _name(visit)
    done = visit.context.works.undo(name, posted.seen, visit.official)
    here = work_page(name)
    if isinstance(done, Conflict):
        return two_versions(visit, done, back=visit.path(here))
    assert isinstance(done, Saved)  # noqa: S101 - there is nothing else
    return visit.done(here, Saying("The last save was taken back."))


def _take_up(visit: DeskVisit, posted: DeskPosted) -> Response:
    name = _name(visit)
    done = visit.context.works.take_up_again(name, posted.of("sent"), visit.official)
    if isinstance(done, Conflict):
        return two_versions(visit, done, back=visit.path(work_page(name)))
    return visit.done(work_page(name), Saying("It stands here again, and is not published yet."))


def _leave_so(visit: DeskVisit, posted: DeskPosted) -> Response:
    visit.context.works.leave_so(_name(visit), posted.of("sent"), visit.official)
    return visit.done("", Saying("It stays out of what is published."))


def _drop_asked(visit: DeskVisit) -> Response:
    name = _name(visit)
    page = WorkPage(
        seen=visit.context.works.of(name).commit,
        saves=(),
        undone=(),
        here=visit.path(work_page(name)),
        goes_on="",
        preview="",
        can_write=visit.official.may(*keepers(name.kind)),
        can_publish=False,
    )
    return visit.shown("drop.html", page, title=work_title(visit, name))


def _drop(visit: DeskVisit, posted: DeskPosted) -> Response:
    name = _name(visit)
    visit.context.works.drop(name, posted.seen, visit.official)
    return visit.done("", Saying("The work was given up. What is published stays as it is."))


def _take_in(visit: DeskVisit, posted: DeskPosted) -> Response:
    name = _name(visit)
    return taken_in(visit, name, posted)


def _publish_page(visit: DeskVisit) -> Response:
    asked = visit.request.query_params.get("only", "")
    return publish_page(visit, _name(visit), only=REDACTIONS if asked == REDACTIONS else "")


def _publish(visit: DeskVisit, posted: DeskPosted) -> Response:
    return published(visit, _name(visit), posted)
