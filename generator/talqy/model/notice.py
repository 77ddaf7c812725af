"""What those who follow drafts and comments are told, as values: one thing that happened each.

It is what `talqy notify` prints as JSON, and sends to a hook: docs/formats/notices.schema.json.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from talqy.model.values import CommentId, Language, Number, Slug, Value


class NoticeKind(StrEnum):
    """What happened: the kinds of news, then those of single comments."""

    DRAFTED = "drafted"
    OPENED = "opened"
    POSTED = "posted"
    EXTENDED = "extended"
    MOVED = "moved"
    CLOSING = "closing"
    CLOSED = "closed"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    REPORTED = "reported"
    CHANGED = "changed"
    ADOPTED = "adopted"
    IN_FORCE = "in-force"
    WITHDRAWN = "withdrawn"
    CORRECTION = "correction"
    LATE = "late"
    DATED = "dated"
    RECORD = "record"
    COMMENT_PUBLISHED = "comment-published"
    COMMENT_RECORDED = "comment-recorded"
    COMMENT_ANSWERED = "comment-answered"
    COMMENT_CORRECTED = "comment-corrected"
    COMMENT_CHANGED = "comment-changed"
    COMMENT_WITHDRAWN = "comment-withdrawn"


class Follower(StrEnum):
    """Who is told of it: those who follow everything, its standard, or its comment."""

    ALL = "all"
    STANDARD = "standard"
    COMMENT = "comment"


class ToldIn(Value):
    """A notice in one language: plain text, whatever it holds is never markup.

    `standard` is what the standard is called, and `link` leads to the page that says more.
    """

    title: str
    standard: str
    lines: tuple[str, ...] = ()
    link: str


class Happening(Value):
    """One thing that happened; its `id` is the same for ever, and no other notice has it.

    `on` is the day on which it happened; of a comment that was published, that of the commit.
    """

    id: str
    kind: NoticeKind
    on: date
    standard: Slug
    revision: Number
    comment: CommentId | None = None
    followers: tuple[Follower, ...]
    told: Mapping[Language, ToldIn]


class Reached(Value):
    """How far somebody was told: the commit, and the day of which it was read."""

    commit: str
    day: date


class Notices(Value):
    """What happened between two commits, and between the days of which they were read."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    since: Reached
    until: Reached
    notices: tuple[Happening, ...]
