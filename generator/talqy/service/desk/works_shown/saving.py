"""What a page of the desk has made is saved in its work, or both versions are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from talqy.errors import Saying
from talqy.project.keeps import Keeps
from talqy.project.write import Step
from talqy.service.desk.pages import DeskVisit, work_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.names import WorkName
from talqy.service.desk.work.planned import Chosen
from talqy.service.desk.work.values import Conflict, Saved
from talqy.service.desk.works_shown.versions import two_versions

SAVED = Saying("Saved.")
_JOINED = Saying("Another official had saved here meanwhile: both changes are saved.")
_KEPT = {
    Keeps.OWN: Saying(
        "Where another official had changed the same meanwhile, your version is there now, and "
        "theirs is not."
    ),
    Keeps.PUBLISHED: Saying(
        "Where another official had changed the same meanwhile, their version is there, and yours "
        "is not."
    ),
}
_SAME = Saying("There was nothing to save: this is saved already.")
_NOTHING_OF_YOURS = Saying(
    "You have changed nothing. Something was saved here since this page was opened: look at what "
    "it says now."
)


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
        return _nothing_saved(visit, works.nothing_saved(asked.name, seen), asked)
    chosen = _chosen(posted) if asked.chooses else None
    done = works.save(asked.name, seen, asked.plan, asked.said, visit.official, chosen)
    if isinstance(done, Conflict):
        onward = visit.path(asked.onward)
        return two_versions(visit, done, posted, onward, chooses=asked.chooses)
    if done.commit is None:
        return _nothing_saved(visit, done, asked)
    if done.keeps or done.is_joined:
        visit.note(_KEPT[done.keeps] if done.keeps else _JOINED)
    return visit.done(asked.onward, asked.told, work_page(asked.name, "publish/"))


def _nothing_saved(visit: DeskVisit, done: Saved, asked: ToSave) -> Response:
    return visit.done(asked.onward, _NOTHING_OF_YOURS if done.is_joined else _SAME)


def _chosen(posted: DeskPosted) -> Chosen | None:
    keeps = posted.of("keeps")
    return Chosen(Keeps(keeps), posted.of("over")) if keeps in set(Keeps) else None
