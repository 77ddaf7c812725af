"""Saving what was decided about comments; where somebody else was quicker, both versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from talqy.errors import Saying
from talqy.project.write import Step
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.values import Conflict
from talqy.service.desk.works_shown.versions import two_versions

_NOTHING = Saying("There was nothing to save: this is saved already.")


@dataclass(frozen=True, slots=True)
class AnswersDecided:
    """What is to be saved of the comments on a text.

    `plan` was made of what the form saw; `said` is kept of the save, `told` is said on the page.
    """

    heard: TextHeard
    plan: Sequence[Step]
    said: str
    told: Saying


def saved(visit: DeskVisit, decided: AnswersDecided, posted: DeskPosted) -> Response:
    """Save it, and lead back to the comments."""
    heard, works = decided.heard, visit.context.works
    plan, seen = decided.plan, heard.work.commit
    result = works.save(heard.name, seen, plan, decided.said, visit.official)
    if isinstance(result, Conflict):
        return two_versions(visit, result, posted, visit.path(heard.below))
    return visit.done(heard.below, decided.told if result.commit else _NOTHING)
