"""The mailbox as settings name it."""

from pathlib import Path

from talqy.errors import TalqyError
from talqy.model.hosts import host_and_port, is_here
from talqy.service.mailbox.imap_box import MailboxServer, MailboxTls
from talqy.service.settings import MAILBOX_PASSWORD, Settings


class MailboxSettingsError(TalqyError):
    """Messages cannot be read by these settings."""


def mailbox_server(settings: Settings) -> MailboxServer | None:
    """Return the mailbox of settings; None where messages come from a folder alone, or not."""
    said = settings.said.mailbox
    if said is None:
        return None
    if said.server is None:
        if said.feed is None:
            raise MailboxSettingsError("mailbox: name a server, a feed, or both")
        return None
    place = host_and_port(said.server)
    if place is None:
        raise MailboxSettingsError(
            "mailbox: server: “{value}” is no host with a port; write “mail.example.kz:993”",
            value=said.server,
        )
    tls = MailboxTls(said.tls)
    if tls is MailboxTls.NONE and not is_here(place[0]):
        raise MailboxSettingsError(
            "mailbox: tls: only a mail server on this machine (127.0.0.1) is spoken to without TLS"
        )
    if not said.user or not settings.mailbox_password:
        raise MailboxSettingsError(
            "mailbox: write the name under “user”, and put the password into {variable}",
            variable=MAILBOX_PASSWORD,
        )
    if len({said.inbox, said.taken, said.people}) < 3:
        raise MailboxSettingsError("mailbox: “inbox”, “taken” and “people” are three folders")
    return MailboxServer(
        *place,
        said.user,
        settings.mailbox_password,
        tls,
        said.inbox,
        said.taken,
        said.people,
    )


def mail_feed(settings: Settings) -> Path | None:
    """Return the folder of messages; None where there is none."""
    said = settings.said.mailbox
    if said is None or said.feed is None:
        return None
    folder = settings.folder / said.feed
    if not folder.is_dir():
        raise MailboxSettingsError("mailbox: feed: there is no folder {folder}", folder=folder)
    return folder
