"""Saving what was decided about comments, and what is shown where somebody else was quicker."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.responses import Response

from talqy.errors import Saying
from talqy.project.write import Step
from talqy.service.desk.answers.field_notes import FieldNote, note_of
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.work.values import Conflict, ConflictedFile

_NOTHING = Saying("There was nothing to save: this is saved already.")


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """What `desk/both_versions.html` may use: what two have saved, and what was to be saved."""

    by: str
    files: Sequence[ConflictedFile]
    notes: Sequence[FieldNote]
    back: str


def saved(
    visit: DeskVisit, heard: TextHeard, plan: Sequence[Step], said: str, done: Saying
) -> Response:
    """Save a plan that was made of what the form saw, and lead back to the comments."""
    works = visit.context.works
    result = works.save(heard.name, heard.work.commit, plan, said, visit.official)
    if isinstance(result, Conflict):
        page = ConflictPage(
            by=result.by,
            files=result.files,
            notes=[note_of(visit, one) for one in result.problems],
            back=visit.path(heard.below),
        )
        title = visit.say("Somebody else has answered meanwhile")
        return visit.shown("both_versions.html", page, title=title, status=HTTPStatus.CONFLICT)
    return visit.done(heard.below, done if result.commit else _NOTHING)
