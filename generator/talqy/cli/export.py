"""`talqy export`: the formats for editors and programs, and comparison tables for offices."""

from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.figures import figures
from talqy.cli.running import command, draft_option, project_option, today_option
from talqy.cli.texts import named_pair, named_record, spoken_editions
from talqy.diff.table import as_text
from talqy.diff.table_file import table_file
from talqy.office.packages import OFFICE_FORMATS
from talqy.project.plan import Deliver, Replace, deliver, replace_all
from talqy.project.reference import reference
from talqy.project.survey import survey
from talqy.site.downloads import table_of

BOTH = "both"


@click.group()
def export() -> None:
    """Write tables, figures and formats for other programs."""


export.add_command(figures)


@export.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="docs")
@draft_option
@command
def formats(folder: Path, draft: bool) -> int:  # noqa: FBT001
    """Write the JSON Schemas and the tables of problems and rules.

    They are written into FOLDER, which is “docs” where none is named.
    """
    plan = [Replace(path, text) for path, text in reference()]
    for step in plan:
        click.echo(f"{folder / step.path}" if not draft else f"--- {step.path}\n{step.text}")
    if not draft:
        replace_all(plan, folder)
    return 0


@export.command()
@click.argument("standard")
@click.argument("revisions", nargs=-1, metavar="[OLDER NEWER]")
@project_option
@today_option
@click.option(
    "--language",
    metavar="CODE",
    default=BOTH,
    show_default=True,
    help=f"One language of the project, or {BOTH}: all of them in one file.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(OFFICE_FORMATS),
    default=OFFICE_FORMATS[0],
    show_default=True,
    help="A document for Word, or a workbook for Excel.",
)
@click.option(
    "--to",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write [default: one here, named after the standard and the revisions].",
)
@click.option("--replace", is_flag=True, help="Write the file even if there is one already.")
@draft_option
@command
def table(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revisions: tuple[str, ...],
    root: Path,
    today: date | None,
    language: str,
    form: str,
    file: Path | None,
    replace: bool,  # noqa: FBT001
    draft: bool,  # noqa: FBT001
) -> int:
    """Write the comparison table of two texts for Word or Excel.

    Name both, such as r1 r2; or one, to compare it with the text that it starts from; or none:
    then it is the current one.
    """
    editions = spoken_editions(site(root, survey(root, today), "").editions, language, BOTH)
    record = named_record(editions[0].register, standard)
    older, newer = named_pair(record, revisions, editions[0].parts(record).current)
    name = f"{record.id}-r{older.revision}-r{newer.revision}.{language}.{form}"
    place = (file or Path(name)).as_posix()
    tables = [table_of(edition, record, older, newer) for edition in editions]
    if draft:
        click.echo(f"--- {place}\n" + "\n\n".join(map(as_text, tables)))
        return 0
    deliver(Deliver(place, table_file(form, tables), replaces=replace), Path())
    click.echo(f"wrote {place}")
    return 0
