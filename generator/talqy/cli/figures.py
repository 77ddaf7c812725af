"""`talqy export figures`: the discussions of a quarter, for the body that assesses quality."""

from datetime import date
from pathlib import Path

import click

from talqy.cli.running import command, project_option, today_option
from talqy.cli.writing import deliver
from talqy.project.survey import survey
from talqy.project.write import Deliver
from talqy.report.data import quarter_csv, quarter_json
from talqy.report.quarter import closed_in, quarter_named


@click.command()
@click.option("--quarter", required=True, metavar="YEAR-N", help="The quarter, such as 2026-4.")
@project_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("csv", "json")),
    default="csv",
    show_default=True,
    help="A table, or JSON, for programs.",
)
@click.option(
    "--to",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write [default: the terminal].",
)
@click.option("--replace", is_flag=True, help="Write the file even if there is one already.")
@command
def figures(  # noqa: PLR0913, PLR0917 - one parameter an option
    quarter: str,
    root: Path,
    today: date | None,
    form: str,
    file: Path | None,
    replace: bool,  # noqa: FBT001
) -> int:
    """Count the discussions that closed in a quarter.

    Each has a row: its period, outcomes, channels, authors, days to an answer, the report.
    """
    named = quarter_named(quarter)
    if named is None:
        raise click.UsageError(f"“{quarter}” is no quarter; write it as 2026-4")
    register, assessment = survey(root, today).known
    closed = list(closed_in(named, register, assessment))
    said = (
        quarter_json(quarter, closed, register) if form == "json" else quarter_csv(closed, register)
    )
    if file is None:
        click.echo(said.encode(), nl=False)
        return 0
    deliver(Deliver(file.as_posix(), said.encode(), replaces=replace))
    return 0
