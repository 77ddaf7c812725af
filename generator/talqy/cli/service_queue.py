"""`talqy service queue`: what officials do with comments that the service has taken.

The desk does the same by the same functions (`service/publish/acts.py`). A command line knows no
sign-in: who may read the queue's file may say to be anybody, unless the settings name an account.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from talqy.cli.problems import formatted
from talqy.cli.queue_shown import comment_shown, group_shown, together
from talqy.cli.running import argument, draft_option, group, option, project_option
from talqy.cli.service_attachment import attachment
from talqy.cli.service_settings import opened_service, settings_option
from talqy.cli.speech import WrongUseError, say, speech, tell
from talqy.cli.taken_out import taken_out_options
from talqy.cli.texts import in_every_language

if TYPE_CHECKING:
    from talqy.service.parts import Service
    from talqy.service.publish.acts import ActDone, Acts

_MOST_MAILS = 20
_as_option = option("--as", "name", required=True, help="Who decides: an official of the settings.")


@group
def queue() -> None:
    """Look at comments that came by the form, and decide what becomes of them."""


@queue.command(name="list")
@project_option
@settings_option
@option("--standard", help="Comments on one standard alone.")
@option("--all", "is_all", is_flag=True, help="Those on their way to publication too.")
@option(
    "--most",
    metavar="N",
    type=click.IntRange(1, 10_000),
    default=50,
    show_default=True,
    help="How many at most.",
)
def list_(root: Path, file: Path | None, standard: str | None, most: int, *, is_all: bool) -> int:
    """List what waits, alike ones together, with what the judge says."""
    with opened_service(root, file) as service:
        from talqy.service.publish.gone import gone_from_main  # noqa: PLC0415
        from talqy.service.publish.seen import seen  # noqa: PLC0415 - the extra may be missing
        from talqy.service.publish.undecided import undecided  # noqa: PLC0415
        from talqy.service.taken import (  # noqa: PLC0415
            NOT_PUBLIC,
            NOT_YET_SENT,
            SENT,
            ActName,
        )

        states = NOT_PUBLIC if is_all else NOT_YET_SENT
        found = seen(service, states, standard=standard, most=most)
        locale = speech().locale(service.project.now().register.codes)
        for alike in together(found):
            click.echo(group_shown(alike, locale))
        tell("Comments: {count}", count=len(found))
        for waiting in undecided(service):
            click.echo(waiting.words.said(speech().translate))
        for name in gone_from_main(service):
            tell(
                "The comment {comment} was published, and is no longer on the main branch: publish "
                "it again, or put its file back from the history",
                comment=name,
            )
        _tell_of_mailbox(service)
        for name in service.store.noted(ActName.WISH_TO_WITHDRAW, SENT):
            tell(
                "Its author wants the comment {comment} back: answer it as withdrawn when it is "
                "published",
                comment=name,
            )
    return 0


def _tell_of_mailbox(service: "Service") -> None:
    """Say how many messages wait for a person, and why the newest of them do."""
    if service.settings.said.mailbox is None:
        return
    from talqy.service.mailbox.mail_worker import people_wait  # noqa: PLC0415 - may be missing
    from talqy.service.mailbox.why_left import why_words  # noqa: PLC0415
    from talqy.service.store.mails import ReadMails  # noqa: PLC0415

    count = people_wait(service)
    if not count:
        return
    tell("Messages that wait for a person: {count}", count=count)
    for mail in ReadMails(service.store.engines).left(min(count, _MOST_MAILS)):
        why = "; ".join(why_words(one).said(speech().translate) for one in mail.why)
        click.echo(f"    {mail.at.isoformat(timespec='minutes')}  {why}")


@queue.command()
@argument("comment", metavar="ID")
@project_option
@settings_option
def show(comment: str, root: Path, file: Path | None) -> int:
    """Show a comment: its words, what the judge says, who says the same, the log."""
    with opened_service(root, file) as service:
        from talqy.service.publish.moving import found  # noqa: PLC0415 - the extra may be missing
        from talqy.service.publish.seen import judged_now  # noqa: PLC0415

        one = judged_now(service, found(service, comment))
        locale = speech().locale(service.project.now().register.codes)
        click.echo(comment_shown(one, service.store.log_of(comment), locale))
        if one.problems:
            click.echo(formatted(one.problems, "text", speech().translate))
    return 0


@queue.command()
@argument("comments", metavar="ID…", nargs=-1, required=True)
@project_option
@settings_option
@_as_option
@draft_option
def publish(
    comments: tuple[str, ...], root: Path, file: Path | None, name: str, *, draft: bool
) -> int:
    """Say that comments are published; the worker does it with the next batch."""
    return _Deciding(root, file, name, draft).each(comments, lambda acts, one: acts.publish(one))


@queue.command()
@argument("comments", metavar="ID…", nargs=-1, required=True)
@project_option
@settings_option
@_as_option
@option("--note", default="", help="A note for other officials.")
@draft_option
def hold(  # noqa: PLR0913 - one parameter an option
    comments: tuple[str, ...], root: Path, file: Path | None, name: str, note: str, *, draft: bool
) -> int:
    """Set comments aside until somebody decides."""
    return _Deciding(root, file, name, draft).each(comments, lambda acts, one: acts.hold(one, note))


@queue.command()
@argument("comments", metavar="ID…", nargs=-1, required=True)
@project_option
@settings_option
@_as_option
@option("--reason", required=True, help="Why: a code of the list “not-published”, such as insult.")
@draft_option
def refuse(  # noqa: PLR0913 - one parameter an option
    comments: tuple[str, ...], root: Path, file: Path | None, name: str, reason: str, *, draft: bool
) -> int:
    """Say that comments are not published; the reason is counted in public."""
    return _Deciding(root, file, name, draft).each(
        comments, lambda acts, one: acts.refuse(one, reason)
    )


@queue.command()
@argument("comment", metavar="ID")
@project_option
@settings_option
@_as_option
@option("--question", required=True, help="What the author is asked; who has the key sees it.")
@draft_option
def ask(  # noqa: PLR0913 - one parameter an option
    comment: str, root: Path, file: Path | None, name: str, question: str, *, draft: bool
) -> int:
    """Ask the author of a comment something."""
    return _Deciding(root, file, name, draft).each(
        (comment,), lambda acts, one: acts.ask(one, question)
    )


@queue.command()
@argument("comment", metavar="ID")
@project_option
@settings_option
@_as_option
@taken_out_options
@draft_option
def redact(  # noqa: PLR0913, PLR0917 - one parameter an option
    comment: str,
    root: Path,
    file: Path | None,
    name: str,
    words: tuple[str, ...],
    reasons: tuple[str, ...],
    *,
    is_name: bool,
    draft: bool,
) -> int:
    """Take words or the name out of a comment before anybody can read them.

    The file that is published says so, with the day and the reason.
    """
    if not words and not is_name:
        raise WrongUseError("say what to take out: --words “…”, or --name")
    with opened_service(root, file) as service:
        from talqy.service.publish.acts import TakenOut  # noqa: PLC0415 - the extra may be missing
        from talqy.service.publish.moving import found  # noqa: PLC0415

        languages = service.project.now().register.project.languages
        why = in_every_language("--reason", reasons, languages)
        acts, out = _acts(service, name), TakenOut(words, is_name, why)
        if draft:
            click.echo(acts.redacted(found(service, comment), out).decode())
            return 0
        return _told(service, acts.redact(comment, out))


queue.add_command(attachment)


@dataclass(frozen=True, slots=True)
class _Deciding:
    """One run of a command that decides: its settings, who decides, and whether it only shows."""

    root: Path
    file: Path | None
    name: str
    is_draft: bool

    def each(self, comments: tuple[str, ...], act: Callable[["Acts", str], "ActDone"]) -> int:
        """Carry out an act on each comment, or only look at each; return the exit status."""
        with opened_service(self.root, self.file) as service:
            acts = _acts(service, self.name)
            if not self.is_draft:
                return max(_told(service, act(acts, one)) for one in comments)
            from talqy.service.publish.trying import tried  # noqa: PLC0415 - may be missing

            return max(_told(service, tried(acts, one, act), is_draft=True) for one in comments)


def _acts(service: "Service", name: str) -> "Acts":
    from talqy.service.officials import official_named  # noqa: PLC0415
    from talqy.service.publish.acts import Acts  # noqa: PLC0415 - the extra may be missing

    return Acts(service, official_named(service.settings.said.officials, name, _account()))


def _account() -> str | None:
    """Return the account of this system under which the command runs, where it has one."""
    try:
        import pwd  # noqa: PLC0415 - Windows has none
    except ImportError:
        with suppress(OSError):
            return os.getlogin()
        return None
    try:
        return pwd.getpwuid(os.geteuid()).pw_name  # what the environment says is anybody's word
    except KeyError:
        return None


def _told(service: "Service", done: "ActDone", *, is_draft: bool = False) -> int:
    if done.problems:
        click.echo(formatted(done.problems, "text", speech().translate), err=True)
    if any(problem.is_error for problem in done.problems):
        tell("{comment}: nothing was decided", err=True, comment=done.taken.id)
        return 1
    if done.needed:
        tell(
            "{comment}: noted; another official must say the same ({count})",
            comment=done.taken.id,
            count=done.needed,
        )
        return 0
    locale = speech().locale(service.project.now().register.codes)
    state = locale.coded("queue-state", done.taken.state)
    tell("{comment}: {state}", comment=done.taken.id, state=state)
    if is_draft:
        click.echo(say("(a draft: nothing was written)"))
    return 0
