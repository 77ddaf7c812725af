"""A desk in a test: a repository, its works, who sits at it, and a client that asks it."""

import atexit
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from html import unescape
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from builders import write
from repositories import committed, git, packed
from serving import a_project_repository
from sites import mkdocs_yml
from talqy.model.publishing import OfficialRole
from talqy.project.survey import survey
from talqy.project.write import carry_out
from talqy.service.desk.app import application
from talqy.service.desk.context import DeskContext
from talqy.service.desk.sign_in.doors import SignInHere
from talqy.service.desk.sign_in.guard import Guard, hosts_here
from talqy.service.desk.sign_in.sessions import Sessions
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.values import WorkKind, WorkName
from talqy.service.desk.work.works import Works
from talqy.service.officials import ALL_ROLES, Who
from talqy.steps.merging import merge_of

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
DRAFT = WorkName(WorkKind.DRAFT, "birth-registration", 3)
ANSWERS = WorkName(WorkKind.ANSWERS, "birth-registration", 2)
AIGERIM = Who("aigerim", ALL_ROLES, authority="ministry-justice")
BERIK = Who("berik", frozenset({OfficialRole.DRAFTER, OfficialRole.ANSWERER}))
READER = Who("reader", frozenset({OfficialRole.READER}))
HOST = "127.0.0.1:8200"
ORIGIN = f"http://{HOST}"
COOKIE = "talqy-desk-8200"
_CSRF = re.compile(r'name="csrf" value="([0-9a-f]+)"')
_SEEN = re.compile(r'name="seen" value="([0-9a-f]*)"')


def a_bare_project(folder: Path) -> Path:
    """Make a bare repository with the small sound project, its record up to date."""
    copytree(_made_once() / "bare.git", folder / "bare.git")
    return folder / "bare.git"


def a_working_project(folder: Path) -> Path:
    """Make the same with a working tree."""
    copytree(_made_once() / "project", folder / "project")
    return folder / "project"


@cache
def _made_once() -> Path:
    """Make both once a run; each test has a copy of its own."""
    folder = Path(mkdtemp(prefix="talqy-desk-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    project = a_project_repository(folder / "project")
    write(project, "mkdocs.yml", mkdocs_yml())
    for empty in ("theme", "pages/kk", "pages/ru"):
        write(project, f"site_templates/{empty}/.gitkeep", "")
    state = survey(project, TODAY)
    carry_out(merge_of(project, state, state.as_read[0].records).steps, project)
    committed(project)
    packed(project)
    git(folder, "clone", "--quiet", "--bare", "project", "bare.git")
    rmtree(folder / "bare.git" / "hooks")
    return folder


def some_works(folder: Path) -> Works:
    """Return the works of a bare repository."""
    return Works(DeskPlace(a_bare_project(folder), "main"), folder / "desk", TODAY)


@dataclass
class DeskClock:
    """A clock that stands still until it is set."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.now


@dataclass
class ADesk:
    """A desk of this computer, and a browser at it."""

    context: DeskContext
    client: TestClient
    clock: DeskClock = field(default_factory=DeskClock)

    @property
    def works(self) -> Works:
        """Its works."""
        return self.context.works

    def sign_in(self) -> None:
        """Come by the link that works once."""
        assert isinstance(self.context.sign_in, SignInHere)
        answer = self.client.get(f"/open/{self.context.sign_in.link}")
        assert answer.status_code == 200, answer.text

    def get(self, path: str, status: int = 200) -> str:
        """Ask for a page, and return what it says."""
        answer = self.client.get(path)
        assert answer.status_code == status, (answer.status_code, answer.text[:2000])
        return answer.text

    def post(
        self,
        path: str,
        said: Mapping[str, Any],
        *,
        of: str = "",
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> Response:
        """Send a form as a browser does from the page `of` (else the same): with its tokens."""
        page = self.get(of or path)
        seen = _SEEN.search(page)
        own = {"csrf": csrf_of(page), **({"seen": seen[1]} if seen else {})}
        return self.client.post(
            path, data={**own, **said}, headers={"Origin": ORIGIN, **(headers or {})}, **more
        )


def csrf_of(page: str) -> str:
    """Return the token that the forms of a page carry."""
    found = _CSRF.search(page)
    assert found, page[:2000]
    return found[1]


def words_of(page: str) -> str:
    """Return the words of a page, without its markup."""
    main = page.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


@contextmanager
def a_desk(folder: Path, works: Works | None = None, **changed: Any) -> Iterator[ADesk]:
    """Open a desk of this computer on the small sound project; nobody is signed in yet."""
    clock = DeskClock()
    context = DeskContext(
        **{
            "works": works or some_works(folder),
            "sign_in": SignInHere(Sessions(b"k" * 32, clock)),
            "guard": Guard(hosts_here("127.0.0.1", 8200)),
            "cookie": COOKIE,
            "now": clock,
            **changed,
        }
    )
    with TestClient(application(context), base_url=ORIGIN, client=("127.0.0.1", 5)) as client:
        yield ADesk(context, client, clock)
