"""A step of a text: asked on a page, judged as the commands judge it, saved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from http import HTTPStatus

from starlette.responses import Response

from talqy.errors import Saying
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.sayings import revision_number
from talqy.model.problem import Problem
from talqy.service.desk.pages import DeskVisit, steps_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.steps.before_opening import before_opening
from talqy.service.desk.steps.days import CountedDays, counted_days
from talqy.service.desk.steps.fields import StepField, TypedStep, as_typed
from talqy.service.desk.steps.forms import KEYS, fields_of, said_by
from talqy.service.desk.steps.found import (
    WORK_OF,
    FoundText,
    found_text,
    nothing_here,
    number_named,
    spoken_in,
    waiting_faults,
    work_of,
)
from talqy.service.desk.steps.late_posting import ExtendedFirst, extended_first
from talqy.service.desk.steps.report_view import ReportPreview, report_preview
from talqy.service.desk.steps.words import day_of, saved_words, step_means, step_title
from talqy.service.desk.typed_day import day_typed
from talqy.service.desk.work.values import WorkKind
from talqy.service.desk.works_shown.places import FaultView, fault_view, fault_views
from talqy.service.desk.works_shown.saving import ToSave, saved
from talqy.steps.judged import judged_step
from talqy.steps.way import WayStep, possible_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """What `desk/step.html` may use; `waits`: what is saved elsewhere, and keeps the step back.

    `first` is what is to be done with an earlier draft before this one is discussed, `extended`
    what is done before a late posting is said.
    """

    text: str
    means: str
    fields: Sequence[StepField]
    faults: Sequence[FaultView]
    counted: CountedDays | None
    count_at: str
    report: ReportPreview | None
    seen: str
    back: str
    closed: str
    waits: Sequence[FaultView]
    first: Sequence[FaultView]
    extended: ExtendedFirst | None
    has_form: bool


def step_named(named: str) -> WayStep:
    """Return the step that an address names; corrections have a page of their own."""
    known = [step for step in WayStep if step.value == named and step is not WayStep.CORRECT]
    return known[0] if known else nothing_here()


def step_asked(visit: DeskVisit) -> Response:
    """Show the page of a step."""
    step = step_named(visit.of("step"))
    name = work_of(step, visit.of("standard"), number_named(visit.of("text")))
    found = found_text(visit, visit.context.works.of(name))
    fields = fields_of(step, found.asked, visit.edition.locale)
    if step is WayStep.EXTEND and (closes := day_of(visit.request.query_params.get("closes", ""))):
        # The page that leads here has counted it.
        typed = {one.name: one.typed for one in fields} | {"closes": closes.isoformat()}
        fields = tuple(replace(one, typed=typed[one.name]) for one in fields)
    return _shown(found, step, fields)


def step_taken(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Save a step, or show what is wrong with it; `count` only counts the days."""
    step = step_named(visit.of("step"))
    name = work_of(step, visit.of("standard"), number_named(visit.of("text")))
    found = found_text(visit, visit.context.works.at(name, posted.seen))
    locale, typed = visit.edition.locale, TypedStep(posted.of, found.asked.languages)
    fields = fields_of(step, found.asked, locale)
    if posted.of("count"):
        return _shown(found, step, as_typed(fields, posted.of, {}, locale.catalogue.problem))
    said = said_by(step, typed, found.asked)
    if not typed.is_whole:
        shown = as_typed(fields, posted.of, typed.faults, locale.catalogue.problem)
        return _shown(found, step, shown, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if _first(found, step):
        shown = as_typed(fields, posted.of, {}, locale.catalogue.problem)
        return _shown(found, step, shown, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    judged = judged_step(found.steps, KEYS[step], said)
    if not judged.is_sound or _waiting(found, step):
        shown = as_typed(fields, posted.of, {}, locale.catalogue.problem)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _shown(found, step, shown, judged.problems, status=status)
    words, onward = saved_words(found, step, said), steps_page(found.record.id)
    asked = ToSave(name, [judged.file], words, onward, _told(found, step, said))
    return saved(visit, posted, asked)


def _waiting(found: FoundText, step: WayStep) -> list[Problem]:
    """Return what is saved of the text elsewhere, and a step on record would look past."""
    return waiting_faults(found) if WORK_OF[step] is WorkKind.RECORD else []


def _first(found: FoundText, step: WayStep) -> list[FaultView]:
    """Return what is to be done with earlier drafts before a discussion is opened."""
    if step is not WayStep.OPEN:
        return []
    return before_opening(found.visit, found.record.id, found.revision.revision)


def _told(found: FoundText, step: WayStep, said: dict[str, object]) -> Saying:
    """Return what is said of a step that was saved."""
    if step is WayStep.OPEN:
        return Saying(
            "Saved, and not published yet. Once it is published, the discussion runs from {opens} "
            "to {closes}.",
            {key: found.visit.edition.locale.day(_day(said[key])) for key in ("opens", "closes")},
        )
    return Saying("Saved, and not published yet: publish it when you are done.")


def _day(said: object) -> date:
    return said if isinstance(said, date) else date.fromisoformat(str(said))


def _shown(
    found: FoundText,
    step: WayStep,
    fields: Sequence[StepField],
    problems: Sequence[Problem] = (),
    *,
    status: int = HTTPStatus.OK,
) -> Response:
    visit, locale = found.visit, found.visit.edition.locale
    edition = spoken_in(visit, found.editions)
    standing = found.assessment.of(found.record.id, found.revision.revision)
    can = step in possible_steps(found.record, found.revision, standing)
    closed = "" if can else locale.words("This step is not next for the text as it stands.")
    waits = [fault_view(visit, one) for one in _waiting(found, step)]
    first = _first(found, step)
    at = found.below()
    page = StepPage(
        text=f"{edition.short_title(found.record).striptags()}, "
        + revision_number(locale, found.revision.revision),
        means=step_means(locale, step),
        fields=beside_fields(fields, problems, visit, edition),
        faults=fault_views(visit, problems, edition),
        counted=_counted(found, fields, locale) if step is WayStep.OPEN else None,
        count_at=visit.path(f"{at}days/") if step is WayStep.OPEN else "",
        report=report_preview(found) if step is WayStep.REPORT else None,
        seen=found.work.commit,
        back=visit.path(steps_page(found.record.id)),
        closed=closed,
        waits=waits,
        first=first,
        extended=_extended(found, fields) if step is WayStep.POST and not closed else None,
        # What was typed stays there to be copied.
        has_form=not closed and (not (waits or first) or status != HTTPStatus.OK),
    )
    return visit.shown("step.html", page, title=step_title(locale, step), status=status)


def _counted(found: FoundText, fields: Sequence[StepField], locale: Locale) -> CountedDays | None:
    typed = {one.name: one.typed for one in fields}
    return counted_days(found.asked, locale, typed["opens"], typed["closes"], typed["act"])


def _extended(found: FoundText, fields: Sequence[StepField]) -> ExtendedFirst | None:
    typed = {one.name: one.typed or next(iter(one.choices), ("",))[0] for one in fields}
    return extended_first(found, typed["channel"], day_typed(typed["on"]))


def beside_fields(
    fields: Sequence[StepField],
    problems: Sequence[Problem],
    visit: DeskVisit,
    edition: Edition,
) -> list[StepField]:
    """Return the fields, with each problem beside that of which it speaks, if there is one."""
    found = {_field_of(one, fields): fault_view(visit, one, edition) for one in problems}
    return [
        replace(one, faults=(*one.faults, found[one.name].words)) if one.name in found else one
        for one in fields
    ]


def _field_of(problem: Problem, fields: Sequence[StepField]) -> str:
    """Return the field that a place in a file means: `consultation.extended.0.closes`."""
    said = [str(part) for part in problem.path]
    names = {one.name for one in fields}
    for size in (2, 1):
        if (name := ".".join(said[-size:])) in names:
            return name
    return ""
