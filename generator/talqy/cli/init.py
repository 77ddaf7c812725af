"""`talqy init`: a new project, ready to be filled."""

from pathlib import Path

import click

from talqy.cli.running import command, draft_option
from talqy.cli.writing import carry_out
from talqy.drafts.forge_files import FORGES, GUIDE
from talqy.drafts.scaffold import project_plan
from talqy.drafts.starting import shipped_prose, site_names
from talqy.project.reference import schemas


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option(
    "--language",
    "languages",
    metavar="CODE",
    multiple=True,
    default=("kk", "ru"),
    show_default=True,
    help="An official language, such as kk; give the option once for each.",
)
@click.option(
    "--forge",
    type=click.Choice(FORGES),
    default="none",
    show_default=True,
    help="Where the project will be kept; ready workflows for it are written too.",
)
@draft_option
@command
def init(folder: Path, languages: tuple[str, ...], forge: str, draft: bool) -> int:  # noqa: FBT001
    """Make a new project.

    FOLDER (where none is named, this one) gets settings, prose pages, and schemas with which an
    editor completes and checks what you write.
    """
    plan = project_plan(
        languages,
        names=site_names(languages),
        schemas=schemas(),
        prose=shipped_prose(languages),
        forge=forge,
    )
    carry_out(plan, folder, draft=draft)
    click.echo(
        "Next: fill in standards/project.yaml, then “talqy new standard ID --project "
        f"{folder}”, “talqy check”, “talqy serve”.",
    )
    if forge != "none":
        click.echo(f"The workflows are to be switched on at the forge: {GUIDE} says how.")
    return 0
