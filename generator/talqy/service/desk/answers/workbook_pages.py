"""Answers as an Excel file: out to Excel, and back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from starlette.responses import Response

from talqy.errors import Saying
from talqy.language.edition import editions
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.office.sheet_layouts import sheet_layout
from talqy.responses import faults
from talqy.responses.cells import ResponseContext, outcome_names
from talqy.responses.respond import response_plan
from talqy.responses.response_table import response_table
from talqy.responses.workbook_file import read_workbook
from talqy.responses.workbook_in import WorkbookResult
from talqy.responses.workbook_out import responses_xlsx
from talqy.service.desk.answers.answers_before import answers_before
from talqy.service.desk.answers.field_notes import FieldNote, note_of
from talqy.service.desk.answers.text_heard import TextHeard, text_heard
from talqy.service.desk.done_words import done_in_each
from talqy.service.desk.file_words import file_words
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.works_shown.saving import ToSave, saved

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_NOTES = 200


@dataclass(frozen=True, slots=True)
class RowNote:
    """What is said of a cell of a workbook."""

    place: str
    note: FieldNote


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookPage:
    """What `desk/workbook.html` may use.

    `counts` are what became of the rows, empty before a workbook was sent; `notes` what is wrong
    with it, and `more` how much else. `offers_rest`: the rows without faults could be saved.
    """

    seen: str
    counts: Sequence[tuple[str, int]]
    notes: Sequence[RowNote]
    more: int
    offers_rest: bool
    replaces: bool
    file: str
    back: str


def workbook(visit: DeskVisit) -> Response:
    """Send the comments on a text as a workbook, to be answered there."""
    heard = text_heard(visit)
    heard.work.state.require_whole_record(heard.record.id)
    made = editions(heard.work.texts, heard.register, heard.assessment)
    speaking = next(one for one in made if one.code == visit.language)
    everything = bool(visit.request.query_params.get("all"))
    table = response_table(made, speaking, heard.record, heard.revision, everything=everything)
    data = responses_xlsx(table, sheet_layout(speaking.layouts))
    name = f"{heard.record.id}-r{heard.revision.revision}.answers.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(data, media_type=_XLSX, headers=headers)


def workbook_form(visit: DeskVisit) -> Response:
    """Offer the workbook, and ask for one that is filled in."""
    return _shown(visit, text_heard(visit), None)


def workbook_in(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Read a workbook that was filled in; nothing is saved while a row has a fault."""
    heard = text_heard(visit, posted.seen)
    file = posted.files.get("workbook")
    if file is None:
        lacks = FieldNote(visit.say("Choose the Excel file that you have filled in."))
        return _shown(visit, heard, None, notes=[RowNote("", lacks)])
    replaces, skips = bool(posted.of("replace")), bool(posted.of("skip"))
    context = ResponseContext(
        heard.register,
        heard.assessment,
        outcome_names(heard.register.codes),
        on=heard.assessment.today,
        by=visit.official.authority,
        replaces=replaces,
        former=answers_before(visit, heard),
    )
    locales = [one.locale for one in visit.spoken.editions]
    result = read_workbook(file.content, file.name or "answers.xlsx", locales, context)
    if not all(_is_on(heard, comment) for comment, _ in result.ready):
        other = visit.say("This Excel file has answers to comments on another text: open it there.")
        return _shown(visit, heard, None, notes=[RowNote(file.name, FieldNote(other))])
    stops = any(problem.is_error for problem in result.problems)
    if stops and not (skips and result.ready):
        return _shown(visit, heard, result, replaces=replaces)
    if not result.ready:
        return _shown(visit, heard, result, replaces=replaces)
    counted = {"count": len(result.ready), "faulty": result.faulty}
    done = Saying(
        "Saved from the Excel file. Answers: {count}; rows with faults: {faulty}", counted
    )
    said = done_in_each(
        "Answers from an Excel file: {count}", visit.spoken.editions, count=len(result.ready)
    )
    plan = response_plan(result.ready)
    return saved(visit, posted, ToSave(heard.name, plan, said, heard.below, done))


def _is_on(heard: TextHeard, comment: Comment) -> bool:
    return (comment.standard, comment.revision) == (heard.record.id, heard.revision.revision)


def _shown(
    visit: DeskVisit,
    heard: TextHeard,
    result: WorkbookResult | None,
    *,
    replaces: bool = False,
    notes: Sequence[RowNote] = (),
) -> Response:
    problems = result.problems if result else []
    told = [
        RowNote(file_words(visit.edition.locale, one.file, one.line, one.column), _note(visit, one))
        for one in problems[:_MOST_NOTES]
    ]
    page = WorkbookPage(
        seen=heard.work.commit,
        counts=list(_counts(visit, result)) if result else (),
        notes=[*notes, *told],
        more=max(len(problems) - _MOST_NOTES, 0),
        offers_rest=bool(result and result.ready and result.faulty),
        replaces=replaces,
        file=visit.path(f"{heard.below}workbook.xlsx"),
        back=visit.path(heard.below),
    )
    title = visit.say("Answers as an Excel file")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if page.notes else HTTPStatus.OK
    return visit.shown("workbook.html", page, title=title, status=status)


def _note(visit: DeskVisit, problem: Problem) -> FieldNote:
    """Return what is said of a cell; what a command would be told is told of the page instead."""
    say = visit.say
    note, anew = note_of(visit, problem), say("Take the Excel file from this page anew.")
    over = say("Compare the two. To put the Excel file's in its place, tick the box below.")
    hints = {
        faults.NO_RESPONSES.code: anew,
        faults.COMMENT_CHANGED.code: anew,
        faults.RESPONSE_CHANGED.code: over,
        faults.RESPONSE_SET_BACK.code: over,
        faults.RESPONSE_BROKEN.code: over,
    }
    return replace(note, hint=hints.get(problem.code, note.hint))


def _counts(visit: DeskVisit, result: WorkbookResult) -> Iterator[tuple[str, int]]:
    """Yield what became of the rows."""
    yield visit.say("Ready to be saved"), len(result.ready)
    yield visit.say("Unchanged"), result.unchanged
    yield visit.say("Changed at the desk since, left as they are"), result.kept
    yield visit.say("Left empty"), result.empty
    yield visit.say("With faults"), result.faulty
    yield visit.say("Waiting for an answer, but not in the Excel file"), result.absent
