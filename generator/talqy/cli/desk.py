"""`talqy desk`: the pages on which officials do their day, without git, YAML or a terminal.

What it is made of may not be installed (the extra `service`): it is loaded where it is needed.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from talqy.cli.circles import look_rarely_for_circles
from talqy.cli.running import command, option, project_option
from talqy.cli.service_settings import require_extra, settings_option, told_wrong
from talqy.cli.speech import tell
from talqy.model import paths

if TYPE_CHECKING:
    from talqy.service.settings import Settings


@command()
@project_option
@settings_option
@option(
    "--address",
    default="127.0.0.1:8200",
    show_default=True,
    help="Where it answers on this computer: address and port.",
)
@option("--name", default="", help="Your name in what you save; without it, only the office.")
@option("--no-browser", is_flag=True, help="Open no browser; the link is printed all the same.")
def desk(root: Path, file: Path | None, address: str, name: str, *, no_browser: bool) -> int:
    """Open the desk of officials in the browser.

    What is due, drafts, comments and answers, the steps of a discussion. On this computer a link
    leads to it that works once. Where the settings of the service have the part “desk”, it runs
    behind a proxy that signs officials in.
    """
    require_extra()
    look_rarely_for_circles()
    from talqy.service.desk.running import Opening, run_behind_proxy, run_here  # noqa: PLC0415

    settings = _settings(root, file)
    is_behind_proxy = bool(settings and settings.said.desk)
    if is_behind_proxy and told_wrong(file or root / paths.SERVICE, "text", is_err=True):
        tell("the desk was not begun", err=True)
        return 1
    with suppress(KeyboardInterrupt):
        if settings and settings.said.desk:
            run_behind_proxy(settings, _told)
        else:
            run_here(root, settings, Opening(address, name, not no_browser, _told))
    return 0


def _settings(root: Path, file: Path | None) -> "Settings | None":
    """Return the settings of a service, where some are named or lie in the project's folder."""
    from talqy.service.settings import usable_settings  # noqa: PLC0415 - the extra may be missing

    named = file or root / paths.SERVICE
    return usable_settings(named, os.environ) if file or named.is_file() else None


def _told(address: str) -> None:
    tell("The desk: {address} (stop with Ctrl+C)", address=address)
