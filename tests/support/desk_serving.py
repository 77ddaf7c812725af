"""The desk on real sockets, on a day of its own, for a browser."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import uvicorn

from desks import COOKIE, DeskClock
from form_serving import running_in_thread
from talqy.service.desk.app import application
from talqy.service.desk.context import DeskContext
from talqy.service.desk.sign_in.doors import SignInHere
from talqy.service.desk.sign_in.guard import Guard, hosts_here
from talqy.service.desk.sign_in.sessions import Sessions
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works
from talqy.service.parts import Service


@contextmanager
def desk_served(bare: Path, day: str, service: Service | None = None) -> Iterator[str]:
    """Serve a desk on a repository on a day, with a queue or without; give the link."""
    works = Works(DeskPlace(bare, "main"), bare.parent / "desk", date.fromisoformat(day))
    with socket.create_server(("127.0.0.1", 0)) as opened:
        port = opened.getsockname()[1]
        sign_in = SignInHere(Sessions(b"k" * 32, DeskClock()))
        context = DeskContext(
            works=works,
            sign_in=sign_in,
            guard=Guard(hosts_here("127.0.0.1", port)),
            cookie=f"{COOKIE}-{port}",
            now=DeskClock(),
            service=service,
        )
        app = application(context)
        config = uvicorn.Config(app, log_level="warning", http="h11", ws="none")
        with running_in_thread(config, opened):
            yield f"http://127.0.0.1:{port}/open/{sign_in.link}"
