"""Of `service.yaml`: how what was taken is published, who decides it, and how long what is kept."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from talqy.model.values import Line, Number, Slug, Value

Minutes = Annotated[Number, Field(le=24 * 60)]
Days = Annotated[Number, Field(le=36_500)]


class PublishWay(StrEnum):
    """How comments come to the main branch."""

    BATCH = "batch"
    """On a branch of each batch, that somebody merges."""
    STRAIGHT = "straight"


class Publishing(Value):
    """How comments of the queue are published.

    `remote` is the address of the repository from which the site is made, where that is another one
    than the service's own copy; `user` is our name there (the token is in the environment), `api`
    the address of the forge's API, where it is not the usual one of its kind. Commits are made by
    `name` and `email`, those of an office. A batch is made every so many `minutes`, or as soon as
    so many `comments` wait. `persons` is how many officials must say that a comment is published,
    or refused.
    """

    way: PublishWay = PublishWay.BATCH
    remote: Line | None = None
    user: Line | None = None
    api: Line | None = None
    name: Line
    email: Line
    minutes: Minutes = 15
    comments: Annotated[Number, Field(le=1_000)] = 100
    persons: Annotated[Number, Field(le=2)] = 1


class OfficialRole(StrEnum):
    """What an official may do."""

    READER = "reader"
    DRAFTER = "drafter"
    ANSWERER = "answerer"
    PUBLISHER = "publisher"


class Official(Value):
    """One who works with the queue, or at the desk.

    `account` is that of this system, or of whoever signs people in for the desk, that is theirs.
    `authority` is theirs, where the project has several; `name` stands in what they save at the
    desk only where it is named here.
    """

    roles: Annotated[tuple[OfficialRole, ...], Field(min_length=1)]
    account: Line | None = None
    authority: Slug | None = None
    name: Line | None = None


class DeskFile(Value):
    """The desk behind a proxy that signs people in.

    `address` is where officials find it, `listen` where it answers itself: address and port, or
    `unix:` and a path. The account of who asks stands in the head `header`, which is believed from
    the addresses in `proxies` alone; `leave` is where one signs out of the proxy.
    """

    address: Line
    listen: Line = "127.0.0.1:8200"
    header: Line = "X-Remote-User"
    proxies: tuple[Line, ...] = ("127.0.0.1", "::1")
    leave: Line | None = None


class Keeping(Value):
    """For how many days what is kept, counted from when it came to what it is.

    `published`, `refused` and `withdrawn` are the words of such comments in the queue, `originals`
    what an official has taken out before publication, `attachments` files that came with a
    published comment (those of others go with their words), `log` the lines of the log. What nobody
    has decided yet is kept until somebody does.
    """

    published: Days = 30
    refused: Days = 90
    withdrawn: Days = 7
    originals: Days = 90
    attachments: Days = 1_095
    log: Days = 1_095


Officials = Mapping[Slug, Official]
