"""How one comes to the desk and leaves it: a link that works once, the first page, signing out."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from talqy.errors import TalqyError
from talqy.service.desk.answering import with_cookie
from talqy.service.desk.context import DeskContext
from talqy.service.desk.pages import READERS, DeskPage, DeskSubject, DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.refused import refused
from talqy.service.desk.sign_in.doors import SignInHere
from talqy.service.form.accepted_languages import spoken_language

OPEN = "open"


def entry_routes(context: DeskContext) -> tuple[BaseRoute, ...]:
    """Return the ways into the desk."""
    entry = _Entry(context)
    return (
        Route("/", entry.begin, methods=["GET"]),
        Route(f"/{OPEN}/{{link}}", entry.open, methods=["GET"]),
    )


def leaving(context: DeskContext) -> DeskSubject:
    """Return the way out of it."""
    page = DeskPage("leave/", post=_leave, writes=READERS)
    del context
    return DeskSubject("Sign out", "leave/", (page,))


class _Entry:
    """Answers requests, in threads."""

    def __init__(self, context: DeskContext) -> None:
        self._context = context

    def begin(self, request: Request) -> Response:
        """Lead to the first page, in the language that the browser asks for."""
        try:
            spoken = self._context.spoken()
        except (TalqyError, OSError):
            return refused(HTTPStatus.SERVICE_UNAVAILABLE)
        known = tuple(one.code for one in spoken.editions)
        accepted = request.headers.get("accept-language", "")
        language = spoken_language((), accepted, known)
        return RedirectResponse(f"{self._context.base}{language}/", HTTPStatus.SEE_OTHER)

    def open(self, request: Request) -> Response:
        """Sign in by the link that was printed; it works once, and not for who only looks ahead."""
        context = self._context
        is_asked = request.method == "GET" and not request.headers.get("sec-purpose")
        if not isinstance(context.sign_in, SignInHere) or not is_asked:
            return refused(HTTPStatus.NOT_FOUND)
        cookie = context.sign_in.opened(str(request.path_params["link"]))
        known = context.sign_in.sessions.known(request.cookies.get(context.cookie, ""))
        if cookie is None and known is None:
            return refused(HTTPStatus.UNAUTHORIZED)
        answer = RedirectResponse(context.base, HTTPStatus.SEE_OTHER)
        return with_cookie(answer, context, cookie or "")


def _leave(visit: DeskVisit, _: DeskPosted) -> Response:
    """End a session."""
    context = visit.context
    context.sign_in.sessions.end(visit.visitor.session)
    leave = context.sign_in.leave()
    answer = RedirectResponse(leave, HTTPStatus.SEE_OTHER) if leave else refused(HTTPStatus.OK)
    answer.delete_cookie(context.cookie, path=context.base, httponly=True, samesite="strict")
    return answer
