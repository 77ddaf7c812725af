"""What the report on a discussion costs, in each of its formats, for very many comments.

    python tests/bench/reports.py [--comments 10000] [--rounds 3]

Comments on the first text of a standard of the demonstration, with their answers, are copied under
ids of their own until there are enough, and recorded. Each report has all languages. How the runs
are measured: `costs.py`.
"""

import tempfile
from pathlib import Path

import click

from costs import (
    MEMORY,
    START,
    WHERE,
    Run,
    comments_option,
    cost,
    measured,
    quick_option,
    rounds_option,
    table,
)
from discussions import CLOSED, STANDARD, TODAY, an_answered_discussion

FORMATS = ("text", "docx", "xlsx", "csv", "json")


def runs_of(project: Path) -> dict[str, Run]:
    """Name the runs."""
    here = ("--project", str(project), "--today", TODAY)
    report = ("report", STANDARD, CLOSED, "--replace", *here)
    files = {form: str(project / f"report.{form}") for form in FORMATS}
    return {
        "start": Run(START),
        "check": Run(("check", *here)),
        **{
            f"report, {form}": Run((*report, "--format", form, "--to", file))
            for form, file in files.items()
        },
    }


@click.command()
@comments_option
@rounds_option
@quick_option
def main(comments: int, rounds: int, *, quick: bool) -> None:
    """Measure the report on one large discussion, and print a small table."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        project = Path(temporary)
        files = an_answered_discussion(project, comments)
        click.echo(f"{comments} comments on one text, {files} files {WHERE}, {rounds} rounds\n")
        merge = ("merge", STANDARD, "--today", TODAY, "--project", str(project))
        cost(Run(merge), quick=quick)
        found = measured(runs_of(project), rounds, quick=quick)
        sizes = {form: (project / f"report.{form}").stat().st_size for form in FORMATS}
    click.echo(table(found, "check"))
    written = ", ".join(f"{form} {size / 1e6:.2f} MB" for form, size in sizes.items())
    click.echo(f"\nreports: {written}")


if __name__ == "__main__":
    main()
