"""The service as an application of HTTP: its pages, and what stands around all of them."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from talqy.project.today import ClockSetBackError
from talqy.service.figures import MEDIA_TYPE
from talqy.service.health import health_of
from talqy.service.parts import Service
from talqy.service.refusing import refusal
from talqy.service.shield import MOST_BYTES, AtOnce, Bound, Bounded, Headed, TooLongError
from talqy.service.store.engines import StoreAwayError
from talqy.service.watching import LOG, Watched

HEALTH, METRICS = "/health", "/metrics"


def application(
    service: Service,
    pages: Sequence[BaseRoute] = (),
    bounds: Mapping[str, int | Bound] | None = None,
    beside: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> ASGIApp:
    """Return the service; `pages` lie below the path of its address, `beside` works while it runs.

    `bounds` say how many bytes may be sent to a path, where they are others than everywhere. A page
    that is a plain function runs in a thread, where it may wait for the queue or for git.
    """

    def health(_: Request) -> Response:
        found = health_of(service)
        status = HTTPStatus.OK if found.takes else HTTPStatus.SERVICE_UNAVAILABLE
        wrong = [saying.said() for saying in found.wrong]
        return JSONResponse({"takes": found.takes, "wrong": wrong}, status)

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        with beside():
            yield
        service.close()

    def figures_now(_: Request) -> Response:
        found = service.figures.printed(service.store, service.now())
        return Response(found, media_type=MEDIA_TYPE)

    # A redirect to the same path with a stroke would lead to whatever host a request names.
    path = service.settings.path
    below = Mount(path.rstrip("/"), app=Router(list(pages), redirect_slashes=False))
    app = Starlette(
        routes=[Route(HEALTH, health), Route(METRICS, figures_now), below],
        exception_handlers={
            HTTPException: _refused,
            StoreAwayError: _away,
            ClockSetBackError: _away,
            Exception: _failed,
        },
        lifespan=living,
    )
    app.router.redirect_slashes = False
    found = _AtAddress(app, path)
    return Watched(Headed(AtOnce(Bounded(found, more=bounds))), service.figures)


class _AtAddress:
    """Finds the address of the service also where its last stroke is missing: pages post there."""

    def __init__(self, app: ASGIApp, path: str) -> None:
        self._app, self._path = app, path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and f"{scope['path']}/" == self._path:
            scope = {**scope, "path": self._path}
        await self._app(scope, receive, send)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - so Starlette asks us
    most = error.most if isinstance(error, TooLongError) else MOST_BYTES
    return refusal(error.status_code, error.headers, most=most >> 10)


def _away(_: Request, error: Exception) -> Response:
    """Let everybody come again: the queue cannot be used, or the clock is behind the record."""
    LOG.error("%s", error)  # words of ours, and of the database about itself
    return refusal(HTTPStatus.SERVICE_UNAVAILABLE)


def _failed(*_: object) -> Response:
    return refusal(HTTPStatus.INTERNAL_SERVER_ERROR)
