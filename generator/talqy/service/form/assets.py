"""The files that pages of the service load: those of the site that they share, and their own."""

from collections.abc import Mapping
from functools import cache
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from talqy.project.shipped_files import shipped_templates

_KINDS: Mapping[str, str] = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_OURS = ("service.css", "proof.js", "receipt.js")
_OF_SITE = ("talqy.css", "talqy.svg")
_KEPT = "public, max-age=3600"


def asset(request: Request) -> Response:
    """Return a file of a page."""
    name = request.path_params["name"]
    if name not in _OURS and name not in _OF_SITE:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    kind = _KINDS[name.rpartition(".")[2]]
    headers = {"Cache-Control": _KEPT, "Content-Type": kind}
    return Response(_data(name), headers=headers)


@cache
def _data(name: str) -> bytes:
    folder = "service/assets" if name in _OURS else "theme/assets"
    return (shipped_templates() / folder / name).read_bytes()
