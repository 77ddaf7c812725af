"""All that an application answers, as it says itself: so no test can forget a new page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp


@dataclass(frozen=True, slots=True)
class AnsweredRoute:
    """An address with gaps, and the ways in which it may be asked for."""

    path: str
    methods: tuple[str, ...]


def answered_routes(app: ASGIApp) -> list[AnsweredRoute]:
    """Return the routes of an application, whatever stands around it."""
    return [*_of(_inner(app).routes, "")]


def _inner(app: Any) -> Starlette:
    """Return the application within its guards: each of them keeps what it guards."""
    while not isinstance(app, Starlette):
        app = app._app
    return app


def _of(routes: Sequence[BaseRoute], above: str) -> Iterator[AnsweredRoute]:
    for route in routes:
        if isinstance(route, Mount):
            assert isinstance(route.app, Router)
            yield from _of(route.app.routes, above + route.path)
        else:
            assert isinstance(route, Route), route
            methods = tuple(sorted((route.methods or {"GET"}) - {"HEAD"}))
            yield AnsweredRoute(above + route.path, methods)
