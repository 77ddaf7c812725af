"""The first page of the desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from talqy.service.desk.context import DeskContext
from talqy.service.desk.pages import DeskPage, DeskSubject, DeskVisit
from talqy.service.desk.today.begun import BegunView, begun_views


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What `desk/today.html` may use."""

    day: str
    begun: Sequence[BegunView]


def today(_: DeskContext) -> DeskSubject:
    """Return the first page."""
    return DeskSubject("Today", "", (DeskPage("", get=_today),))


def _today(visit: DeskVisit) -> Response:
    page = TodayPage(
        day=visit.edition.locale.day(visit.context.today()),
        begun=begun_views(visit),
    )
    return visit.shown("today.html", page, title=visit.say("Today"))
