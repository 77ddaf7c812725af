"""Service and desk over one project and one queue, each as it is put together for people."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from httpx2 import Response
from sqlalchemy import select
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from desks import ORIGIN, TODAY, DeskClock, a_bare_project, a_desk, csrf_of
from form_posts import FORM, hidden_in, typed
from one_official import OneOfficial
from repositories import git
from route_table import AnsweredRoute, answered_routes
from serving import ADDRESS, SECRET_OF_TESTS, settings_file
from talqy.service import run
from talqy.service.desk.context import DeskContext
from talqy.service.desk.sign_in.doors import SignIn
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works
from talqy.service.officials import ALL_ROLES, Who
from talqy.service.parts import Service
from talqy.service.settings import SECRET, usable_settings
from talqy.service.store.every_table import EVERY_TABLE

PASSING = {"counted", "spent", "leases"}
"""Tables of what is worth nothing after minutes: each request is counted there."""
WISHES = {"addressees", "letters"}
"""Who asks for letters needs no token: the address is confirmed by a letter first."""
_SAID = {
    "mail": {"server": "127.0.0.1:1", "tls": "none", "sender": "talqy@example.kz", "name": "Талқы"},
    "publish": {"name": "Comments desk", "email": "talqy@noreply.example.kz"},
    "officials": {"aigerim": {"roles": ["publisher", "reader"]}},
    "form": {"usual": 1_000_000, "most": 1_000_000, "rounds": 1},
}
_ALL = Who("aigerim", ALL_ROLES, authority="ministry-justice", shown_name="Айгерим")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its name, its routes, a client that asks it."""

    name: str
    routes: tuple[AnsweredRoute, ...]
    web: TestClient = field(repr=False)

    @property
    def heads(self) -> dict[str, str]:
        """What a browser sends along from a page of ours."""
        return {**FORM, **({"Origin": ORIGIN} if self.name == "desk" else {})}


@dataclass
class BothApps:
    """Both sides, and what lies below them."""

    folder: Path
    service: Service
    clock: DeskClock
    form: Side
    desk: Side
    faults: list[str]
    context: DeskContext
    closed: SignIn
    """How the desk lets people in where nobody is let in yet."""
    _known: dict[str, dict[str, str]] = field(default_factory=dict)

    def known(self, side: Side) -> dict[str, str]:
        """Return the token of a page that was opened when all was well."""
        return self._known[side.name]

    def side(self, name: str) -> Side:
        """Return a side by its name."""
        return self.desk if name == "desk" else self.form

    def token(self, side: Side) -> dict[str, str]:
        """Return what a page of ours carries, so that its form counts."""
        if side is self.desk:
            return {"csrf": csrf_of(side.web.get("/ru/").text)}
        page = side.web.post("/", data=typed())
        self.clock.now += timedelta(seconds=5)
        return hidden_in(page)

    def kept(self) -> dict[str, object]:
        """Return all that is kept: rows by table, branches by name, files of the desk."""
        with self.service.store.engines.reading() as connection:
            rows: dict[str, object] = {
                table.name: sorted(map(repr, connection.execute(select(table))))
                for table in EVERY_TABLE.sorted_tables
                if table.name not in PASSING
            }
        rows["branches"] = git(self.folder / "bare.git", "for-each-ref")
        rows["files"] = sorted(
            file.name for file in (self.folder / "data").rglob("*") if "attachments" in file.parts
        )
        return rows

    def fault(self, answer: Response) -> str:
        """Return what of an answer is a fault of ours, and forget it; empty for a sound one."""
        told = [*self.faults]
        self.faults.clear()
        if answer.status_code >= 500 or "Traceback" in answer.text or 'File "/' in answer.text:
            told.append(f"{answer.status_code} {answer.text[:300]}")
        return "; ".join(told)


class _Faults(logging.Handler):
    def __init__(self, told: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what the log says of a fault of ours."""
        if "fault of ours" in record.getMessage():
            self._told.append(record.getMessage())


def form_app(settings: Path, service: Service) -> ASGIApp:
    """Return the service as `talqy service run` puts it together, over what is open already."""
    opened = SimpleNamespace(opened=lambda _: service)
    with (
        patch.dict(os.environ, {run._SETTINGS: str(settings)}),
        patch.object(run, "Service", opened),
    ):
        return run.from_environment()


@contextmanager
def both_apps(folder: Path) -> Iterator[BothApps]:
    """Open both, with a comment in the queue and a draft begun."""
    bare, clock, told = a_bare_project(folder), DeskClock(), list[str]()
    file = settings_file(folder, repository="bare.git", **_SAID)
    environment = {**os.environ, SECRET: SECRET_OF_TESTS}
    with patch.dict(os.environ, environment):
        known = Service.opened(usable_settings(file, os.environ))
        service = Service(known.settings, known.store, known.project, clock)
        app = form_app(file, service)
    works = Works(DeskPlace(bare, "main"), folder / "desk", TODAY)
    handler, log = _Faults(told), logging.getLogger("talqy.service")
    log.addHandler(handler)
    try:
        with a_desk(folder, works, service=service, now=clock) as desk:
            closed = desk.context.sign_in
            desk.context.sign_in = OneOfficial(desk, _ALL)
            form = TestClient(app, raise_server_exceptions=False, base_url=ADDRESS)
            ours = TestClient(desk.client.app, raise_server_exceptions=False, base_url=ORIGIN)
            both = BothApps(
                folder,
                service,
                clock,
                Side("form", tuple(answered_routes(app)), form),
                Side("desk", tuple(answered_routes(desk.client.app)), ours),
                told,
                desk.context,
                closed,
            )
            both._known |= {side.name: both.token(side) for side in (both.form, both.desk)}
            yield both
    finally:
        log.removeHandler(handler)
        service.close()
