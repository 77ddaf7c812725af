"""A project as commands read it: what is on record and not there is named, whatever the command.

A list or a figure without it would be less than the record, and look whole. What is named here ends
no run: the command does what it does, and its exit status is no 0. `build`, `check`, `merge`,
`report` and `verify` say it in their own way.
"""

from datetime import date
from pathlib import Path

import click

from talqy.cli.running import LACKING
from talqy.errors import Saying
from talqy.project.survey import ProjectState, survey


def surveyed(root: Path, today: date | None = None) -> ProjectState:
    """Read and check a project; let the run say at its end what of the record is not there."""
    state = survey(root, today)
    context = click.get_current_context(silent=True)
    if context and state.missing:
        context.meta[LACKING] = Saying(
            "on record, and not to be read here: {missing}. No list and no figure is whole without "
            "it; put the files back from git, see “talqy check”",
            {"missing": state.lacking},
        )
    return state
