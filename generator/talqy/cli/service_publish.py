"""`talqy service publish`: one round of what the running service does by itself."""

from pathlib import Path

import click

from talqy.cli.running import command, draft_option, project_option
from talqy.cli.service_settings import opened_service, settings_option
from talqy.cli.speech import speech, tell


@command()
@project_option
@settings_option
@draft_option
def publish(root: Path, file: Path | None, *, draft: bool) -> int:
    """Publish now what officials have let go out, and look what became of the batches before.

    The running service does the same by itself: this is for a timer of the system, and to look.
    """
    with opened_service(root, file) as opened:
        from talqy.service.publish.round import Publisher  # noqa: PLC0415 - may be missing
        from talqy.service.rounds import note_trouble, words_of  # noqa: PLC0415
        from talqy.service.taken import By, NoteName, State  # noqa: PLC0415

        if draft:
            for one in opened.store.waiting((State.TO_PUBLISH,)):
                click.echo(one.id)
            return 0
        done = Publisher(opened).round(at_once=True)
        if not done.is_ours:
            tell("another process is publishing just now; nothing was done", err=True)
            return 1
        note_trouble(opened, NoteName.PUBLISHING, By.PUBLISHER, words_of(done.trouble))
        tell("batches made: {made}, sent: {sent}", made=len(done.made), sent=len(done.sent))
        for error in done.trouble:
            click.echo(error.saying.said(speech().translate), err=True)
    return 1 if done.trouble else 0
