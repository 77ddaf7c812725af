"""How many comments a second the service stores: the floor under every form.

    python tests/bench/takes.py [--postgres] [--processes N] [--seconds S] [--rate R]

One page that does the least there is (a comment put into the queue, its id answered) is asked at a
steady rate, each request on its own connection of several that stay open; then as fast as it goes.
Told are the times of the answers, from the moment at which they were due, and what the processors
did for one. The service runs as it does for people: uvicorn, its bounds, its log, and one
transaction a comment that is on the disk before the answer. Who asks runs on the same processors.
"""

import asyncio
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path
from statistics import quantiles

import click

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from postgres import a_postgres
from running_service import running
from serving import a_project_repository, settings_file
from talqy.service.settings import DATABASE

_CONNECTIONS = 16
_REQUEST = b"POST /take?number=%d HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"
_SOUND = {"fsync": "on", "full_page_writes": "on"}


async def _asked(at: Path, numbers: Iterator[int], seconds: float, rate: float) -> list[float]:
    """Ask for some seconds at a rate, or as fast as it goes (0); return the times of answers."""
    times: list[float] = []
    begun = time.perf_counter()
    turns = count()

    async def one_connection() -> None:
        reader, writer = await asyncio.open_unix_connection(str(at))
        while True:
            due = begun + next(turns) / rate if rate else time.perf_counter()
            if due - begun > seconds:
                break
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            writer.write(_REQUEST % next(numbers))
            answer = await reader.readuntil(b"\r\n\r\n")
            if not answer.startswith(b"HTTP/1.1 200"):
                raise click.ClickException(answer.decode())
            length = int(answer.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            times.append(time.perf_counter() - due)
        writer.close()

    await asyncio.gather(*(one_connection() for _ in range(_CONNECTIONS)))
    return times


def _told(times: list[float], seconds: float) -> str:
    cuts = [1000 * cut for cut in quantiles(times, n=100)]
    return (
        f"{len(times) / seconds:7.1f} a second   p50 {cuts[49]:6.1f}   p95 {cuts[94]:6.1f}   "
        f"p99 {cuts[98]:6.1f}   slowest {1000 * max(times):6.1f} ms"
    )


@contextmanager
def _database(*, is_postgres: bool) -> Iterator[dict[str, str]]:
    with a_postgres(**_SOUND) if is_postgres else nullcontext() as server:
        yield {DATABASE: server.address()} if server else {}


@click.command()
@click.option("--postgres", "is_postgres", is_flag=True, help="The queue in PostgreSQL.")
@click.option("--processes", default=1, show_default=True, help="Processes of the service.")
@click.option("--seconds", default=20.0, show_default=True, help="How long each is asked.")
@click.option("--rate", default=50.0, show_default=True, help="Comments a second.")
def main(processes: int, seconds: float, rate: float, *, is_postgres: bool) -> None:
    """Measure, and print what was found."""
    folder = Path(tempfile.mkdtemp(prefix="talqy-takes-"))
    at, numbers = folder / "s", count(1)
    try:
        a_project_repository(folder / "project")
        settings = settings_file(folder, listen=f"unix:{at}", processes=processes)
        with _database(is_postgres=is_postgres) as given:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            with running(settings, at, folder / "log", **given) as process:
                steady = asyncio.run(_asked(at, numbers, seconds, rate))
                fastest = asyncio.run(_asked(at, numbers, seconds, 0))
                process.send_signal(signal.SIGTERM)
                process.communicate(timeout=60)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
        kind = "PostgreSQL" if is_postgres else "SQLite"
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        stored = len(steady) + len(fastest)
        click.echo(f"{kind}, processes: {processes}, processors here: {os.cpu_count()}")
        click.echo(f"at {rate:g} a second: {_told(steady, seconds)}")
        click.echo(f"as fast as it goes: {_told(fastest, seconds)}")
        click.echo(
            f"comments stored: {stored}; processors of the service: {1000 * spent / stored:.2f} ms "
            f"a comment, its start included; memory at most: {after.ru_maxrss >> 10} MB"
        )
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
