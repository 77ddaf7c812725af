"""`talqy init`: a new project, ready to be filled."""

from pathlib import Path

import click

from talqy.cli.running import command, draft_option
from talqy.cli.writing import carry_out
from talqy.editing.scaffold import project_plan


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("kk", "ru"),
    show_default=True,
    help="An official language; give the option once for each.",
)
@draft_option
@command
def init(folder: Path, languages: tuple[str, ...], draft: bool) -> int:  # noqa: FBT001
    """Make a new project in FOLDER: settings, prose pages, schemas for your editor."""
    carry_out(project_plan(languages), folder, draft=draft)
    click.echo(
        "Next: fill in standards/project.yaml, then “talqy new standard ID --project "
        f"{folder}”, “talqy check”, “talqy serve”.",
    )
    return 0
