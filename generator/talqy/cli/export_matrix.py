"""`talqy export matrix`: every comment across revisions, for Excel."""

from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.running import (
    argument,
    command,
    deliver,
    file_option,
    option,
    project_option,
    replace_option,
    today_option,
)
from talqy.cli.texts import BOTH, named_record, spoken_editions, surveyed, usual_language
from talqy.project.write import Deliver
from talqy.report.matrix_files import CSV, WORKBOOK, matrix_in

_STANDS = "stands"


@command()
@argument("standard", required=False, metavar="[STANDARD]")
@project_option
@today_option
@option(
    "--only",
    type=click.Choice((_STANDS,)),
    help="Only those that came in time, were not accepted, and whose words stand unchanged.",
)
@option(
    "--language",
    metavar="CODE",
    help="One language of the project, or both: all of them [default: in a workbook all, in a "
    "table that of the messages].",
)
@option(
    "--format",
    "form",
    type=click.Choice((WORKBOOK, CSV)),
    default=WORKBOOK,
    show_default=True,
    help="A workbook for Excel, or a table that it opens by a double click.",
)
@file_option("The file to write [default: one here, named after the standard and the language].")
@replace_option
def matrix(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str | None,
    root: Path,
    today: date | None,
    only: str | None,
    language: str | None,
    form: str,
    file: Path | None,
    replace: bool,  # noqa: FBT001
) -> int:
    """Write every comment across revisions, for Excel.

    What was decided and why, what became of the words, and what the clause says now: of one
    STANDARD, or of all where none is named. Codes for programs stand beside names for people.
    """
    state = surveyed(root, today)
    every = site(root, state, "").editions
    usual = (usual_language(every) or every[0].code) if form == CSV else BOTH
    chosen = language or usual
    editions = spoken_editions(every, chosen, None if form == CSV else BOTH)
    register = editions[0].register
    records = (named_record(register, standard),) if standard else register.records
    state.require_whole_record(standard)
    output = matrix_in(form, editions, records, only_standing=only is not None)
    name = "-".join(filter(None, (standard, "matrix", only)))
    target = (file or Path(f"{name}.{chosen}.{form}")).as_posix()
    deliver(Deliver(target, output, replaces=replace))
    return 0
