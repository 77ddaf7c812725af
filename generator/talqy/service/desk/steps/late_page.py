"""Comments and answers that came after a report: put on record with the reason, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.responses import Response

from talqy.errors import Saying
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.rules.entering import comments_come_on_record_in_their_discussion
from talqy.service.desk.pages import DeskVisit, steps_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.steps.fields import (
    MOST_SIGNS,
    FieldShape,
    StepField,
    TypedStep,
    as_typed,
)
from talqy.service.desk.steps.found import editions_of, found_record, spoken_in, work_of
from talqy.service.desk.work.said import said_in_each
from talqy.service.desk.work.values import Work, WorkName
from talqy.service.desk.works_shown.places import FaultView, fault_views
from talqy.service.desk.works_shown.saving import ToSave, saved
from talqy.steps.merging import kept_from_record, merge_of
from talqy.steps.way import WayStep

_MOST = 200

_LATE = comments_come_on_record_in_their_discussion.code


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePage:
    """What `desk/late.html` may use: the comments, and the fields of the reason."""

    text: str
    comments: Sequence[tuple[str, str]]
    fields: Sequence[StepField]
    faults: Sequence[FaultView]
    seen: str
    back: str


def late_ones(work: Work, record: Record) -> Sequence[str]:
    """Return the comments that would come on record after a report, or their answers would.

    Rule R10 has seen whether anything comes late at all: to plan a record of thousands of comments
    takes seconds.
    """
    if not any(_is_late(one, record.id) for one in work.state.problems):
        return ()
    if kept_from_record(work.state, [record], record.id):
        return ()
    return merge_of(work.texts, work.state, [record]).after_report


def _is_late(problem: Problem, standard: str) -> bool:
    return problem.code == _LATE and paths.standard_of(problem.file) == standard


def late_asked(visit: DeskVisit) -> Response:
    """Show what came after the report, and ask for the reason."""
    work = visit.context.works.of(_name(visit))
    return _shown(visit, work, _fields(visit, work))


def late_recorded(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Save the record with what came late, and the reason beside each."""
    name = _name(visit)
    work = visit.context.works.at(name, posted.seen)
    register, _ = work.state.known
    record = found_record(work, name.standard)
    typed = TypedStep(posted.of, _languages(work, record))
    reason, locale = typed.in_each("reason"), visit.edition.locale
    fields = as_typed(_fields(visit, work), posted.of, typed.faults, locale.catalogue.problem)
    if not typed.is_whole:
        return _shown(visit, work, fields, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    kept = kept_from_record(work.state, [record], record.id)
    made = merge_of(work.texts, work.state, [record], reason)
    wrong = kept.problems if kept else [p for p in made.faults_of(register, reason) if p.is_error]
    if wrong:
        return _shown(visit, work, fields, wrong, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    said = said_in_each(
        {
            one.code: one.locale.words(
                "{standard}: put on record after the report",
                standard=one.short_title(record).striptags(),
            )
            for one in editions_of(visit, work)
        }
    )
    told = Saying("Saved, and not published yet: publish it when you are done.")
    return saved(visit, posted, ToSave(name, made.steps, said, steps_page(record.id), told))


def _name(visit: DeskVisit) -> WorkName:
    return work_of(WayStep.CORRECT, visit.of("standard"), 0)


def _languages(work: Work, record: Record) -> tuple[str, ...]:
    """Return the languages in which the reason is said: those of the texts; of all without one."""
    register, _ = work.state.known
    found = merge_of(work.texts, work.state, [record]).languages_of_late(register)
    return found or register.project.languages


def _fields(visit: DeskVisit, work: Work) -> list[StepField]:
    locale, label = visit.edition.locale, visit.say("Why they come on record after the report")
    return [
        StepField(
            name=f"reason.{code}",
            label=f"{label} ({locale.language_name(code)})",
            shape=FieldShape.WORDS,
            language=code,
            most=MOST_SIGNS,
        )
        for code in _languages(work, found_record(work, visit.of("standard")))
    ]


def _shown(
    visit: DeskVisit,
    work: Work,
    fields: Sequence[StepField],
    problems: Sequence[Problem] = (),
    *,
    status: int = HTTPStatus.OK,
) -> Response:
    record = found_record(work, visit.of("standard"))
    late = [comment for name in late_ones(work, record) if (comment := record.comment(name))]
    edition = spoken_in(visit, editions_of(visit, work))
    page = LatePage(
        text=edition.short_title(record).striptags(),
        comments=[(record.comment_name(one.id), record.shown(one).text) for one in late[:_MOST]],
        fields=fields,
        faults=fault_views(visit, problems, edition),
        seen=work.commit,
        back=visit.path(steps_page(record.id)),
    )
    title = visit.say("Put on record what came after the report")
    return visit.shown("late.html", page, title=title, status=status)
