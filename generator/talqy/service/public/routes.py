"""The public pages as the service answers them."""

from collections.abc import Sequence
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from talqy.service.form.accepted_languages import spoken_language
from talqy.service.form.places import Places
from talqy.service.form.project_day import LocalDay, ProjectDays
from talqy.service.parts import Service
from talqy.service.public.counts import counts_json, draft_counts
from talqy.service.public.views import KEPT, NUMBERS, NUMBERS_DATA, kept_view, numbers_view

_FOR_A_WHILE: Final = {"Cache-Control": "public, max-age=300", "Vary": "Accept-Language"}


def public_routes(service: Service) -> Sequence[BaseRoute]:
    """Return the pages on which the service speaks of itself."""
    pages = _Public(service)
    return (
        Route(f"/{NUMBERS}", pages.numbers, methods=["GET"]),
        Route(f"/{NUMBERS_DATA}", pages.data, methods=["GET"]),
        Route(f"/{KEPT}", pages.kept, methods=["GET"]),
    )


class _Public:
    """Answers requests, in threads."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._places = Places(service.settings.address)
        self._days = ProjectDays(service.project.now)

    def numbers(self, request: Request) -> Response:
        """Show how many comments became what."""
        page = self._page(request)
        view = numbers_view(page, self._places, draft_counts(self._service.store.tally()))
        return HTMLResponse(page.render("numbers.html", view), headers=_FOR_A_WHILE)

    def data(self, _: Request) -> Response:
        """Give the same as open data."""
        counts = draft_counts(self._service.store.tally())
        heads = {**_FOR_A_WHILE, "Access-Control-Allow-Origin": "*"}
        return JSONResponse(counts_json(counts), headers=heads)

    def kept(self, request: Request) -> Response:
        """Show what is kept for how long."""
        page = self._page(request)
        view = kept_view(page, self._places, self._service.settings.said)
        return HTMLResponse(page.render("kept.html", view), headers=_FOR_A_WHILE)

    def _page(self, request: Request) -> LocalDay:
        now = self._days.at(self._service.now())
        chosen = (request.query_params.get("language", ""),)
        accepted = request.headers.get("accept-language", "")
        return now.local(spoken_language(chosen, accepted, now.languages))
