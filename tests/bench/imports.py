"""What taking comments in costs: `talqy comment import` of a table with very many rows.

    python tests/bench/imports.py [--comments 10000] [--rounds 3]

The comments of a large open discussion are put into a CSV file as a web form gives it, and taken
in: first all of them, then the same file again, of which nothing is new. The floor reads the
project with all of them in it. How the runs are measured: `costs.py`.
"""

import csv
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree

import click

from costs import (
    MEMORY,
    START,
    WHERE,
    Run,
    comments_option,
    measured,
    quick_option,
    rounds_option,
    table,
)
from discussions import OPEN, STANDARD, TODAY, an_open_discussion

_KEYS = ("received", "language", "kind", "text")
_VALUE = re.compile(r'^(received|language|kind|text): "?(.*?)"?$', re.MULTILINE)


def a_table(comments: Iterable[Path], file: Path) -> None:
    """Write the comments as the rows of a table."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.DictWriter(stream, (*_KEYS, "consent"))
        rows.writeheader()
        for comment in comments:
            said = dict(_VALUE.findall(comment.read_text("utf-8")))
            rows.writerow({**said, "consent": "true"})


def runs_of(project: Path, file: Path) -> dict[str, Run]:
    """Name the runs; the first import of a round finds no comments."""
    where = ("--standard", STANDARD, "--revision", OPEN, "--project", str(project))
    take = Run(("comment", "import", str(file), *where))
    return {
        "start": Run(START),
        "import, all new": Run(take.words, prepare=lambda: _empty(project)),
        "import, nothing new": take,
        "reading": Run(("reading", str(project))),
    }


def _empty(project: Path) -> None:
    rmtree(project / "comments")
    (project / "comments").mkdir()


@click.command()
@comments_option
@rounds_option
@quick_option
def main(comments: int, rounds: int, *, quick: bool) -> None:
    """Measure the taking in of one large table, and print a small one."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        project, file = Path(temporary, "project"), Path(temporary, "form.csv")
        a_table(an_open_discussion(project, comments), file)
        click.echo(f"{comments} rows, {WHERE}, {rounds} rounds, day {TODAY}\n")
        found = measured(runs_of(project, file), rounds, quick=quick)
        taken = sum(1 for _ in (project / "comments").rglob("*.yaml"))
    click.echo(table(found, "reading"))
    click.echo(f"\ncomments on file: {taken}")


if __name__ == "__main__":
    main()
