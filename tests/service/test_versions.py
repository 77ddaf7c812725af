"""Versions of the queue: an older one is brought up to date, whole or not at all."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from old_queues import an_old_queue, said_of_schema
from queues import act, named, taken
from talqy.service.store import versions
from talqy.service.store.engines import engines, transaction
from talqy.service.store.store import Store
from talqy.service.store.versions import VERSION, StoreNewerError, bring_up_to_date
from talqy.service.taken import State


@pytest.mark.parametrize("version", [1, 4])
def test_an_older_queue_is_brought_up_to_date_with_all_that_it_holds(
    version: int, address: str | Path
) -> None:
    an_old_queue(address, version)
    store = Store.opened(address)
    first, second = store.of(named(1)), store.of(named(2))
    assert first
    assert second
    assert (first.state, first.reason) == (State.REFUSED, "insult")
    assert second.text == taken(2).text
    assert [line.act.what for line in store.log_of(named(1))] == ["taken", "refuse"]
    store.take(taken(3), act())
    assert store.log_of(named(3))[0].number == 4
    store.close()


@pytest.mark.parametrize("version", [1, 4])
def test_an_upgraded_queue_is_like_one_that_is_new(
    version: int, address: str | Path, tmp_path: Path
) -> None:
    an_old_queue(address, version)
    Store.opened(address).close()
    upgraded = said_of_schema(address)
    other: str | Path = tmp_path / "new.sqlite"
    if isinstance(address, str):
        with closing(engines(address)) as ways, transaction(ways.durable) as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        other = address
    Store.opened(other).close()
    assert upgraded == said_of_schema(other)
    assert len(upgraded) > 10


def test_every_version_has_a_step_to_the_next() -> None:
    assert set(versions._STEPS) == set(range(1, VERSION))


def brought(address: str | Path) -> tuple[int, int]:
    """Bring a queue up to date, as a process does that begins."""
    with closing(engines(address)) as ways:
        return bring_up_to_date(ways)


def test_two_processes_that_begin_at_once_upgrade_once(address: str | Path) -> None:
    an_old_queue(address, 1)
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(brought, [address] * 6))
    assert sorted(found) == [(1, VERSION), *[(VERSION, VERSION)] * 5]


def test_two_processes_that_begin_at_once_make_one_queue(address: str | Path) -> None:
    if isinstance(address, Path):
        address.touch()
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(brought, [address] * 12))
    assert sorted(found) == [(0, VERSION), *[(VERSION, VERSION)] * 11]


def test_a_step_that_fails_leaves_the_queue_as_it_was(
    address: str | Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_old_queue(address, 1)
    before = said_of_schema(address)

    def fail(connection: object) -> None:
        step(connection)  # type: ignore[arg-type]
        raise KeyError("in the middle of a step")

    step = versions._STEPS[1]
    monkeypatch.setattr(versions, "_STEPS", {1: fail})
    with pytest.raises(KeyError):
        Store.opened(address)
    assert said_of_schema(address) == before


def test_a_newer_queue_is_left_as_it_is(address: str | Path) -> None:
    Store.opened(address).close()
    ways = engines(address)
    with transaction(ways.durable) as connection:
        connection.execute(text("UPDATE talqy_version SET version = 99"))
    before = said_of_schema(address)
    with pytest.raises(StoreNewerError, match=r"99.*backup"):
        Store.opened(address)
    with pytest.raises(StoreNewerError):
        Store(ways).require_sound()
    assert said_of_schema(address) == before
    ways.close()


def test_a_line_of_the_log_is_never_changed(store: Store) -> None:
    store.take(taken(1), act())
    with (
        pytest.raises(DBAPIError, match="never changed"),
        transaction(store.engines.durable) as connection,
    ):
        connection.execute(text("UPDATE acts SET what = 'something else'"))
    assert store.log_of(named(1))[0].act.what == "taken"
