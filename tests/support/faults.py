"""Faults that befall the service while people send: each is one way of going wrong, many times.

People come all the time, on several connections; whoever gets no receipt presses once more with the
very same page, as a person does and as a proxy does, until it is there. A fault is a function that
does its harm at random moments and mends it.
"""

import asyncio
import os
import random
import signal
import sqlite3
import subprocess
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

from killable_service import KillableService, killable
from ledgers import HeldAgainst, Ledger
from postgres import OWNER, Postgres, a_postgres
from posting import OneConnection, Page, TryAgainError, looks_over
from serving import a_project_repository, settings_file
from talqy.service.settings import DATABASE, QUEUE
from talqy.service.store.store import Store

_PEOPLE = 4
_LONGEST = 300
"""Seconds after which something hangs; a machine that has much else to do is slow."""
_AWAY = (OSError, asyncio.IncompleteReadError, TryAgainError)
_SAFE = {"fsync": "on", "full_page_writes": "on"}


@dataclass
class Scene:
    """A service in which faults happen, and the people who send meanwhile."""

    folder: Path
    service: KillableService
    server: Postgres | None
    ledger: Ledger = field(default_factory=Ledger)
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311
    refused: int = 0
    """How often somebody was told to try again, or had no answer at all."""
    _moved: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def at(self) -> Path:
        """Where the service listens."""
        return self.folder / "s"

    @property
    def address(self) -> str | Path:
        """Where the queue lies."""
        return self.server.address() if self.server else self.file

    @property
    def file(self) -> Path:
        """The file of SQLite."""
        return self.folder / "data" / QUEUE

    async def within(self, seconds: float) -> None:
        """Let a random time pass, so long at most."""
        await asyncio.sleep(self.chance.uniform(0, seconds))

    def told(self, person: int, page: Page) -> None:
        """Keep a receipt that somebody got."""
        self.ledger.told(person, page)
        self._moved.set()

    def turned(self) -> None:
        """Count somebody who got none."""
        self.refused += 1
        self._moved.set()

    async def answered(self, more: int = 3) -> None:
        """Wait until so many more people have their receipts: all goes well again."""
        until = len(self.ledger.receipts) + more
        await self._until(lambda: len(self.ledger.receipts) >= until)

    async def turned_away(self, more: int = 3) -> None:
        """Wait until so many more have got no receipt: the harm is felt."""
        until = self.refused + more
        await self._until(lambda: self.refused >= until)

    async def _until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(_LONGEST):
            while not is_so():
                self._moved.clear()
                await self._moved.wait()


Fault = Callable[[Scene, int], Awaitable[None]]


@contextmanager
def a_scene(folder: Path, *, is_postgres: bool = False) -> Iterator[Scene]:
    """Make a scene in an empty folder; its database is as careful as that of people."""
    a_project_repository(folder / "project")
    settings = settings_file(folder, listen=f"unix:{folder / 's'}")
    if not is_postgres:
        with killable(settings) as service:
            yield Scene(folder, service, None)
        return
    with a_postgres(**_SAFE) as server, killable(settings, **{DATABASE: server.address()}) as one:
        yield Scene(folder, one, server)


def held_through(scene: Scene, fault: Fault, points: int) -> HeldAgainst:
    """Let people send while a fault happens at so many points; hold what they were told."""
    Store.opened(scene.address).close()
    scene.service.begin()
    # Beside a browser this thread has a loop of its own.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(_through(scene, fault, points))).result()
    scene.service.kill()
    return scene.ledger.against(scene.address)


async def _through(scene: Scene, fault: Fault, points: int) -> None:
    over = asyncio.Event()
    numbers = count(1)
    people = [asyncio.ensure_future(_person(scene, numbers, over)) for _ in range(_PEOPLE)]
    harm = asyncio.ensure_future(_harm(scene, fault, points))
    try:
        await asyncio.wait({harm, *people}, return_when=asyncio.FIRST_COMPLETED)
        for task in (harm, *people):
            if task.done():
                task.result()
    finally:
        over.set()
    await harm
    async with asyncio.timeout(_LONGEST):
        await asyncio.gather(*people)  # each of them presses until the receipt is there


async def _harm(scene: Scene, fault: Fault, points: int) -> None:
    await scene.answered()
    await fault(scene, points)
    await scene.answered()


async def _person(scene: Scene, numbers: Iterator[int], over: asyncio.Event) -> None:
    """Come, look over and send, one comment after the other, until it is over."""
    line = OneConnection(scene.at)
    while not over.is_set():
        number = next(numbers)
        ready = None
        while ready is None:
            try:
                ready = await looks_over(line, number)
            except _AWAY:
                await _pause(scene)
        scene.ledger.people.add(number)
        while not await _is_taken(scene, line, number, ready.body, ready.who):
            await _pause(scene)
    line.close()


async def _is_taken(scene: Scene, line: OneConnection, number: int, body: bytes, who: str) -> bool:
    """Press the button; return whether the receipt came. A third of them press once more."""
    is_told = False
    for _ in range(1 + (scene.chance.random() < 1 / 3)):
        try:
            page = await line.posts("/send", body, who)
        except _AWAY:
            return is_told
        if page.status == 200 and "<output>" in page.text:
            scene.told(number, page)
            is_told = True
        elif page.status != 503:
            raise AssertionError((page.status, page.text))
    return is_told


