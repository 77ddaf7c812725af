"""`talqy service queue attachment`: files that came with a comment, for officials alone."""

from pathlib import Path

import click

from talqy.cli.running import (
    WROTE,
    argument,
    command,
    option,
    project_option,
    replace_option,
)
from talqy.cli.service_settings import opened_service, settings_option
from talqy.cli.speech import say, speech, tell
from talqy.cli.words import FilePath
from talqy.language.screen import on_screen
from talqy.project.private_files import write_privately

_BEHIND = (
    "{name}: bytes behind its end: {size}; telephones add that to pictures, and another file may "
    "be hidden there"
)


@command()
@argument("comment", metavar="ID")
@project_option
@settings_option
@option(
    "--number",
    type=click.IntRange(1, 99),
    default=1,
    show_default=True,
    metavar="N",
    help="Which of its files is written.",
)
@option(
    "--to",
    "target",
    type=FilePath(dir_okay=False, path_type=Path),
    help="Write a file here, for its owner alone [default: only list them].",
)
@replace_option
def attachment(  # noqa: PLR0913 - one parameter an option
    comment: str, root: Path, file: Path | None, number: int, target: Path | None, *, replace: bool
) -> int:
    """List the files that came with a comment, or write one.

    They come from strangers: what they hold was not looked at beyond its form. Open them where
    nothing can be harmed.
    """
    with opened_service(root, file) as service:
        from talqy.service.attachments.given import (  # noqa: PLC0415 - may be missing
            behind_its_end,
            files_of,
            given_file,
        )
        from talqy.service.publish.moving import found  # noqa: PLC0415

        found(service, comment)
        if target:
            given = given_file(service, comment, number)
            write_privately(target, [given.data], replaces=replace)
            tell(WROTE, file=target)
            return 0
        number_of = speech().locale(service.project.now().register.codes).number
        for at, one in enumerate(files_of(service, comment), 1):
            said = say("{n} KB", n=number_of(max(1, one.size >> 10)))
            click.echo(f"{at}  {on_screen(one.name, ' ')}  {said}  {one.digest}")
            if behind := behind_its_end(service, one):
                tell(_BEHIND, name=on_screen(one.name, " "), size=number_of(behind))
    return 0
