"""`talqy export`: the formats for editors and programs, and comparison tables for offices."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from talqy.cli.running import command, draft_option, project_option, today_option
from talqy.cli.texts import named_record, named_revision
from talqy.editing.plan import Deliver, Replace, deliver, replace_all
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.pipeline import site, survey
from talqy.render.downloads import table_of
from talqy.render.edition import Edition
from talqy.render.office.files import FORMATS, office_file
from talqy.render.reference import reference
from talqy.render.tables import as_text

BOTH = "both"


@click.group()
def export() -> None:
    """Write the formats, or a comparison table, for other programs."""


@export.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="docs")
@draft_option
@command
def formats(folder: Path, draft: bool) -> int:  # noqa: FBT001
    """Write the JSON Schemas, the table of problems and the rules into FOLDER."""
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
    default=BOTH,
    show_default=True,
    help=f"One language of the project, or {BOTH}: all of them in one file.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
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
    """Write the comparison table of STANDARD, such as r1 r2; without them, of the current text."""
    editions = _spoken(site(root, survey(root, today), "").editions, language)
    record = named_record(editions[0].register, standard)
    older, newer = _pair(editions[0], record, revisions)
    name = f"{record.id}-r{older.revision}-r{newer.revision}.{language}.{form}"
    place = (file or Path(name)).as_posix()
    tables = [table_of(edition, record, older, newer) for edition in editions]
    if draft:
        click.echo(f"--- {place}\n" + "\n\n".join(map(as_text, tables)))
        return 0
    deliver(Deliver(place, office_file(form, tables), replaces=replace), Path())
    click.echo(f"wrote {place}")
    return 0


def _spoken(editions: Sequence[Edition], language: str) -> list[Edition]:
    chosen = [edition for edition in editions if language in {edition.code, BOTH}]
    if not chosen:
        known = ", ".join(edition.code for edition in editions)
        raise click.UsageError(
            f"“{language}” is no language of this project; known: {known}, or {BOTH}"
        )
    return chosen


def _pair(edition: Edition, record: Record, names: Sequence[str]) -> tuple[Revision, Revision]:
    """Answer the two texts, the older one first; where none is named, the current and its base."""
    if len(names) not in {0, 2}:
        raise click.UsageError("name two revisions, such as r1 r2, or none")
    named = sorted((named_revision(record, name) for name in names), key=lambda r: r.revision)
    newer = named[1] if named else edition.parts(record).current
    older = named[0] if named else record.base_of(newer)
    if older is newer:
        raise click.UsageError("name two different revisions")
    if older is None:
        known = ", ".join(f"r{revision.revision}" for revision in record.revisions)
        raise click.UsageError(
            f"r{newer.revision} of “{record.id}” has no base that can be read; "
            f"name two revisions; known: {known}"
        )
    return older, newer
