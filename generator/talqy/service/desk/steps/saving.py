"""Saving what a page of steps has made: it counts, or it is said what is in the way."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from talqy.errors import Saying
from talqy.project.write import Step
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.names import WorkName
from talqy.service.desk.work.values import Conflict
from talqy.service.desk.works_shown.versions import two_versions


@dataclass(frozen=True, slots=True)
class SaveAsked:
    """What is to be saved: files made of what was seen, what was done, and where one goes on."""

    name: WorkName
    posted: DeskPosted
    plan: Sequence[Step]
    said: str
    below: str


def saved(visit: DeskVisit, asked: SaveAsked, told: Saying) -> Response:
    """Save it and lead on, or show that somebody else has changed the same."""
    seen = asked.posted.seen
    result = visit.context.works.save(asked.name, seen, asked.plan, asked.said, visit.official)
    if isinstance(result, Conflict):
        return two_versions(visit, result, asked.posted, visit.path(asked.below))
    return visit.done(asked.below, told, f"work/{asked.name.key}/publish/")
