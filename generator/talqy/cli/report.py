"""`talqy report`: the report on completion of a discussion, for people, offices and programs."""

from collections.abc import Sequence
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
from talqy.language.edition import Edition
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.office.packages import OFFICE_FORMATS as OFFICE
from talqy.project.survey import survey, with_lines
from talqy.project.write import Deliver
from talqy.report.data import report_csv, report_json
from talqy.report.file import report_file
from talqy.report.refusals import refusals
from talqy.report.report import Report
from talqy.report.spoken import report_on, spoken_report
from talqy.report.text import report_text
from talqy.rules.record import is_of_the_record

FORMATS = ("text", *OFFICE, "csv", "json")


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
    help="Text, a document for Word, a workbook for Excel, or data for programs.",
)
@file_option(
    "The file to write [default: the terminal; for Word and Excel one here, named after the "
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
    if problems := (*_unreadable(state.problems, drawn), *kept_back):
        click.echo(formatted(problems, "text", speech().translate), err=True)
        tell("there is no report yet: see above what it waits for", err=True)
        return 1
    if form in OFFICE or file:
        name = f"{record.id}-r{text.revision}-report.{language}.{form}"
        target = (file or Path(name)).as_posix()
        if not draft:
            content = _content(editions, drawn, form, address)
            deliver(Deliver(target, content, replaces=replace))
            return 0
        click.echo(f"--- {target}")
        form = "text" if form in OFFICE else form
    click.echo(_content(editions, drawn, form, address), nl=False)
    return 0


def _content(editions: Sequence[Edition], drawn: Report, form: str, address: str) -> bytes:
    """Make the report in one of the formats, in the languages of the editions."""
    register = editions[0].register
    languages = [edition.code for edition in editions]
    if form == "json":
        return report_json(drawn, register, languages).encode()
    if form == "csv":
        return report_csv(drawn, languages).encode()
    spoken = [spoken_report(drawn, edition.locale, register, address) for edition in editions]
    locales = [edition.locale for edition in editions]
    if form == "text":
        return "\n".join(map(report_text, spoken, locales)).encode()
    return report_file(form, spoken, locales, editions[0].layouts)


def _unreadable(problems: Sequence[Problem], drawn: Report) -> tuple[Problem, ...]:
    """Choose the problems that would leave a comment out, or let the record be doubted."""
    name, number = drawn.record.id, drawn.revision.revision
    folder = paths.comments_folder(name, number)
    own = {
        paths.standard_file(name),
        paths.history_file(name),
        paths.revision_file(name, number),
    }
    return tuple(
        problem
        for problem in filter(is_of_the_record, problems)
        if problem.file in own or paths.is_in(problem.file, folder)
    )
