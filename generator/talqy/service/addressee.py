"""Who gets letters, and of what: values of the store."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from talqy.model.notice import Follower, Happening

ALL = "all"
_BETWEEN = ":"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who has asked for letters on one topic: everything, a standard, or a comment.

    `person` is a keyed hash of the address, by which the same one is known again, and `address` is
    sealed: only who has the secret of the service reads it. Nothing is sent to one who has not
    confirmed it. `until` is when all of it is deleted, None while nobody knows.
    """

    id: str
    topic: str
    person: str = field(repr=False)
    address: bytes = field(repr=False)
    language: str
    asked_at: datetime
    confirmed_at: datetime | None = None
    until: datetime | None = None


def topic_of(kind: Follower, name: str = "") -> str:
    """Return how a topic is written: `all`, `standard:birth-registration`, `comment:k7m2p9qx4a`."""
    return ALL if kind is Follower.ALL else f"{kind}{_BETWEEN}{name}"


def topic_parts(topic: str) -> tuple[Follower, str]:
    """Return what a topic is: its kind, and the name of the standard or the comment."""
    kind, _, name = topic.partition(_BETWEEN)
    return Follower(kind), name


def topics_of(one: Happening) -> Iterator[str]:
    """Yield the topics whose addressees are told of what has happened."""
    names = {Follower.STANDARD: one.standard, Follower.COMMENT: one.comment or ""}
    yield from (topic_of(kind, names.get(kind, "")) for kind in one.followers)


def digest_of(*words: str) -> str:
    """Return the digest of words in their order."""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
