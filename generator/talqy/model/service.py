"""`service.yaml`: how the service runs, where it keeps its queue, and whose project it is."""

from typing import Annotated, Literal

from pydantic import Field

from talqy.model.publishing import DeskFile, Keeping, Officials, Publishing
from talqy.model.service_form import FormSettings
from talqy.model.service_mailbox import MailboxFile
from talqy.model.values import Line, Number, Text, Value


class MailFile(Value):
    """How letters go out to those who have asked for them; the password is in the environment.

    `server` is host and port, `tls` how the way to it is kept from others (`none` is for a server
    on this machine), `user` the name to sign in with. Letters come from `sender`, an address, with
    `name` before it. Who follows a comment is forgotten `keep` days after its answer.
    """

    server: Line
    tls: Literal["starttls", "tls", "none"] = "starttls"
    user: Text = ""
    sender: Line
    name: Text = ""
    keep: Annotated[Number, Field(le=3650)] = 90


class ServiceFile(Value):
    """All settings of the service but its secrets, which only its environment knows.

    `address` is where people find it, as `intake: {url}` of the project names it; `listen` is where
    it answers itself, behind a proxy: address and port, or `unix:` and a path. `repository` is the
    project's repository, bare or not, `branch` the branch that people comment on (the project's
    forge names it otherwise), `folder` the project's folder in it. `data` is the service's own
    folder; the queue lies there too, unless `database` names one of PostgreSQL. What `proxies` say
    of who asks is believed. Paths are those from the folder of this file.
    """

    schema_: Literal["1"] = Field(alias="schema")
    address: Line
    listen: Line = "127.0.0.1:8100"
    processes: Annotated[Number, Field(le=64)] = 1
    repository: Line = "."
    branch: Line | None = None
    folder: Text = ""
    data: Line
    database: Line | None = None
    proxies: tuple[Line, ...] = ("127.0.0.1", "::1")
    form: FormSettings = FormSettings()
    publish: Publishing | None = None
    officials: Officials = Field(default_factory=dict)
    keep: Keeping = Keeping()
    mail: MailFile | None = None
    mailbox: MailboxFile | None = None
    desk: DeskFile | None = None
