"""`talqy check`: read everything, apply every rule, show every problem at once."""

from datetime import date
from pathlib import Path

import click

from talqy.cli.findings import FORMATS, formatted
from talqy.cli.running import command, project_option, today_option
from talqy.pipeline import problem_words, survey


@click.command()
@project_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, or annotations for a forge.",
)
@click.option("--language", default="en", show_default=True, help="Language of the messages.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@command
def check(root: Path, today: date | None, form: str, language: str, strict: bool) -> int:  # noqa: FBT001
    """Check all standards and comments; show each problem with its place and its mend."""
    found = survey(root, today)
    click.echo(formatted(found.problems, form, problem_words(root, language)))
    return int(found.has_errors or (strict and bool(found.problems)))
