"""`talqy notify`: what happened between two commits, as those who follow would be told."""

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import click

from talqy.cli.running import (
    DayType,
    command,
    draft_option,
    option,
    project_option,
    today_option,
)
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.texts import BOTH, spoken_editions, usual_language
from talqy.cli.words import FilePath
from talqy.language.edition import Edition
from talqy.model.notice import Notices
from talqy.notify.hook import Hook, HookAwayError
from talqy.notify.hook_address import hook_address
from talqy.notify.notices import notices
from talqy.notify.parts import in_languages, in_parts, notices_json
from talqy.notify.said import notices_text
from talqy.notify.states import ShownState, ShownStates
from talqy.notify.told_file import ToldFile
from talqy.project.lock import locked

FORMATS = ("text", "json")
_HOOK = "TALQY_HOOK"


@command()
@option("--since", metavar="COMMIT", help="The commit up to which all was told, such as main~5.")
@option(
    "--since-day",
    type=DayType(),
    help="The day up to which all was told [default: the day of that commit].",
)
@option(
    "--until",
    metavar="COMMIT",
    default="HEAD",
    help="The commit to tell of [default: the last one].",
)
@project_option
@today_option
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help="Text for people, JSON for programs.",
)
@option(
    "--language",
    metavar="CODE",
    help="One language of the project, or both: all of them [default: in text that of the "
    "messages, in other formats all of them].",
)
@option(
    "--hook",
    "url",
    metavar="ADDRESS",
    envvar=_HOOK,
    help="Send it as JSON to this address [default: TALQY_HOOK].",
)
@option(
    "--state",
    "told_file",
    type=FilePath(dir_okay=False, path_type=Path),
    help="Keep in this file up to where all was told; the next run goes on from there.",
)
@draft_option
def notify(  # noqa: PLR0913, PLR0917 - one parameter an option
    since: str | None,
    since_day: date | None,
    until: str,
    root: Path,
    today: date | None,
    form: str,
    language: str | None,
    url: str | None,
    told_file: Path | None,
    draft: bool,  # noqa: FBT001
) -> int:
    """Tell what happened since a commit.

    For a job of each night, and for channels: texts and answers that were published, discussions
    that have opened or end soon, reports, acts, corrections, and what became of each comment.
    """
    receiver = Hook(hook_address(url)) if url else None
    alone = locked(told_file.absolute().parent) if told_file and not draft else nullcontext()
    with alone:
        told = ToldFile(told_file) if told_file else None
        begin = _begin(told, since, since_day)
        before, after = _states(root, begin, until, today)
        found = notices(before, after)
        found = told.without_delivered(found) if told else found
        spoken = _spoken(after.editions, language, form if not receiver else FORMATS[1])
        if receiver and not draft:
            return _sent(receiver, in_languages(found, [one.code for one in spoken]), told)
        _print(found, spoken, form)
        if told and not draft:
            told.finish(found.until, (one.id for one in found.notices))
    return 0


def _begin(
    told: ToldFile | None, since: str | None, since_day: date | None
) -> tuple[str, date | None]:
    """Return the commit and the day from which to tell: a file that knows them comes first."""
    if told and told.reached:
        return told.reached.commit, told.reached.day
    if not since:
        raise WrongUseError(
            "say since which commit: --since COMMIT; with --state FILE the next run knows it"
        )
    return since, since_day


def _states(
    root: Path, begin: tuple[str, date | None], until: str, today: date | None
) -> tuple[ShownState, ShownState]:
    states = ShownStates(root)
    after = states.at(until, today, of_commit=False, is_checked=True)
    before = states.at(*begin, of_commit=True, is_checked=False)
    return before, after


def _spoken(editions: Sequence[Edition], language: str | None, form: str) -> list[Edition]:
    usual = (usual_language(editions) or editions[0].code) if form == "text" else None
    return spoken_editions(editions, language or usual or BOTH, BOTH)


def _print(found: Notices, spoken: Sequence[Edition], form: str) -> None:
    if form == "json":
        click.echo(notices_json(in_languages(found, [one.code for one in spoken])), nl=False)
    elif found.notices:
        click.echo("\n\n".join(notices_text(one.locale, found.notices) for one in spoken))
    else:
        tell("nothing has happened since {commit}", commit=found.since.commit[:12], err=True)


def _sent(receiver: Hook, found: Notices, told: ToldFile | None) -> int:
    """Send notices part by part; what was taken is not sent again by a run that goes on."""
    for part in in_parts(found):
        try:
            receiver.send(part)
        except HookAwayError as error:
            click.echo(error.said(speech().translate), err=True)
            return 1
        if told:
            told.deliver(found.since, (one.id for one in part.notices))
    if told:
        told.finish(found.until)
    tell("told: {count}", count=len(found.notices), err=True)
    return 0
