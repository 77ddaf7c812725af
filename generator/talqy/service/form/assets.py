"""The files that pages of the service load: those of the site that they share, and their own."""

from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from talqy.model import paths
from talqy.project.shipped_files import shipped_templates
from talqy.service.page_files import OF_SITE, page_file
from talqy.service.project_now import ProjectNow

_OURS = ("service.css", "proof.js", "receipt.js")
_KEPT = "public, max-age=3600"


def asset(request: Request, now: ProjectNow) -> Response:
    """Return a file of a page; one of the project beats ours, as on the site."""
    name = str(request.path_params["name"])
    if name not in _OURS and name not in OF_SITE:
        return page_file(name, None, _KEPT)
    place = f"{'service' if name in _OURS else 'theme'}/assets/{name}"
    own = now.files.files.get(f"{paths.TEMPLATES}/{place}")
    return page_file(name, _shipped(place) if own is None else own, _KEPT)


@cache
def _shipped(place: str) -> bytes:
    return (shipped_templates() / place).read_bytes()
