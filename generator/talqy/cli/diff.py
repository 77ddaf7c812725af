"""`talqy diff`: two texts of a standard compared, or all texts that a pull request changes."""

import json
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.problems import formatted
from talqy.cli.running import argument, command, option, project_option, today_option
from talqy.cli.speech import WrongUseError, speech
from talqy.cli.texts import (
    BOTH,
    named_pair,
    named_record,
    spoken_editions,
    surveyed,
    usual_language,
)
from talqy.compare.comparison import Comparison
from talqy.diff.data import data, printed
from talqy.diff.markdown import markdown
from talqy.diff.page import page
from talqy.diff.pull_request import Review, review
from talqy.diff.review import review_markdown, review_terminal, review_tree
from talqy.diff.terminal import Screen, terminal
from talqy.diff.view import diff_view
from talqy.language.edition import Edition

FORMATS = ("text", "markdown", "json", "html")


@command()
@argument("standard", required=False)
@argument("revisions", nargs=-1, metavar="[OLDER NEWER]")
@project_option
@today_option
@option(
    "--pull-request",
    "span",
    metavar="BASE..HEAD",
    help="Compare the texts that these commits change, such as main..HEAD.",
)
@option(
    "--language",
    metavar="CODE",
    help="One language of the project, or both: all of them [default: in text that of the "
    "messages, in other formats all of them].",
)
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Text for a terminal, Markdown for a forge, JSON for programs, or one HTML page "
    "[default: text; markdown for a pull request].",
)
@option(
    "--color/--no-color",
    "colour",
    default=None,
    help="Colours [default: on a terminal, unless NO_COLOR is set].",
)
def diff(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str | None,
    revisions: tuple[str, ...],
    root: Path,
    today: date | None,
    span: str | None,
    language: str | None,
    form: str | None,
    colour: bool | None,  # noqa: FBT001
) -> int:
    """Compare two texts of a standard.

    Name both, such as r1 r2 or in-force r3; or one, to see what it changes in the text that it
    starts from; or none: then the last text is compared with the one in force.
    """
    screen = _screen(colour)
    if bool(standard) == bool(span):
        raise WrongUseError("name a STANDARD, or a --pull-request, and not both")
    if span:
        result = review(root, span, today)
        form = form or "markdown"
        spoken = _spoken(result.editions, language, form)
        output = _reviewed(result, spoken, form, screen)
        click.echo(output, nl=False, color=screen.is_coloured)
        return int(result.has_errors)
    form = form or "text"
    editions = _spoken(
        site(root, surveyed(root, today, is_checked=False), "").editions, language, form
    )
    record = named_record(editions[0].register, standard or "")
    day = editions[0].assessment.today
    compared = editions[0].comparison(record, *named_pair(record, revisions, day))
    output = _compared(editions, compared, form, screen)
    click.echo(output, nl=False, color=screen.is_coloured)
    return 0


def _spoken(editions: Sequence[Edition], language: str | None, form: str) -> list[Edition]:
    """Choose the languages: what is read on a terminal is in that of the messages."""
    usual = usual_language(editions) if form == "text" else None
    return spoken_editions(editions, language or usual or BOTH, BOTH)


def _compared(editions: Sequence[Edition], compared: Comparison, form: str, screen: Screen) -> str:
    if form == "json":
        return data(editions, compared)
    views = [diff_view(edition, compared) for edition in editions]
    if form == "text":
        return "\n".join(terminal(view, screen) for view in views)
    return markdown(views) if form == "markdown" else page(views)


def _reviewed(found: Review, editions: Sequence[Edition], form: str, screen: Screen) -> str:
    problems, translate = found.problems, speech().translate
    # Ids of commits, never the names of branches: a reader will copy this line into a shell.
    again = f"talqy diff --pull-request {found.base[:12]}..{found.head[:12]} --format text"
    if form == "html":
        raise WrongUseError("a pull request is shown as text, markdown or json")
    if form == "markdown":
        return review_markdown(editions, found.drafts, problems, again)
    if form == "json":
        findings = json.loads(formatted(problems, "json", translate))
        span = {"base": found.base, "head": found.head}
        return printed(
            {"schema": 1, **span, "drafts": review_tree(editions, found.drafts), **findings}
        )
    parts = (
        part for edition in editions for part in review_terminal(edition, found.drafts, screen)
    )
    return "\n".join([*parts, formatted(problems, "text", translate)]) + "\n"


def _screen(colour: bool | None) -> Screen:  # noqa: FBT001
    is_terminal = sys.stdout.isatty()
    if colour is None:
        colour = is_terminal and not os.environ.get("NO_COLOR")
    return Screen(colour, shutil.get_terminal_size().columns if is_terminal else None)
