"""`talqy check`: read everything, apply every rule, show every problem at once.

With `--pull-request` it is the gate: a stranger's change is judged by what the base says.
"""

from datetime import date
from pathlib import Path

import click

from talqy.cli.findings import FORMATS, formatted
from talqy.cli.running import command, project_option, today_option
from talqy.cli.verdicts import FORMATS as VERDICTS
from talqy.cli.verdicts import shown
from talqy.comments.verdict import Level
from talqy.gate.judged import judged
from talqy.gate.verdict import Outcome, Profile
from talqy.language.catalogue import problem_words
from talqy.project.survey import survey


@click.command()
@project_option
@today_option
@click.option(
    "--pull-request",
    "span",
    metavar="BASE..HEAD",
    help="Judge what these commits change, such as main..HEAD; nothing of them is run.",
)
@click.option(
    "--profile",
    type=click.Choice([str(profile) for profile in Profile]),
    help="Whose pull request it is: one comment of a citizen, a batch that a program brings, or "
    "a change of the authority itself [default: single].",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(VERDICTS),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, annotations for a forge, or (for a pull request) "
    "the body of a comment to its author.",
)
@click.option(
    "--language",
    metavar="CODE",
    help="Language of the messages, such as kk [default: en; the author's for a comment].",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@command
def check(  # noqa: PLR0913, PLR0917 - one parameter an option
    root: Path,
    today: date | None,
    span: str | None,
    profile: str | None,
    form: str,
    language: str | None,
    strict: bool,  # noqa: FBT001
) -> int:
    """Check everything; say what is wrong, where, and how to mend it."""
    if span is not None:
        return _gate(root, span, profile, today, form, language, strict=strict)
    if profile or form not in FORMATS:
        raise click.UsageError("this goes with --pull-request BASE..HEAD alone")
    found = survey(root, today)
    click.echo(formatted(found.problems, form, problem_words(root, language or "en")))
    return int(found.has_errors or (strict and bool(found.problems)))


def _gate(  # noqa: PLR0913, PLR0917 - the options of the command
    root: Path,
    span: str,
    profile: str | None,
    today: date | None,
    form: str,
    language: str | None,
    *,
    strict: bool,
) -> int:
    found = judged(root, span, Profile(profile or Profile.SINGLE), today, language)
    click.echo(shown(found, form, language))
    passes = found.verdict.outcome is Outcome.PASSES
    return int(not passes or (strict and bool(found.verdict.of(Level.WARNING))))
