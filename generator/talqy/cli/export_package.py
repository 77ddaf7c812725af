"""`talqy export package`: a draft with all that the portals and other bodies are sent."""

from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.running import (
    argument,
    command,
    deliver,
    draft_option,
    file_option,
    project_option,
    replace_option,
    today_option,
)
from talqy.cli.speech import tell
from talqy.cli.texts import BOTH, named_record, named_text, spoken_editions, surveyed
from talqy.drafts.text_files import require_words
from talqy.host import site_address
from talqy.papers.package import DraftPackage
from talqy.project.write import Deliver


@command()
@argument("standard")
@argument("revision")
@project_option
@today_option
@file_option("The file to write [default: one here, named after the standard and the revision].")
@replace_option
@draft_option
def package(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str,
    root: Path,
    today: date | None,
    file: Path | None,
    replace: bool,  # noqa: FBT001
    draft: bool,  # noqa: FBT001
) -> int:
    """Write all that the portals are sent, in one archive.

    REVISION is such as r2. Texts, notes, tables, notices and the form of the state portal, for Word
    and as PDF, in all languages, with their digests. What the portals ask for and the draft does
    not have is named.
    """
    state = surveyed(root, today)
    editions = spoken_editions(site(root, state, site_address(root)).editions, BOTH, BOTH)
    record = named_record(editions[0].register, standard)
    state.require_whole_record(record.id)
    text = named_text(record, revision, editions[0].assessment.today)
    whole = DraftPackage(editions, record, text, root)
    for copy in whole.copies():
        require_words(copy)
    for lacking in whole.missing():
        tell("missing: {what}", what=lacking, err=True)
    target = (file or Path(whole.name)).as_posix()
    if draft:
        contents = whole.contents(editions[0], list(whole.files()))
        click.echo(f"--- {target}\n{contents}", nl=False)
        return 0
    deliver(Deliver(target, whole.archive(), replaces=replace))
    return 0
