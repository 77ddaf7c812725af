"""What the record costs: `talqy merge` and `talqy verify` of a discussion with very many comments.

    python tests/bench/records.py [--comments 10000] [--rounds 3]

Comments on the first text of a standard of the demonstration, with their answers, are copied under
ids of their own until there are enough. How the runs are measured: `costs.py`.
"""

import re
import shutil
import tempfile
from pathlib import Path

import click

from costs import (
    MEMORY,
    START,
    WHERE,
    Cost,
    Run,
    comments_option,
    cost,
    measured,
    quick_option,
    rounds_option,
    table,
)
from discussions import CLOSED, HISTORY, OPEN, STANDARD, TODAY, an_answered_discussion

_UNANSWERED = "2026-06-16"
_REPORT_AND_ADOPTION = re.compile(r"^  report:\n(?:   .*\n)+|^adopted:\n(?: .*\n)+", re.MULTILINE)


def runs_of(project: Path) -> dict[str, Run]:
    """Name the runs; before some of them the record is taken away, or its answers are."""
    unanswered = _record_before_the_answers(project)
    history, here = project / HISTORY, ("--project", str(project))

    def answers_gone() -> None:
        history.write_text(unanswered, encoding="utf-8")

    merge = ("merge", STANDARD, "--today", TODAY, *here)
    return {
        "start": Run(START),
        "reading": Run(("reading", str(project))),
        "merge, the first": Run(merge, prepare=lambda: history.unlink(missing_ok=True)),
        "merge, nothing new": Run(merge),
        "merge, all answers new": Run(merge, prepare=answers_gone),
        "verify": Run(("verify", *here)),
    }


def _record_before_the_answers(project: Path) -> str:
    """Return the record that `talqy merge` writes on the day after the discussion."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        before = Path(temporary)
        as_then = shutil.ignore_patterns("*.response.yaml", f"{OPEN}.yaml", OPEN)
        shutil.copytree(project, before, ignore=as_then, dirs_exist_ok=True)
        text = before / f"standards/{STANDARD}/revisions/{CLOSED}.yaml"
        words = _REPORT_AND_ADOPTION.sub("", text.read_text("utf-8"))
        text.write_text(words, encoding="utf-8")
        merge = ("merge", STANDARD, "--today", _UNANSWERED, "--project", str(before))
        cost(Run(merge), quick=True)
        return (before / HISTORY).read_text("utf-8")


def _share_of_reading(found: dict[str, Cost]) -> float:
    reading = found["reading"].cpu - found["start"].cpu
    return reading / found["merge, the first"].cpu


@click.command()
@comments_option
@rounds_option
@quick_option
def main(comments: int, rounds: int, *, quick: bool) -> None:
    """Measure the record of one large discussion, and print a small table."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        project = Path(temporary)
        files = an_answered_discussion(project, comments)
        click.echo(f"{comments} comments on one text, {files} files {WHERE}, {rounds} rounds\n")
        found = measured(runs_of(project), rounds, quick=quick)
        lines = (project / HISTORY).read_text("utf-8").splitlines()
        size = (project / HISTORY).stat().st_size
    click.echo(table(found, "reading"))
    recorded = sum(line.startswith("      - {number: ") for line in lines)
    click.echo(
        f"\nshare of reading in the first merge: {_share_of_reading(found):.0%} of processor"
    )
    click.echo(f"history.yaml: {recorded} comments recorded, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
