"""The whole of a build: read, check, render, write."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.site_told import tell_found, tell_site
from talqy.cli.speech import say, speech, tell
from talqy.host import rendered_site
from talqy.project.again import Asked, RunAnswer
from talqy.project.sources import Sources, sources
from talqy.project.survey import survey
from talqy.project.write import target_below
from talqy.site.output import add_to_list, refuse_list_inside, write_site
from talqy.site.parts import digest_of_list


def built(  # noqa: PLR0913 - the options of the command
    asked: Asked,
    root: Path,
    today: date | None,
    folder: Path | None,
    *,
    strict: bool,
    leave_out: bool,
    preview: bool,
    changed: Path | None,
) -> int:
    """Build a site, say what was found and written, and return the exit status."""
    made_of, last = asked.made_of, list[Sources]()
    state = survey(root, today).as_found
    gc.freeze()
    printed = formatted(state.problems, "text", speech().translate) if state.problems else ""
    tell_found(printed)
    if not (leave_out or preview):
        state.require_whole_record()
    if strict and state.has_errors:
        tell("nothing was written (--strict)", err=True)
        return 1
    with rendered_site(
        root.resolve(),
        state,
        leave_out=leave_out,
        preview=preview,
        before=folder,
        made_of=made_of,
    ) as rendered:
        target = folder or _from_here(root, rendered.folder)
        if changed:
            refuse_list_inside(changed, target)
        with _shown(len(rendered.parts)) as after_each:
            counts = write_site(
                target,
                rendered.parts,
                after_each,
                tell_changed=partial(add_to_list, changed) if changed else len,
                is_as_read=lambda: _looked_at(root, last) == made_of,
            )
    files = counts["written"] + counts["unchanged"]
    tell_site(target, files, counts["written"], counts["removed"])
    status = int(state.has_errors or bool(state.missing))
    if rendered.is_of_project_alone and state.register:
        zone = state.register.project.timezone
        listed = digest_of_list(target)
        asked.keep(RunAnswer(printed, status, zone, str(target), files, listed), *last)
    return status


def _looked_at(root: Path, last: list[Sources]) -> Sources:
    """Return what a site is made of now; it is the `last` look of this run."""
    last[:] = [sources(root)]
    return last[0]


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
