"""`talqy export`: the formats for editors and programs, and comparison tables for offices."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.export_archive import archive
from talqy.cli.export_figures import figures
from talqy.cli.export_matrix import matrix
from talqy.cli.export_package import package
from talqy.cli.export_text import text
from talqy.cli.running import (
    argument,
    command,
    deliver,
    draft_option,
    file_option,
    group,
    option,
    project_option,
    replace_option,
    shown,
    today_option,
)
from talqy.cli.texts import (
    BOTH,
    named_comment,
    named_pair,
    named_record,
    spoken_editions,
    surveyed,
    unchecked,
)
from talqy.cli.words import FilePath
from talqy.diff.table import as_text
from talqy.diff.table_file import table_file
from talqy.model import paths
from talqy.office.packages import FILE_FORMATS
from talqy.office.qr_code import qr_code
from talqy.project.reference import reference
from talqy.project.write import Deliver, Replace, carry_out
from talqy.record.receipt_lines import receipt_line
from talqy.record.receipts import Receipt, receipt_file, receipt_of
from talqy.site.downloads import table_of
from talqy.site.template_guide import template_guide

_RECEIPTS: Mapping[str, Callable[[Receipt], bytes]] = {
    "json": receipt_file,
    "line": lambda receipt: f"{receipt_line(receipt)}\n".encode(),
    "qr": lambda receipt: qr_code(receipt_line(receipt)),
}


@command()
@argument("name", metavar="COMMENT")
@project_option
@file_option("The file to write [default: the terminal].")
@replace_option
@option(
    "--format",
    "form",
    type=click.Choice(tuple(_RECEIPTS)),
    default="json",
    show_default=True,
    help="A file, one line to copy, or that line as a QR code (SVG).",
)
def receipt(name: str, root: Path, file: Path | None, replace: bool, form: str) -> int:  # noqa: FBT001
    """Write what proves that a comment is on record.

    COMMENT is its id. Whoever has the file and a published root proves it without the record:
    “talqy verify FILE”.
    """
    register, _ = unchecked(root)
    record, comment = named_comment(register, name)
    made = receipt_of(record, comment.id, register.histories)
    output = _RECEIPTS[form](made)
    if file is None:
        click.echo(output, nl=False)
    else:
        deliver(Deliver(file.as_posix(), output, replaces=replace))
    return 0


@group
def export() -> None:
    """Write tables, figures and formats for other programs."""


export.add_command(archive)
export.add_command(figures)
export.add_command(matrix)
export.add_command(package)
export.add_command(receipt)
export.add_command(text)


@export.command()
@argument("folder", type=FilePath(file_okay=False, path_type=Path), default="docs")
@draft_option
def formats(folder: Path, draft: bool) -> int:  # noqa: FBT001
    """Write the JSON Schemas and the tables of problems and rules.

    They are written into FOLDER, which is “docs” where none is named.
    """
    _written([Replace(path, text) for path, text in reference()], folder, draft=draft)
    return 0


def _written(plan: Sequence[Replace], folder: Path, *, draft: bool) -> None:
    for step in plan:
        click.echo(f"{shown(folder / step.path)}" if not draft else f"--- {step.path}\n{step.text}")
    if not draft:
        carry_out(plan, folder)


@export.command()
@argument("folder", type=FilePath(file_okay=False, path_type=Path), default=paths.TEMPLATES)
@draft_option
def templates(folder: Path, draft: bool) -> int:  # noqa: FBT001
    """Write what each template may show, as README.md.

    It is written into FOLDER, which is “site_templates” where none is named.
    """
    _written([Replace("README.md", template_guide())], folder, draft=draft)
    return 0


@export.command()
@argument("standard")
@argument("revisions", nargs=-1, metavar="[OLDER NEWER]")
@project_option
@today_option
@option(
    "--language",
    metavar="CODE",
    default=BOTH,
    show_default=True,
    help="One language of the project, or both: all of them in one file.",
)
@option(
    "--format",
    "form",
    type=click.Choice(FILE_FORMATS),
    default=FILE_FORMATS[0],
    show_default=True,
    help="A document for Word, a workbook for Excel, or a PDF.",
)
@file_option("The file to write [default: one here, named after the standard and the revisions].")
@replace_option
@draft_option
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
    """Write a comparison table for Word, Excel or as PDF.

    Name both, such as r1 r2 or in-force r3; or one, to compare it with the text that it starts
    from; or none: then the last text is compared with the one in force.
    """
    state = surveyed(root, today)
    editions = spoken_editions(site(root, state, "").editions, language, BOTH)
    record = named_record(editions[0].register, standard)
    state.require_whole_record(record.id)
    older, newer = named_pair(record, revisions, editions[0].assessment.today)
    name = f"{record.id}-r{older.revision}-r{newer.revision}.{language}.{form}"
    target = (file or Path(name)).as_posix()
    tables = [table_of(edition, record, older, newer) for edition in editions]
    if draft:
        click.echo(f"--- {target}\n" + "\n\n".join(map(as_text, tables)))
        return 0
    deliver(Deliver(target, table_file(form, tables, editions[0].layouts), replaces=replace))
    return 0
