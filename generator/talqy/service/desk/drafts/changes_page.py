"""What a draft changes: every clause as a redline against the text that it starts from."""

from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.redlines import Redlines, redlines
from talqy.service.desk.pages import DeskVisit


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What `desk/draft_changes.html` may use."""

    standard: Markup
    redlines: Redlines
    edit: str
    back: str
    table: str
    language: str


def changes_page(visit: DeskVisit, at: DraftVisit) -> Response:
    """Show all changes of a draft."""
    page = ChangesPage(
        at.edition.short_title(at.record),
        redlines(at),
        at.path("edit/"),
        at.path(),
        at.path("table/") if at.base else "",
        at.edition.code,
    )
    return visit.shown("draft_changes.html", page, title=at.say("What changed"))
