"""People at the form for the benches: each opens a page, waits, sends; many on few connections.

What they do is what a browser does without its rendering: two posts, the hidden fields of the page,
its sum. They come from addresses of their own, as the proxy in front of the service would say.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import count
from pathlib import Path
from typing import Self
from urllib.parse import urlencode

import click

from form_posts import hidden_in, proof_of, typed

YOUNGEST = 2.2
"""So many seconds old is a page when it is sent: the door asks for two."""
_HEAD = (
    "POST {path} HTTP/1.1\r\nHost: comments.example.kz\r\nX-Forwarded-For: {who}\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
)
_WORDS = "Прошу сократить срок до двух дней: в селе живут далеко, дорога занимает день."


class TryAgainError(Exception):
    """The service says that nothing can be stored now."""


@dataclass(frozen=True, slots=True)
class Page:
    """What came back for a post."""

    status: int
    text: str


class OneConnection:
    """A connection to the service that stays open from post to post."""

    def __init__(self, at: Path) -> None:
        self._at = str(at)
        self._ways: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def posts(self, path: str, body: bytes, who: str) -> Page:
        """Post a form, and return the page that answers it."""
        if self._ways is None:
            self._ways = await asyncio.open_unix_connection(self._at)
        reader, writer = self._ways
        try:
            head = _HEAD.format(path=path, who=who, length=len(body))
            writer.write(head.encode() + body)
            told = (await reader.readuntil(b"\r\n\r\n")).lower()
            length = int(told.partition(b"content-length: ")[2].partition(b"\r\n")[0])
            text = (await reader.readexactly(length)).decode()
        except (OSError, asyncio.IncompleteReadError):
            self.close()
            raise
        return Page(int(told[9:12]), text)

    def close(self) -> None:
        """Let go of the connection; the next post opens another one."""
        if self._ways:
            self._ways[1].close()
        self._ways = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A page that can be sent: its form, who sends it, and from when on."""

    body: bytes
    who: str
    at: float


def address(number: int) -> str:
    """Return an address of its own for each person."""
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


async def looks_over(line: OneConnection, number: int) -> Ready:
    """Come from the page of the site, read what is shown, solve the sum."""
    said = typed(text=f"{_WORDS} Комментарий {number}.")
    page = await line.posts("/", urlencode(said).encode(), address(number))
    if page.status == HTTPStatus.SERVICE_UNAVAILABLE:
        raise TryAgainError
    if page.status != HTTPStatus.OK:
        raise click.ClickException(f"looked over: {page.status} {page.text[:500]}")
    body = urlencode({**said, **hidden_in(page), "proof": proof_of(page)}).encode()
    return Ready(body, address(number), time.perf_counter() + YOUNGEST)


async def sends(line: OneConnection, ready: Ready) -> Page:
    """Press the button of a page."""
    page = await line.posts("/send", ready.body, ready.who)
    if page.status != HTTPStatus.OK or "<output>" not in page.text:
        raise click.ClickException(f"sent: {page.status} {page.text[:500]}")
    return page


@dataclass
class Crowd:
    """Many people: how long each of their posts took, from the moment at which it was due."""

    at: Path
    connections: int = 24
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    looked: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    told: Callable[[int], None] = lambda _: None
    """What is told after each comment: how many there are."""
    stored: int = 0

    def anew(self) -> Self:
        """Forget the times of before."""
        self.looked, self.sent = [], []
        return self

    async def steadily(self, rate: float, seconds: float) -> None:
        """Let so many people a second come, for so many seconds; each does both posts."""
        begun = time.perf_counter() + 0.1
        turns = asyncio.Queue[tuple[float, Ready | None]]()
        people = [(begun + turn / rate, turn) for turn in range(int(rate * seconds))]

        async def coming() -> None:
            for due, _ in people:
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                turns.put_nowait((due, None))

        left = asyncio.Semaphore(0)

        async def one_connection() -> None:
            line = OneConnection(self.at)
            try:
                while True:
                    due, ready = await turns.get()
                    if ready is None:
                        page = await self._looks(line, due)
                        loop = asyncio.get_running_loop()
                        later = page.at + 0.05 - time.perf_counter()
                        loop.call_later(later, turns.put_nowait, (page.at + 0.05, page))
                    else:
                        await self._sends(line, due, ready)
                        left.release()
            finally:
                line.close()

        async def ends() -> None:
            for _ in people:
                await left.acquire()

        await _until(ends(), coming(), *(one_connection() for _ in range(self.connections)))

    async def at_once(self, many: int) -> None:
        """Let so many people come as fast as they are answered."""
        ready: list[Ready] = []
        left, to_send = many, many

        async def one_connection() -> None:
            nonlocal left, to_send
            line = OneConnection(self.at)
            while to_send:
                now = time.perf_counter()
                if ready and ready[0].at <= now:
                    to_send -= 1
                    await self._sends(line, now, ready.pop(0))
                elif left and len(ready) < self.connections * 20:
                    left -= 1
                    ready.append(await self._looks(line, now))
                else:
                    await asyncio.sleep(0.02)
            line.close()

        await asyncio.gather(*(one_connection() for _ in range(self.connections)))

    async def sent_steadily(self, rate: float, seconds: float) -> None:
        """Let people send at a rate pages that they have opened before."""
        line = OneConnection(self.at)
        many = int(rate * seconds)
        pages = [await self._looks(line, time.perf_counter()) for _ in range(many)]
        line.close()
        begun = max(pages[-1].at, time.perf_counter())
        turns = enumerate(pages)

        async def one_connection() -> None:
            line = OneConnection(self.at)
            for turn, ready in turns:
                due = begun + turn / rate
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                await self._sends(line, due, ready)
            line.close()

        await asyncio.gather(*(one_connection() for _ in range(self.connections)))

    async def _looks(self, line: OneConnection, due: float) -> Ready:
        ready = await looks_over(line, next(self.numbers))
        self.looked.append(time.perf_counter() - due)
        return ready

    async def _sends(self, line: OneConnection, due: float, ready: Ready) -> None:
        await sends(line, ready)
        self.sent.append(time.perf_counter() - due)
        self.stored += 1
        self.told(self.stored)


async def _until(end: object, *others: object) -> None:
    """Let all work until one of them has its end; a fault of any is told."""
    first = asyncio.ensure_future(end)  # type: ignore[call-overload]
    tasks = [asyncio.ensure_future(other) for other in others]  # type: ignore[call-overload]
    waiting = {first, *tasks}
    while not first.done():
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
