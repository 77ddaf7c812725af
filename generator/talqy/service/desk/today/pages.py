"""The first page of the desk: what is due, the queue, what was begun, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from talqy.errors import Saying, TalqyError
from talqy.model.problem import Level
from talqy.project.working_tree import changed_in, tree_showing
from talqy.service.desk.context import DeskContext
from talqy.service.desk.frame import NoticeLine
from talqy.service.desk.pages import DeskPage, DeskSubject, DeskVisit
from talqy.service.desk.queue.queue_visit import LOOKS
from talqy.service.desk.today.due import DueLists, due_lists
from talqy.service.desk.work.values import BEHIND
from talqy.service.desk.works_shown.begun import BegunView, begun_views, out_again_views
from talqy.service.desk.works_shown.places import FaultView, fault_views
from talqy.service.taken import undecided_in

_MOST_FAULTS = 25
_SAID = (Level.ERROR, Level.PERSON, Level.WARNING)


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What `desk/today.html` may use.

    `queue` is how many comments wait in the queue, None where they may not see it, or there is
    none. `faults` are the first of what is wrong with what is published, `more` how many there are
    besides. `unsaved` are files
    of the folder that somebody has changed and that the desk does not see.
    """

    day: str
    due: DueLists
    begun: Sequence[BegunView]
    out_again: Sequence[BegunView]
    queue: int | None
    queue_href: str
    faults: Sequence[FaultView]
    more: int
    unsaved: Sequence[str]


def today(_: DeskContext) -> DeskSubject:
    """Return the first page."""
    return DeskSubject("Today", "", (DeskPage("", get=_today),))


def _today(visit: DeskVisit) -> Response:
    visit.context.works.look_around()
    problems = [one for level in _SAID for one in visit.main.state.problems if one.level is level]
    notices, unsaved = list[NoticeLine](), tuple[str, ...]()
    try:
        unsaved = _unsaved(visit)
    except TalqyError as error:
        notices.append(NoticeLine(visit.said(_not_looked(error))))
    page = TodayPage(
        day=visit.edition.locale.day(visit.edition.assessment.today),
        due=due_lists(visit),
        begun=begun_views(visit),
        out_again=out_again_views(visit),
        queue=_queue(visit),
        queue_href=visit.path("queue/"),
        faults=fault_views(visit, problems[:_MOST_FAULTS]),
        more=max(len(problems) - _MOST_FAULTS, 0),
        unsaved=unsaved,
    )
    if visit.context.works.is_behind:
        notices.append(NoticeLine(visit.said(BEHIND), is_grave=True))
    return visit.shown("today.html", page, title=visit.say("Today"), notices=notices)


def _queue(visit: DeskVisit) -> int | None:
    service = visit.context.service
    if service is None or not visit.official.may(*LOOKS):
        return None
    return undecided_in(service.store.counts())


def _not_looked(error: TalqyError) -> Saying:
    return Saying(
        "Whether files of the project were changed beside the desk cannot be seen now: {reason}",
        {"reason": error.saying},
    )


def _unsaved(visit: DeskVisit) -> tuple[str, ...]:
    """Return files that were changed in a working tree of the main branch, and not committed."""
    place = visit.context.works.place
    tree = tree_showing(place.root, place.main)
    return tuple(changed_in(tree)[:_MOST_FAULTS]) if tree else ()
