"""A text as files for legal databases, as `talqy export text` hands them out."""

from collections.abc import Mapping
from pathlib import Path

import click

from talqy.cli.running import deliver
from talqy.language.screen import on_screen
from talqy.project.write import Deliver

AKOMA_NTOSO = "akn"
"""The name of the format."""


def hand_out(
    files: Mapping[str, bytes], name: str, file: Path | None, *, replaces: bool, is_draft: bool
) -> None:
    """Write a file of each language, or show it; `name` is that of files for which nobody has one.

    Several have their language before the ending.
    """
    stem = file.with_suffix("") if file else Path(name)
    named = {
        file.as_posix()
        if file and len(files) == 1
        else f"{stem.as_posix()}.{language}.akn.xml": content
        for language, content in files.items()
    }
    if is_draft:
        for target, content in named.items():
            shown = map(on_screen, content.decode().rstrip().split("\n"))
            click.echo("\n".join((f"--- {target}", *shown)))
        return
    deliver(*(Deliver(target, content, replaces=replaces) for target, content in named.items()))
