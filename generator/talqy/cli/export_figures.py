"""`talqy export figures`: the discussions of a quarter, for people and for programs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.running import (
    command,
    deliver,
    file_option,
    option,
    project_option,
    replace_option,
    today_option,
)
from talqy.cli.speech import WrongUseError
from talqy.cli.texts import BOTH, spoken_editions, surveyed
from talqy.language.edition import Edition
from talqy.project.write import Deliver
from talqy.report.data import closed_in, quarter_named
from talqy.report.formats import WORKBOOK, quarter_in


@command()
@option("--quarter", required=True, metavar="YEAR-N", help="The quarter, such as 2026-4.")
@project_option
@today_option
@option(
    "--language",
    metavar="CODE",
    help="One language of the project: names in place of codes, and CSV that Excel opens by a "
    "double click [default: codes, for programs; in a workbook all languages].",
)
@option(
    "--format",
    "form",
    type=click.Choice(("csv", "json", WORKBOOK)),
    default="csv",
    show_default=True,
    help="A table, JSON for programs, or a workbook for Excel.",
)
@file_option(
    "The file to write [default: the terminal; for Excel one here, named after the quarter]."
)
@replace_option
def figures(  # noqa: PLR0913, PLR0917 - one parameter an option
    quarter: str,
    root: Path,
    today: date | None,
    language: str | None,
    form: str,
    file: Path | None,
    replace: bool,  # noqa: FBT001
) -> int:
    """Count the discussions that closed in a quarter.

    Each has a row: its period, outcomes, channels, authors, days to an answer, the report.
    """
    named = quarter_named(quarter)
    if named is None:
        raise WrongUseError("“{quarter}” is no quarter; write it as 2026-4", quarter=quarter)
    if form == "json" and language:
        raise WrongUseError("JSON is for programs: it has codes in every language")
    state = surveyed(root, today)
    state.require_whole_record()
    editions: Sequence[Edition] = site(root, state, "").editions
    if language or form == WORKBOOK:
        editions = spoken_editions(editions, language or BOTH, None if language else BOTH)
    register, assessment = state.known
    closed = tuple(closed_in(named, register, assessment))
    output = quarter_in(form, quarter, closed, editions, is_spoken=language is not None)
    if file is None and form != WORKBOOK:
        click.echo(output, nl=False)
        return 0
    target = file or Path(f"figures-{quarter}.{language or BOTH}.{form}")
    deliver(Deliver(target.as_posix(), output, replaces=replace))
    return 0
