"""`talqy diff`: two texts of a standard compared, for a review."""

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from talqy.cli.running import command, project_option, today_option
from talqy.cli.texts import named_record, named_revision
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.pipeline import site, survey
from talqy.render.diffs.data import data
from talqy.render.diffs.markdown import markdown
from talqy.render.diffs.page import page
from talqy.render.diffs.terminal import Screen, terminal
from talqy.render.diffs.view import diff_view
from talqy.render.edition import Edition

FORMATS = ("text", "markdown", "json", "html")


@click.command()
@click.argument("standard")
@click.argument("revisions", nargs=-1, metavar="[OLDER NEWER]")
@project_option
@today_option
@click.option("--language", help="One language of the project [default: all of them].")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Text for a terminal, Markdown for a forge, JSON for programs, or one HTML page.",
)
@click.option(
    "--color/--no-color",
    "colour",
    default=None,
    help="Colours [default: on a terminal, unless NO_COLOR is set].",
)
@command
def diff(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revisions: tuple[str, ...],
    root: Path,
    today: date | None,
    language: str | None,
    form: str,
    colour: bool | None,  # noqa: FBT001
) -> int:
    """Compare two texts of STANDARD, such as r1 r2; without them, the newest with its base."""
    editions = _spoken(site(root, survey(root, today), "").editions, language)
    record = named_record(editions[0].register, standard)
    older, newer = _pair(record, revisions)
    compared = editions[0].comparison(record, older, newer)
    if form == "json":
        click.echo(data(editions, compared), nl=False)
        return 0
    views = [diff_view(edition, compared) for edition in editions]
    if form == "text":
        screen = _screen(colour)
        said = "\n".join(terminal(view, screen) for view in views)
        click.echo(said, nl=False, color=screen.is_coloured)
    else:
        click.echo(markdown(views) if form == "markdown" else page(views), nl=False)
    return 0


def _spoken(editions: Sequence[Edition], language: str | None) -> list[Edition]:
    """Choose the languages to speak."""
    chosen = [edition for edition in editions if language in (None, edition.code)]
    if not chosen:
        known = ", ".join(edition.code for edition in editions)
        raise click.UsageError(f"“{language}” is no language of this project; known: {known}")
    return chosen


def _pair(record: Record, names: Sequence[str]) -> tuple[Revision, Revision]:
    """Answer the two texts, the older one first, whatever the order in which they are named."""
    if len(names) > 2:
        raise click.UsageError("two revisions are compared; name no more")
    named = sorted((named_revision(record, name) for name in names), key=lambda r: r.revision)
    newer = named[-1] if named else record.revisions[-1]
    older = named[0] if len(named) == 2 else record.base_of(newer)
    if older is None:
        raise click.UsageError(
            f"r{newer.revision} of “{record.id}” has no base that can be read; name two revisions"
        )
    if older is newer:
        raise click.UsageError("name two different revisions")
    return older, newer


def _screen(colour: bool | None) -> Screen:  # noqa: FBT001
    is_terminal = sys.stdout.isatty()
    if colour is None:
        colour = is_terminal and not os.environ.get("NO_COLOR")
    return Screen(colour, shutil.get_terminal_size().columns if is_terminal else None)
