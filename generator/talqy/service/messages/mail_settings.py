"""The mail server and the sender, as settings name them."""

from talqy.errors import TalqyError
from talqy.model.hosts import host_and_port, is_here
from talqy.service.messages.letter import Sender
from talqy.service.messages.mail_address import mail_address
from talqy.service.messages.post import MailServer, Tls
from talqy.service.settings import MAIL_PASSWORD, Settings


class MailSettingsError(TalqyError):
    """Letters cannot go out by these settings."""


def mail_server(settings: Settings) -> MailServer | None:
    """Return the mail server of settings; None where no letters go out."""
    said = settings.said.mail
    if said is None:
        return None
    place = host_and_port(said.server)
    if place is None:
        raise MailSettingsError(
            "mail: server: “{value}” is no host with a port; write “mail.example.kz:587”",
            value=said.server,
        )
    tls = Tls(said.tls)
    if tls is Tls.NONE and not is_here(place[0]):
        raise MailSettingsError(
            "mail: tls: only a mail server on this machine (127.0.0.1) is spoken to without TLS"
        )
    if said.user and not settings.mail_password:
        raise MailSettingsError(
            "mail: user: the password is missing: put it into {variable}", variable=MAIL_PASSWORD
        )
    return MailServer(*place, tls, said.user, settings.mail_password)


def sender(settings: Settings) -> Sender:
    """Return who sends."""
    said = settings.said.mail
    address = mail_address(said.sender) if said else None
    if said is None or address is None:
        value = said.sender if said else ""
        raise MailSettingsError("mail: sender: “{value}” is no address", value=value)
    return Sender(address, said.name)
