"""`talqy export matrix`: every comment across revisions, for Excel."""

from collections.abc import Sequence
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
from talqy.cli.surveyed import surveyed
from talqy.cli.texts import BOTH, named_record, spoken_editions, usual_language
from talqy.language.edition import Edition
from talqy.model.register import Record
from talqy.office.plain_files import plain_csv, plain_workbook
from talqy.project.write import Deliver
from talqy.report.matrix import STANDS, MatrixRow, matrix_rows, rows_that_stand
from talqy.report.matrix_table import matrix_table, matrix_title

_CSV, _WORKBOOK = "csv", "xlsx"


@command()
@argument("standard", required=False, metavar="[STANDARD]")
@project_option
@today_option
@option(
    "--only",
    type=click.Choice((STANDS,)),
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
    type=click.Choice((_WORKBOOK, _CSV)),
    default=_WORKBOOK,
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
    """Write every comment across revisions, a row each.

    What was decided and why, what became of the words, and what the clause says now: of one
    STANDARD, or of all where none is named. Codes for programs stand beside names for people.
    """
    state = surveyed(root, today)
    every = site(root, state, "").editions
    usual = (usual_language(every) or every[0].code) if form == _CSV else BOTH
    chosen = language or usual
    editions = spoken_editions(every, chosen, None if form == _CSV else BOTH)
    register = editions[0].register
    records = (named_record(register, standard),) if standard else register.records
    state.require_whole_record(standard)
    output = _written(editions, _rows(editions[0], records, only), form, only)
    name = "-".join(filter(None, (standard, "matrix", only)))
    target = (file or Path(f"{name}.{chosen}.{form}")).as_posix()
    deliver(Deliver(target, output, replaces=replace))
    return 0


def _rows(edition: Edition, records: Sequence[Record], only: str | None) -> list[MatrixRow]:
    rows_of = rows_that_stand if only == STANDS else matrix_rows
    return [row for record in records for row in rows_of(edition, record)]


def _written(
    editions: Sequence[Edition], rows: Sequence[MatrixRow], form: str, only: str | None
) -> bytes:
    tables = [
        matrix_table(edition, rows, matrix_title(edition, only_standing=only == STANDS))
        for edition in editions
    ]
    first = editions[0]
    if form == _CSV:
        return plain_csv(tables[0], first.locale).encode()
    locales = [edition.locale for edition in editions]
    return plain_workbook(tables, locales, first.layouts, first.assessment.today)
