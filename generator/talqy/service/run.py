"""The service running: its socket, its processes, its end.

The socket is opened, and all that is needed looked at, before the first process begins: what is
wrong is then said in our words, and once. Each process makes its own connections.
"""

import multiprocessing
import os
import signal
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import uvicorn
from starlette.types import ASGIApp
from uvicorn.supervisors import Multiprocess

from talqy.comments.patterns import compile_late
from talqy.errors import TalqyError
from talqy.project.reasons import reason_of
from talqy.service.app import application
from talqy.service.connections import BoundedConnection
from talqy.service.figures import TOGETHER
from talqy.service.form.routes import form_bounds, form_routes
from talqy.service.listens import place_of
from talqy.service.mailbox.mail_worker import MailboxWorker
from talqy.service.messages.letter_routes import letter_routes
from talqy.service.messages.letter_worker import LetterWorker, following_of
from talqy.service.parts import Service
from talqy.service.public.routes import public_routes
from talqy.service.publish.worker import PublishingWorker
from talqy.service.settings import Settings, usable_settings

_SETTINGS = "TALQY_SERVICE_SETTINGS"
"""Where a process finds the file of settings that its parent was started with."""
_BACKLOG = 512
_MOST_CONNECTIONS = 512
_LONGEST_HEAD = 16 << 10
_STOP_SECONDS = 20
# A process that still begins, on a machine that has much else to do, is no process that hangs.
_START_SECONDS = 60
_LEAVING = signal.SIGTERM
LOGS = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {
        "talqy.service": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "uvicorn": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}


class ListenError(TalqyError):
    """The service cannot answer where its settings say."""


def run(file: Path, settings: Settings) -> None:
    """Run the service until it is asked to end; what people have sent by then is answered."""
    Service.opened(settings).close()
    is_one = settings.said.processes == 1
    with listening(settings.said.listen) as opened, _counting_together(is_one=is_one):
        os.environ[_SETTINGS] = str(file.resolve())
        config = uvicorn.Config(
            f"{__name__}:from_environment",
            factory=True,
            workers=settings.said.processes,
            access_log=False,
            server_header=False,
            forwarded_allow_ips=list(settings.said.proxies),
            limit_concurrency=_MOST_CONNECTIONS,
            h11_max_incomplete_event_size=_LONGEST_HEAD,
            timeout_graceful_shutdown=_STOP_SECONDS,
            timeout_worker_healthcheck=_START_SECONDS,
            http=BoundedConnection,
            ws="none",
            log_config=LOGS,
        )
        with _asked_to_end():
            if is_one:
                uvicorn.Server(config).run(sockets=[opened])
            else:
                Multiprocess(config, sockets=[opened]).run()


def from_environment() -> ASGIApp:
    """Return the service of one process, by the settings that its parent was started with."""
    _end_with_parent()
    compile_late()
    service = Service.opened(usable_settings(Path(os.environ[_SETTINGS]), os.environ))
    letters = letter_routes(service, following_of(service))
    pages = [*form_routes(service), *public_routes(service), *letters]
    return application(service, pages, form_bounds(service), lambda: _working(service))


def _end_with_parent() -> None:
    """Let one of several processes end in order where the one that began it is gone."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os.kill(os.getpid(), _LEAVING)

    Thread(target=watch, daemon=True).start()


@contextmanager
def _working(service: Service) -> Iterator[None]:
    """Let all workers of a process work for a time."""
    with (
        PublishingWorker(service).working(),
        LetterWorker(service).working(),
        MailboxWorker(service).working(),
    ):
        yield


@contextmanager
def _counting_together(*, is_one: bool) -> Iterator[None]:
    """Let several processes count into one folder: each of them tells the figures of all."""
    if is_one:
        yield
        return
    with TemporaryDirectory(prefix="talqy-figures-") as folder:
        os.environ[TOGETHER] = folder  # before the processes begin, which look for it as they do
        yield


@contextmanager
def _asked_to_end() -> Iterator[None]:
    """Take the signal by which the service was asked to end for what it is: its proper end."""
    with suppress(KeyboardInterrupt):
        try:
            yield
        except SystemExit as end:
            if end.code != 128 + _LEAVING:
                raise


@contextmanager
def listening(where: str) -> Iterator[socket.socket]:
    """Open what the service listens at: address and port, or `unix:` and a path."""
    place = place_of(where)
    if place is None:
        raise ListenError(
            "“{where}” is no place to listen at; write “127.0.0.1:8100”, or “unix:” and a path",
            where=where,
        )
    try:
        opened = _unix(place) if isinstance(place, str) else _tcp(*place)
    except OSError as error:
        raise ListenError(
            "the service cannot listen at {where}: {reason}", where=where, reason=reason_of(error)
        ) from error
    with opened:
        yield opened
    if isinstance(place, str):
        Path(place).unlink(missing_ok=True)


def _tcp(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=_BACKLOG)


def _unix(path: str) -> socket.socket:
    """Open a socket in a folder, for its owner and group; one that nobody listens at is removed."""
    opened = socket.socket(socket.AF_UNIX)
    with suppress(FileNotFoundError):
        if stat.S_ISSOCK(os.stat(path).st_mode) and not _is_answered(path):  # noqa: PTH116 - one call
            os.unlink(path)  # noqa: PTH108
    try:
        before = os.umask(0o117)
        try:
            opened.bind(path)
        finally:
            os.umask(before)
        opened.listen(_BACKLOG)
    except OSError:
        opened.close()
        raise
    return opened


def _is_answered(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as asking:
        return asking.connect_ex(path) == 0
