"""What pages of the service and of the desk load, as it is answered: no other kind of file is."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.responses import Response

KINDS: Mapping[str, str] = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
OF_SITE = ("talqy.css", "talqy.svg")
"""The files of the site that they share."""


def page_file(name: str, data: bytes | None, kept: str) -> Response:
    """Return a file of a page; there is none where it has no bytes. `kept` is for how long."""
    if data is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    headers = {"Cache-Control": kept, "Content-Type": KINDS[name.rpartition(".")[2]]}
    return Response(data, headers=headers)
