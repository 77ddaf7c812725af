"""What is left to do after an import: what it has brought; what was there already is counted."""

from collections.abc import Sequence

import click

from talqy.cli.problems import formatted
from talqy.cli.speech import speech, tell
from talqy.drafts.brought import brought_apart
from talqy.model.problem import Problem

_SHOWN = 20  # of the list; “check” says all of it


def show_left(
    told: Sequence[Problem],
    before: Sequence[Problem],
    after: Sequence[Problem],
    *,
    base: str,
    file: str,
) -> None:
    """Say what an import tells, what “check” finds because of it, and what it found before.

    `base` is the file of the text that `file` was made from; "" of a new one.
    """
    brought, old = brought_apart(before, after, base, file)
    show_told(told)
    if brought:
        tell("“talqy check” finds because of this import: {count}", count=len(brought), err=True)
        show_told(brought)
    if old:
        tell(
            "not because of this import, the text that it starts from has it too: {count} "
            "(“talqy check” says what)",
            count=len(old),
            err=True,
        )
    if not base:
        tell(
            "Next: write reasons and explanation where “…” stands, and look at the facts of "
            "clauses; “talqy check” says what is still missing."
        )
        return
    tell(
        "Next: write reasons and explanation where “…” stands, and look at the facts of clauses "
        "that have changed; “talqy check” says what is still missing."
    )


def show_told(problems: Sequence[Problem]) -> None:
    """Show the first ones of problems, and how many more there are."""
    if problems:
        click.echo(formatted(problems[:_SHOWN], "text", speech().translate), err=True)
    if len(problems) > _SHOWN:
        tell("… and more of this kind: {count}", count=len(problems) - _SHOWN, err=True)
