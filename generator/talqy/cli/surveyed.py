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
from talqy.model.register import Assessment, Register
from talqy.project.survey import ProjectState, survey


def unchecked(root: Path, today: date | None = None) -> tuple[Register, Assessment]:
    """Read a project for a command that asks for no problems: to look for them takes the longest.

    Like `surveyed`, it lets the run say at its end what of the record is not there.
    """
    return surveyed(root, today, is_checked=False).known


def surveyed(root: Path, today: date | None = None, *, is_checked: bool = True) -> ProjectState:
    """Read and check a project; let the run say at its end what of the record is not there."""
    state = survey(root, today, is_checked=is_checked)
    context = click.get_current_context(silent=True)
    if context and state.missing:
        context.meta[LACKING] = Saying(
            "on record, and not to be read here: {missing}. No list and no figure is whole without "
            "it; put the files back from git, see “talqy check”",
            {"missing": state.lacking},
        )
    return state
