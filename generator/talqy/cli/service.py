"""`talqy service`: comments by the form, the queue and the desk, as one process behind a proxy.

What it is made of may not be installed (the extra `service`): it is loaded where it is needed.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from talqy.cli.running import WROTE, argument, group, option, project_option, replace_option
from talqy.cli.service_publish import publish
from talqy.cli.service_queue import queue
from talqy.cli.service_settings import require_extra, settings_option, told_wrong
from talqy.cli.speech import tell
from talqy.cli.words import FilePath
from talqy.model import paths

if TYPE_CHECKING:
    from talqy.service.settings import Settings


@group
def service() -> None:
    """Take comments by the form of the site, and publish them.

    Settings are in service.yaml; secrets come from the environment alone.
    """


@service.command()
@project_option
@settings_option
def run(root: Path, file: Path | None) -> int:
    """Run the service until it is stopped.

    It answers where “listen” of its settings says; a proxy that encrypts stands in front of it.
    """
    require_extra()
    from talqy.service.run import run as run_service  # noqa: PLC0415 - the extra may be missing
    from talqy.service.settings import usable_settings  # noqa: PLC0415

    named = file or root / paths.SERVICE
    settings = usable_settings(named, os.environ)
    if told_wrong(named, "text", is_err=True):
        tell("the service was not begun", err=True)
        return 1
    tell(
        "The service: {address}, listening at {listen} (stop with Ctrl+C)",
        address=settings.address,
        listen=settings.said.listen,
    )
    run_service(named, settings)
    return 0


@service.command()
@project_option
@settings_option
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How problems are printed.",
)
def check(root: Path, file: Path | None, form: str) -> int:
    """Say all that is wrong with the settings of the service.

    Whatever they name is looked at: the repository and its branch, the queue, the folder, the
    clock. Run it as the user that the service runs as.
    """
    require_extra()
    return 1 if told_wrong(file or root / paths.SERVICE, form, is_err=False) else 0


@service.command()
@project_option
@settings_option
@option(
    "--to",
    "target",
    type=FilePath(dir_okay=False, path_type=Path),
    required=True,
    help="The file of the backup; only its owner may read it.",
)
@replace_option
def backup(root: Path, file: Path | None, target: Path, *, replace: bool) -> int:
    """Write all of the queue into a file, as it is at one moment.

    The service may go on meanwhile. What lies in the file is not public yet: keep it as the queue
    itself is kept.
    """
    require_extra()
    from talqy.service.keeping import back_up  # noqa: PLC0415

    settings = _settings(root, file)
    files = back_up(settings, target, replaces=replace)
    tell(WROTE, file=target)
    if files:
        from talqy.service.attachments.file_folder import FOLDER  # noqa: PLC0415

        tell(
            "files that came with comments are not in it: {count}; copy the folder {folder} as "
            "well, after the backup",
            count=files,
            folder=settings.data / FOLDER,
        )
    return 0


@service.command()
@argument("backup", type=FilePath(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@project_option
@settings_option
def restore(backup: Path, root: Path, file: Path | None) -> int:
    """Bring a backup into a queue that is empty.

    FILE is what “talqy service backup” has written, from either database.
    """
    require_extra()
    from talqy.service.keeping import bring_back  # noqa: PLC0415

    settings = _settings(root, file)
    found, lacking = bring_back(settings, backup)
    tell(
        "restored as of {moment}: comments: {comments}, lines of the log: {lines}",
        moment=found.made.isoformat(" ", "seconds"),
        comments=found.rows.get("comments", 0),
        lines=found.rows.get("acts", 0),
    )
    if lacking:
        from talqy.service.attachments.file_folder import FOLDER  # noqa: PLC0415

        tell(
            "files of comments that are named and not there: {count}; bring them back into "
            "{folder}",
            count=len(lacking),
            folder=settings.data / FOLDER,
            err=True,
        )
    return 0


def _settings(root: Path, file: Path | None) -> "Settings":
    from talqy.service.settings import usable_settings  # noqa: PLC0415

    return usable_settings(file or root / paths.SERVICE, os.environ)


service.add_command(publish)
service.add_command(queue)
