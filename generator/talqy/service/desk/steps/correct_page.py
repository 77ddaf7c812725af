"""Corrections at the desk: what is on record, what is to stand there, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from textwrap import shorten

from starlette.responses import Response

from talqy.errors import Saying
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.sayings import outcome_name, revision_number
from talqy.model.comment import Comment, Outcome
from talqy.model.problem import Problem
from talqy.model.revision import PostingChannel
from talqy.model.values import is_comment_id
from talqy.project.correction import CannotCorrectError, Corrector
from talqy.project.write import Replace
from talqy.record.field_names import field_name
from talqy.service.desk.pages import DeskVisit, steps_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.steps.fields import MOST_SIGNS, FieldShape, StepField, TypedStep, as_typed
from talqy.service.desk.steps.found import (
    FoundText,
    found_text,
    nothing_here,
    number_named,
    waiting_faults,
    work_of,
)
from talqy.service.desk.steps.words import step_means, step_title
from talqy.service.desk.work.said import said_in_each
from talqy.service.desk.work.values import Work, WorkName
from talqy.service.desk.works_shown.corrected import CorrectedView, corrected_views
from talqy.service.desk.works_shown.places import FaultView, fault_view, fault_views
from talqy.service.desk.works_shown.saving import ToSave, saved
from talqy.site.pages.standard_parts import Link
from talqy.steps.correctable import Correctable, correctable_of_answer, correctable_of_text
from talqy.steps.correcting import (
    faults_of_answer,
    faults_of_text,
    kept_from_correction,
    up_to_date,
)
from talqy.steps.way import WayStep

_NOW = "now."
"""Before the name of a field that holds what is on record: a reason is a field of its own."""
MOST_LISTED = 200
"""So many answers are listed; of more, one is found by the number of its comment."""
_FIRST_WORDS = 80
_DAYS = frozenset({"on", "opens", "closes", "in_force"})
_LONG = frozenset({"reason", "gist"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPage:
    """What `desk/correct.html` may use: the fields as they are on record, and those of the reason.

    `answer` is the number of the comment whose answer is corrected; empty for the text itself.
    `answers` lead to those on record, each by the number and the first words of its comment.
    `waits` is what is saved elsewhere, and keeps a correction of the text itself back.
    """

    text: str
    means: str
    answer: str
    fields: Sequence[StepField]
    reasons: Sequence[StepField]
    told: Sequence[str]
    faults: Sequence[FaultView]
    done: Sequence[CorrectedView]
    seen: str
    back: str
    answers: Sequence[Link]
    asks_for_answer: str
    waits: Sequence[FaultView]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is corrected: a text, or the answer to a comment on it."""

    found: FoundText
    comment: Comment | None
    on_record: Sequence[Correctable]


def correction_asked(visit: DeskVisit) -> Response:
    """Show what is on record of a text; `comment` leads to the answer to that one."""
    named = visit.request.query_params.get("comment", "").strip()
    record = found_text(visit, visit.context.works.of(_work(visit))).record
    if is_comment_id(name := record.comment_named(named)):
        return visit.done(
            steps_page(visit.of("standard"), below=f"{visit.of('text')}/correct/{name}/")
        )
    asked = _asked(visit, visit.context.works.of(_work(visit)))
    told = (visit.said(_NO_COMMENT),) if named else ()
    return _shown(asked, _fields(asked), _reasons(asked), told=told)


def answer_correction_asked(visit: DeskVisit) -> Response:
    """Show what is on record of the answer to a comment."""
    asked = _asked(visit, visit.context.works.of(_work(visit)))
    return _shown(asked, _fields(asked), _reasons(asked))


