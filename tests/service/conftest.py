"""What tests of the service share; what asks for a queue runs on a real PostgreSQL as well."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from form_posts import EASY, Citizen, a_citizen
from postgres import Postgres, a_postgres
from publishing import Publishing, a_publishing
from talqy.service.form.doors import DoorRules
from talqy.service.store.store import Store

SQLITE, POSTGRESQL = "sqlite", "postgresql"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one worker have all tests that need the server: it is started once."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and "server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("postgres"))
        elif item.path.is_relative_to(here) and "dovecot" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("dovecot"))


@pytest.fixture(scope="session")
def server() -> Iterator[Postgres]:
    """A server of PostgreSQL for all tests of this worker."""
    with a_postgres() as started:
        yield started


@pytest.fixture
def postgres(server: Postgres) -> str:
    """The address of an empty database."""
    with psycopg.connect(server.address(), autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return server.address()


@pytest.fixture
def postgres_beside(server: Postgres) -> str:
    """The address of an empty database beside that of `postgres`."""
    with psycopg.connect(server.address(), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS beside WITH (FORCE)")
        connection.execute("CREATE DATABASE beside")
    return server.address("beside")


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """Where a queue may lie: a file, then a database of PostgreSQL."""
    if request.param == SQLITE:
        return tmp_path / "queue.sqlite"
    found: str = request.getfixturevalue("postgres")
    return found


@pytest.fixture
def store(address: str | Path) -> Iterator[Store]:
    """An empty queue, in either database."""
    opened = Store.opened(address)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def anybody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Citizen]:
    """Serve the form to one who may send as much as the tests of a file do."""
    rules = DoorRules(many=10_000, most=20_000, work=EASY)
    with a_citizen(tmp_path_factory.mktemp("form"), rules) as one:
        yield one


@pytest.fixture
def citizen(anybody: Citizen) -> Citizen:
    """Return the same as somebody new."""
    return anybody.begins()


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Publishing]:
    """Open a service with what it publishes to, and let go of it."""
    made = a_publishing(tmp_path)
    yield made
    made.service.close()
