"""Locks, full disks, a database that goes away, a process that is killed: nothing is lost or twice.

What a caller was told is stored is there afterwards; what is there once is never there twice.
"""

import multiprocessing
import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from postgres import Postgres, a_postgres
from queues import NOON, act, after, named, taken
from talqy.service.store import engines as ways
from talqy.service.store.engines import StoreAwayError
from talqy.service.store.store import Store
from talqy.service.taken import State

QUICK_POINTS, ALL_POINTS = 8, 100


def test_a_queue_that_another_process_holds_is_waited_for_and_then_said_to_be_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "_WAIT_SECONDS", 0.2)
    file = tmp_path / "queue.sqlite"
    with closing(Store.opened(file)) as store, closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.of(named(1)) is None  # who reads is not kept
        for asked in (
            lambda: store.take(taken(1), act()),
            lambda: store.spend("challenge", after(9)),
            lambda: store.count("key", timedelta(minutes=1), NOON),
        ):
            with pytest.raises(StoreAwayError, match="locked"):
                asked()
        other.rollback()
        store.take(taken(1), act())
        assert store.spend("challenge", after(9))


def until_full(store: Store) -> int:
    """Take comments until there is no room; return the number of the first that was refused."""
    for number in range(2, 1_000):
        try:
            store.take(taken(number, text=b"x" * 4_000), act())
        except StoreAwayError as error:
            assert "full" in str(error)  # noqa: PT017 - it is not known which one it is
            return number
    raise AssertionError("the disk has room for all")


def test_a_full_disk_takes_nothing_more_and_keeps_what_it_has(tmp_path: Path) -> None:
    with closing(Store.opened(tmp_path / "queue.sqlite")) as store:
        store.take(taken(1), act())

        @event.listens_for(store.engines.durable, "checkout")
        def fill(connection: Any, *_: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # no less than there is

        number = until_full(store)
        there = [one.id for one in store.waiting([State.RECEIVED])]
        assert there == [named(n) for n in range(1, number)]
        event.remove(store.engines.durable, "checkout", fill)
        store.engines.durable.dispose()
        store.take(taken(number), act())
        assert store.of(named(number))


def test_a_database_that_was_restarted_is_found_again(tmp_path: Path) -> None:
    with a_postgres(fsync="on") as server, closing(Store.opened(server.address())) as store:
        store.take(taken(1), act())
        server.stop("immediate")
        with pytest.raises(StoreAwayError):
            store.take(taken(2), act())
        with pytest.raises(StoreAwayError):
            store.require_sound()
        server.start()
        store.take(taken(2), act())
        assert [one.id for one in store.waiting([State.RECEIVED])] == [named(1), named(2)]


# --- killed at any point ------------------------------------------------------------------------


def _takes(address: str | Path, first: int, told: Connection) -> None:
    """Take comments one after the other, and tell of each when it is stored."""
    store = Store.opened(address)
    for number in range(first, first + 10_000):
        store.take(taken(number), act())
        if number % 3 == 0:
            store.move(named(number), [State.RECEIVED], State.REFUSED, act("refuse", reason="x"))
        told.send(number)


def killed_after(address: str | Path, first: int, seconds: float) -> list[int]:
    """Let a process take comments, kill it, and return those that it told of."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_takes, args=(address, first, theirs))
    process.start()
    theirs.close()
    heard = [ours.recv()]  # it has begun
    time.sleep(seconds)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    while ours.poll():
        try:
            heard.append(ours.recv())
        except EOFError:
            break
    ours.close()
    return heard


def kill(address: str | Path, points: int) -> None:
    """Kill at random points; look at what is there each time."""
    chance = random.Random(7)  # noqa: S311
    for first in range(1, points * 10_000, 10_000):
        heard = killed_after(address, first, chance.uniform(0, 0.05))
        with closing(Store.opened(address)) as store:
            there = [n for n in range(first, max(heard) + 3) if store.of(named(n))]
            assert there[: len(heard)] == heard
            assert len(there) <= len(heard) + 1  # one that was stored, and not told yet
            for number in there:
                said = [line.act.what for line in store.log_of(named(number))]
                assert said[0] == "taken"
                assert said.count("taken") == 1
                is_refused = store.of(named(number)).state is State.REFUSED  # type: ignore[union-attr]
                assert (said[1:] == ["refuse"]) == is_refused
            again = store.take(taken(there[-1]), act())  # who got no answer sends it again
            assert again.id == named(there[-1])


def test_what_was_told_to_be_stored_outlives_a_kill(address: str | Path) -> None:
    kill(address, QUICK_POINTS)


@pytest.mark.proof
def test_what_was_told_to_be_stored_outlives_a_kill_at_a_hundred_points(
    address: str | Path,
) -> None:
    kill(address, ALL_POINTS)


@pytest.fixture
def careful() -> Iterator[Postgres]:
    with a_postgres(fsync="on", full_page_writes="on") as server:
        yield server


@pytest.mark.proof
def test_what_was_told_to_be_stored_outlives_the_death_of_the_database(careful: Postgres) -> None:
    address, chance = careful.address(), random.Random(11)  # noqa: S311
    Store.opened(address).close()
    context = multiprocessing.get_context("fork")
    for first in range(1, 100_000, 10_000):
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_takes, args=(address, first, theirs), daemon=True)
        process.start()
        theirs.close()
        heard = [ours.recv()]
        time.sleep(chance.uniform(0, 0.1))
        careful.stop("immediate")
        process.join()  # it ends with the error that it gets
        while ours.poll():
            try:
                heard.append(ours.recv())
            except EOFError:
                break
        ours.close()
        careful.start(fsync="on", full_page_writes="on")
        with closing(Store.opened(address)) as store:
            assert [n for n in heard if store.of(named(n))] == heard
