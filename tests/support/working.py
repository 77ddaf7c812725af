"""A project at work: its live site, really served, and looked at again and again."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import builders as b
from talqy.live.changes import watch
from talqy.live.server import LiveServer
from talqy.live.site import LiveSite


def free_address() -> str:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


@dataclass(frozen=True)
class Desk:
    """A project, and the address at which its site is shown."""

    project: Path
    address: str

    def save(self, path: str, content: object) -> None:
        """Save a file as an editor does: aside first, then into its place."""
        b.write(self.project, "aside.tmp", content)  # type: ignore[arg-type]
        (self.project / "aside.tmp").replace(self.project / path)

    def url(self, path: str = "") -> str:
        """Return the address of a page."""
        return f"http://{self.address}/{path}"


@contextmanager
def at_work(project: Path) -> Iterator[Desk]:
    """Show the site of a project, and let it follow the files."""
    over, live = Event(), LiveSite(project, None, lambda _: None)
    with LiveServer(free_address(), live) as server:
        live.renew()
        watching = Thread(target=watch, args=(live.looked_at, live.renew, live.day, over.is_set))
        for thread in (watching, Thread(target=server.serve_forever)):
            thread.start()
        yield Desk(project, f"127.0.0.1:{server.server_port}")
        over.set()
        server.shutdown()
        watching.join()
