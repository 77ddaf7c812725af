"""`talqy due`: what authorities owe, by whom, until when: overdue first."""

from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.running import (
    DayType,
    command,
    deliver,
    file_option,
    option,
    project_option,
    replace_option,
)
from talqy.cli.speech import WrongUseError
from talqy.cli.texts import spoken_editions, surveyed, usual_language
from talqy.project.write import Deliver
from talqy.responses.debts import by_authority, debts, said_until
from talqy.responses.due_files import CSV, TEXT, WORKBOOK, due_in


@command()
@project_option
@option(
    "--on",
    "day",
    type=DayType(),
    help="The day to speak of, such as 2026-11-20 [default: “today” in standards/project.yaml, "
    "else today].",
)
@option("--authority", metavar="ID", help="One authority [default: all].")
@option(
    "--language",
    metavar="CODE",
    help="One language of the project [default: that of the messages, else its first].",
)
@option(
    "--format",
    "form",
    type=click.Choice((TEXT, CSV, WORKBOOK)),
    default=TEXT,
    show_default=True,
    help="Lines to read, a table that Excel opens by a double click, or a workbook for Excel.",
)
@file_option("The file to write [default: the terminal; for Excel one here, named after the day].")
@replace_option
def due(  # noqa: PLR0913, PLR0917 - one parameter an option
    root: Path,
    day: date | None,
    authority: str | None,
    language: str | None,
    form: str,
    file: Path | None,
    replace: bool,  # noqa: FBT001
) -> int:
    """List answers and reports that are owed, overdue first.

    Authority by authority: who owes the most urgent answer comes first. Tables have a row for each
    comment, with codes for programs beside names for people. On an earlier day it is what was owed
    then, on a later one what will be if nobody answers.
    """
    every = site(root, surveyed(root, day, is_checked=False), "").editions
    usual = usual_language(every) or every[0].code
    (edition,) = spoken_editions(every, language or usual)
    known, on = edition.register.project.authorities, edition.assessment.today
    if authority and authority not in known:
        raise WrongUseError(
            "there is no authority “{name}”; known: {known}",
            name=authority,
            known=", ".join(sorted(known)),
        )
    found = by_authority(debts(said_until(edition.register, on), edition.assessment))
    owed = [debt for name, of in found if authority in {None, name} for debt in of]
    output = due_in(form, edition, owed)
    if file is None and form != WORKBOOK:
        click.echo(output, nl=False)
        return 0
    target = file or Path(f"due-{on.isoformat()}.{edition.code}.{form}")
    deliver(Deliver(target.as_posix(), output, replaces=replace))
    return 0
