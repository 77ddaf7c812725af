"""`talqy report`: the report on completion of a discussion, for people, offices and programs."""

from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.problems import formatted
from talqy.cli.running import (
    argument,
    command,
    deliver,
    draft_option,
    file_option,
    option,
    project_option,
    replace_option,
    today_option,
)
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.texts import BOTH, named_record, named_revision, spoken_editions
from talqy.host import site_address
from talqy.office.packages import FILE_FORMATS
from talqy.project.survey import survey, with_lines
from talqy.project.write import Deliver
from talqy.report.formats import FORMATS, report_in
from talqy.report.refusals import refusals, unreadable
from talqy.report.spoken import report_on


@command()
@argument("standard")
@argument("revision", metavar="rN")
@project_option
@today_option
@option(
    "--language",
    metavar="CODE",
    default=BOTH,
    show_default=True,
    help="One language of the project, or both: all of them.",
)
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="Text, a document for Word, a workbook for Excel, a PDF, or data for programs.",
)
@file_option(
    "The file to write [default: the terminal; for Word, Excel and PDF one here, named after the "
    "standard and the revision]."
)
@replace_option
@draft_option
def report(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str,
    root: Path,
    today: date | None,
    language: str,
    form: str,
    file: Path | None,
    replace: bool,  # noqa: FBT001
    draft: bool,  # noqa: FBT001
) -> int:
    """Draw up the report on completion of a discussion.

    STANDARD is the id of the standard, rN the text that was discussed, such as r1. The report is
    refused, with all reasons at once, while an answer or a language is missing.
    """
    state = survey(root, today)
    address = site_address(root)
    editions = spoken_editions(site(root, state, address).editions, language, BOTH)
    record = named_record(editions[0].register, standard)
    text = named_revision(record, revision)
    drawn = report_on(editions[0], record, text)
    if drawn is None:
        raise WrongUseError(
            "{revision} of “{standard}” was not put up for discussion",
            revision=f"r{text.revision}",
            standard=record.id,
        )
    kept_back = with_lines(root, refusals(drawn))
    if problems := (*unreadable(state.problems, drawn), *kept_back):
        click.echo(formatted(problems, "text", speech().translate), err=True)
        tell("there is no report yet: see above what it waits for", err=True)
        return 1
    if form in FILE_FORMATS or file:
        name = f"{record.id}-r{text.revision}-report.{language}.{form}"
        target = (file or Path(name)).as_posix()
        if not draft:
            content = report_in(form, drawn, editions, address)
            deliver(Deliver(target, content, replaces=replace))
            return 0
        click.echo(f"--- {target}")
        form = "text" if form in FILE_FORMATS else form
    click.echo(report_in(form, drawn, editions, address), nl=False)
    return 0
