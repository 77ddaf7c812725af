"""The queue as a list: what waits, alike ones together, what the judge says, many acts at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import Response

from talqy.errors import Saying
from talqy.model.publishing import OfficialRole, PublishWay
from talqy.service.desk.answers.field_notes import FieldNote, note_of
from talqy.service.desk.pages import DeskVisit, queued_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.queue.deciding import DecidedComment
from talqy.service.desk.queue.queue_acts import PUBLISH, act_of, reason_choices
from talqy.service.desk.queue.queue_views import QueuedView, queued_view
from talqy.service.desk.queue.queue_visit import deciding, service_of
from talqy.service.publish.seen import seen
from talqy.service.publish.worker import longest_minutes
from talqy.service.taken import (
    NOT_YET_SENT,
    OUTGOING,
    SENT,
    UNDECIDED,
    ActName,
    Logged,
    State,
    undecided_in,
)

ON_A_PAGE = 50
_ON_THEIR_WAY = (State.TO_PUBLISH, *OUTGOING)
_SHOWN = {"outgoing": OUTGOING}


@dataclass(frozen=True, slots=True)
class StateLink:
    """A link to the comments in one state, and how many they are."""

    words: str
    href: str
    count: int
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """What `desk/queue.html` may use.

    `wishes` are comments that are public, and whose authors want them back. `next` is the address
    of what came after, empty where there is no more. `reasons` are codes and words.
    """

    states: Sequence[StateLink]
    shown: Sequence[QueuedView]
    wishes: Sequence[str]
    reasons: Sequence[tuple[str, str]]
    next: str
    act: str
    may_decide: bool
    may_publish: bool
    persons: int


@dataclass(frozen=True, slots=True)
class UndoneView:
    """A comment with which something was not done, and why."""

    id: str
    href: str
    words: str
    notes: Sequence[FieldNote]


@dataclass(frozen=True, slots=True)
class UndonePage:
    """What `desk/queue_undone.html` may use."""

    done: str
    undone: Sequence[UndoneView]
    back: str


def queue(visit: DeskVisit) -> Response:
    """Show what waits in the queue."""
    service, asked = service_of(visit), visit.request.query_params
    chosen = asked.get("state", "")
    states = (State(chosen),) if chosen in _states() else _SHOWN.get(chosen, UNDECIDED)
    standard = asked.get("standard") or None
    after = service.store.of(asked.get("after", "")[:20])
    found = seen(service, states, standard=standard, after=after, most=ON_A_PAGE)
    here = frozenset(one.taken.id for one in found)
    last = max(found, key=lambda one: (one.taken.taken_at, one.taken.id)).taken if found else None
    more = len(found) == ON_A_PAGE and last
    kept = {"state": chosen, "standard": standard or ""}
    said = service.settings.said.publish
    persons = said.persons if said else 1
    log_of = service.store.log_of if persons > 1 else _no_log
    page = QueuePage(
        states=list(_links(visit, service.store.counts(), chosen)),
        shown=[queued_view(visit, one, here, log_of(one.taken.id)) for one in found],
        wishes=service.store.noted(ActName.WISH_TO_WITHDRAW, SENT),
        reasons=reason_choices(visit),
        next=_href(visit, {**kept, "after": last.id}) if more and last else "",
        act=visit.path("queue/act/"),
        may_decide=visit.official.may(OfficialRole.PUBLISHER) and states[0] in NOT_YET_SENT,
        may_publish=states[0] in UNDECIDED,
        persons=persons,
    )
    return visit.shown("queue.html", page, title=visit.say("Queue"))


def _no_log(_: str) -> tuple[Logged, ...]:
    """Return nothing: where one person decides, nobody waits for a second one."""
    return ()


def act_on_many(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Do the same with all comments that were ticked."""
    act, shown = act_of(visit, posted), posted.all("c")
    if act is None or not 0 < len(shown) <= ON_A_PAGE * 2:
        return visit.done("queue/", Saying("Nothing was decided: tick comments, and choose an act"))
    return told(visit, deciding(visit).each(shown, act), posted.of("do"))


def told(visit: DeskVisit, decided: Sequence[DecidedComment], do: str) -> Response:
    """Say what became of comments: on the list where all is well, else on a page of its own."""
    done = [one for one in decided if one.is_done]
    waits = [one for one in done if one.needed]
    undone = [one for one in decided if not one.is_done]
    if not undone and do == PUBLISH and not waits:
        return visit.done("queue/", _going(visit, len(done)))
    if not undone:
        return visit.done("queue/", _DONE_BY_ALL if not waits else _counted(done, waits))
    page = UndonePage(
        done=visit.said(_counted(done, waits)) if done else "",
        undone=[_undone(visit, one) for one in undone],
        back=visit.path("queue/"),
    )
    return visit.shown("queue_undone.html", page, title=visit.say("Not decided"), status=409)


_DONE_BY_ALL = Saying("Done.")


def _going(visit: DeskVisit, count: int) -> Saying:
    """Say of comments that are to be published when they will be."""
    said = service_of(visit).settings.said.publish
    if said is None:
        return _DONE_BY_ALL
    values = {"count": count, "minutes": longest_minutes(said.minutes)}
    if said.way is PublishWay.STRAIGHT:
        return Saying("Comments on their way: {count}. They are public in {minutes} min.", values)
    return Saying(
        "Comments on their way: {count}. In {minutes} min. they are in a batch, and public when "
        "somebody merges it.",
        values,
    )


def _counted(done: Sequence[DecidedComment], waits: Sequence[DecidedComment]) -> Saying:
    return Saying(
        "Done: {done}. Of these, another official must say the same of: {waits}",
        {"done": len(done), "waits": len(waits)},
    )


def _undone(visit: DeskVisit, one: DecidedComment) -> UndoneView:
    notes = [note_of(visit, problem) for problem in one.problems if problem.is_error]
    why = visit.said(one.why) if one.why else ""
    return UndoneView(one.comment, visit.path(queued_page(one.comment)), why, notes)


def _states() -> Collection[str]:
    return {state.value for state in (*NOT_YET_SENT, *OUTGOING)}


def _links(visit: DeskVisit, counts: Mapping[State, int], chosen: str) -> Iterator[StateLink]:
    locale = visit.edition.locale
    waits, href = undecided_in(counts), _href(visit, {})
    yield StateLink(visit.say("All that waits"), href, waits, not chosen)
    for state in (*UNDECIDED, *_ON_THEIR_WAY):
        if counts[state]:
            words = locale.coded("queue-state", state)
            href = _href(visit, {"state": state.value})
            yield StateLink(words, href, counts[state], chosen == state)


def _href(visit: DeskVisit, asked: Mapping[str, str]) -> str:
    query = urlencode({name: value for name, value in asked.items() if value})
    return visit.path("queue/") + (f"?{query}" if query else "")