async def _pause(scene: Scene) -> None:
    scene.turned()
    await asyncio.sleep(0.02)


# --- the faults ----------------------------------------------------------------------------------


async def killed(scene: Scene, points: int) -> None:
    """The process of the service is killed, and begins anew."""
    for _ in range(points):
        await scene.within(0.06)
        scene.service.kill()
        await asyncio.to_thread(scene.service.begin)
        await scene.answered(1)


async def restarted(scene: Scene, points: int) -> None:
    """The service is asked to end, in the midst of all, and begins anew."""
    for _ in range(points):
        await scene.within(0.06)
        await asyncio.to_thread(scene.service.end)
        await asyncio.to_thread(scene.service.begin)
        await scene.answered(1)


async def database_killed(scene: Scene, points: int) -> None:
    """PostgreSQL is killed, and recovers."""
    assert scene.server
    for _ in range(points):
        await scene.within(0.06)
        await asyncio.to_thread(scene.server.stop, "immediate")
        await asyncio.to_thread(scene.server.start, **_SAFE)
        await scene.answered(1)


async def disk_full(scene: Scene, points: int) -> None:
    """No file grows any more, until there is room again; the database may die of that."""
    for _ in range(points):
        await scene.within(0.06)
        _let_grow(scene, f"{_size(scene) + scene.chance.randrange(60_000)}")
        await scene.turned_away()
        _let_grow(scene, "unlimited")
        if scene.server and not _is_up(scene):  # it dies where its log cannot be written
            await asyncio.to_thread(scene.server.start, **_SAFE)
        await scene.answered(1)


def _let_grow(scene: Scene, size: str) -> None:
    """Let no file of whoever writes the queue become larger than so many bytes."""
    parent = _postmaster(scene) if scene.server else scene.service.number
    who = OWNER if scene.server and os.geteuid() == 0 else None
    for one in _with_children(parent):
        line = ["prlimit", f"--pid={one}", f"--fsize={size}:unlimited"]
        subprocess.run(line, check=False, capture_output=True, user=who, group=who)


async def locked(scene: Scene, points: int) -> None:
    """Somebody else holds the tables, for longer than the service waits."""
    for _ in range(points):
        await scene.within(0.06)
        if scene.server:
            with psycopg.connect(scene.server.address()) as other:
                await asyncio.to_thread(
                    other.execute, b"LOCK TABLE comments IN ACCESS EXCLUSIVE MODE"
                )
                await asyncio.sleep(2.5)
        else:
            with closing(sqlite3.connect(scene.file, timeout=30)) as other:
                other.execute("BEGIN IMMEDIATE")
                await asyncio.sleep(2.5)
                other.rollback()
        await scene.answered(1)


async def gone(scene: Scene, points: int) -> None:
    """The database is not there: its file was moved away, its server was stopped."""
    for _ in range(points):
        await scene.within(0.06)
        if scene.server:
            await asyncio.to_thread(scene.server.stop)
            await asyncio.sleep(0.3)
            await asyncio.to_thread(scene.server.start, **_SAFE)
        else:
            away = scene.folder / "away"
            scene.file.rename(away)
            await asyncio.sleep(0.3)
            away.rename(scene.file)
        await scene.answered(1)


async def clock_set_back(scene: Scene, points: int) -> None:
    """The clock is an hour behind: nothing is taken until it is right."""
    for _ in range(points):
        await scene.within(0.06)
        scene.service.kill()
        await asyncio.to_thread(scene.service.begin, -3600)
        await scene.turned_away()
        scene.service.kill()
        await asyncio.to_thread(scene.service.begin)
        await scene.answered(1)


async def abandoned(scene: Scene, points: int) -> None:
    """A proxy sends the same three times at once, and does not wait for the first answer."""
    for number in range(10**6, 10**6 + points):
        line = OneConnection(scene.at)
        ready = await looks_over(line, number)
        scene.ledger.people.add(number)
        hasty = asyncio.ensure_future(line.posts("/send", ready.body, ready.who))
        await scene.within(0.03)
        hasty.cancel()
        line.close()
        lines = [OneConnection(scene.at) for _ in range(3)]
        pages = await asyncio.gather(*(one.posts("/send", ready.body, ready.who) for one in lines))
        for one, page in zip(lines, pages, strict=True):
            one.close()
            assert page.status == 200, page.text
            scene.told(number, page)


def _size(scene: Scene) -> int:
    """Return how large the file is that grows next."""
    if scene.server:
        return 1 << 20
    names = (scene.file, scene.file.with_name(f"{QUEUE}-wal"))
    return min(name.stat().st_size for name in names if name.exists())


def _postmaster(scene: Scene) -> int:
    assert scene.server
    return int((scene.server.folder / "data" / "postmaster.pid").read_text().split()[0])


def _is_up(scene: Scene) -> bool:
    try:
        os.kill(_postmaster(scene), signal.SIG_DFL)
    except (OSError, IndexError, ValueError):
        return False
    return True


def _with_children(parent: int) -> list[int]:
    found = [parent]
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        found += map(int, task.read_text().split())
    return found
