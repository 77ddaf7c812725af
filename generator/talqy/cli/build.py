"""`talqy build`: check, render, and write what differs."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.running import command, messages_option, project_option, shown, today_option
from talqy.host import rendered_site, serve_site
from talqy.language.catalogue import problem_words
from talqy.project.survey import survey
from talqy.project.write import target_below
from talqy.site.output import MANIFEST, site_folder, write_site


@click.command()
@project_option
@today_option
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="Where it answers: address and port.",
)
@messages_option
@command
def serve(root: Path, today: date | None, address: str, language: str) -> int:
    """Show the site on this machine, anew after every change.

    Stop it with Ctrl+C.
    """
    found = survey(root, today)
    click.echo(formatted(found.problems, "text", problem_words(root, language)))
    click.echo(f"The site: http://{address}/  (stop with Ctrl+C)")
    serve_site(root.resolve(), address, found, today)
    return 0


@click.command()
@project_option
@today_option
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into [default: “site_dir” of mkdocs.yml].",
)
@click.option("--strict", is_flag=True, help="Write nothing while there is an error.")
@messages_option
@command
def build(root: Path, today: date | None, folder: Path | None, strict: bool, language: str) -> int:  # noqa: FBT001
    """Build the whole site.

    A wrong file is named and left out; the rest is published.
    """
    if folder:
        site_folder(root, folder)
    found = survey(root, today)
    if found.problems:
        click.echo(formatted(found.problems, "text", problem_words(root, language)), err=True)
    if strict and found.has_errors:
        click.echo("nothing was written (--strict)", err=True)
        return 1
    with rendered_site(root.resolve(), found) as rendered:
        target = folder or _from_here(root, rendered.folder)
        counts = write_site(target, _shown(rendered.files))
    written = ", ".join(f"{count} {name}" for name, count in counts.items())
    click.echo(f"{shown(target)}: {counts['written'] + counts['unchanged']} files ({written})")
    return int(found.has_errors)


def _from_here(root: Path, folder: Path) -> Path:
    """Name a folder of the project as the project was named; refuse a link that leads out of it."""
    if not folder.is_relative_to(root.resolve()):
        return folder
    inside = folder.relative_to(root.resolve())
    return target_below(root, f"{inside.as_posix()}/{MANIFEST}").parent


def _shown(files: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Count the files on a terminal; stay quiet in a pipe."""
    if not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="Writing", show_pos=True, file=sys.stderr) as bar:
        yield from bar
