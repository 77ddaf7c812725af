"""The site as citizens will see it, made of the files of a work.

Pages are those of `talqy serve`, one at a time and on demand. No path of a request reaches the
disk: it is looked up among the addresses of the site. Nothing can be sent from these pages.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from http import HTTPStatus
from mimetypes import MimeTypes
from pathlib import Path
from threading import Lock

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from talqy.errors import Saying, TalqyError
from talqy.live.site import LiveSite
from talqy.service.desk.context import DeskContext
from talqy.service.desk.pages import DeskPage, DeskSubject, DeskVisit
from talqy.service.desk.work.values import Work, WorkName
from talqy.service.kept_last import KeptLast

PUBLISHED = "published"
"""What stands in the address in the place of a work, for what is published."""
_MOST_SITES = 4
_KINDS = MimeTypes()
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
}


def preview_pages(context: DeskContext) -> DeskSubject:
    """Return the pages of the preview."""
    previews = Previews(context.works.today)
    page = DeskPage("preview/{work}/{path:path}", get=previews.shown)
    return DeskSubject(words="", below="preview/", pages=(page,))


class NoPreviewError(TalqyError):
    """The site cannot be made of the files of a work."""


@dataclass(slots=True)
class _Preview:
    """The site of one work, of the commit that it was made of last."""

    live: LiveSite
    commit: str
    lock: Lock = field(default_factory=Lock)


class Previews:
    """Sites of works; those that were asked for last are kept."""

    def __init__(self, today: date | None) -> None:
        self._today = today
        self._sites = KeptLast[str, _Preview](_MOST_SITES)

    def shown(self, visit: DeskVisit) -> Response:
        """Answer with a file of the site, or lead to the page in the folder of that name."""
        key, path = visit.of("work"), visit.of("path")
        name = path.rpartition("/")[2]
        if ".." in path.split("/"):
            raise HTTPException(HTTPStatus.NOT_FOUND)
        if name and "." not in name:
            there = f"{visit.context.base}{visit.language}/preview/{key}/{path}/"
            return RedirectResponse(there, HTTPStatus.FOUND)
        work = _work(visit, key)
        try:
            found = self._site(key, work).live.file(path if name else f"{path}index.html")
        except TalqyError as error:
            reason = _without_folder(error.saying, work.root)
            raise NoPreviewError("the preview cannot be made: {reason}", reason=reason) from error
        kind = _KINDS.guess_type(found.path)[0] or "application/octet-stream"
        status = HTTPStatus.OK if found.is_there else HTTPStatus.NOT_FOUND
        return Response(found.content, status, _HEADERS, media_type=kind)

    def _site(self, key: str, work: Work) -> _Preview:
        kept = self._sites.of(
            key, lambda: _Preview(LiveSite(work.root, self._today, lambda _: None), "")
        )
        with kept.lock:
            if kept.commit != work.commit:
                kept.live.root = work.root
                kept.live.renew()
                kept.commit = work.commit
        return kept


def _without_folder(saying: Saying, folder: Path) -> Saying:
    """Return words that do not say where on the server the files of a work lie."""
    own = folder.as_posix()
    values = {
        key: value.replace(f"{own}/", "").replace(own, ".") if isinstance(value, str) else value
        for key, value in saying.values.items()
    }
    return replace(saying, values=values)


def _work(visit: DeskVisit, key: str) -> Work:
    if key == PUBLISHED:
        return visit.main
    name = WorkName.of_key(key)
    if name is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return visit.context.works.of(name)
