"""`talqy serve`: the site on this machine, as it would be published now."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.running import command, option, project_option, today_option
from talqy.cli.speech import speech, tell
from talqy.host import serve_site
from talqy.model.problem import Problem
from talqy.project.survey import survey


@command()
@project_option
@today_option
@option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="Where it answers: address and port.",
)
def serve(root: Path, today: date | None, address: str) -> int:
    """Show the site on this machine, anew after every change.

    Stop it with Ctrl+C.
    """
    state = survey(root, today)
    translate = speech().translate  # builds may run in a thread, which knows no language

    def tell_problems(problems: Sequence[Problem]) -> None:
        click.echo(formatted(problems, "text", translate))

    tell_problems(state.problems)
    tell("The site: {address} (stop with Ctrl+C)", address=f"http://{address}/")
    serve_site(root.resolve(), address, state, today, tell_problems)
    return 0
