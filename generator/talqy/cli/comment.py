"""`talqy comment`: what is done with comments that came in on other ways than a pull request."""

import click

from talqy.cli.comment_import import import_
from talqy.cli.comment_redact import redact


@click.group()
def comment() -> None:
    """Take comments in, or take words out at their owner's wish."""


comment.add_command(import_)
comment.add_command(redact)
