"""`talqy comment`: what is done with comments that came in on other ways than a pull request."""

from datetime import date
from pathlib import Path

from talqy.cli.comment_import import import_
from talqy.cli.comment_template import template
from talqy.cli.running import (
    DayType,
    alone,
    argument,
    carry_out,
    command,
    draft_option,
    group,
    option,
    project_option,
)
from talqy.cli.speech import WrongUseError, tell
from talqy.cli.taken_out import taken_out_options
from talqy.cli.texts import in_every_language, may_be_published, named_comment, unchecked
from talqy.comments.redaction import redaction_faults, redaction_plan
from talqy.comments.still_said import places_after
from talqy.project.files import text_of


@command()
@argument("name", metavar="ID")
@project_option
@taken_out_options
@option(
    "--on", "day", type=DayType(), help="The day on which it is done [default: the project's day]."
)
@draft_option
@alone
def redact(  # noqa: PLR0913, PLR0917 - one parameter an option
    name: str,
    root: Path,
    words: tuple[str, ...],
    is_name: bool,  # noqa: FBT001
    reasons: tuple[str, ...],
    day: date | None,
    draft: bool,  # noqa: FBT001
) -> int:
    """Take a name or words out of a comment.

    ID is that of the comment. Its place and its number stay; a mark says when and why.
    """
    if not words and not is_name:
        raise WrongUseError("say what to take out: --words “…”, or --name")
    register, assessment = unchecked(root)
    record, comment = named_comment(register, name)
    if day and day > assessment.today:
        raise WrongUseError("--on {day}: that day has not come yet", day=day.isoformat())
    wanted = register.languages_at(record.id, comment.revision, assessment.today)
    reason = in_every_language("--reason", reasons, wanted, register.project.languages)
    if not may_be_published(redaction_faults(register, comment, reason)):
        return 1
    plan = redaction_plan(
        record,
        comment,
        text_of(root / comment.path.file),
        words=words,
        name=is_name,
        reason=reason,
        on=day or assessment.today,
    )
    carry_out([plan], root, draft=draft)
    author = comment.author.name
    if is_name and author and author in plan.text:
        tell("the name still stands in the words of the comment; see --words", err=True)
    for place in places_after(register, record, comment, plan):
        where = ".".join(map(str, place.path))
        tell("the words still stand in {file}, {place}", err=True, file=place.file, place=where)
    tell("Earlier states of the file stay in the history of the repository.")
    return 0


@group
def comment() -> None:
    """Take comments in, or take words out at their owner's wish."""


comment.add_command(import_)
comment.add_command(redact)
comment.add_command(template)
