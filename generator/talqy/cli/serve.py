"""`talqy serve`: the site on this machine, with the texts that are still being prepared."""

import gc
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Thread

import click

from talqy.cli.circles import look_rarely_for_circles
from talqy.cli.problems import formatted
from talqy.cli.running import command, option, project_option, today_option
from talqy.cli.speech import speech, tell
from talqy.live.changes import watch
from talqy.live.server import LiveServer
from talqy.live.site import LiveSite
from talqy.model.problem import Problem
from talqy.project.site_file import address_to_serve

_ADDRESS = "127.0.0.1:8000"


@command()
@project_option
@today_option
@option(
    "--address",
    help="Where it answers: address and port [default: “dev_addr” of mkdocs.yml, else "
    "127.0.0.1:8000].",
)
def serve(root: Path, today: date | None, address: str | None) -> int:
    """Show the site on this machine, anew after every change.

    Stop it with Ctrl+C.
    """
    translate = speech().translate  # surveys run in a thread, which knows no language

    def tell_problems(problems: Sequence[Problem]) -> None:
        click.echo(formatted(problems, "text", translate))

    look_rarely_for_circles()
    address = address or address_to_serve(root) or _ADDRESS
    live = LiveSite(root.resolve(), today, tell_problems)
    with LiveServer(address, live) as server:
        live.begin()
        gc.freeze()  # a look at all that was read takes as long as to show what was saved
        tell("The site: {address} (stop with Ctrl+C)", address=f"http://{address}/")
        Thread(target=server.serve_forever, daemon=True).start()
        with suppress(KeyboardInterrupt):
            watch(live.looked_at, live.renew, live.day)
        server.shutdown()
    return 0
