"""How requests for pages of the desk are answered; the one place where roles are asked for.

Before a page does its work, the request is for our host, its sender is signed in and has a role
that the page names, and a form is one of ours, with its token.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from talqy.errors import ProjectBrokenError, TalqyError
from talqy.project.git import GitError
from talqy.project.reasons import plainly
from talqy.service.desk.context import DeskContext
from talqy.service.desk.pages import DeskPage, DeskSubject, DeskVisit, work_asked
from talqy.service.desk.posted import DeskPosted, read_posted
from talqy.service.desk.refused import OURS, STRANGER, refused
from talqy.service.desk.sign_in.doors import Visitor
from talqy.service.desk.typed_words import NOTHING_TYPED, TypedBack, typed_back, typed_of
from talqy.service.officials import MayNotError
from talqy.service.watching import place_of_fault

LOG = logging.getLogger("talqy.service")


class Answering:
    """Answers requests for pages of the desk."""

    def __init__(self, context: DeskContext, menu: Sequence[DeskSubject]) -> None:
        self._context, self._menu = context, menu

    def route(self, page: DeskPage) -> Route:
        """Return the route of a page."""

        async def answered(request: Request) -> Response:
            return await self._answered(request, page)

        return Route(f"/{{language}}/{page.below}", answered, methods=page.methods)

    async def _answered(self, request: Request, page: DeskPage) -> Response:
        context = self._context
        visitor = context.sign_in.visitor(request, request.cookies.get(context.cookie, ""))
        if visitor is None:
            return await _nobody(request, page, is_known=not context.sign_in.is_stranger(request))
        try:
            visit = await run_in_threadpool(self._visit, request, visitor, page)
        except (TalqyError, OSError) as error:
            LOG.error("the project cannot be read: %s", type(error).__name__)  # noqa: TRY400
            return await _away(request, page)
        is_post = request.method == "POST"
        if not visit.official.may(*page.roles(request.method, work_asked(request))):
            answer = await self._refused(visit, page)
        elif is_post:
            answer = await self._posted(visit, page)
        else:
            assert page.get  # noqa: S101 - its route says so
            answer = await run_in_threadpool(_told, visit, page.get)
        return with_cookie(answer, context, visitor.cookie)

    async def _refused(self, visit: DeskVisit, page: DeskPage) -> Response:
        """Say that something is not theirs to do; what was typed is told back."""
        is_post = visit.request.method == "POST"
        given = [await read_posted(visit.request, page.most)] if is_post else []
        return await run_in_threadpool(_may_not, visit, given)

    async def _posted(self, visit: DeskVisit, page: DeskPage) -> Response:
        assert page.post  # noqa: S101 - its route says so
        posted = await read_posted(visit.request, page.most)
        sessions = self._context.sign_in.sessions
        if not sessions.is_token(visit.visitor.session, posted.of("csrf")):
            return await run_in_threadpool(_once_more, visit, posted)
        return await run_in_threadpool(_told, visit, page.post, posted)

    def _visit(self, request: Request, visitor: Visitor, page: DeskPage) -> DeskVisit:
        spoken, language = self._context.spoken(), str(request.path_params["language"])
        if spoken.edition(language) is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        menu, writes = self._menu, page.roles("POST", work_asked(request))
        given = (request, self._context, visitor, language, menu, writes, page.get is not None)
        return DeskVisit(*given, spoken=spoken)


async def _away(request: Request, page: DeskPage) -> Response:
    """Answer where the project cannot be read now; what was typed is told back."""
    posted = await read_posted(request, page.most) if request.method == "POST" else None
    return refused(HTTPStatus.SERVICE_UNAVAILABLE, typed=typed_of(posted) if posted else ())


async def _nobody(request: Request, page: DeskPage, *, is_known: bool) -> Response:
    """Answer who is not signed in; what they have typed is told back, so that it is not lost."""
    posted = await read_posted(request, page.most) if request.method == "POST" else None
    words = None if is_known else STRANGER
    return refused(HTTPStatus.UNAUTHORIZED, typed=typed_of(posted) if posted else (), words=words)


def _told(visit: DeskVisit, answer: Callable[..., Response], *given: Any) -> Response:  # noqa: ANN401
    """Let a page answer; what ends its work is said on a page, with all that was typed."""
    try:
        return answer(visit, *given)
    except MayNotError:
        return _may_not(visit, given)
    except (GitError, ProjectBrokenError) as error:  # the project is away, or cannot be used now
        return _failed(visit, visit.said(error), HTTPStatus.SERVICE_UNAVAILABLE, given)
    except (TalqyError, OSError) as error:
        return _failed(visit, visit.said(plainly(error)), HTTPStatus.CONFLICT, given)
    except HTTPException as error:
        if given or error.status_code != HTTPStatus.NOT_FOUND:
            raise
        return _no_page(visit)
    except Exception as error:  # noqa: BLE001 - what was typed must not be lost by a fault of ours
        LOG.error("a fault of ours: %s", place_of_fault(error))  # noqa: TRY400 - not its words
        return _failed(visit, visit.said(OURS), HTTPStatus.INTERNAL_SERVER_ERROR, given)


def _failed(
    visit: DeskVisit, words: str, status: HTTPStatus, given: Sequence[DeskPosted]
) -> Response:
    """Say why a step ended, above all that was typed."""
    page = ToldPage(words, typed_back(visit.edition, given))
    return visit.shown("told.html", page, title=visit.say("This could not be done"), status=status)


@dataclass(frozen=True, slots=True)
class ToldPage:
    """What `desk/told.html` may use: a sentence, and what was typed.

    `action` is where it can be sent once more, and `hidden` all that belongs to it.
    """

    words: str
    typed: TypedBack = NOTHING_TYPED
    action: str = ""
    hidden: Sequence[tuple[str, str]] = ()


def _no_page(visit: DeskVisit) -> Response:
    """Say within the frame of the desk that there is no such page."""
    words = visit.say(
        "What it was about may be published by now, or given up. Go on from the page “Today”."
    )
    title = visit.say("There is no such page at the desk")
    return visit.shown("told.html", ToldPage(words), title=title, status=HTTPStatus.NOT_FOUND)


def _may_not(visit: DeskVisit, given: Sequence[DeskPosted] = ()) -> Response:
    words = visit.say("This is not yours to do here: another official has to do it.")
    page = ToldPage(words, typed_back(visit.edition, given))
    title = visit.say("Not yours to do")
    return visit.shown("told.html", page, title=title, status=HTTPStatus.FORBIDDEN)


def _once_more(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Ask whether a form is to be sent once more that is of another session, or of none.

    Only where its browser says that it comes from a page of ours, and a person has to press.
    """
    if not visit.request.headers.get("origin"):
        return refused(HTTPStatus.FORBIDDEN)
    hidden = [(name, text) for name, texts in posted.said.items() for text in texts]
    words = visit.say("You have signed in anew since this page was opened. Nothing was saved yet.")
    path, kept = str(visit.request.scope["path"]), [one for one in hidden if one[0] != "csrf"]
    if posted.files:
        path, files = "", ", ".join(file.name for file in posted.files.values())
        more = visit.say(
            "Files are not sent once more: open the page anew, and choose them again: {files}",
            files=files,
        )
        words = f"{words} {more}"
    again = ToldPage(words, typed_back(visit.edition, (posted,)), path, kept if path else ())
    title = visit.say("Send it once more?")
    return visit.shown("told.html", again, title=title, status=HTTPStatus.FORBIDDEN)


def with_cookie(answer: Response, context: DeskContext, cookie: str) -> Response:
    """Give a browser the cookie of a new session."""
    if cookie:
        answer.set_cookie(
            context.cookie,
            cookie,
            path=context.base,
            httponly=True,
            samesite="strict",
            secure=context.guard.scheme == "https",
        )
    return answer
