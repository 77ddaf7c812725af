"""The desk as an application of HTTP: its subjects put together, and what stands around them."""

import logging
from collections.abc import Sequence
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from talqy.service.desk.answering import Answering
from talqy.service.desk.answers.answers_subject import answers
from talqy.service.desk.assets import asset
from talqy.service.desk.context import DeskContext
from talqy.service.desk.drafts.pages import drafts
from talqy.service.desk.entry import entry_routes, leaving
from talqy.service.desk.pages import DeskPage, DeskSubject, DeskVisit
from talqy.service.desk.queue.queue_subject import queue_subjects
from talqy.service.desk.refused import refused
from talqy.service.desk.steps.subject import steps
from talqy.service.desk.today.pages import today
from talqy.service.desk.works_shown.pages import work_pages
from talqy.service.desk.works_shown.preview import preview_pages
from talqy.service.shield import Bounded, Headed
from talqy.service.watching import place_of_fault

LOG = logging.getLogger("talqy.service")
MOST_BYTES = 64 << 20
"""No page takes more than this; each has a bound of its own below it."""
MOST_BYTES_OF_NOBODY = 512 << 10
"""So much is read of somebody without a session: what they have typed, and no files."""
_SECONDS = 300.0


def subjects(context: DeskContext) -> Sequence[DeskSubject]:
    """Return the subjects of the desk, in the order of an official's day."""
    menu = (today(context), drafts(context), answers(context), steps(context))
    return (*menu, *queue_subjects(context))


def beside(context: DeskContext) -> Sequence[DeskSubject]:
    """Return the pages that are no subject of the menu."""
    return (leaving(context), work_pages(context), preview_pages(context))


def routes_of(context: DeskContext) -> Sequence[BaseRoute]:
    """Return all ways into the desk: doors, files of the tool, and pages that ask for a role."""
    menu = subjects(context)
    answering = Answering(context, menu)
    pages = [answering.route(page) for one in (*menu, *beside(context)) for page in one.pages]
    pages.append(answering.route(DeskPage("{path:path}", get=_nothing)))
    return (*entry_routes(context), Route("/assets/{name}", asset, methods=["GET"]), *pages)


def application(context: DeskContext) -> ASGIApp:
    """Return the desk."""
    routes = routes_of(context)
    below = Mount(context.base.rstrip("/"), app=Router(routes, redirect_slashes=False))
    app = Starlette(
        routes=[below], exception_handlers={HTTPException: _refused, Exception: _failed}
    )
    app.router.redirect_slashes = False
    guarded = Bounded(_Guarded(app, context), MOST_BYTES, seconds=_SECONDS)
    return _Answered(Headed(guarded, HEADERS))


HEADERS = {"Referrer-Policy": "same-origin"}
"""Without it browsers would not say of a form that it comes from a page of ours."""


class _Guarded:
    """Answers nothing that is not for us, or that another site has sent."""

    def __init__(self, app: ASGIApp, context: DeskContext) -> None:
        self._app, self._guard = app, context.guard
        self._context, self._short = context, Bounded(app, MOST_BYTES_OF_NOBODY, seconds=_SECONDS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and not self._guard.lets_in(Request(scope)):
            await refused(HTTPStatus.FORBIDDEN)(scope, receive, send)
            return
        app = self._app if self._is_known(scope) else self._short
        await app(scope, receive, send)

    def _is_known(self, scope: Scope) -> bool:
        """Return whether a request has a session: else nothing long is read."""
        if scope["type"] != "http" or scope["method"] != "POST":
            return True
        context = self._context
        cookie = Request(scope).cookies.get(context.cookie, "")
        return context.sign_in.sessions.known(cookie) is not None


class _Answered:
    """Tells a fault of ours by its place in the code: its words may be what somebody typed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        try:
            await self._app(scope, receive, send)
        except Exception as error:  # noqa: BLE001 - it was answered, and is told by its place alone
            LOG.error("a fault of ours: %s", place_of_fault(error))  # noqa: TRY400 - not its words


def _nothing(_: DeskVisit) -> Response:
    """Answer an address that is none: whoever is signed in is told so within the frame."""
    raise HTTPException(HTTPStatus.NOT_FOUND)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - so Starlette asks us
    return refused(error.status_code, error.headers)


def _failed(*_: object) -> Response:
    return refused(HTTPStatus.INTERNAL_SERVER_ERROR)
