"""What the record costs: `talqy merge` and `talqy verify` of a discussion with very many comments.

    python tests/bench/records.py [--comments 10000] [--rounds 3]

One standard of the demonstration is copied, and comments on its first text, with their answers, are
copied under ids of their own until there are enough. Every run is a process of its own, as a person
starts it: seconds by the clock, seconds of the processor, and the most memory that it held, as the
system tells them; medians are shown. “start” loads the program and reads nothing, “reading” loads
it and reads the project, so what reading costs is the difference between the two.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count, islice
from pathlib import Path
from shutil import copyfile, copytree

import click

ROOT = Path(__file__).parents[2]
STANDARD = "birth-registration"
HISTORY = f"standards/{STANDARD}/history.yaml"
TODAY = "2026-11-20"
# Files of a disk may be in its cache or not; in memory, all runs are alike.
MEMORY = next((folder for folder in ("/dev/shm",) if os.access(folder, os.W_OK)), None)  # noqa: S108
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
# An accepted comment would have to be named by the next text, and a repeated one by another.
_COPIED = re.compile(r"^outcome: (rejected|noted|out-of-scope)$", re.MULTILINE)
_READ = """\
import sys
from pathlib import Path
import talqy.cli.main
from talqy.sources.register import read_project
sys.exit(bool(read_project(Path(sys.argv[1])).problems))
"""


def a_large_discussion(folder: Path, comments: int) -> int:
    """Copy a standard, and its comments until there are so many; answer the number of files."""
    for name in ("standards", "comments"):
        copytree(ROOT / name / STANDARD, folder / name / STANDARD)
    (folder / HISTORY).unlink(missing_ok=True)
    copyfile(ROOT / "standards/project.yaml", folder / "standards/project.yaml")
    answers = sorted((folder / "comments" / STANDARD / "r1").glob("*/*.response.yaml"))
    copied = [file for file in answers if _COPIED.search(file.read_text("utf-8"))]
    copies = ((file, number) for number in count() for file in copied)
    for file, number in islice(copies, comments - len(answers)):
        _copy(file, number)
    return sum(1 for _ in folder.rglob("*.yaml"))


def _copy(answer: Path, number: int) -> None:
    """Copy one comment and its answer under a fresh id."""
    old = answer.name.partition(".")[0]
    digest = blake2b(f"{number} {old}".encode(), digest_size=10).digest()
    new = "".join(_CROCKFORD[byte % 32] for byte in digest)
    for file in (answer, answer.with_name(f"{old}.yaml")):
        text = file.read_text("utf-8").replace(old, new)
        file.with_name(file.name.replace(old, new)).write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and of the processor, and megabytes at most, of one process."""

    wall: float
    cpu: float
    memory: float


def cost(line: Sequence[str]) -> Cost:
    """Run a process to its end; it must succeed."""
    start = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{' '.join(line)}: exit {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def median(of: Sequence[Cost]) -> Cost:
    """Answer the medians of the times, and the most memory of all runs."""
    wall, cpu = (statistics.median(getattr(c, key) for c in of) for key in ("wall", "cpu"))
    return Cost(wall, cpu, max(c.memory for c in of))


def measured(project: Path, rounds: int) -> dict[str, Cost]:
    """Run everything in turn, as often as there are rounds."""

    def talqy(*words: str) -> list[str]:
        return [sys.executable, "-m", "talqy", *words, "--project", str(project)]

    history = project / HISTORY
    merge = talqy("merge", STANDARD, "--today", TODAY)
    runs: dict[str, tuple[Callable[[], object], list[str]]] = {
        "start": (int, [sys.executable, "-c", "import talqy.cli.main"]),
        "reading": (int, [sys.executable, "-c", _READ, str(project)]),
        "merge, the first": (lambda: history.unlink(missing_ok=True), merge),
        "merge, nothing new": (int, merge),
        "merge, all answers new": (lambda: _unanswered(history), merge),
        "verify": (int, talqy("verify")),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, (prepare, line) in runs.items():
            prepare()
            costs[name].append(cost(line))
    return {name: median(found) for name, found in costs.items()}


def _unanswered(history: Path) -> None:
    """Take all outcomes out of a record."""
    text = re.sub(r", outcome: .*\}$", "}", history.read_text("utf-8"), flags=re.MULTILINE)
    history.write_text(text, encoding="utf-8")


@click.command()
@click.option("--comments", default=10_000, show_default=True, type=click.IntRange(10))
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1))
def main(comments: int, rounds: int) -> None:
    """Measure the record of one large discussion, and print a small table."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        project = Path(temporary)
        files = a_large_discussion(project, comments)
        where = "in memory" if MEMORY else "on disk"
        click.echo(f"{comments} comments on one text, {files} files {where}, {rounds} rounds\n")
        found = measured(project, rounds)
        lines = (project / HISTORY).read_text("utf-8").splitlines()
        size = (project / HISTORY).stat().st_size
    click.echo(f"{'medians':33}{'s':>8}{'of processor':>14}{'MB at most':>12}")
    for name, c in found.items():
        click.echo(f"{name:33}{c.wall:8.2f}{c.cpu:14.2f}{c.memory:12.0f}")
    first, start, reading = found["merge, the first"], found["start"], found["reading"]
    share = (reading.cpu - start.cpu) / first.cpu
    recorded = sum(line.startswith("      - {number: ") for line in lines)
    click.echo(f"\nshare of reading in the first merge: {share:.0%} of processor")
    click.echo(f"history.yaml: {recorded} comments recorded, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
