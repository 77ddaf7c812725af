"""A real PostgreSQL for tests: of this machine's package, with a socket of its own, and no port."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Debian keeps the server's programs out of the way of who only asks it.
_DEBIAN = Path("/usr/lib/postgresql")
OWNER = "postgres"
_SETTINGS = {
    "listen_addresses": "",
    "max_connections": "80",
    "shared_buffers": "16MB",
    "autovacuum": "off",
    "log_min_messages": "fatal",
}
# Nothing of a test needs to outlive a power cut.
_CARELESS = {"fsync": "off", "full_page_writes": "off"}


def program(name: str) -> str:
    """Return a program of the server; fail where it is not installed."""
    beside = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda file: int(file.parts[-3]))
    found = shutil.which(name) or (str(beside[-1]) if beside else None)
    assert found, f"{name} is not here: “make postgres” installs it"
    return found


@dataclass(frozen=True)
class Postgres:
    """A server: `folder` has its socket and its data."""

    folder: Path

    def address(self, database: str = "postgres") -> str:
        """Return the address of a database."""
        return f"postgresql://{OWNER}@/{database}?host={self.folder}"

    def start(self, **more: str) -> None:
        """Start it; it answers when this returns."""
        settings = {**_SETTINGS, "unix_socket_directories": str(self.folder), **more}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        self._run("pg_ctl", "start", "-w", "-s", "-l", str(self.folder / "log"), "-o", options)

    def stop(self, mode: str = "fast") -> None:
        """Stop it; `immediate` is as if it were killed."""
        self._run("pg_ctl", "stop", "-w", "-s", "-m", mode)

    def make(self) -> None:
        """Make its data."""
        words = (
            "--auth=trust",
            f"--username={OWNER}",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        )
        self._run("initdb", *words, "--no-instructions")

    def _run(self, name: str, *words: str) -> None:
        line = [program(name), "-D", str(self.folder / "data"), *words]
        # The server refuses to run as root; the socket is in the folder of whom it runs as.
        who = OWNER if os.geteuid() == 0 else None
        with (self.folder / "said").open("w+b") as said:  # a pipe would be held by the server
            done = subprocess.run(
                line,
                check=False,
                stdout=said,
                stderr=said,
                cwd=self.folder,
                user=who,
                group=who,
            )
            said.seek(0)
            log = self.folder / "log"
            told = said.read().decode() + (log.read_text() if log.is_file() else "")
        assert done.returncode == 0, told


@contextmanager
def a_postgres(**settings: str) -> Iterator[Postgres]:
    """Make a server, start it, and take all of it away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="talqy-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER, OWNER)
    server = Postgres(folder)
    try:
        server.make()
        server.start(**{**_CARELESS, **settings})
        try:
            yield server
        finally:
            if (folder / "data" / "postmaster.pid").exists():
                server.stop("immediate")
    finally:
        shutil.rmtree(folder)
