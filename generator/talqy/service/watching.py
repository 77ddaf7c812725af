"""Each answer counted and written into the log: its page, method, status and time.

Of a page its pattern is told (`/status/{id}`), never its path: which comment somebody looks at, and
when, is nobody's business. What ends a request by a fault of ours is logged by where in the code it
was: what it says may be what somebody has sent.
"""

import logging
import time
import traceback
from pathlib import Path

from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from talqy.service.figures import ServiceFigures

LOG = logging.getLogger("talqy.service")
_OTHER = "other"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
_NO_ANSWER = 499


class Watched:
    """Counts and logs what the pages answer."""

    def __init__(self, app: ASGIApp, figures: ServiceFigures) -> None:
        self._app, self._figures = app, figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), _NO_ANSWER

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"].endswith(".start"):
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 - it was answered, and is told by its place alone
            LOG.error("a fault of ours: %s", place_of_fault(error))  # noqa: TRY400 - not its words
        finally:
            seconds = time.perf_counter() - begun
            page = page_of(scope)
            method = scope["method"] if scope["method"] in _METHODS else _OTHER
            self._figures.answered(page, method, status, seconds)
            LOG.info("%s %s %d %d ms", method, page, status, round(seconds * 1000))


def page_of(scope: Scope) -> str:
    """Return the pattern of the page that was asked for; of no page of ours, `other`."""
    route = scope.get("route")
    return route.path if isinstance(route, Route) else _OTHER


def place_of_fault(error: BaseException) -> str:
    """Return the kind of a fault, and the way to it through the code; no word of it."""
    frames = traceback.extract_tb(error.__traceback__)
    way = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames))
    return f"{type(error).__name__} in {way}"
