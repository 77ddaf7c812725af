"""A change of a draft saved: led on where it counts, told in words where two have met."""

from collections.abc import Sequence

from starlette.responses import Response

from talqy.errors import Saying
from talqy.project.write import Step
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.keeps import Keeps
from talqy.service.desk.work.names import WorkName
from talqy.service.desk.work.planned import Chosen
from talqy.service.desk.work.values import Conflict
from talqy.service.desk.works_shown.versions import two_versions

SAVED = Saying("Saved.")
JOINED = Saying("Saved. Another official had saved here meanwhile: both changes are in the draft.")
SAME = Saying("There was nothing to save: the draft says this already.")


def save(  # noqa: PLR0913, PLR0917 - what is saved, and where one goes on
    visit: DeskVisit,
    name: WorkName,
    posted: DeskPosted,
    steps: Sequence[Step],
    said: str,
    onward: str,
    *,
    chooses: bool = False,
) -> Response:
    """Save files of a work, and lead on to a page below the language.

    `said` is what was done, in each language of the project. `chooses`: what was made of `seen`
    cannot be made anew of what is there now, so that one of two versions is chosen for each place.
    """
    if not steps:
        return visit.done(onward, SAME)
    chosen = _chosen(posted) if chooses else None
    done = visit.context.works.save(name, posted.seen, steps, said, visit.official, chosen)
    if isinstance(done, Conflict):
        return two_versions(visit, done, posted, visit.path(onward), chooses=chooses)
    if done.commit is None:
        return visit.done(onward, SAME)
    return visit.done(onward, JOINED if done.is_joined else SAVED)


def _chosen(posted: DeskPosted) -> Chosen | None:
    keeps = posted.of("keeps")
    return Chosen(Keeps(keeps), posted.of("over")) if keeps in set(Keeps) else None
