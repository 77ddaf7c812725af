"""Restarts in the midst: upgrades of large queues, and backups while people send.

    python tests/bench/restarts.py [--rows 20000] [--points 5]

From each earlier version a queue with so many comments is brought up to date, once whole, and then
killed at so many random points on the way: it is the old or the new one, and nothing is missing.
Then people send to a service while `talqy service backup` runs so many times; each backup is
restored by the command into an empty queue, and every receipt told before it began is there.
"""

import asyncio
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click
from sqlalchemy import func, select

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import psycopg

from faults import Scene, a_scene, held_through
from ledgers import ToldReceipt
from old_queues import an_old_queue_of_many, said_of_schema
from postgres import Postgres, a_postgres
from serving import SECRET_OF_TESTS, settings_file
from talqy.model.digest import digest_of_text_file
from talqy.service.settings import DATABASE, QUEUE, SECRET
from talqy.service.store.engines import engines, transaction
from talqy.service.store.store import Store
from talqy.service.store.tables import ACTS, COMMENTS
from talqy.service.store.versions import VERSION, bring_up_to_date, version_of
from talqy.service.taken import State

_SAFE = {"fsync": "on", "full_page_writes": "on"}
_OWN = 2
"""So many comments has the queue that is kept of each version."""


# --- upgrades ------------------------------------------------------------------------------------


@contextmanager
def places(*, is_postgres: bool) -> Iterator[Iterator[str | Path]]:
    """Yield addresses at which a queue may lie, each of them empty."""
    if not is_postgres:
        with tempfile.TemporaryDirectory(prefix="talqy-restarts-") as folder:
            yield (Path(folder) / f"{number}.sqlite" for number in range(10**6))
        return
    with a_postgres(**_SAFE) as server:
        yield (_database(server, number) for number in range(10**6))


def _database(server: Postgres, number: int) -> str:
    with psycopg.connect(server.address(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE q{number}".encode())
    return server.address(f"q{number}")


def counted(address: str | Path) -> tuple[int, int, int]:
    """Return the version of a queue, how many comments it has, and how many lines of its log."""
    with closing(engines(address)) as ways, transaction(ways.durable, reading=True) as connection:
        rows = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (COMMENTS, ACTS)
        ]
        return version_of(connection), rows[0], rows[1]


def upgraded(address: str | Path, version: int, rows: int) -> tuple[float, float]:
    """Bring a queue of a version up to date; return seconds by the clock and of a processor."""
    an_old_queue_of_many(address, version, rows)
    before = counted(address)
    begun, spent = time.perf_counter(), time.process_time()
    with closing(engines(address)) as ways:
        bring_up_to_date(ways)
    took, spent = time.perf_counter() - begun, time.process_time() - spent
    if counted(address) != (VERSION, *before[1:]):
        raise click.ClickException(f"version {version}: {before} became {counted(address)}")
    with closing(Store.opened(address)) as store:
        for one in store.waiting(tuple(State)):
            if digest_of_text_file(one.text) != one.digest:
                raise click.ClickException(f"version {version}: {one.id} has other bytes")
    return took, spent


def killed_on_the_way(address: str | Path, version: int, rows: int, within: float) -> int:
    """Kill an upgrade at a random moment; return the version that is there, with all rows."""
    an_old_queue_of_many(address, version, rows)
    before, schema = counted(address), said_of_schema(address)
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_upgrade, args=(address, theirs))
    process.start()
    ours.recv()
    time.sleep(within)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    found = counted(address)
    is_old = found == before and said_of_schema(address) == schema
    if not is_old and found != (VERSION, *before[1:]):
        raise click.ClickException(f"version {version}, killed: {before} became {found}")
    with closing(Store.opened(address)) as store:  # who begins next carries it to its end
        if sum(store.counts().values()) != rows + _OWN:
            raise click.ClickException(f"version {version}, killed: comments are missing")
    return found[0]


def _upgrade(address: str | Path, told: object) -> None:
    with closing(engines(address)) as ways:
        with transaction(ways.durable, reading=True) as connection:
            version_of(connection)
        told.send(1)  # type: ignore[attr-defined]
        bring_up_to_date(ways)


