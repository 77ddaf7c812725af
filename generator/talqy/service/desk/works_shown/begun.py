"""Works that were begun, as pages tell of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from talqy.model.publishing import OfficialRole
from talqy.project.zones import zone_of
from talqy.service.desk.pages import DeskVisit, answers_page, steps_page, text_page, work_page
from talqy.service.desk.work.offices import NAMED, OFFICE, office_words, work_words
from talqy.service.desk.work.said import said_in
from talqy.service.desk.work.values import BegunWork, WorkKind, WorkName
from talqy.service.desk.works_shown.how_it_stands import in_short


@dataclass(frozen=True, slots=True)
class BegunView:
    """A work that was begun: what it is, who saved last, when, what; where one goes on with it."""

    title: str
    by: str
    when: str
    said: str
    saves: str
    href: str
    stands: str = ""


def begun_views(visit: DeskVisit) -> Sequence[BegunView]:
    """Return all works that were begun, the newest first."""
    return [_view(visit, one) for one in visit.context.works.begun()]


def out_again_views(visit: DeskVisit) -> Sequence[BegunView]:
    """Return what was sent, was published, and is taken out again; the newest first."""
    return [_view(visit, one) for one in visit.context.works.out_again()]


def _view(visit: DeskVisit, one: BegunWork) -> BegunView:
    locale, project = visit.edition.locale, visit.edition.register.project
    moment = one.moment.astimezone(zone_of(project.timezone))
    return BegunView(
        title=work_title(visit, one.name),
        by=office_of(visit, one.message, one.role),
        when=f"{locale.day(moment.date())}, {moment:%H:%M}",
        said=said_in(one.message, visit.language),
        saves=locale.count("{n} save", "{n} saves", one.saves),
        href=visit.path(work_page(one.name)),
        stands=in_short(visit, one.standing),
    )


def work_title(visit: DeskVisit, name: WorkName) -> str:
    """Return what a work is called: what is done, and the standard."""
    return work_words(visit.say, name, standard_title(visit, name.standard))


def standard_title(visit: DeskVisit, standard: str) -> str:
    """Return what a standard is called, also one that only a work has yet; else its id."""
    record = visit.edition.register.record(standard)
    if record:
        return visit.edition.short_title(record).striptags()
    works = visit.context.works
    for name in [one.name for one in works.begun() if one.name.standard == standard]:
        register = works.of(name).state.register
        record = register.record(standard) if register else None
        if record:
            title = record.standard.short_title or record.standard.title
            return visit.edition.locale.say(title).striptags()
    return standard


def office_of(visit: DeskVisit, said: str, author: str) -> str:
    """Return who has saved, in the language of the page; a person's name only where it was given.

    `said` is all that was said of a save, `author` whom it names.
    """
    line = next((one for one in said.splitlines() if one.startswith(OFFICE)), "")
    named = author.partition(", ")[0] if line.endswith(NAMED) else ""
    role, _, authority = line.removeprefix(OFFICE).removesuffix(NAMED).strip().partition(" ")
    if role not in set(OfficialRole):
        return author
    words = office_words(OfficialRole(role), visit.edition.locale.catalogue.problem)
    of = authority in visit.edition.register.project.authorities
    parts = [named, words, visit.edition.authority(authority).striptags() if of else ""]
    return ", ".join(filter(None, parts))


def where_it_goes_on(name: WorkName) -> str:
    """Return where at the desk one goes on with a work, below a language."""
    match name.kind:
        case WorkKind.DRAFT:
            return text_page(name.standard, name.revision)
        case WorkKind.ANSWERS:
            return answers_page(name.standard, name.revision)
        case WorkKind.RECORD:
            return steps_page(name.standard)
