"""`talqy check`: read everything, apply every rule, show every problem at once.

With `--pull-request` it is the gate: a stranger's change is judged by what the base says.
"""

from datetime import date
from pathlib import Path

import click

from talqy.cli.circles import look_rarely_for_circles
from talqy.cli.problems import FORMATS
from talqy.cli.running import command, option, project_option, require_words, today_option
from talqy.cli.speech import WrongUseError, speech
from talqy.cli.words import FilePath
from talqy.gate.verdict import Profile
from talqy.project.again import Asked

VERDICTS = (*FORMATS, "comment")


@command()
@project_option
@today_option
@option(
    "--pull-request",
    "span",
    metavar="BASE..HEAD",
    help="Judge what these commits change, such as main..HEAD; nothing of them is run.",
)
@option(
    "--profile",
    type=click.Choice([str(profile) for profile in Profile]),
    help="Whose pull request it is: one comment of a citizen, a batch that a program brings, or "
    "a change of the authority itself [default: single].",
)
@option(
    "--format",
    "form",
    type=click.Choice(VERDICTS),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, annotations for a forge, or (for a pull request) "
    "the body of a comment to its author.",
)
@option(
    "--language",
    metavar="CODE",
    help="Language of what is said, such as kk; the body of a comment speaks those of its authors "
    "where none is named.",
)
@option("--strict", is_flag=True, help="Count warnings as errors.")
@option(
    "--preview",
    "page",
    type=FilePath(dir_okay=False, path_type=Path),
    help="Write the one comment of a pull request into this file as people will read it, where "
    "nothing must be mended.",
)
def check(  # noqa: PLR0913, PLR0917 - one parameter an option
    root: Path,
    today: date | None,
    span: str | None,
    profile: str | None,
    form: str,
    language: str | None,
    strict: bool,  # noqa: FBT001
    page: Path | None,
) -> int:
    """Check everything: what is wrong, and how to mend it."""
    if span is not None:
        from talqy.cli.gate_told import gate  # noqa: PLC0415 - needed here alone

        whose = Profile(profile or Profile.SINGLE)
        return gate(root, span, whose, today, form, language, strict=strict, page=page)
    if page or profile or form not in FORMATS:
        raise WrongUseError("this goes with --pull-request BASE..HEAD alone")
    require_words(language)
    asked = Asked(root, "check", today, form, strict, speech().language)
    known = asked.answer()
    if known is None:
        look_rarely_for_circles()
        # Loaded late: where nothing has changed, nothing of it is needed.
        from talqy.cli.checking import checked  # noqa: PLC0415

        known = checked(asked, root, today, form, strict=strict)
    click.echo(known.printed)
    return known.status
