"""The fields of a new standard: its address, what it is called, who develops it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talqy.drafts.new_ids import new_id
from talqy.service.desk.drafts.controls import Control, ControlMaker, FieldChoice
from talqy.service.desk.drafts.fields_read import Typed, one, read_spoken
from talqy.service.desk.pages import DeskVisit

_USUAL = "documents"


@dataclass(frozen=True, slots=True)
class NewFields:
    """What a form of a new standard shows; `wrong` is what was wrong with what is typed."""

    id: str
    title: Control
    provider: Control
    authorities: Sequence[FieldChoice]
    life_events: Sequence[FieldChoice]
    wrong: str


def new_fields(visit: DeskVisit, typed: Typed, wrong: str = "") -> NewFields:
    """Return the fields with what was typed."""
    edition = visit.edition
    project, codes = edition.register.project, edition.register.codes
    maker = ControlMaker(edition.locale, languages_of(visit), {})
    authority = one(typed, "authority") or next(iter(project.authorities), "")
    event = one(typed, "life_event") or _USUAL
    spoken = {key: read_spoken(typed, project.languages, key) for key in ("title", "provider")}
    return NewFields(
        one(typed, "id"),
        maker.spoken("title", "title", visit.say("Title of the standard"), spoken["title"]),
        maker.spoken("provider", "provider", visit.say("Provider"), spoken["provider"]),
        [
            FieldChoice(name, edition.authority(name).striptags(), name == authority)
            for name in project.authorities
        ],
        [
            FieldChoice(code, edition.locale.coded("life-event", code), code == event)
            for code in codes.codes("life-event")
        ],
        wrong,
    )


def standard_name(visit: DeskVisit, typed: Typed) -> str:
    """Return the name of a new standard in addresses: as it was typed, else made of its title."""
    if named := one(typed, "id"):
        return named
    register = visit.edition.register
    languages = register.project.languages
    title = read_spoken(typed, languages, "title")
    if not title:
        return ""
    begun = {work.name.standard for work in visit.context.works.begun()}
    taken = {*begun, *(record.id for record in register.records)}
    return new_id(title, ("", ""), taken, register.codes, languages)


def languages_of(visit: DeskVisit) -> Mapping[str, str]:
    """Return the languages of the project in its order, with their own names."""
    names = {one.code: one.locale.name for one in visit.spoken.editions}
    return {code: names[code] for code in visit.edition.register.project.languages}
