"""The next draft of a standard begun; from a text that is repealed only once that was asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talqy.drafts.next_draft import next_draft
from talqy.language.sayings import revision_name
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import Stage
from talqy.service.desk.done_words import done_in_each
from talqy.service.desk.drafts.draft_visit import draft_name
from talqy.service.desk.drafts.list_page import BEGUN_ALREADY, KINDS, replace_seen
from talqy.service.desk.pages import DeskVisit, text_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.steps.before_opening import first_done
from talqy.service.desk.works_shown.saving import ToSave, saved

_ASKED = ("standard", "base", "kind", "successor")


@dataclass(frozen=True, slots=True)
class BeginPage:
    """What `desk/draft_begin.html` may use; `asked` is what the form said that leads here."""

    standard: str
    words: str
    asked: Mapping[str, str]
    seen: str
    action: str
    back: str


def begin_page(visit: DeskVisit) -> Response:
    """Ask whether a draft is really to start from a text that is repealed."""
    asked = {key: visit.request.query_params.get(key, "") for key in _ASKED}
    record = visit.edition.register.record(asked["standard"])
    base = _base(record, asked["base"]) if record else None
    if record is None or base is None or not _is_ended(visit, record, base):
        return visit.done("drafts/")
    words = visit.say(
        "{text} is repealed: nothing of it is in force. A draft that starts from it would be "
        "compared with words that bind nobody any more, and its act would have to put all of them "
        "into force anew.",
        text=revision_name(visit.edition.locale, base),
    )
    page = BeginPage(
        standard=visit.edition.short_title(record).striptags(),
        words=words,
        asked=asked,
        seen=visit.main.commit,
        action=visit.path("drafts/begin/"),
        back=visit.path("drafts/"),
    )
    title = visit.say("Begin a draft from a repealed text?")
    return visit.shown("draft_begin.html", page, title=title)


def post_begin(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Begin the next draft of a standard as a copy of one of its texts."""
    edition, main = visit.edition, visit.main
    record = edition.register.record(posted.of("standard"))
    base = _base(record, posted.of("base")) if record else None
    if record is None or base is None or posted.of("kind") not in KINDS:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY)
    if _is_ended(visit, record, base) and posted.of("sure") != "yes":
        asked = urlencode({key: posted.of(key) for key in _ASKED})
        return visit.done(f"drafts/begin/?{asked}")
    kind, named = RevisionKind(posted.of("kind")), posted.of("successor")
    others = {one.id for one in edition.register.records if one is not record}
    takes = named if kind is RevisionKind.REPEAL and named in others else ""
    plan = next_draft(main.root, main.state.known, record, base, kind=kind, successor=takes)
    name = draft_name(record.id, record.next_revision)
    if visit.context.works.of(name).is_begun:
        return visit.done(text_page(record.id, record.next_revision), BEGUN_ALREADY)
    said = done_in_each(
        "Begun: draft, revision {revision}",
        visit.spoken.editions,
        revision=record.next_revision,
    )
    onward = text_page(record.id, record.next_revision)
    for words, _ in first_done(visit, record.id, record.next_revision):
        visit.note(words)
    return saved(visit, replace_seen(posted, main), ToSave(name, [plan], said, onward))


def _is_ended(visit: DeskVisit, record: Record, base: Revision) -> bool:
    return visit.edition.standing(record, base).stage is Stage.REPEALED


def _base(record: Record, named: str) -> Revision | None:
    return record.revision(int(named)) if named.isdecimal() and len(named) <= 4 else None
