"""Drafts as a subject of the desk: its addresses, and what answers there."""

from collections.abc import Callable

from starlette.responses import Response

from talqy.errors import Saying
from talqy.service.desk.context import DeskContext
from talqy.service.desk.drafts.about_page import about_page, post_about
from talqy.service.desk.drafts.begin_page import begin_page, post_begin
from talqy.service.desk.drafts.bring_page import MOST_BROUGHT, Bringing
from talqy.service.desk.drafts.changes_page import changes_page
from talqy.service.desk.drafts.downloads import comparison, word_copy
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.edit_page import add_page, edit_page, post_clause, post_new
from talqy.service.desk.drafts.kept_answers import KeptAnswers
from talqy.service.desk.drafts.list_page import list_page
from talqy.service.desk.drafts.list_page import post_new as post_standard
from talqy.service.desk.drafts.reasons_page import post_reasons, reasons_page
from talqy.service.desk.drafts.spoken_work import SpokenWorks
from talqy.service.desk.drafts.text_page import post_back, text_page
from talqy.service.desk.drafts.uploads import Uploads
from talqy.service.desk.pages import MOST_BYTES, Act, DeskPage, DeskSubject, DeskVisit, Page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.offices import ACTS_AS
from talqy.service.desk.work.values import WorkKind

_WRITES = (ACTS_AS[WorkKind.DRAFT],)
_OF_DRAFT = "s/{standard}/r{number}/"
_NOT_OPEN = Saying(
    "This text is not in preparation any more: its discussion was announced, or it has an act. It "
    "can be read here; a change of it begins as the next draft."
)
_MOST_WITH_FILES = 12 << 20


def drafts(context: DeskContext) -> DeskSubject:
    """Return the pages of drafts."""
    spoken, data = SpokenWorks(), context.works.data
    bringing = Bringing(Uploads(data / "brought"), spoken, KeptAnswers(data / "answered"))

    def shown(page: Callable[[DeskVisit, DraftVisit], Response]) -> Page:
        return lambda visit: page(visit, DraftVisit.opened(visit, spoken))

    def opened(page: Callable[[DeskVisit, DraftVisit], Response]) -> Page:
        """Show a page of fields; a text that is not in preparation is only shown."""

        def answered(visit: DeskVisit) -> Response:
            at = DraftVisit.opened(visit, spoken)
            return page(visit, at) if at.draft.is_open else visit.done(at.below(), _NOT_OPEN)

        return answered

    def acted(act: Callable[[DeskVisit, DraftVisit, DeskPosted], Response]) -> Act:
        return lambda visit, posted: act(
            visit, DraftVisit.opened(visit, spoken, posted.seen), posted
        )

    def of(below: str, get: Page, post: Act | None = None, most: int = MOST_BYTES) -> DeskPage:
        writes = _WRITES if post else ()
        return DeskPage(f"{_OF_DRAFT}{below}", get=get, post=post, writes=writes, most=most)

    pages = (
        DeskPage("drafts/", get=list_page),
        DeskPage("drafts/begin/", get=begin_page, post=post_begin, writes=_WRITES),
        DeskPage("drafts/new/", post=post_standard, writes=_WRITES),
        DeskPage(
            "drafts/bring/",
            get=bringing.form,
            post=bringing.take,
            reads=_WRITES,
            writes=_WRITES,
            most=MOST_BROUGHT,
        ),
        DeskPage(
            "drafts/bring/{token}/",
            get=bringing.plan,
            post=bringing.answer,
            reads=_WRITES,
            writes=_WRITES,
        ),
        of("", shown(text_page), acted(post_back)),
        of("about/", opened(about_page), acted(post_about)),
        of("reasons/", opened(reasons_page), acted(post_reasons)),
        of("changes/", shown(changes_page)),
        of("word/", shown(word_copy)),
        of("table/", shown(comparison)),
        of("add/", opened(add_page), acted(post_new), _MOST_WITH_FILES),
        of("edit/{clause}/", opened(edit_page), acted(post_clause), _MOST_WITH_FILES),
    )
    return DeskSubject("Drafts", "drafts/", pages, also="s/")
