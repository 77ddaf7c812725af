"""A comment that the service has taken, and what was done with it: the values of the queue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

_SLACK = timedelta(minutes=5)
SAYS = "says: "
"""How a line of the log begins by which somebody only says what is to be done."""


class State(StrEnum):
    """How far a comment has come. That it is answered is read from the repository."""

    RECEIVED = "received"
    LOOKED_AT = "looked-at"
    HELD = "held"
    ASKED_BACK = "asked-back"
    TO_PUBLISH = "to-publish"  # an official has said: publish
    QUEUED = "queued"  # committed
    PUSHED = "pushed"
    PUBLISHED = "published"  # merged
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


UNDECIDED = (State.RECEIVED, State.LOOKED_AT, State.HELD, State.ASKED_BACK)
NOT_YET_SENT = (*UNDECIDED, State.TO_PUBLISH)
"""From here nothing has gone out: what is decided now holds wholly."""
OUTGOING = (State.QUEUED, State.PUSHED)
SENT = (*OUTGOING, State.PUBLISHED)
NOT_PUBLIC = (*NOT_YET_SENT, *OUTGOING)
ENDED = (State.REFUSED, State.WITHDRAWN)
"""Nothing is published of it, and no answer comes."""
DECIDED = (State.PUBLISHED, *ENDED)
"""The states in which a comment stays."""
LIVING = tuple(state for state in State if state not in ENDED)
"""The states of comments that are, or may still become, public."""


def undecided_in(counts: Mapping[State, int]) -> int:
    """Return how many comments wait for a decision."""
    return sum(counts[state] for state in UNDECIDED)


class Lane(StrEnum):
    """How a comment came through the doors: `slow` without a proof of work."""

    USUAL = "usual"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Taken:
    """A comment in the queue.

    `text` is its YAML file to the byte, and `digest` that of the file, as the receipt names it.
    `received` is the day in the project's zone, `taken_at` the moment. `posted` is the digest of
    what was posted, by which the same submission is known again; None where that is forgotten.
    `key_hash` is what is kept of the key that its author has. `reason` is why it was refused, of a
    closed list. The text of one that is forgotten is empty.
    """

    id: str
    standard: str
    revision: int
    text: bytes = field(repr=False)
    digest: str
    received: date
    taken_at: datetime
    posted: str | None
    key_hash: str = field(repr=False)
    lane: Lane = Lane.USUAL
    state: State = State.RECEIVED
    reason: str = ""
    changed_at: datetime | None = None
    """When its state last changed; None before it is stored."""

    @property
    def is_forgotten(self) -> bool:
        """Return whether its words are kept no more."""
        return not self.text


class ActName(StrEnum):
    """What a line of the log says was done with a comment, as databases have it.

    Whoever adds one gives it words in `desk/queue/act_words.py`.
    """

    TAKEN = "taken"
    LOOKED_AT = "looked at"
    HELD = "held"
    ASKED_BACK = "asked back"
    ANSWERED_BACK = "answered back"
    TO_PUBLISH = "to publish"
    REFUSED = "refused"
    REDACTED = "redacted"
    WITHDRAWN = "withdrawn"
    WISH_TO_WITHDRAW = "withdrawal asked"
    CLAIMED = "on its way"  # for a batch that is being made
    JUDGED = "held by the judge"
    PUT_BACK = "put back"
    COMMITTED = "committed"
    NOT_COMMITTED = "not committed"
    PUSHED = "pushed"
    PULL_REQUEST = "pull request"
    DECLINED = "declined"
    BATCH_GONE = "batch gone"
    LEFT_OUT = "left out"
    TAKEN_BACK = "taken back"
    PUBLISHED = "published"
    GONE_FROM_MAIN = "gone from main"
    FORGOTTEN = "forgotten"


class NoteName(StrEnum):
    """What a line of the log is about that is about the service, and no comment."""

    PUBLISHING = "publishing"
    LETTERS = "letters"
    MAILBOX = "mailbox"
    PEOPLE = "mailbox people"


class By(StrEnum):
    """Who has done something, where it is no official whom the settings name."""

    FORM = "form"
    MAILBOX = "mailbox"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    LETTERS = "letters"
    HERE = "here"  # who sits at the computer on which the desk runs


@dataclass(frozen=True, slots=True)
class Act:
    """A line of the log: what was done, when, and in what role; never by which address.

    `what` is an `ActName` or a `NoteName` (or what an older Talqy wrote), `by` one of `By` or the
    name that the settings have for an official, `reason` of a closed list. `values` are further
    facts, texts all of them; a note of one official to another is one of them. `is_said` is whether
    somebody only says that it is to be done.
    """

    what: str
    at: datetime
    by: str
    reason: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    is_said: bool = False

    @property
    def written(self) -> str:
        """What was done as databases have it, and commands print it."""
        return f"{SAYS}{self.what}" if self.is_said else self.what


@dataclass(frozen=True, slots=True)
class Logged:
    """A line of the log as it was written: `comment` is empty where it is about the service."""

    number: int
    comment: str
    act: Act
    was: State | None
    to: State | None


def is_behind(now: datetime, last: datetime) -> bool:
    """Return whether a clock is behind the moment at which the last comment came.

    Clocks of two machines may differ a little.
    """
    return now < last - _SLACK
