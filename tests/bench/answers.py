"""What answering costs: a workbook out and back, and near-duplicates, for very many comments.

    python tests/bench/answers.py [--comments 10000] [--rounds 3]

One standard of the demonstration is copied, and the comments on its open text are copied, without
their answers, under ids of their own and with words of their own, until there are enough. Every run
is a process of its own, as a person starts it: seconds by the clock, seconds of the processor, and
the most memory that it held, as the system tells them; medians are shown. “filled” has an answer in
every row, and each round begins without answers on file; “one fault” has a wrong outcome in its
last row, and writes nothing.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import cycle, islice
from pathlib import Path
from shutil import copyfile, copytree

import click
from openpyxl import load_workbook

ROOT = Path(__file__).parents[2]
STANDARD, REVISION = "birth-registration", "r2"
SEED = 20261120
KEYS, FIRST = 1, 3
# Files of a disk may be in its cache or not; in memory, all runs are alike.
MEMORY = next((folder for folder in ("/dev/shm",) if os.access(folder, os.W_OK)), None)  # noqa: S108
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_ANSWER = {
    "outcome": "noted",
    "reason-kk": "Пікір қаралды: жобаны пысықтау кезінде ескеріледі.",
    "reason-ru": "Мнение рассмотрено: оно будет учтено при доработке проекта.",
}


def a_large_discussion(folder: Path, comments: int) -> None:
    """Copy a standard, and its comments until there are so many; none has an answer."""
    copytree(ROOT / "standards" / STANDARD, folder / "standards" / STANDARD)
    (folder / "standards" / STANDARD / "history.yaml").unlink(missing_ok=True)
    copyfile(ROOT / "standards/project.yaml", folder / "standards/project.yaml")
    below = Path("comments", STANDARD, REVISION)
    files = sorted(f for f in (ROOT / below).glob("*/*.yaml") if ".response" not in f.name)
    words = [word for file in files for word in _text(file).split()]
    rng = random.Random(SEED)  # noqa: S311
    for number, file in enumerate(islice(cycle(files), comments)):
        digest = blake2b(f"{number} {file.stem}".encode(), digest_size=10).digest()
        name = "".join(_CROCKFORD[byte % 32] for byte in digest)
        place = folder / below / file.parent.name / f"{name}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        said = " ".join(rng.choices(words, k=40))
        place.write_text("\n".join(_copied(file, name, said)) + "\n", encoding="utf-8")


def _text(file: Path) -> str:
    return file.read_text("utf-8").partition("\ntext: ")[2].partition("\nconsent")[0]


def _copied(file: Path, name: str, said: str) -> Iterator[str]:
    """Yield the lines of a comment under another id, with other words."""
    head = file.read_text("utf-8").partition("\ntext: ")[0]
    kept = (line for line in head.splitlines() if not line.startswith(("quote:", " ")))
    yield from (f"id: {name}" if line.startswith("id: ") else line for line in kept)
    yield f'text: "{"".join(sign for sign in said if sign.isalnum() or sign == " ")}"'
    yield 'consent: "1"'


def fill(file: Path, to: Path, *, spoiled: bool = False) -> None:
    """Answer all rows of a workbook; `spoiled` makes the last outcome wrong."""
    book = load_workbook(file)
    sheet = book.worksheets[0]
    columns = {str(cell.value): cell.column or 0 for cell in sheet[KEYS]}
    for row in range(FIRST, sheet.max_row + 1):
        for key, value in _ANSWER.items():
            sheet.cell(row, columns[key]).value = value
    if spoiled:
        sheet.cell(sheet.max_row, columns["outcome"]).value = "perhaps"
    book.save(to)


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and of the processor, and megabytes at most, of one process."""

    wall: float
    cpu: float
    memory: float


def cost(line: Sequence[str], status: int = 0) -> Cost:
    """Run a process to its end, which must have this status."""
    start = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, ended, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(ended)
    wall = time.perf_counter() - start
    if process.returncode != status:
        raise SystemExit(f"{' '.join(line)}: exit {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def median(of: Sequence[Cost]) -> Cost:
    """Answer the medians of the times, and the most memory of all runs."""
    wall, cpu = (statistics.median(getattr(c, key) for c in of) for key in ("wall", "cpu"))
    return Cost(wall, cpu, max(c.memory for c in of))


def measured(project: Path, books: Path, rounds: int) -> dict[str, Cost]:
    """Run everything in turn, as often as there are rounds."""

    def respond(*words: str) -> list[str]:
        line = [sys.executable, "-m", "talqy", "respond", *words, "--project", str(project)]
        return [*line, "--today", "2026-11-20"]

    out, filled, spoiled = (str(books / f"{name}.xlsx") for name in ("out", "filled", "spoiled"))
    export = respond("export", STANDARD, REVISION, "--to", out, "--replace")
    cost(export)
    fill(Path(out), Path(filled))
    fill(Path(out), Path(spoiled), spoiled=True)
    runs: dict[str, tuple[Callable[[], object], list[str], int]] = {
        "start": (int, [sys.executable, "-c", "import talqy.cli.main"], 0),
        "export": (int, export, 0),
        "import, one fault": (int, respond("import", spoiled), 1),
        "import, filled": (lambda: _unanswered(project), respond("import", filled), 0),
        "import, nothing new": (int, respond("import", filled), 0),
        "export, all answered": (int, export, 0),
        "groups": (int, respond("groups", STANDARD, REVISION), 0),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(rounds):
        _unanswered(project)
        for name, (prepare, line, status) in runs.items():
            prepare()
            costs[name].append(cost(line, status))
    return {name: median(found) for name, found in costs.items()}


def _unanswered(project: Path) -> None:
    for file in project.rglob("*.response.yaml"):
        file.unlink()


@click.command()
@click.option("--comments", default=10_000, show_default=True, type=click.IntRange(10))
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1))
def main(comments: int, rounds: int) -> None:
    """Measure the answering of one large discussion, and print a small table."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        project, books = Path(temporary, "project"), Path(temporary)
        a_large_discussion(project, comments)
        where = "in memory" if MEMORY else "on disk"
        click.echo(f"{comments} comments on one text, {where}, {rounds} rounds\n")
        found = measured(project, books, rounds)
        answers = sum(1 for _ in project.rglob("*.response.yaml"))
        sizes = [(books / f"{name}.xlsx").stat().st_size for name in ("out", "filled")]
    click.echo(f"{'medians':33}{'s':>8}{'of processor':>14}{'MB at most':>12}")
    for name, c in found.items():
        click.echo(f"{name:33}{c.wall:8.2f}{c.cpu:14.2f}{c.memory:12.0f}")
    click.echo(f"\nanswers written: {answers}; workbooks: {sizes[0] / 1e6:.1f} MB out")


if __name__ == "__main__":
    main()
