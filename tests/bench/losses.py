"""Faults of every kind while people send: what is lost or stands twice, as a table.

    python tests/bench/losses.py [--points 100]

Each fault happens so often as its row says, at random moments, while people send without a pause
and press once more until they have a receipt (tests/support/faults.py). Then all that they were
told is held against the queue: the last four columns must be 0, else this ends with 1.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import faults
from forge_days import a_day_without_forge
from ledgers import HeldAgainst

SQLITE, POSTGRES = "SQLite", "PostgreSQL"
_COLUMNS = ("without", "twice", "lost", "broken")
# A hundredth of all points is one: what takes seconds each happens less often.
FAULTS: tuple[tuple[str, faults.Fault, tuple[str, ...], float], ...] = (
    ("the service is killed", faults.killed, (SQLITE, POSTGRES), 1),
    ("the service is restarted", faults.restarted, (SQLITE, POSTGRES), 0.2),
    ("the database is killed", faults.database_killed, (POSTGRES,), 0.2),
    ("the disk is full", faults.disk_full, (SQLITE, POSTGRES), 0.1),
    ("the database is locked", faults.locked, (SQLITE, POSTGRES), 0.03),
    ("the database is gone", faults.gone, (SQLITE, POSTGRES), 0.1),
    ("the clock is an hour behind", faults.clock_set_back, (SQLITE, POSTGRES), 0.05),
    ("a proxy sends again, at once", faults.abandoned, (SQLITE, POSTGRES), 1),
)


def _row(name: str, kind: str, points: int, run: Callable[[Path], tuple[HeldAgainst, int]]) -> bool:
    """Let one fault happen, print its row; return whether all is sound."""
    folder = Path(tempfile.mkdtemp(prefix="tq-"))
    begun = time.perf_counter()
    try:
        found, refused = run(folder)
    finally:
        shutil.rmtree(folder)
    counts = (points, refused, found.people, found.receipts, found.stored)
    numbers = "".join(
        f"{number:>10}" for number in (*counts, *map(found.__getattribute__, _COLUMNS))
    )
    click.echo(f"{name:<30}{kind:<12}{numbers}{time.perf_counter() - begun:>8.0f} s")
    return found.is_sound


def _rows(points: int) -> Iterator[bool]:
    for name, fault, kinds, share in FAULTS:
        for kind in kinds:
            times = max(1, round(points * share))

            def run(
                folder: Path, fault: faults.Fault = fault, kind: str = kind, times: int = times
            ) -> tuple[HeldAgainst, int]:
                with faults.a_scene(folder, is_postgres=kind == POSTGRES) as scene:
                    return faults.held_through(scene, fault, times), scene.refused

            yield _row(name, kind, times, run)
    name = "the forge is away for a day"
    yield _row(name, SQLITE, 1, lambda folder: (a_day_without_forge(folder, points), 0))


@click.command()
@click.option("--points", default=100, show_default=True, help="How often the service is killed.")
def main(points: int) -> None:
    """Let all faults happen, and print the table."""
    heads = ("points", "no answer", "people", "receipts", "stored", *_COLUMNS)
    click.echo(f"{'':<42}{''.join(f'{head:>10}' for head in heads)}")
    if not all(list(_rows(points))):
        raise click.ClickException("something was lost, or stands twice")


if __name__ == "__main__":
    main()
