"""The form of the service on real sockets, and beside it the page of the site that posts to it."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn

from browsing.serving import served
from form_posts import EASY, NOON
from repositories import a_repository, committed
from serving import settings_of
from sites import ROOT
from talqy.language.edition import editions
from talqy.model.project import Intake
from talqy.project.load import read_project
from talqy.project.survey import assess
from talqy.service.app import application
from talqy.service.connections import BoundedConnection
from talqy.service.form.doors import DoorRules
from talqy.service.form.routes import form_bounds, form_routes
from talqy.service.messages.letter_routes import letter_routes
from talqy.service.messages.letter_worker import following_of
from talqy.service.parts import Service
from talqy.service.public.routes import public_routes
from talqy.service.store.store import Store
from talqy.site.pages import participate

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/talqy.css"></head>
<body><div class="page inner"><main id="_main">{content}</main></div></body></html>
"""


@dataclass
class ServedForm:
    """A running service: `address` is its own, `site` that of the page that posts to it."""

    address: str
    site: str
    store: Store
    service: Service
    moment: datetime = NOON

    def waits(self, **span: float) -> None:
        """Let time pass at the service."""
        self.moment += timedelta(**span)

    @property
    def stored(self) -> int:
        """How many comments there are."""
        return sum(self.store.counts().values())


@contextmanager
def form_served(
    folder: Path, rules: DoorRules | None = None, **settings: Any
) -> Iterator[ServedForm]:
    """Run the service on the demonstration."""
    project = _project_repository(folder / "project")
    with socket.create_server(("127.0.0.1", 0)) as opened:
        address = f"http://127.0.0.1:{opened.getsockname()[1]}/"
        with served(site_that_posts(folder / "site", project, address)) as site:
            known = Service.opened(settings_of(folder, address=address, **settings))
            service = Service(known.settings, known.store, known.project, lambda: form.moment)
            form = ServedForm(address, site.origin, known.store, service)
            doors = rules or DoorRules(many=10_000, most=20_000, work=EASY)
            letters = letter_routes(service, following_of(service))
            routes = [*form_routes(service, doors), *public_routes(service), *letters]
            app = application(service, routes, form_bounds(service))
            with running_in_thread(
                uvicorn.Config(app, log_level="warning", http=BoundedConnection, ws="none"), opened
            ):
                yield form


def site_that_posts(folder: Path, project: Path, address: str) -> Path:
    """Make the page of the demonstration that says how to comment, in a project with a service.

    A service of a real project is at `https://`; the address in the page is put in its place.
    """
    register = read_project(project).register
    assert register
    secure = "https://comments.example.kz/"
    named = register.project.model_copy(update={"intake": Intake(url=secure)})
    register = replace(register, project=named)
    assets = folder / "assets"
    assets.mkdir(parents=True)
    for name in ("talqy.css", "comment.js"):
        shutil.copyfile(ROOT / "site_templates/theme/assets" / name, assets / name)
    (folder / "404.html").write_text("<!doctype html><title>404</title>", "utf-8")
    assert named.today
    for edition in editions(project, register, assess(register, named.today)):
        record = register.record("birth-registration")
        assert record
        page = next(participate.pages(edition, record))
        content = page.content.replace(secure, address)
        made = _PAGE.format(language=edition.code, title=page.title, content=content)
        file = folder / page.at.full / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(made, "utf-8")
    return folder


def _project_repository(folder: Path) -> Path:
    for name in ("standards", "comments"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    committed(a_repository(folder))
    return folder


@contextmanager
def running_in_thread(config: uvicorn.Config, opened: socket.socket) -> Iterator[None]:
    """Let a server of HTTP answer at a socket, in a thread of this process."""
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([opened],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield
    server.should_exit = True
    thread.join(timeout=10)
