"""The service in a test: a project in a repository, settings, and a client that asks it."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from starlette.routing import BaseRoute
from starlette.testclient import TestClient

from repositories import a_repository, committed, packed
from sites import ROOT
from talqy.model import paths
from talqy.service.app import application
from talqy.service.parts import Service
from talqy.service.settings import SECRET, Settings, usable_settings

SOUND = ROOT / "tests" / "golden" / "sound"
SECRET_OF_TESTS = "a secret of tests, which nobody needs to guess"  # noqa: S105
ADDRESS = "https://comments.example.kz/"


def sound_files() -> dict[str, str]:
    """Return the files of the small sound project."""
    files = sorted(file for file in SOUND.rglob("*") if file.is_file())
    return {file.relative_to(SOUND).as_posix(): file.read_text("utf-8") for file in files}


def a_project_repository(folder: Path, **changed: str) -> Path:
    """Make a repository with the small sound project; `changed` are other files by path."""
    shutil.copytree(_made_once(tuple(sorted(changed.items()))), folder, dirs_exist_ok=True)
    return folder


@cache
def _made_once(changed: tuple[tuple[str, str], ...]) -> Path:
    """Make a repository that tests get a copy of: git takes longer than all that they ask of it."""
    folder = Path(tempfile.mkdtemp(prefix="talqy-project-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    committed(a_repository(folder), {**sound_files(), **dict(changed)})
    return packed(folder)


def settings_file(root: Path, **changed: Any) -> Path:
    """Write settings into a folder that has the repository `project`."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "data").mkdir(exist_ok=True)
    said = {
        "schema": 1,
        "address": ADDRESS,
        "repository": "project",
        "data": "data",
        "branch": "main",
    }
    file = root / paths.SERVICE
    kept = {name: value for name, value in {**said, **changed}.items() if value is not None}
    file.write_text(yaml.safe_dump(kept), "utf-8")
    return file


def settings_of(folder: Path, given: dict[str, str] | None = None, **changed: Any) -> Settings:
    """Return settings as the service reads them."""
    file = settings_file(folder, **changed)
    return usable_settings(file, {SECRET: SECRET_OF_TESTS, **(given or {})})


def a_service(folder: Path, now: datetime | None = None, **changed: Any) -> Service:
    """Open the service on the small sound project, at a moment that stands still if it is named."""
    a_project_repository(folder / "project")
    opened = Service.opened(settings_of(folder, **changed))
    if now is None:
        return opened
    return Service(opened.settings, opened.store, opened.project, lambda: now)


@contextmanager
def asked(service: Service, *pages: BaseRoute, **bounds: int) -> Iterator[TestClient]:
    """Let a client ask the service; a fault is answered, as it is for people."""
    app = application(service, pages, {f"/{path}": most for path, most in bounds.items()})
    with TestClient(app, raise_server_exceptions=False, base_url=ADDRESS) as client:
        yield client
