"""How commands that write show their plan, and carry it out."""

from collections.abc import Sequence
from pathlib import Path

import click

from talqy.project.plan import Create, Replace, apply, replace_all


def carry_out(plan: Sequence[Create], root: Path, *, draft: bool) -> None:
    """Write the planned files, or with `draft` show them and write nothing."""
    if draft:
        for step in plan:
            click.echo(f"--- {step.path}")
            click.echo(step.text)
        return
    apply(plan, root)
    for step in plan:
        click.echo(f"wrote {root / step.path}")


def renew(plan: Sequence[Replace], root: Path, *, draft: bool) -> None:
    """Write the planned files whole, or with `draft` show them and write nothing."""
    if not draft:
        replace_all(plan, root)
    for step in plan:
        click.echo(f"--- {step.path}\n{step.text}" if draft else f"wrote {root / step.path}")
