"""The files that pages of the service load: those of the site that they share, and their own."""

from collections.abc import Mapping
from functools import cache
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from talqy.model import paths
from talqy.project.shipped_files import shipped_templates
from talqy.service.project_now import ProjectNow

_KINDS: Mapping[str, str] = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_OURS = ("service.css", "proof.js", "receipt.js")
_OF_SITE = ("talqy.css", "talqy.svg")
_KEPT = "public, max-age=3600"


def asset(request: Request, now: ProjectNow) -> Response:
    """Return a file of a page; one of the project beats ours, as on the site."""
    name = request.path_params["name"]
    if name not in _OURS and name not in _OF_SITE:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    kind = _KINDS[name.rpartition(".")[2]]
    place = f"{'service' if name in _OURS else 'theme'}/assets/{name}"
    own = now.files.files.get(f"{paths.TEMPLATES}/{place}")
    headers = {"Cache-Control": _KEPT, "Content-Type": kind}
    return Response(_shipped(place) if own is None else own, headers=headers)


@cache
def _shipped(place: str) -> bytes:
    return (shipped_templates() / place).read_bytes()
