"""How commands that write keep others from writing, show their plan, and carry it out."""

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from talqy.cli.running import shown
from talqy.project import write
from talqy.project.lock import locked
from talqy.project.write import Create, Deliver, Replace

P = ParamSpec("P")
R = TypeVar("R")


def alone(function: Callable[P, R]) -> Callable[P, R]:
    """Let a command have its project to itself: what it has read still holds when it writes."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if kwargs.get("draft") or kwargs.get("only_check"):
            return function(*args, **kwargs)
        with locked(Path(str(kwargs["root"])), _tell):
            return function(*args, **kwargs)

    return run


def carry_out(plan: Sequence[Create | Replace], root: Path, *, draft: bool) -> None:
    """Write the planned files, or with `draft` show them and write nothing."""
    if not draft:
        with locked(root, _tell):
            write.carry_out(plan, root)
    for step in plan:
        click.echo(f"--- {step.path}\n{step.text}" if draft else f"wrote {shown(root / step.path)}")


def deliver(step: Deliver) -> None:
    """Write one file for another program, and say so."""
    with locked(Path(step.path).parent, _tell):
        write.deliver(step)
    click.echo(f"wrote {step.path}")


def _tell(message: str) -> None:
    click.echo(message, err=True)
