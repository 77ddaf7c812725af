"""All standards with their texts in preparation; a new standard begun."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from markupsafe import Markup
from starlette.responses import Response

from talqy.drafts.new_texts import WrongNameError, newest_living, standard_plan
from talqy.errors import Saying
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.sayings import revision_name
from talqy.law.force import text_in_force
from talqy.model.publishing import OfficialRole
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import DRAFTS, Stage
from talqy.project.zones import zone_of
from talqy.service.desk.done_words import done_in_each
from talqy.service.desk.drafts.draft_visit import draft_name
from talqy.service.desk.drafts.fields_read import read_spoken
from talqy.service.desk.drafts.new_fields import NewFields, new_fields, standard_name
from talqy.service.desk.pages import DeskVisit, text_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.values import BegunWork, Work, WorkKind
from talqy.service.desk.works_shown.begun import office_of, standard_title
from talqy.service.desk.works_shown.how_it_stands import in_short
from talqy.service.desk.works_shown.saving import ToSave, saved

BEGUN_ALREADY = Saying("This draft was begun already: here it is.")
_NOT_LIVING = frozenset({Stage.REPEALED, Stage.WITHDRAWN})
KINDS = tuple(kind for kind in RevisionKind if kind is not RevisionKind.NEW)


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft of a standard: its name, its address, who saved it last if it is not published."""

    number: int
    words: str
    href: str
    saved: str


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A standard with its drafts; `bases` are the texts that the next one can start from.

    There are none while its next draft is begun already. `drafts` are those in
    preparation, and those on their way to an act; `texts` all others, the newest first.
    """

    id: str
    title: Markup | str
    in_force: str
    texts: Sequence[DraftRow]
    drafts: Sequence[DraftRow]
    bases: Sequence[tuple[str, str]]
    kinds: Sequence[tuple[str, str]]
    others: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class DraftsPage:
    """What `desk/drafts.html` may use."""

    seen: str
    may_edit: bool
    rows: Sequence[StandardRow]
    new: NewFields
    begin: str
    bring: str
    make: str


def list_page(visit: DeskVisit) -> Response:
    """Show all standards and their drafts."""
    return _shown(visit, new_fields(visit, {}))


def _shown(visit: DeskVisit, new: NewFields) -> Response:
    page = DraftsPage(
        seen=visit.main.commit,
        may_edit=visit.official.may(OfficialRole.DRAFTER),
        rows=tuple(_rows(visit)),
        new=new,
        begin=visit.path("drafts/begin/"),
        bring=visit.path("drafts/bring/"),
        make=visit.path("drafts/new/"),
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if new.wrong else HTTPStatus.OK
    return visit.shown("drafts.html", page, title=visit.say("Drafts"), status=status)


def post_new(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Begin a new standard, with a clause for every row of the list of basic requirements."""
    main, languages = visit.main, visit.edition.register.project.languages
    standard = standard_name(visit, posted.said)
    said = {key: read_spoken(posted.said, languages, key) for key in ("title", "provider")}
    try:
        plan = standard_plan(
            standard,
            visit.edition.register,
            said=said,
            authority=posted.of("authority"),
            life_event=posted.of("life_event"),
            dated=visit.edition.assessment.today,
        )
    except WrongNameError as error:
        return _shown(visit, new_fields(visit, posted.said, visit.said(error)))
    name = draft_name(standard, 1)
    if visit.context.works.of(name).is_begun:
        return visit.done(text_page(standard, 1), BEGUN_ALREADY)
    told = done_in_each("Begun: a new standard", visit.spoken.editions)
    onward = text_page(standard, 1)
    return saved(visit, replace_seen(posted, main), ToSave(name, plan, told, onward))


def replace_seen(posted: DeskPosted, work: Work) -> DeskPosted:
    """Return what was posted, as of a work: a new file needs no more than what is published."""
    return replace(posted, said={**posted.said, "seen": (work.commit,)})


# --- rows -----------------------------------------------------------------------------------------


