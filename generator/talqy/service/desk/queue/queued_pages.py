"""One comment of the queue: its words, the log, its files, and what can be decided of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talqy.errors import Saying
from talqy.model.publishing import OfficialRole
from talqy.service.attachments.given import behind_its_end, files_of, given_file
from talqy.service.desk.answers.field_notes import FieldNote, note_of
from talqy.service.desk.answers.redact_pages import TypedRedaction
from talqy.service.desk.pages import DeskVisit, queued_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.queue.deciding import DecidedComment
from talqy.service.desk.queue.queue_acts import QueueAct, act_of, reason_choices
from talqy.service.desk.queue.queue_list import told
from talqy.service.desk.queue.queue_views import LoggedView, QueuedView, logged_views, queued_view
from talqy.service.desk.queue.queue_visit import deciding, service_of
from talqy.service.publish.acts import TakenOut
from talqy.service.publish.moving import ActRefusedError, found
from talqy.service.publish.seen import judged_now
from talqy.service.taken import NOT_YET_SENT, UNDECIDED, State, Taken

_ASKED = Saying("Asked. The author reads the question with the key of the comment.")
_LOOKED_AT = Saying("Noted: the author reads that an official looks at the comment.")
_TAKEN_OUT = Saying("The words are taken out. Look at the comment as it is now, then decide.")


@dataclass(frozen=True, slots=True)
class QueuedFile:
    """A file that came with a comment: its name, how long it is, where it can be saved.

    `behind` is how much stands behind its end, where anything does.
    """

    name: str
    size: str
    href: str
    behind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedPage:
    """What `desk/queued.html` may use.

    `can_look`: nobody has said that they look at it. `can_decide`: nothing has gone out
    yet; `can_change`: nobody has said that it is published. What was typed and could not be done
    stands in `words`, `name`, `whys` and `question`, and what is said of it in `notes`.
    """

    it: QueuedView
    log: Sequence[LoggedView]
    files: Sequence[QueuedFile]
    reasons: Sequence[tuple[str, str]]
    words: str
    name: bool
    whys: Sequence[tuple[str, str, str]]
    question: str
    notes: Sequence[FieldNote]
    can_look: bool
    can_decide: bool
    can_change: bool
    persons: int
    back: str


def queued(visit: DeskVisit) -> Response:
    """Show one comment; nothing is noted of it, for any page of another site can ask for this."""
    return _shown(visit, TypedRedaction(_languages(visit)))


def look_at_one(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Note that somebody looks at a comment: its author reads it."""
    done = _done(visit, posted, lambda acts, name: acts.look(name))
    return _led(visit, done, _LOOKED_AT, TypedRedaction(_languages(visit)), "")


def act_on_one(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Do with a comment what its page offers."""
    if posted.of("do") == "ask":
        question = posted.of("question")
        done = _done(visit, posted, lambda acts, name: acts.ask(name, question))
        return _led(visit, done, _ASKED, TypedRedaction(_languages(visit)), question)
    if posted.of("do") == "redact":
        return _redact(visit, posted)
    act = act_of(visit, posted)
    if act is None:
        note = FieldNote(visit.say("Choose why the comment is not published."))
        return _shown(visit, TypedRedaction(_languages(visit)), notes=[note])
    return told(visit, [_done(visit, posted, act)], posted.of("do"))


def queued_file(visit: DeskVisit) -> Response:
    """Hand a file of a comment out, to be saved and never shown."""
    number = visit.of("number")
    if not number.isascii() or not number.isdigit() or len(number) > 3:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    given = given_file(service_of(visit), _taken(visit).id, int(number))
    return Response(given.data, headers=given.headers)


def _redact(visit: DeskVisit, posted: DeskPosted) -> Response:
    typed = TypedRedaction.posted(_languages(visit), posted)
    if notes := typed.lacking(visit):
        return _shown(visit, typed, notes=notes)
    out = TakenOut(typed.lines, typed.name, typed.reason)
    done = _done(visit, posted, lambda acts, name: acts.redact(name, out))
    return _led(visit, done, _TAKEN_OUT, typed, "")


def _done(visit: DeskVisit, posted: DeskPosted, act: QueueAct) -> DecidedComment:
    shown = posted.of("c")
    if shown.partition(".")[0] != visit.of("comment"):
        raise HTTPException(HTTPStatus.BAD_REQUEST)
    return deciding(visit).one(shown, act)


def _led(
    visit: DeskVisit, done: DecidedComment, saying: Saying, typed: TypedRedaction, question: str
) -> Response:
    """Lead back to the comment, or show what was typed with what is said of it."""
    if done.is_done:
        return visit.done(queued_page(done.comment), saying)
    notes = [note_of(visit, one) for one in done.problems if one.is_error]
    notes += [FieldNote(visit.said(done.why))] if done.why else []
    return _shown(visit, typed, question, notes)


def _languages(visit: DeskVisit) -> tuple[str, ...]:
    """Return the languages in which it is said why words go: those of the text."""
    taken, edition = _taken(visit), visit.edition
    today = edition.assessment.today
    return edition.register.languages_at(taken.standard, taken.revision, today)


def _taken(visit: DeskVisit) -> Taken:
    try:
        return found(service_of(visit), visit.of("comment"))
    except ActRefusedError as error:
        raise HTTPException(HTTPStatus.NOT_FOUND) from error


def _shown(
    visit: DeskVisit,
    typed: TypedRedaction,
    question: str = "",
    notes: Sequence[FieldNote] = (),
) -> Response:
    service, taken = service_of(visit), _taken(visit)
    said, may = service.settings.said.publish, visit.official.may(OfficialRole.PUBLISHER)
    page = QueuedPage(
        it=queued_view(visit, judged_now(service, taken), frozenset()),
        log=list(logged_views(visit, service.store.log_of(taken.id))),
        files=_files(visit, taken),
        reasons=reason_choices(visit),
        words=typed.words,
        name=typed.name,
        whys=typed.fields(visit),
        question=question,
        notes=notes,
        can_look=taken.state is State.RECEIVED and visit.official.may(OfficialRole.READER),
        can_decide=may and taken.state in NOT_YET_SENT,
        can_change=may and taken.state in UNDECIDED,
        persons=said.persons if said else 1,
        back=visit.path("queue/"),
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if notes else HTTPStatus.OK
    title = visit.say("Comment {name}", name=taken.id)
    return visit.shown("queued.html", page, title=title, status=status)


def _files(visit: DeskVisit, taken: Taken) -> list[QueuedFile]:
    service = service_of(visit)
    return [
        QueuedFile(
            one.name,
            _in_kilobytes(visit, one.size),
            visit.path(queued_page(taken.id, f"file/{number}")),
            _in_kilobytes(visit, more) if (more := behind_its_end(service, one)) else "",
        )
        for number, one in enumerate(files_of(service, taken.id), 1)
    ]


def _in_kilobytes(visit: DeskVisit, size: int) -> str:
    return visit.say("{n} KB", n=visit.edition.locale.number(max(size >> 10, 1)))
