"""The files that pages of the desk load: those of the site that they share, and their own."""

from collections.abc import Mapping
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from talqy.project.shipped_files import shipped_templates
from talqy.service.page_files import KINDS, OF_SITE, page_file

_KEPT = "private, max-age=3600"


def asset(request: Request) -> Response:
    """Return a file of a page."""
    name = str(request.path_params["name"])
    return page_file(name, _files().get(name), _KEPT)


@cache
def _files() -> Mapping[str, bytes]:
    """Return all files that may be asked for, by name: no path of a request reaches the disk."""
    theme = shipped_templates() / "theme" / "assets"
    own = (shipped_templates() / "desk" / "assets").iterdir()
    files = [*(theme / name for name in OF_SITE), *sorted(own)]
    return {f.name: f.read_bytes() for f in files if f.suffix.lstrip(".") in KINDS}