def _rows(visit: DeskVisit) -> Iterator[StandardRow]:
    works = [one for one in visit.context.works.begun() if one.name.kind is WorkKind.DRAFT]
    edition = visit.edition
    for record in edition.by_short_title(edition.register.records):
        yield _row(visit, edition, record, [w for w in works if w.name.standard == record.id])
    known = {record.id for record in edition.register.records}
    for one in works:
        if one.name.standard not in known:
            drafts = [_begun(visit, one)]
            title = standard_title(visit, one.name.standard)
            yield StandardRow(one.name.standard, title, "", (), drafts, (), (), ())


def _row(
    visit: DeskVisit, edition: Edition, record: Record, works: Sequence[BegunWork]
) -> StandardRow:
    begun = {one.name.revision: one for one in works}
    published = [
        text.revision
        for text in record.revisions
        if edition.standing(record, text).stage is Stage.PREPARING and text.revision not in begun
    ]
    later = list(_later(visit, edition, record))
    going = {row.number: row for stage, row in later if stage in DRAFTS}
    drafts = [_begun(visit, one) for _, one in sorted(begun.items())]
    drafts = [replace(one, words=going.get(one.number, one).words) for one in drafts]
    drafts += [_published(visit, record, number) for number in published]
    drafts += [row for number, row in going.items() if number not in begun]
    held = text_in_force(record, edition.assessment.today)
    is_next_begun = record.next_revision in begun
    return StandardRow(
        record.id,
        edition.short_title(record),
        _by_its_act(edition.locale, held) if held else "",
        [row for stage, row in later if stage not in DRAFTS],
        drafts,
        () if is_next_begun else tuple(_bases(edition, record, held)),
        [(kind.value, edition.locale.coded("revision-kind", kind)) for kind in KINDS],
        [
            (one.id, edition.short_title(one).striptags())
            for one in edition.by_short_title(edition.register.records)
            if one is not record
        ],
    )


def _by_its_act(locale: Locale, held: Revision) -> str:
    """Return the name of a text in force, by the day and the words of its act."""
    if held.adopted is None:
        return revision_name(locale, held)
    day, act = locale.day(held.adopted.on), locale.say(held.adopted.act).striptags()
    return f"{locale.words('Revision {n} of {day}', n=held.revision, day=day)} ({act})"


def _later(visit: DeskVisit, edition: Edition, record: Record) -> Iterator[tuple[Stage, DraftRow]]:
    """Yield the texts of a standard whose discussion was announced, or that have an act."""
    for text in reversed(record.revisions):
        stage = edition.standing(record, text).stage
        if stage is not Stage.PREPARING:
            words = (
                f"{revision_name(edition.locale, text)} – {edition.locale.coded('stage', stage)}"
            )
            href = visit.path(text_page(record.id, text.revision))
            yield stage, DraftRow(text.revision, words, href, "")


def _bases(edition: Edition, record: Record, held: Revision | None) -> Iterator[tuple[str, str]]:
    """Yield the texts that the next one can start from: the one in force, or the newest, first."""
    try:
        first = held or newest_living(record)
    except WrongNameError:
        first = None
    texts = [*([first] if first else []), *(one for one in reversed(record.revisions))]
    for one in dict.fromkeys(text.revision for text in texts):
        text = record.revision(one)
        assert text  # noqa: S101 - it is one of the record
        standing = edition.standing(record, text).stage
        stage = edition.locale.words("in force") if text is held else ""
        if standing in _NOT_LIVING:
            stage = edition.locale.coded("stage", standing)
        name = revision_name(edition.locale, text)
        yield str(one), f"{name} ({stage})" if stage else name


def _begun(visit: DeskVisit, one: BegunWork) -> DraftRow:
    number, locale = one.name.revision, visit.edition.locale
    words = visit.say("Draft, revision {revision}", revision=number)
    when = locale.day(
        one.moment.astimezone(zone_of(visit.edition.register.project.timezone)).date()
    )
    by = office_of(visit, one.message, one.role)
    saved = visit.say("saved here, not published yet: {day}, {role}", day=when, role=by)
    said = "; ".join(filter(None, (saved, in_short(visit, one.standing))))
    return DraftRow(number, words, visit.path(text_page(one.name.standard, number)), said)


def _published(visit: DeskVisit, record: Record, number: int) -> DraftRow:
    words = visit.say("Draft, revision {revision}", revision=number)
    return DraftRow(number, words, visit.path(text_page(record.id, number)), "")
