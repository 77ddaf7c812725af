"""`talqy tidy`: what pasting left in the texts goes."""

from datetime import date
from pathlib import Path

import click

from talqy.cli.running import (
    alone,
    argument,
    carry_out,
    command,
    draft_option,
    project_option,
    today_option,
)
from talqy.cli.speech import tell
from talqy.cli.texts import named_record, unchecked
from talqy.language.screen import on_screen
from talqy.project.files import text_of
from talqy.project.tidying import TidiedText, plan_of, tidied_texts
from talqy.rules.rule import CheckContext

_NOTHING = "Nothing to tidy: no text that can still change has anything left of a paste."


@command()
@argument("standards", metavar="[STANDARD]...", nargs=-1)
@project_option
@today_option
@draft_option
@alone
def tidy(
    standards: tuple[str, ...],
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
) -> int:
    """Take out of texts what pasting left in them.

    Joins lines that end in the middle of a sentence and words that a page divided, takes out signs
    that nobody sees, and quotation marks around a whole text. Frozen texts stay as they are.
    """
    register, assessment = unchecked(root, today)
    only = frozenset(named_record(register, name).id for name in standards)
    texts = list(tidied_texts(CheckContext(register, assessment), only))
    for text in texts:
        _show(text)
    if not texts:
        tell(_NOTHING)
    plan = plan_of(texts, lambda file: text_of(root / file))
    if not draft:
        carry_out(plan, root, draft=False)
    return 0


def _show(text: TidiedText) -> None:
    """Show where a text stands, and its lines that go and come."""
    click.echo(f"{text.file}: {'.'.join(map(str, text.path))}")
    was, becomes = text.was.splitlines(), text.becomes.splitlines()
    gone, come = set(was) - set(becomes), set(becomes) - set(was)
    for line in filter(gone.__contains__, was):
        click.echo(f"  - {on_screen(line)}")
    for line in filter(come.__contains__, becomes):
        click.echo(f"  + {on_screen(line)}")
