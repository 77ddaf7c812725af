"""The way of a text: what was done, what comes next by the law and until when, and its button."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.sayings import revision_title
from talqy.law.timeline import timeline
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import DISCUSSED, DRAFTS, Stage
from talqy.service.desk.pages import DeskVisit, steps_page, text_page, work_page
from talqy.service.desk.steps.found import FoundText, nothing_here, spoken_in, work_of
from talqy.service.desk.steps.handouts import handed_out_for, handouts_of
from talqy.service.desk.steps.late_page import late_ones
from talqy.service.desk.steps.words import step_title
from talqy.service.desk.work.values import Work, WorkKind, WorkName
from talqy.site.pages.history import EventView, event_views
from talqy.site.pages.standard_parts import Link, StageView, stage_view
from talqy.steps.way import Next, NextOnWay, WayStep, next_on_way, possible_steps


@dataclass(frozen=True, slots=True)
class DoneView:
    """An event of a text; one that is only saved `is_saved`, and public for nobody yet."""

    event: EventView
    is_saved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWay:
    """The way of one text. `next_day` is the last day for what is next, or the one waited for.

    `saved` leads to publishing what was saved of it and is not published; None where nothing was.
    `stage` is the one that is published. `stays` says why a discussion
    is not ended before its day.
    """

    id: str
    name: str
    href: str
    kind: str
    stage: StageView
    done: Sequence[DoneView]
    next_words: str
    next_day: str
    is_overdue: bool
    button: Link | None
    others: Sequence[Link]
    stays: str
    files: Sequence[Link]
    files_lack: str
    saved: Link | None


@dataclass(frozen=True, slots=True)
class WayPage:
    """What `desk/way.html` may use: the texts on their way, and those that are over."""

    going: Sequence[TextWay]
    over: Sequence[TextWay]
    back: str
    late: Link | None


@dataclass(frozen=True, slots=True)
class StandardLine:
    """A standard in the list: what is next of its newest text that is on its way, if there is."""

    name: str
    href: str
    text: str
    next_words: str
    next_day: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class StepsPage:
    """What `desk/steps.html` may use."""

    standards: Sequence[StandardLine]
    figures: str


def all_ways(visit: DeskVisit) -> Response:
    """Show all standards, and what is next of each."""
    begun = _begun(visit)
    known = [record.id for record in visit.edition.register.records]
    new = [name.standard for name in begun if name.standard not in known]
    lines = [line for one in dict.fromkeys((*known, *new)) for line in _lines(visit, begun, one)]
    page = StepsPage(lines, visit.path("figures/"))
    return visit.shown("steps.html", page, title=visit.say("Steps"))


def way_of_standard(visit: DeskVisit) -> Response:
    """Show the way of each text of a standard, the newest first."""
    texts = _texts(visit, _begun(visit), visit.of("standard"))
    if not texts:
        nothing_here()
    going = [one for one in texts if _is_going(one)]
    over = [one for one in texts if one not in going]
    title = spoken_in(visit, texts[0].editions).short_title(texts[0].record).striptags()
    page = WayPage(
        [_way(one) for one in going],
        [_way(one) for one in over],
        visit.path("steps/"),
        _late(visit, visit.of("standard")),
    )
    return visit.shown("way.html", page, title=title)


def _late(visit: DeskVisit, standard: str) -> Link | None:
    """Lead to what came after a report, where something did that is not on record."""
    work = visit.context.works.of(WorkName(WorkKind.RECORD, standard))
    record = work.state.known[0].record(standard)
    if record is None or not late_ones(work, record):
        return None
    words = visit.say("Put on record what came after the report")
    return Link(words, visit.path(steps_page(standard, below="late/")))


def _begun(visit: DeskVisit) -> dict[WorkName, Work]:
    """Return the works in which steps may have been saved, and are not published."""
    works = visit.context.works
    kinds = {WorkKind.DRAFT, WorkKind.RECORD}
    return {one.name: works.of(one.name) for one in works.begun() if one.name.kind in kinds}


def _texts(visit: DeskVisit, begun: dict[WorkName, Work], standard: str) -> list[FoundText]:
    """Return the texts of a standard, the newest first, each in the work that it was changed in."""
    own = {name: work for name, work in begun.items() if name.standard == standard}
    on_record = own.get(WorkName(WorkKind.RECORD, standard), visit.main)
    found = dict[int, FoundText]()
    for work in (visit.main, on_record):
        record = work.state.known[0].record(standard)
        if record:
            found |= {
                one.revision: FoundText(visit, work, record, one)
                for one in record.revisions
                if work is visit.main or differs_from_public(visit, record, one)
            }
    for name, work in own.items():
        record = work.state.known[0].record(standard)
        revision = record.revision(name.revision) if record else None
        if record and revision:
            found[name.revision] = FoundText(visit, work, record, revision)
    return [found[number] for number in sorted(found, reverse=True)]


def differs_from_public(visit: DeskVisit, record: Record, text: Revision) -> bool:
    """Return whether a work says something else of a text than what is published of it."""
    public = visit.edition.register.record(record.id)
    was = public.revision(text.revision) if public else None
    if public is None or was != text:
        return True
    return _on_record(public, text.revision) != _on_record(record, text.revision)


def _on_record(record: Record, number: int) -> object:
    """Return what stands beside a text: the record of it, and the answers to comments on it."""
    entry = record.history.of(number) if record.history else None
    return entry, [record.response_to(one.id) for one in record.comments_on(number)]


def _is_going(found: FoundText) -> bool:
    return _stage(found) in DRAFTS | {Stage.ADOPTED}


def _stage(found: FoundText) -> Stage:
    return found.assessment.of(found.record.id, found.revision.revision).stage


def _next(found: FoundText) -> NextOnWay:
    standing = found.assessment.of(found.record.id, found.revision.revision)
    return next_on_way(found.record, found.revision, standing, found.assessment.today)


def _lines(visit: DeskVisit, begun: dict[WorkName, Work], standard: str) -> Iterator[StandardLine]:
    """Yield the line of a standard: that of its newest text for which something is next."""
    texts = _texts(visit, begun, standard)
    if not texts:
        return
    waiting = [one for one in texts if _is_going(one) and _next(one).what is not Next.NOTHING]
    found = (waiting or texts)[0]
    after, locale = _next(found), visit.edition.locale
    yield StandardLine(
        name=spoken_in(visit, found.editions).short_title(found.record).striptags(),
        href=visit.path(steps_page(standard)),
        text=revision_title(locale, found.revision.revision),
        next_words=next_words(locale, after),
        next_day=next_day(locale, after),
        is_overdue=after.is_overdue,
    )


def _way(found: FoundText) -> TextWay:
    visit, record, text = found.visit, found.record, found.revision
    edition, locale = spoken_in(visit, found.editions), visit.edition.locale
    standing = found.assessment.of(record.id, text.revision)
    after, handed = _next(found), handed_out_for(found)
    button = _button(found, after)
    possible = [one for one in possible_steps(record, text, standing) if _is_there(found, one)]
    others = [step for step in possible if step is not after.step]
    at = steps_page(record.id, text.revision)
    links = [Link(step_title(locale, step), visit.path(f"{at}{step}/")) for step in others]
    return TextWay(
        id=f"r{text.revision}",
        name=revision_title(locale, text.revision),
        href=visit.path(text_page(record.id, text.revision)),
        kind=locale.coded("revision-kind", text.kind),
        stage=_stage_shown(found, edition),
        done=_done(found, edition),
        next_words=next_words(locale, after),
        next_day=next_day(locale, after),
        is_overdue=after.is_overdue,
        button=button,
        others=links,
        stays=_stays(locale, found) if standing.stage in DISCUSSED else "",
        files=handouts_of(handed),
        files_lack=_files_lack(found, handed),
        saved=_saved(found),
    )


def _is_there(found: FoundText, step: WayStep) -> bool:
    """Return whether the work that a step is kept in has the text: a draft may be saved alone."""
    number = found.revision.revision
    name = work_of(step, found.record.id, number)
    if found.work.name == name:
        return True
    record = found.visit.context.works.of(name).state.known[0].record(found.record.id)
    return record is not None and record.revision(number) is not None


def _stage_shown(found: FoundText, edition: Edition) -> StageView:
    """Return the stage that is published; that of the work only of a text that nobody knows yet."""
    public = found.visit.edition.register.record(found.record.id)
    text = public.revision(found.revision.revision) if public else None
    if public and text:
        return stage_view(found.visit.edition, public, text)
    return stage_view(edition, found.record, found.revision)


def _done(found: FoundText, edition: Edition) -> Sequence[DoneView]:
    """Return what was done with a text; what the record does not say in public is only saved."""
    number, today = found.revision.revision, edition.assessment.today
    events = [one for one in timeline(found.record, today) if one.revision is found.revision]
    public = found.visit.edition.register.record(found.record.id)
    known = {
        (one.kind, one.number, one.on)
        for one in (timeline(public, today) if public else ())
        if one.revision.revision == number
    }
    views = event_views(edition, events)
    return tuple(
        DoneView(view, (one.kind, one.number, one.on) not in known)
        for one, view in zip(events, views, strict=True)
    )


def _button(found: FoundText, after: NextOnWay) -> Link | None:
    visit, locale = found.visit, found.visit.edition.locale
    below = f"{found.record.id}/r{found.revision.revision}/"
    if after.what is Next.ANSWER:
        return Link(locale.words("Answer the comments"), visit.path(f"answers/{below}"))
    if after.step is None:
        return None
    return Link(step_title(locale, after.step), visit.path(f"steps/{below}{after.step}/"))


def _saved(found: FoundText) -> Link | None:
    name = found.work.name
    if name is None or not differs_from_public(found.visit, found.record, found.revision):
        return None
    words = found.visit.say("Look at it, and publish it")
    return Link(words, found.visit.path(work_page(name, "publish/")))


def _files_lack(found: FoundText, handed: FoundText) -> str:
    """Say where the files are not those of what is saved: a step would put these on record."""
    if handed.revision == found.revision:
        return ""
    return found.visit.say(
        "What is saved of this text and not published is not in these files: they are what a step "
        "puts on record."
    )


def _stays(locale: Locale, found: FoundText) -> str:
    """Say that a discussion is not ended early, and what is done about a day written wrongly."""
    standing = found.assessment.of(found.record.id, found.revision.revision)
    closes = standing.closes
    return locale.words(
        "The discussion cannot be ended before {day}: people were told this day, and by the law "
        "the period may only be longer. A day that was written down wrongly is corrected, in sight "
        "of everybody.",
        day=locale.day(closes) if closes else "",
    )


def next_words(locale: Locale, after: NextOnWay) -> str:
    """Say what is next for a text."""
    words = locale.words
    if after.what is Next.POST:
        channels = ", ".join(locale.coded("posting-channel", one) for one in after.channels)
        return words("The draft is not posted everywhere yet: {channels}", channels=channels)
    if after.what is Next.ANSWER:
        return locale.count(
            "{n} comment has no answer yet", "{n} comments have no answer yet", after.unanswered
        )
    return {
        Next.OPEN: words("When the text is ready, its discussion is opened"),
        Next.OPENING: words("The discussion opens"),
        Next.CLOSING: words("The discussion runs; people comment until it ends"),
        Next.REPORT: words("All comments are answered: the report comes next"),
        Next.ADOPT: words("The report is published: the text can be adopted"),
        Next.IN_FORCE: words("The act comes into force"),
        Next.NOTHING: words("Nothing is due"),
    }[after.what]


def next_day(locale: Locale, after: NextOnWay) -> str:
    """Say until when that is to be done, or when it comes; empty where no day is set."""
    if after.day is None:
        return ""
    day = locale.day(after.day)
    if after.what in {Next.OPENING, Next.IN_FORCE}:
        return locale.words("Day: {day}", day=day)
    if after.is_overdue:
        return locale.words("Overdue, last day: {day}", day=day)
    return locale.words("Last day: {day}", day=day)
