"""The desk running: on this computer, with a link that works once, or behind a proxy."""

import secrets
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import uvicorn

from talqy.comments.patterns import compile_late
from talqy.errors import TalqyError
from talqy.model.hosts import is_here
from talqy.project.branches import HEADS
from talqy.project.clock import moment
from talqy.project.private_files import write_privately
from talqy.project.remotes import Remote
from talqy.service.desk.app import application
from talqy.service.desk.context import DeskContext
from talqy.service.desk.entry import OPEN
from talqy.service.desk.opening import data_here, place_here, usable_place
from talqy.service.desk.sign_in.doors import SignInByProxy, SignInHere
from talqy.service.desk.sign_in.guard import Guard, hosts_here
from talqy.service.desk.sign_in.sessions import Sessions
from talqy.service.desk.work.outlet import Outlet
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works
from talqy.service.keys import Keys
from talqy.service.listens import UNIX, place_of
from talqy.service.officials import by_account
from talqy.service.parts import Service
from talqy.service.publish.forges import PullForge, forge_of
from talqy.service.publish.seen import read_public
from talqy.service.run import LOGS, listening
from talqy.service.settings import Settings

_COOKIE = "talqy-desk"
_LONGEST_HEAD = 16 << 10
_STOP_SECONDS = 20


class NotHereError(TalqyError):
    """The desk of this computer was to be open to others."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the desk of this computer is opened: where, in whose name, and whether in a browser.

    `tell` is given the link that works once.
    """

    address: str
    name: str
    opens: bool
    tell: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class DeskAddress:
    """Where the desk of this computer answers."""

    host: str
    port: int

    @property
    def written(self) -> str:
        """Host and port as they stand in an address."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def address_here(written: str) -> DeskAddress:
    """Return host and port; refuse what others than this computer could ask."""
    place = place_of(written)
    if not isinstance(place, tuple) or not is_here(place[0]):
        raise NotHereError(
            "“{address}” is no address of this computer alone; write it as {example}. For several "
            "officials a proxy signs them in (docs/desk.md)",
            address=written,
            example="127.0.0.1:8200",
        )
    return DeskAddress(*place)


def run_here(root: Path, settings: Settings | None, how: Opening) -> None:
    """Run the desk for who sits at this computer."""
    wanted = address_here(how.address)
    with listening(wanted.written) as opened, _service(settings) as service:
        at = DeskAddress(wanted.host, opened.getsockname()[1])
        place = _place_of(settings, service) if settings and service else place_here(root)
        data = settings.data / "desk" if settings else data_here(place)
        sign_in = SignInHere(Sessions(secrets.token_bytes(32), moment), name=how.name)
        context = DeskContext(
            works=Works(place, data, outlet=_outlet(settings, service)),
            sign_in=sign_in,
            guard=Guard(hosts_here(at.host, at.port)),
            cookie=f"{_COOKIE}-{at.port}",
            service=service,
        )
        read_once(context)
        link = f"http://{at.written}/{OPEN}/{sign_in.link}"
        how.tell(link)
        with _leading_page(data, link) as page:
            if how.opens:
                Thread(target=webbrowser.open, args=(page.as_uri(),), daemon=True).start()
            _serve(context, opened)


@contextmanager
def _leading_page(data: Path, link: str) -> Iterator[Path]:
    """Give a page that leads to the link; it lies where only who runs the desk can read.

    The browser is given its place: what a program is called with, everybody on a computer can see.
    """
    page = data.resolve() / "open.html"
    head = f'<meta charset="utf-8"><meta http-equiv="refresh" content="0; url={link}">'
    write_privately(page, [f"<!doctype html>{head}<title>Talqy</title>".encode()], replaces=True)
    try:
        yield page
    finally:
        page.unlink(missing_ok=True)


def run_behind_proxy(settings: Settings, tell: Callable[[str], None]) -> None:
    """Run the desk for officials whom a proxy signs in, as the settings say."""
    said = settings.said.desk
    assert said  # noqa: S101 - whoever calls has looked
    parts = urlsplit(said.address)
    with listening(said.listen) as opened, _service(settings) as service:
        assert service  # noqa: S101 - there are settings
        sessions = Sessions(Keys(settings.secret).of("desk"), moment)
        officials = by_account(settings.said.officials)
        by_socket = said.listen.startswith(UNIX)
        context = DeskContext(
            works=Works(
                _place_of(settings, service),
                settings.data / "desk",
                outlet=_outlet(settings, service),
            ),
            sign_in=SignInByProxy(sessions, said, officials, is_by_socket=by_socket),
            guard=Guard(frozenset({parts.netloc.lower()}), parts.scheme),
            cookie=_COOKIE,
            base=f"{parts.path.rstrip('/')}/",
            service=service,
        )
        read_once(context)
        tell(said.address)
        _serve(context, opened)


def read_once(context: DeskContext) -> None:
    """Read the project before somebody asks; where that cannot be done now, pages say so."""
    compile_late()
    with suppress(TalqyError, OSError):
        context.spoken()
        if context.service:
            read_public(context.service)


def _place_of(settings: Settings, service: Service) -> DeskPlace:
    branch = service.project.branch.removeprefix(HEADS)
    return usable_place(DeskPlace(settings.repository, branch, settings.said.folder.strip("/")))


def _outlet(settings: Settings | None, service: Service | None) -> Outlet:
    """Return how published work goes on: as the settings say of comments, else it stays here."""
    said = settings.said.publish if settings else None
    if settings is None or service is None or said is None:
        return Outlet()
    remote = Remote(said.remote, said.user or "", settings.forge_token) if said.remote else None

    def forge() -> PullForge | None:
        project = service.project.now().register.project
        main = service.project.branch.removeprefix(HEADS)
        return forge_of(project.forge, main, said.api, settings.forge_token)

    return Outlet(said.way, remote, forge)


@contextmanager
def _service(settings: Settings | None) -> Iterator[Service | None]:
    """Open the queue that settings name, and let go of it."""
    service = Service.opened(settings) if settings else None
    try:
        yield service
    finally:
        if service:
            service.close()


def _serve(context: DeskContext, opened: object) -> None:
    config = uvicorn.Config(
        application(context),
        access_log=False,
        server_header=False,
        proxy_headers=False,  # who asks is told by the socket: a head could name anybody
        lifespan="off",
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        timeout_graceful_shutdown=_STOP_SECONDS,
        http="h11",
        ws="none",
        log_config=LOGS,
    )
    uvicorn.Server(config).run(sockets=[opened])  # type: ignore[list-item]
