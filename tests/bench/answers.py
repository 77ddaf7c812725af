"""What answering costs: a workbook out and back, and near-duplicates, for very many comments.

    python tests/bench/answers.py [--comments 10000] [--rounds 3]

Comments on the open text of a standard of the demonstration are copied, without answers and with
words of their own. “filled” has an answer in every row, and each round begins without answers on
file; “one fault” has a wrong outcome in its last row, and writes nothing. How the runs are
measured: `costs.py`.
"""

import tempfile
from pathlib import Path

import click
from openpyxl import load_workbook

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
from discussions import OPEN, STANDARD, TODAY, an_open_discussion

KEYS, FIRST = 1, 3
_ANSWER = {
    "outcome": "noted",
    "reason-kk": "Пікір қаралды: жобаны пысықтау кезінде ескеріледі.",
    "reason-ru": "Мнение рассмотрено: оно будет учтено при доработке проекта.",
}


def fill(file: Path, to: Path, *, spoiled: bool = False) -> None:
    """Return all rows of a workbook; `spoiled` makes the last outcome wrong."""
    book = load_workbook(file)
    sheet = book.worksheets[0]
    columns = {str(cell.value): cell.column or 0 for cell in sheet[KEYS]}
    for row in range(FIRST, sheet.max_row + 1):
        for key, value in _ANSWER.items():
            sheet.cell(row, columns[key]).value = value
    if spoiled:
        sheet.cell(sheet.max_row, columns["outcome"]).value = "perhaps"
    book.save(to)


def runs_of(project: Path, books: Path) -> dict[str, Run]:
    """Name the runs; the first of a round finds no answers on file."""
    here = ("--project", str(project), "--today", TODAY)
    out, filled, spoiled = (str(books / f"{name}.xlsx") for name in ("out", "filled", "spoiled"))
    export = ("respond", "export", STANDARD, OPEN, "--to", out, "--replace", *here)
    return {
        "start": Run(START, prepare=lambda: _unanswer(project)),
        "reading": Run(("reading", str(project))),
        "export": Run(export),
        "import, one fault": Run(("respond", "import", spoiled, *here), status=1),
        "import, filled": Run(("respond", "import", filled, *here)),
        "import, nothing new": Run(("respond", "import", filled, *here)),
        "export, all answered": Run(export),
        "groups": Run(("respond", "groups", STANDARD, OPEN, *here)),
    }


def _unanswer(project: Path) -> None:
    for file in project.rglob("*.response.yaml"):
        file.unlink()


@click.command()
@comments_option
@rounds_option
@quick_option
def main(comments: int, rounds: int, *, quick: bool) -> None:
    """Measure the answering of one large discussion, and print a small table."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        project, books = Path(temporary, "project"), Path(temporary)
        an_open_discussion(project, comments)
        click.echo(f"{comments} comments on one text, {WHERE}, {rounds} rounds\n")
        runs = runs_of(project, books)
        cost(runs["export"], quick=quick)
        fill(books / "out.xlsx", books / "filled.xlsx")
        fill(books / "out.xlsx", books / "spoiled.xlsx", spoiled=True)
        found = measured(runs, rounds, quick=quick)
        answers = sum(1 for _ in project.rglob("*.response.yaml"))
        size = (books / "out.xlsx").stat().st_size
    click.echo(table(found, "reading"))
    click.echo(f"\nanswers written: {answers}; workbooks: {size / 1e6:.1f} MB out")


if __name__ == "__main__":
    main()
