"""Saving what a page of steps has made: it counts, or both versions are shown, nothing lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from talqy.errors import Saying
from talqy.project.write import Step
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.names import WorkName
from talqy.service.desk.work.values import Conflict


@dataclass(frozen=True, slots=True)
class SaveAsked:
    """What is to be saved: files made of what was seen, what was done, and where one goes on."""

    name: WorkName
    posted: DeskPosted
    plan: Sequence[Step]
    said: str
    below: str
