"""The service as a process of its own, as an official's server has it; asked over its socket.

    python running_service.py SETTINGS

runs it with two pages more: `/take` takes a comment and answers with its id, `/slow` does so after
a second. In every process of it: a new one begins with this file, too.
"""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from queues import act, taken
from serving import SECRET_OF_TESTS
from talqy.cli.running import ending_in_order
from talqy.service import run
from talqy.service.app import application
from talqy.service.parts import Service
from talqy.service.settings import SECRET, usable_settings

HERE = Path(__file__).parent
REAL = (sys.executable, "-m", "talqy", "service", "run", "--settings")
"""How people start it: without the two pages more."""
_LONGEST_START = 60


class _OverSocket(http.client.HTTPConnection):
    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=30)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self._path))


def answer(path: Path, page: str = "/health", method: str = "GET") -> tuple[int, str]:
    """Ask the service that listens at a socket; return status and words."""
    asking = _OverSocket(path)
    try:
        asking.request(method, page)
        said = asking.getresponse()
        return said.status, said.read().decode()
    finally:
        asking.close()


@contextmanager
def running(
    settings: Path, at: Path, log: Path | None = None, line: Sequence[str] = (), **given: str
) -> Iterator[subprocess.Popen[str]]:
    """Run the service until it is no longer needed; it answers when this begins.

    `line` is how it is started (`REAL`), `given` are more variables of its environment. Who is
    asked often has a file for its `log`: a pipe that nobody reads is full after some hundred lines,
    and then the service stands still.
    """
    line = [*(line or (sys.executable, str(Path(__file__).resolve()))), str(settings)]
    path = os.pathsep.join([str(HERE), str(HERE.parents[1] / "generator")])
    environment = {**os.environ, SECRET: SECRET_OF_TESTS, "PYTHONPATH": path, **given}
    with log.open("w", encoding="utf-8") if log else nullcontext(subprocess.PIPE) as said:
        process = subprocess.Popen(
            line, env=environment, stdout=said, stderr=subprocess.STDOUT, encoding="utf-8"
        )
    try:
        until = time.monotonic() + _LONGEST_START
        while not _answers(at):
            assert process.poll() is None, process.communicate()[0]
            assert time.monotonic() < until, "the service does not answer"
            time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.communicate()


def _answers(at: Path) -> bool:
    try:
        return answer(at)[0] == 200
    except OSError:
        return False


def with_pages() -> ASGIApp:
    """Return the service of one process, with the pages."""
    run._end_with_parent()
    service = Service.opened(usable_settings(Path(os.environ[run._SETTINGS]), os.environ))

    def take(request: Request) -> Response:
        one = service.store.take(taken(int(request.query_params["number"])), act())
        return PlainTextResponse(one.id)

    def slow(request: Request) -> Response:
        answered = take(request)
        time.sleep(1)
        return answered

    pages = [Route("/slow", slow, methods=["POST"]), Route("/take", take, methods=["POST"])]
    return application(service, pages)


if __name__ in {"__main__", "__mp_main__"}:
    run.from_environment = with_pages
if __name__ == "__main__":
    file = Path(sys.argv[1])
    with ending_in_order():
        run.run(file, usable_settings(file, os.environ))
    sys.stdout.write("ended in order\n")
