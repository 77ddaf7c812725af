"""A text as a file for legal databases, as `talqy export text` writes it."""

from collections.abc import Sequence
from pathlib import Path

import click

from talqy.cli.running import deliver
from talqy.cli.speech import WrongUseError
from talqy.data.akn.text import akoma_ntoso, is_said
from talqy.language.edition import Edition
from talqy.language.screen import on_screen
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.project.write import Deliver

AKOMA_NTOSO = "akn"
"""The name of the format."""


def for_law(  # noqa: PLR0913 - what is written, and how
    editions: Sequence[Edition],
    record: Record,
    text: Revision,
    file: Path | None,
    *,
    replaces: bool,
    is_draft: bool,
) -> None:
    """Write a text as the site offers it, in each of these languages in which it has words."""
    spoken = [edition for edition in editions if is_said(text, edition.code)]
    if not spoken:
        raise WrongUseError(
            "r{revision} has no words in “{language}”",
            revision=text.revision,
            language=editions[0].code,
        )
    stem = file.with_suffix("") if file else Path(f"{record.id}-r{text.revision}")
    made = {
        file.as_posix()
        if file and len(spoken) == 1
        else f"{stem.as_posix()}.{edition.code}.akn.xml": akoma_ntoso(
            edition.still(record), record, text
        )
        for edition in spoken
    }
    if is_draft:
        for target, content in made.items():
            shown = map(on_screen, content.decode().rstrip().split("\n"))
            click.echo("\n".join((f"--- {target}", *shown)))
        return
    deliver(*(Deliver(target, content, replaces=replaces) for target, content in made.items()))
