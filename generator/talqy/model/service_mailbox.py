"""Of `service.yaml`: the mailbox, or the folder, from which messages come into the queue."""

from typing import Annotated, Literal

from pydantic import Field

from talqy.model.values import Flag, Line, Number, Slug, Text, Value


class MailboxFile(Value):
    """Where messages are read; the password is in the environment.

    `server` is host and port of IMAP, `tls` how the way to it is kept from others (`none` is for a
    server on this machine), `user` the name to sign in with. Messages of `inbox` that were taken
    are moved to `taken`, those that a person must look at to `people`. `feed` is a folder of this
    machine with messages as files, instead or beside. `standard` is what messages are about that
    name no draft; without it a person looks at them. Every so many `minutes` is looked. Who is
    taken gets a reply with the receipt, unless `replies` is false.
    """

    server: Line | None = None
    tls: Literal["tls", "starttls", "none"] = "tls"
    user: Text = ""
    inbox: Line = "INBOX"
    taken: Line = "Talqy taken"
    people: Line = "Talqy people"
    feed: Line | None = None
    standard: Slug | None = None
    minutes: Annotated[Number, Field(le=24 * 60)] = 2
    replies: Flag = True
