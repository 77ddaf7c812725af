"""`talqy serve`: check, then show the site on this machine, anew after every change."""

from datetime import date
from pathlib import Path

import click

from talqy.cli.findings import formatted
from talqy.cli.running import command, messages_option, project_option, today_option
from talqy.host import serve_site
from talqy.language.catalogue import problem_words
from talqy.project.survey import survey


@click.command()
@project_option
@today_option
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="Where it answers: address and port.",
)
@messages_option
@command
def serve(root: Path, today: date | None, address: str, language: str) -> int:
    """Show the site on this machine, anew after every change.

    Stop it with Ctrl+C.
    """
    found = survey(root, today)
    click.echo(formatted(found.problems, "text", problem_words(root, language)))
    click.echo(f"The site: http://{address}/  (stop with Ctrl+C)")
    serve_site(root.resolve(), address, today)
    return 0
