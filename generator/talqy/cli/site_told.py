"""What is said of a site that was made: what was found on the way, and what was written."""

from pathlib import Path

import click

from talqy.cli.running import shown
from talqy.cli.speech import tell
from talqy.office.drawing import can_draw


def tell_found(printed: str) -> None:
    """Print the problems of a project beside what a command says, if there are any."""
    if printed:
        click.echo(printed, err=True)


def tell_site(folder: Path, files: int, written: int = 0, removed: int = 0) -> None:
    """Say how many files a site has, and how many of them a run has written and removed."""
    tell(
        "{folder}: files: {files} (written: {written}, unchanged: {unchanged}, removed: {removed})",
        folder=shown(folder),
        files=files,
        written=written,
        unchanged=files - written,
        removed=removed,
    )
    if not can_draw():
        tell(
            "links to the site are shared without a picture, for it is drawn by an extra that is "
            "not installed: {command}",
            command='pip install "talqy[pictures]"',
        )
