"""Where words stand that an official has taken out of a comment: each place, with a link to it."""

from talqy.model.comment import Comment
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.work.redactions import places_of_gone, still_said_at
from talqy.service.desk.works_shown.places import FaultView, fault_views
from talqy.service.desk.works_shown.texts import editions_after


def still_public(visit: DeskVisit, heard: TextHeard, comment: Comment) -> list[FaultView]:
    """Return where words stand that go from a comment, and are published in it as yet."""
    public = visit.context.works.main().state.register
    places = places_of_gone(comment.path, public, heard.register)
    spoken = editions_after(visit, heard.work) if places else []
    return fault_views(visit, still_said_at(comment.id, places), spoken[0] if spoken else None)
