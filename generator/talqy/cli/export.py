"""`talqy export`: what editors, programs and people need to know of the formats."""

from pathlib import Path

import click

from talqy.cli.running import command, draft_option
from talqy.editing.plan import Replace, replace_all
from talqy.render.reference import reference


@click.group()
def export() -> None:
    """Write the formats for other programs."""


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
