"""Works that were begun, as pages tell of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from talqy.project.zones import zone_of
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.work.names import WorkKind, WorkName
from talqy.service.desk.work.values import BegunWork


@dataclass(frozen=True, slots=True)
class BegunView:
    """A work that was begun: what it is, who saved last, when, what; where one goes on with it."""

    title: str
    by: str
    when: str
    said: str
    saves: str
    href: str
    is_sent: bool = False


def begun_views(visit: DeskVisit) -> Sequence[BegunView]:
    """Return all works that were begun, the newest first."""
    return [_view(visit, one) for one in visit.context.works.begun()]


def _view(visit: DeskVisit, one: BegunWork) -> BegunView:
    locale, project = visit.edition.locale, visit.edition.register.project
    moment = one.moment.astimezone(zone_of(project.timezone))
    return BegunView(
        title=work_title(visit, one.name),
        by=one.role,
        when=f"{locale.day(moment.date())}, {moment:%H:%M}",
        said=one.said,
        saves=locale.count("{n} save", "{n} saves", one.saves),
        href=visit.path(f"work/{one.name.key}/"),
        is_sent=one.is_sent,
    )


def work_title(visit: DeskVisit, name: WorkName) -> str:
    """Return what a work is called: what is done, and the standard."""
    record = visit.edition.register.record(name.standard)
    standard = visit.edition.short_title(record).striptags() if record else name.standard
    said = {"revision": name.revision, "standard": standard}
    match name.kind:
        case WorkKind.DRAFT:
            return visit.say("Draft, revision {revision}: {standard}", **said)
        case WorkKind.ANSWERS:
            return visit.say("Answers on revision {revision}: {standard}", **said)
        case WorkKind.RECORD:
            return visit.say("Report, adoption, corrections: {standard}", **said)