# --- backups -------------------------------------------------------------------------------------


@dataclass
class Backups:
    """Backups that were made while people sent, with the receipts that were told before each."""

    settings: Path
    environment: dict[str, str]
    made: list[tuple[Path, list[ToldReceipt]]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    async def fault(self, scene: Scene, points: int) -> None:
        """Make so many; people send meanwhile."""
        for number in range(points):
            await scene.answered(2)
            before, begun = [*scene.ledger.receipts], time.perf_counter()
            file = scene.folder / f"backup-{number}"
            await asyncio.to_thread(self.run, "backup", "--to", str(file))
            self.seconds.append(time.perf_counter() - begun)
            self.made.append((file, before))

    def run(self, *words: str, settings: Path | None = None) -> None:
        """Run a command of the service, as people do."""
        line = [sys.executable, "-m", "talqy", "service", *words]
        done = subprocess.run(
            [*line, "--settings", str(settings or self.settings)],
            env=self.environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        if done.returncode:
            raise click.ClickException(done.stderr + done.stdout)

    def missing(self) -> tuple[int, int]:
        """Restore each; return how many receipts of before are in none of theirs, of how many."""
        lost = receipts = 0
        for number, (file, before) in enumerate(self.made):
            folder = self.settings.parent / f"restored-{number}"
            said = settings_file(folder, repository=str(self.settings.parent / "project"))
            self.run("restore", str(file), settings=said)
            with closing(Store.opened(folder / "data" / QUEUE)) as store:
                there = {one.id: one.digest for one in store.waiting(tuple(State))}
            lost += sum(there.get(told.number) != told.digest for told in before)
            receipts += len(before)
        return lost, receipts


def backed_up(*, is_postgres: bool, points: int) -> str:
    """Let people send while backups are made; return what was found."""
    folder = Path(tempfile.mkdtemp(prefix="tq-"))
    try:
        with a_scene(folder, is_postgres=is_postgres) as scene:
            database = {DATABASE: scene.server.address()} if scene.server else {}
            environment = {**os.environ, SECRET: SECRET_OF_TESTS}
            backups = Backups(folder / "service.yaml", {**environment, **database})
            found = held_through(scene, backups.fault, points)
            backups.environment = environment  # what is restored goes into files of SQLite
            lost, receipts = backups.missing()
        if lost or not found.is_sound:
            raise click.ClickException(f"{lost} receipts are in no backup; {found}")
        return (
            f"{points} backups of {max(backups.seconds):.1f} s at most, {found.people} people sent "
            f"meanwhile; receipts told before a backup: {receipts}, not in it when restored: {lost}"
        )
    finally:
        shutil.rmtree(folder)


def upgrades(*, is_postgres: bool, rows: int, points: int) -> Iterator[str]:
    """Yield what is told of the upgrade from each version."""
    chance = random.Random(6)  # noqa: S311
    with places(is_postgres=is_postgres) as empty:
        for version in range(1, VERSION):
            took, spent = upgraded(next(empty), version, rows)
            ends = Counter(
                killed_on_the_way(next(empty), version, rows, chance.uniform(0, 1.2 * took))
                for _ in range(points)
            )
            cost = f"{took:6.2f} s, {spent:6.2f} of a processor"
            yield (
                f"version {version} to {VERSION}: {cost}; killed on the way {points} times: "
                f"{ends[version]} old, {ends[VERSION]} new, all whole"
            )


@click.command()
@click.option("--rows", default=20_000, show_default=True, help="Comments of an old queue.")
@click.option("--points", default=5, show_default=True, help="How often each is killed.")
def main(rows: int, points: int) -> None:
    """Do all of it, and print what was found."""
    for is_postgres in (False, True):
        click.echo(f"{'PostgreSQL' if is_postgres else 'SQLite'}, {rows} comments")
        for line in upgrades(is_postgres=is_postgres, rows=rows, points=points):
            click.echo(f"  {line}")
        click.echo(f"  {backed_up(is_postgres=is_postgres, points=points)}")


if __name__ == "__main__":
    main()
