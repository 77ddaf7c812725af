"""The service as a process that is killed and begun anew within a moment, as often as one likes.

    python killable_service.py SETTINGS

reads orders from its standard input, one a line: `begin SECONDS` lets a child serve the form with a
clock that is so many seconds beside the right one, and tells its number as soon as it listens. All
modules are loaded before, and this process has one thread alone: so a fork is quick and sound.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import uvicorn

from form_posts import EASY
from serving import SECRET_OF_TESTS
from talqy.project.clock import moment
from talqy.service import run
from talqy.service.app import application
from talqy.service.connections import BoundedConnection
from talqy.service.form.doors import DoorRules
from talqy.service.form.routes import form_bounds, form_routes
from talqy.service.parts import Service
from talqy.service.settings import SECRET, usable_settings
from talqy.service.store import engines

HERE = Path(__file__).parent
RULES = DoorRules(youngest=timedelta(0), many=10**6, most=10**6, work=EASY)
"""Nobody waits two seconds here: what the doors hold to is another matter."""


class KillableService:
    """A service that can be killed at any moment; `process` begins it anew each time."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.number = 0

    def begin(self, beside: float = 0) -> None:
        """Let it serve; it listens when this returns."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"begin {beside}\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        assert said, "nothing can be begun any more"
        self.number = int(said)

    def end(self) -> None:
        """Ask it to end, as who installs a newer version does; it has ended when this returns."""
        os.kill(self.number, signal.SIGTERM)
        self._waited()

    def kill(self) -> None:
        """End it as a power cut does to a process; it is gone when this returns."""
        with suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)
        self._waited()

    def _waited(self) -> None:
        while Path(f"/proc/{self.number}").exists():
            time.sleep(0.001)


@contextmanager
def killable(settings: Path, **given: str) -> Iterator[KillableService]:
    """Make ready a service of some settings; `given` are more variables of its environment."""
    path = os.pathsep.join([str(HERE), str(HERE.parents[1] / "generator")])
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).resolve()), str(settings)],
        env={**os.environ, SECRET: SECRET_OF_TESTS, "PYTHONPATH": path, **given},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    service = KillableService(process)
    try:
        yield service
    finally:
        if service.number:
            service.kill()
        process.kill()
        process.communicate()


def _served(file: Path, beside: float, said: int) -> None:
    """Serve the form until this process is killed; tell when it listens."""
    known = Service.opened(usable_settings(file, os.environ))
    now = timedelta(seconds=beside)
    service = Service(known.settings, known.store, known.project, lambda: moment() + now)
    app = application(service, form_routes(service, RULES), form_bounds(service))
    with run.listening(service.settings.said.listen) as opened:
        os.write(said, f"{os.getpid()}\n".encode())
        config = uvicorn.Config(app, log_level="critical", http=BoundedConnection, ws="none")
        uvicorn.Server(config).run(sockets=[opened])


def _obey(file: Path) -> None:
    """Carry out orders, one after the other."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who was killed is no zombie
    engines._WAIT_SECONDS = 1
    engines._POSTGRES_LIMITS = engines._POSTGRES_LIMITS.replace(
        "lock_timeout=5000", "lock_timeout=1000"
    )
    for line in sys.stdin:
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                _served(file, float(line.split()[1]), sys.stdout.fileno())
            finally:
                os._exit(1)


if __name__ == "__main__":
    _obey(Path(sys.argv[1]))
