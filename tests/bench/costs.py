"""What runs of the program cost: seconds by the clock and of the processor, and memory.

Every run is a process of its own, as a person starts it; the system says what it used. Times are
medians of some rounds, memory is the most of all. A second means little on another machine, so each
run is also given as a ratio to the floor: a run of the same round that does the least with the same
files. `--quick` forks the runs from a process that has loaded the program already: it is for
looking whether a bench works, and its figures leave out the start.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from talqy.cli.main import main as talqy
from talqy.project.load import read_project

# Files of a disk may be in its cache or not; in memory, all runs are alike.
MEMORY = next((folder for folder in ("/dev/shm",) if os.access(folder, os.W_OK)), None)  # noqa: S108
WHERE = "in memory" if MEMORY else "on disk"

START = ("start",)
_LOOK = 0.05
_LOAD = "import talqy.cli.main"
_READ = """\
import sys
from pathlib import Path
import talqy.cli.main
from talqy.project.load import read_project
sys.exit(bool(read_project(Path(sys.argv[1])).problems))
"""

comments_option = click.option(
    "--comments", default=10_000, show_default=True, type=click.IntRange(10)
)
rounds_option = click.option("--rounds", default=3, show_default=True, type=click.IntRange(1))
quick_option = click.option("--quick", is_flag=True, help="Leave the start of each run out.")


@dataclass(frozen=True)
class Run:
    """Words for the program, the status that it must end with, and what to do before it.

    The word `start` loads the program and reads nothing, `reading` loads it and reads a project.
    """

    words: Sequence[str]
    status: int = 0
    prepare: Callable[[], object] = int


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and of the processor, and megabytes at most, of one process."""

    wall: float
    cpu: float
    memory: float


def measured(runs: Mapping[str, Run], rounds: int, *, quick: bool) -> dict[str, Cost]:
    """Run everything in turn, as often as there are rounds."""
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            run.prepare()
            costs[name].append(cost(run, quick=quick))
    return {name: _median(found) for name, found in costs.items()}


def cost(run: Run, *, quick: bool) -> Cost:
    """Run a process to its end, which must have the right status."""
    start = time.perf_counter()
    process = _forked(run.words) if quick else _started(run.words)
    _, ended, used = os.wait4(process, 0)
    wall = time.perf_counter() - start
    if (status := os.waitstatus_to_exitcode(ended)) != run.status:
        raise SystemExit(f"talqy {' '.join(run.words)}: exit {status}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def _started(words: Sequence[str]) -> int:
    ways = {"start": ("-c", _LOAD), "reading": ("-c", _READ, *words[1:])}
    line = [sys.executable, *ways.get(words[0], ("-m", "talqy", *words))]
    null = subprocess.DEVNULL
    process = subprocess.Popen(line, stdout=null, stderr=null)
    process.returncode = 0  # it is waited for by its number
    return process.pid


def _forked(words: Sequence[str]) -> int:
    if process := os.fork():
        return process
    status = 70
    with suppress(BaseException):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        status = _status(words)
    os._exit(status)


def _status(words: Sequence[str]) -> int:
    if words == START:
        return 0
    if words[0] == "reading":
        return int(bool(read_project(Path(words[1])).problems))
    try:
        talqy(list(words))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def memory_together(words: Sequence[str], around: Mapping[str, str]) -> float:
    """Return how many megabytes a program and its helpers hold at most, what they share once.

    It is looked at twenty times a second, in /proc: Linux alone says it, elsewhere it is 0.
    """
    null, most = subprocess.DEVNULL, 0
    process = subprocess.Popen(words, stdout=null, stderr=null, env=around)
    while process.poll() is None:
        most = max(most, sum(map(_held_by, _family(process.pid))))
        time.sleep(_LOOK)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(words)}: exit {process.returncode}")
    return most / 1e6


def _family(first: int) -> list[int]:
    """Return a process and all that it has started, and these, by their numbers."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = stat.read_text("utf-8", "replace").rpartition(")")[2].split()[1]
            parents.setdefault(int(parent), []).append(int(stat.parent.name))
    found = [first]
    for one in found:
        found += parents.get(one, [])
    return found


def _held_by(process: int) -> int:
    """Return the bytes of a process, its share of what it shares with others."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _median(of: Sequence[Cost]) -> Cost:
    wall, cpu = (statistics.median(getattr(c, key) for c in of) for key in ("wall", "cpu"))
    return Cost(wall, cpu, max(c.memory for c in of))


def table(found: Mapping[str, Cost], floor: str) -> str:
    """Print what was found, each run beside its ratio to the floor, of processor."""
    heads = f"{'medians':33}{'s':>8}{'of processor':>14}{'MB at most':>12}{f'to {floor}':>12}"
    base = max(found[floor].cpu, 1e-9)
    lines = (
        f"{name:33}{c.wall:8.2f}{c.cpu:14.2f}{c.memory:12.0f}{c.cpu / base:12.2f}"
        for name, c in found.items()
    )
    return "\n".join([heads, *lines])
