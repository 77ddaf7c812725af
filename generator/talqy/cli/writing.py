"""How commands that write show their plan, and carry it out."""

from collections.abc import Sequence
from pathlib import Path

import click

from talqy.editing.plan import Create, apply


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