def corrected(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Save a correction, or show what is wrong with it."""
    asked = _asked(visit, visit.context.works.at(_work(visit), posted.seen))
    found, locale = asked.found, visit.edition.locale
    typed = TypedStep(posted.of, found.asked.languages, posted.said)
    reason, settings = typed.in_each("reason"), _settings(asked, typed)
    say = locale.catalogue.problem
    fields = as_typed(_fields(asked), posted.of, typed.faults, say)
    reasons = as_typed(_reasons(asked), posted.of, typed.faults, say)
    told, problems, plan = list[Saying](), list[Problem](), list[Replace]()
    if not typed.is_whole:
        told.append(_LOOK_BELOW)
    elif not settings:
        told.append(_NOTHING_NEW)
    else:
        problems += _judged(asked, settings, reason)
    if not told and not problems:
        try:
            plan += _planned(asked, settings, reason)
        except CannotCorrectError as error:
            told.append(error.saying)
    if told or problems or _waiting(asked):
        said = [visit.said(one) for one in told]
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _shown(asked, fields, reasons, problems, said, status)
    where = found.below("correct/")
    done = Saying("Saved. The correction is seen by everybody once it is published.")
    asked_for = ToSave(_work(visit), plan, _log(asked, settings), where, done)
    return saved(visit, posted, asked_for)


def _waiting(asked: _Asked) -> list[Problem]:
    """Return what a correction of what is said of a text would look past; answers stand alone."""
    return waiting_faults(asked.found) if asked.comment is None else []


def _work(visit: DeskVisit) -> WorkName:
    return work_of(WayStep.CORRECT, visit.of("standard"), number_named(visit.of("text")))


def _asked(visit: DeskVisit, work: Work) -> _Asked:
    """Find what an address names; only what is on record can be corrected."""
    found = found_text(visit, work)
    history, number = found.record.history, found.revision.revision
    entry = history.of(number) if history else None
    if entry is None:
        nothing_here()
    named = visit.request.path_params.get("comment")
    if named is None:
        return _Asked(found, None, correctable_of_text(entry))
    comment, response = found.record.comment(named), found.record.response_to(named)
    is_recorded = any(line.id == named and line.response for line in entry.comments)
    if comment is None or response is None or not is_recorded or comment.revision != number:
        nothing_here()
    return _Asked(found, comment, correctable_of_answer(response))


def _fields(asked: _Asked) -> list[StepField]:
    """Return a field for each value on record, with that value in it."""
    visit = asked.found.visit
    locale = visit.edition.locale
    return [_field(one, locale) for one in asked.on_record]


def _field(one: Correctable, locale: Locale) -> StepField:
    label = field_name(one.path).said(locale.catalogue.of_the_record)
    keys = [str(step) for step in one.path]
    last, shape = keys[-1], FieldShape.LINE
    choices: tuple[tuple[str, str], ...] = ()
    if last in _DAYS:
        shape = FieldShape.DAY
    elif last == "outcome":
        shape = FieldShape.CHOICE
        choices = tuple((code.value, outcome_name(locale, code)) for code in Outcome)
    elif last == "channel":
        shape = FieldShape.CHOICE
        named = ((code.value, locale.coded("posting-channel", code)) for code in PostingChannel)
        choices = tuple(named)
    elif not _LONG.isdisjoint(keys):
        shape = FieldShape.WORDS
    return StepField(
        name=f"{_NOW}{one.what}",
        label=label[:1].upper() + label[1:],
        shape=shape,
        typed=one.value,
        choices=choices,
        most=MOST_SIGNS,
    )


def _reasons(asked: _Asked) -> list[StepField]:
    locale, label = asked.found.visit.edition.locale, asked.found.visit.say("Why it is corrected")
    return [
        StepField(
            name=f"reason.{code}",
            label=f"{label} ({locale.language_name(code)})",
            shape=FieldShape.WORDS,
            language=code,
            most=MOST_SIGNS,
        )
        for code in asked.found.asked.languages
    ]


def _settings(asked: _Asked, typed: TypedStep) -> list[tuple[str, str]]:
    """Return what is to be said now, where that is something else than what is on record."""
    found = list[tuple[str, str]]()
    for one in asked.on_record:
        name = f"{_NOW}{one.what}"
        if name not in typed.names:
            continue
        if one.path[-1] in _DAYS:
            day = typed.day(name)
            now = day.isoformat() if day else one.value
        else:
            now = typed.text(name)
        if now != one.value:
            found.append((one.what, now))
    return found


def _judged(
    asked: _Asked, settings: Sequence[tuple[str, str]], reason: Mapping[str, str]
) -> Sequence[Problem]:
    """Return what keeps a correction from being made, as the command says it."""
    found, record = asked.found, asked.found.record
    if kept := kept_from_correction(found.work.state, record):
        return kept.problems
    if asked.comment is None:
        number = found.revision.revision
        judged = faults_of_text(found.register, record, number, settings, reason)
    else:
        judged = faults_of_answer(found.register, record, asked.comment, settings, reason)
    return [problem for problem in judged if problem.is_error]


def _planned(
    asked: _Asked, settings: Sequence[tuple[str, str]], reason: Mapping[str, str]
) -> Sequence[Replace]:
    found, number = asked.found, asked.found.revision.revision
    of = up_to_date(found.work.root, found.work.state, found.record, number)
    work = Corrector(of.register, of.text_of, found.assessment.today, reason)
    if asked.comment is None:
        return work.of_text(of.record, number, settings)
    return work.of_response(of.record, asked.comment, settings)


def _log(asked: _Asked, settings: Sequence[tuple[str, str]]) -> str:
    """Return what was saved, in each language of the project."""
    return said_in_each({one.code: _log_in(one, asked, settings) for one in asked.found.editions})


def _log_in(edition: Edition, asked: _Asked, settings: Sequence[tuple[str, str]]) -> str:
    found, locale = asked.found, edition.locale
    changed = {what for what, _ in settings}
    names = [field_name(one.path) for one in asked.on_record if one.what in changed]
    return locale.words(
        "{standard}, {text}: corrected: {what}",
        standard=edition.short_title(found.record).striptags(),
        text=revision_number(locale, found.revision.revision),
        what="; ".join(name.said(locale.catalogue.of_the_record) for name in names),
    )


def _answers(found: FoundText, at: str) -> Iterator[Link]:
    """Yield a link to each answer that is on record, with the first words of its comment."""
    history = found.record.history
    entry = history.of(found.revision.revision) if history else None
    for line in entry.comments if entry else ():
        comment = found.record.comment(line.id)
        if comment is None or not line.response or found.record.response_to(line.id) is None:
            continue
        said = " ".join(found.record.shown(comment).text.split())
        words = shorten(said, _FIRST_WORDS, placeholder=" …")
        yield Link(f"{found.record.comment_name(line.id)}: {words}", f"{at}{line.id}/")


_LOOK_BELOW = Saying("something is missing, or cannot be used: see the fields below")
_NO_COMMENT = Saying("this is no number of a comment")
_NOTHING_NEW = Saying("nothing differs from what is on record")


def _shown(  # noqa: PLR0913, PLR0917 - what the page shows
    asked: _Asked,
    fields: Sequence[StepField],
    reasons: Sequence[StepField],
    problems: Sequence[Problem] = (),
    told: Sequence[str] = (),
    status: int = HTTPStatus.OK,
) -> Response:
    found, visit, locale = asked.found, asked.found.visit, asked.found.visit.edition.locale
    number, comment = found.revision.revision, asked.comment
    title = found.edition.short_title(found.record).striptags()
    at = steps_page(found.record.id, number)
    done = corrected_views(found.edition, found.record, number)
    answers = () if comment else tuple(_answers(found, visit.path(f"{at}correct/")))
    page = CorrectPage(
        text=f"{title}, {revision_number(locale, number)}",
        means=step_means(locale, WayStep.CORRECT),
        answer=found.record.comment_name(comment.id) if comment else "",
        fields=fields,
        reasons=reasons,
        told=told,
        faults=fault_views(visit, problems, found.edition),
        done=[one for one in done if one.of == (comment.id if comment else "")],
        seen=found.work.commit,
        back=visit.path(steps_page(found.record.id)),
        answers=answers[:MOST_LISTED],
        asks_for_answer=visit.path(f"{at}correct/") if len(answers) > MOST_LISTED else "",
        waits=[fault_view(visit, one) for one in _waiting(asked)],
    )
    title = step_title(locale, WayStep.CORRECT)
    return visit.shown("correct.html", page, title=title, status=status)
