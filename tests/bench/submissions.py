"""Ten thousand people at the form: how soon they have their receipts, and what that costs.

    python tests/bench/submissions.py [--postgres] [--processes N] [--count N] [--rate R]

The service is run as people run it (`talqy service run`). Each person does both posts: the look at
what the site's page has sent, with the judge, and the sending, with its doors, one transaction that
is on the disk, and the receipt. First so many a second as `--rate` send pages that stand open, then
so many a second come and do both; then all others come as fast as they are answered. Times are told
from the moment at which a post was due. Memory is that of all processes of the service, what they
share counted once, after each tenth. Who asks runs on the same processors: its share is told.

The sum of a page has 10 rounds instead of a thousand, for whoever asks would else be busy with sums
alone; the service pays a two-hundredth of what a device does (0.3 ms more with a thousand).
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
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from statistics import quantiles

import click

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from postgres import a_postgres
from posting import Crowd
from running_service import REAL, running
from serving import a_project_repository, settings_file
from talqy.service.settings import DATABASE, QUEUE
from talqy.service.store.store import Store
from talqy.service.taken import State

_SOUND = {"fsync": "on", "full_page_writes": "on"}
_TENTHS = 10
_ROUNDS = 10


def told(times: list[float]) -> str:
    """Return what is said of times."""
    cuts = [1000 * cut for cut in quantiles(times, n=100)]
    return (
        f"p50 {cuts[49]:6.1f}   p95 {cuts[94]:6.1f}   p99 {cuts[98]:6.1f}   "
        f"slowest {1000 * max(times):6.1f} ms"
    )


@contextmanager
def database(*, is_postgres: bool) -> Iterator[dict[str, str]]:
    """Yield what the environment of a service says of its database."""
    with a_postgres(**_SOUND) if is_postgres else nullcontext() as server:
        yield {DATABASE: server.address()} if server else {}


def processes_of(parent: int) -> list[int]:
    """Return a process and all that it has begun."""
    found, at = [parent], 0
    while at < len(found):
        for task in Path(f"/proc/{found[at]}/task").glob("*/children"):
            found += map(int, _told_of(task).split())
        at += 1
    return found


def _told_of(file: Path) -> str:
    """Return what the system tells of a process; nothing of one that has ended meanwhile."""
    try:
        return file.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def memory_of(parent: int) -> float:
    """Return how many MB processes have: what they share is counted once."""
    sizes = 0
    for one in processes_of(parent):
        lines = _told_of(Path(f"/proc/{one}/smaps_rollup")).splitlines()
        sizes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return sizes / 1024


def spent_of(parent: int) -> float:
    """Return how many seconds of processors a process and its children have had."""
    tick = os.sysconf("SC_CLK_TCK")
    told = [_told_of(Path(f"/proc/{one}/stat")) for one in processes_of(parent)]
    fields = [words.rpartition(")")[2].split() for words in told if words]
    return sum(int(one[11]) + int(one[12]) for one in fields) / tick


def own_seconds() -> float:
    """Return how many seconds of a processor this process has had."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class Sitting:
    """One service, and the crowd that comes to it."""

    def __init__(self, process: int, at: Path, many: int) -> None:
        self.process, self.many = process, many
        self.memory: list[float] = []
        self.crowd = Crowd(at, told=self._looked_at)

    def _looked_at(self, stored: int) -> None:
        if stored % max(1, self.many // _TENTHS) == 0:
            self.memory.append(memory_of(self.process))

    def measured(self, name: str, *ways: object) -> None:
        """Let the crowd come in a way; print what was found."""
        crowd, stored = self.crowd.anew(), self.crowd.stored
        begun, own, spent = time.perf_counter(), own_seconds(), spent_of(self.process)
        asyncio.run(ways[0])  # type: ignore[arg-type]
        took = time.perf_counter() - begun
        own, spent = own_seconds() - own, spent_of(self.process) - spent
        new = crowd.stored - stored
        click.echo(f"\n{name}: {new} comments in {took:.1f} s, {new / took:.1f} a second")
        click.echo(f"  looked over  {told(crowd.looked)}")
        click.echo(f"  sent         {told(crowd.sent)}")
        click.echo(
            f"  processors of the service: {1000 * spent / new:.1f} ms a comment, both posts; who "
            f"asks: {1000 * own / new:.1f} ms, {own / took:.0%} of one of {os.cpu_count()}"
        )


def sound(crowd: Crowd, address: str | Path) -> int:
    """Return how many comments are stored; end where they are not those of the receipts."""
    with closing(Store.opened(address)) as store:
        found = store.counts()[State.RECEIVED]
    if found != crowd.stored:
        raise click.ClickException(f"{crowd.stored} receipts, and {found} comments")
    return found


@click.command()
@click.option("--postgres", "is_postgres", is_flag=True, help="The queue in PostgreSQL.")
@click.option("--processes", default=1, show_default=True, help="Processes of the service.")
@click.option("--count", default=10_000, show_default=True, help="Comments in all.")
@click.option("--rate", default=50.0, show_default=True, help="Comments a second.")
@click.option("--seconds", default=20.0, show_default=True, help="How long at that rate.")
def main(processes: int, count: int, rate: float, seconds: float, *, is_postgres: bool) -> None:
    """Measure, and print what was found."""
    folder = Path(tempfile.mkdtemp(prefix="talqy-submissions-"))
    at = folder / "s"
    try:
        a_project_repository(folder / "project")
        form = {"usual": 1_000_000, "most": 1_000_000, "rounds": _ROUNDS}
        settings = settings_file(folder, listen=f"unix:{at}", processes=processes, form=form)
        kind = "PostgreSQL" if is_postgres else "SQLite"
        click.echo(f"{kind}, processes: {processes}, processors here: {os.cpu_count()}")
        with (
            database(is_postgres=is_postgres) as given,
            running(settings, at, folder / "log", REAL, **given) as process,
        ):
            sitting = Sitting(process.pid, at, count)
            crowd = sitting.crowd
            part = min(seconds, count / rate / 4)
            name = f"at {rate:g} a second"
            sitting.measured(f"{name}, pages open before", crowd.sent_steadily(rate, part))
            sitting.measured(f"{name}, both posts", crowd.steadily(rate, part))
            sitting.measured("as fast as it goes", crowd.at_once(count - crowd.stored))
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)
            stored = sound(crowd, given.get(DATABASE, folder / "data" / QUEUE))
        each = " ".join(f"{size:.0f}" for size in sitting.memory)
        grown = sitting.memory[-1] / sitting.memory[0]
        click.echo(f"\nreceipts and comments stored: {stored} and {stored}")
        click.echo(f"memory after each tenth, MB: {each}; last to first: {grown:.2f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
