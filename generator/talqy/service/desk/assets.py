"""The files that pages of the desk load: those of the site that they share, and their own."""

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
_OF_SITE = ("talqy.css", "talqy.svg")
_KEPT = "private, max-age=3600"


def asset(request: Request) -> Response:
    """Return a file of a page."""
    data = _files().get(str(request.path_params["name"]))
    if data is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    kind = _KINDS[str(request.path_params["name"]).rpartition(".")[2]]
    return Response(data, headers={"Cache-Control": _KEPT, "Content-Type": kind})


@cache
def _files() -> Mapping[str, bytes]:
    """Return all files that may be asked for, by name: no path of a request reaches the disk."""
    theme = shipped_templates() / "theme" / "assets"
    own = (shipped_templates() / "desk" / "assets").iterdir()
    files = [*(theme / name for name in _OF_SITE), *sorted(own)]
    return {f.name: f.read_bytes() for f in files if f.suffix.lstrip(".") in _KINDS}
