"""`talqy build`: check, render, and write what differs."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import Thread

import click

from talqy.cli.problems import formatted
from talqy.cli.running import command, option, project_option, shown, today_option
from talqy.cli.speech import say, speech, tell
from talqy.cli.words import FilePath
from talqy.host import rendered_site
from talqy.live.changes import watch
from talqy.live.server import LiveServer
from talqy.live.site import LiveSite
from talqy.model.problem import Problem
from talqy.office.drawing import can_draw
from talqy.project.sources import sources
from talqy.project.survey import survey
from talqy.project.write import target_below
from talqy.site.output import site_folder, write_site


@command()
@project_option
@today_option
@option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="Where it answers: address and port.",
)
def serve(root: Path, today: date | None, address: str) -> int:
    """Show the site on this machine, anew after every change.

    Stop it with Ctrl+C.
    """
    translate = speech().translate  # surveys run in a thread, which knows no language

    def tell_problems(problems: Sequence[Problem]) -> None:
        click.echo(formatted(problems, "text", translate))

    live = LiveSite(root.resolve(), today, tell_problems)
    with LiveServer(address, live) as server:
        live.begin()
        tell("The site: {address} (stop with Ctrl+C)", address=f"http://{address}/")
        Thread(target=server.serve_forever, daemon=True).start()
        with suppress(KeyboardInterrupt):
            watch(live.looked_at, live.renew)
        server.shutdown()
    return 0


@command()
@project_option
@today_option
@option(
    "--to",
    "folder",
    type=FilePath(file_okay=False, path_type=Path),
    help="The folder to write into [default: “site_dir” of mkdocs.yml].",
)
@option("--strict", is_flag=True, help="Write nothing while there is an error.")
@option(
    "--leave-out",
    is_flag=True,
    help="Build without what is on record and cannot be shown; the pages say what is missing.",
)
def build(
    root: Path,
    today: date | None,
    folder: Path | None,
    strict: bool,  # noqa: FBT001
    leave_out: bool,  # noqa: FBT001
) -> int:
    """Build the whole site.

    A wrong file is named and left out, and the rest is published; but where that file is on
    record, nothing is. Texts in preparation are shown by “talqy serve” alone.
    """
    if folder:
        site_folder(root, folder)
    made_of = sources(root)
    state = survey(root, today)
    if state.problems:
        click.echo(formatted(state.problems, "text", speech().translate), err=True)
    if not leave_out:
        state.require_whole_record()
    if strict and state.has_errors:
        tell("nothing was written (--strict)", err=True)
        return 1
    with rendered_site(
        root.resolve(), state, leave_out=leave_out, before=folder, made_of=made_of
    ) as rendered:
        target = folder or _from_here(root, rendered.folder)
        with _shown(len(rendered.parts)) as after_each:
            counts = write_site(
                target, rendered.parts, after_each, is_as_read=lambda: sources(root) == made_of
            )
    tell(
        "{folder}: files: {files} (written: {written}, unchanged: {unchanged}, removed: {removed})",
        folder=shown(target),
        files=counts["written"] + counts["unchanged"],
        written=counts["written"],
        unchanged=counts["unchanged"],
        removed=counts["removed"],
    )
    if not can_draw():
        tell(
            "links to the site are shared without a picture, for it is drawn by an extra that is "
            "not installed: {command}",
            command='pip install "talqy[pictures]"',
        )
    return int(state.has_errors or bool(state.missing))


def _from_here(root: Path, folder: Path) -> Path:
    """Name a folder of the project as the project was named; refuse a link that leads out of it."""
    if not folder.is_relative_to(root.resolve()):
        return folder
    inside = folder.relative_to(root.resolve())
    return target_below(root, f"{inside.as_posix()}/index.html").parent


@contextmanager
def _shown(parts: int) -> Iterator[Callable[[], None]]:
    """Show on a terminal how many parts of the site are made; stay quiet in a pipe."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=parts, label=say("Writing"), file=sys.stderr) as bar:
        yield lambda: bar.update(1)
