"""What a page of the desk has made is saved in its work, or both versions are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from talqy.errors import Saying
from talqy.project.keeps import Keeps
from talqy.project.write import Step
from talqy.service.desk.pages import DeskVisit, work_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.planned import Chosen
from talqy.service.desk.work.values import Conflict, WorkName
from talqy.service.desk.works_shown.versions import two_versions

SAVED = Saying("Saved.")
_JOINED = Saying("Another official had saved here meanwhile: both changes are saved.")
_NOTHING_OF_YOURS = Saying(
    "You have changed nothing, and another official has saved here meanwhile: this is what stands "
    "here now."
)
_CHOSEN = Saying(
    "Saved as you have chosen; what another official has saved in other places stays, too."
)
_SAME = Saying("There was nothing to save: this is saved already.")


@dataclass(frozen=True, slots=True)
class ToSave:
    """Files of a work, made of what the form saw, and where one goes on from there.

    `said` is what was done, in each language of the project: it is kept with the save. `told` is
    said on the page `onward`, which is below the language. `chooses`: what was made of `seen`
    cannot be made anew of what is there now, so one of two versions is chosen for each place.
    """

    name: WorkName
    plan: Sequence[Step]
    said: str
    onward: str
    told: Saying = SAVED
    chooses: bool = False


def saved(visit: DeskVisit, posted: DeskPosted, asked: ToSave) -> Response:
    """Save it and lead on, or show that somebody else has changed the same."""
    works, seen = visit.context.works, posted.seen
    if not asked.plan:
        return _nothing(visit, asked, seen)
    chosen = _chosen(posted) if asked.chooses else None
    done = works.save(asked.name, seen, asked.plan, asked.said, visit.official, chosen)
    if isinstance(done, Conflict):
        onward = visit.path(asked.onward)
        return two_versions(visit, done, posted, onward, chooses=asked.chooses)
    if done.commit is None:
        return _nothing(visit, asked, seen)
    if done.is_joined:
        visit.note(_CHOSEN if chosen else _JOINED)
    return visit.done(asked.onward, asked.told, work_page(asked.name, "publish/"))


def _nothing(visit: DeskVisit, asked: ToSave, seen: str) -> Response:
    """Say that there was nothing to save, and whether others have changed it since."""
    has_more = visit.context.works.has_more(asked.name, seen)
    return visit.done(asked.onward, _NOTHING_OF_YOURS if has_more else _SAME)


def _chosen(posted: DeskPosted) -> Chosen | None:
    keeps = posted.of("keeps")
    return Chosen(Keeps(keeps), posted.of("over")) if keeps in set(Keeps) else None
