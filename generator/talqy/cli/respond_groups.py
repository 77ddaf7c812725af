"""`talqy respond groups`: comments that say the same, to be answered together."""

from datetime import date
from pathlib import Path

import click

from talqy.cli.running import command, project_option, today_option
from talqy.cli.texts import named_record, named_revision
from talqy.comments.duplicates import Group, Likeness, near_duplicates
from talqy.model.register import Record
from talqy.project.survey import survey

_RULES = {
    Likeness.SAME: "the same words",
    Likeness.NEAR: "nearly the same words",
}
_SHOWN = 100


@click.command()
@click.argument("standard")
@click.argument("revision", metavar="rN")
@project_option
@today_option
@command
def groups(standard: str, revision: str, root: Path, today: date | None) -> int:
    """List comments that say the same, or nearly.

    rN is the text that they are on, such as r2.
    """
    register, _ = survey(root, today).known
    record = named_record(register, standard)
    text = named_revision(record, revision)
    alike = near_duplicates(record.comments_on(text.revision))
    for group in alike:
        _show(record, group)
    click.echo(f"groups: {len(alike)}; comments in them: {sum(len(g.comments) for g in alike)}")
    return 0


def _show(record: Record, group: Group) -> None:
    click.echo(f"{len(group.comments)} comments ({_RULES[group.likeness]})")
    for comment in group.comments:
        words = " ".join("".join(s if s.isprintable() else " " for s in comment.text).split())
        response = record.response_to(comment.id)
        outcome = f" [{response.outcome}]" if response else ""
        short = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
        click.echo(f"  {comment.id} {comment.received}{outcome} {short}")
    waiting = [c.id for c in group.comments if record.response_to(c.id) is None]
    if len(waiting) > 1:
        click.echo(f"  → talqy respond --group {' '.join(waiting)} --outcome …")
