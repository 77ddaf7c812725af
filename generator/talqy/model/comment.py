"""`comments/<standard>/r<N>/<day>/<id>.yaml` and the response beside it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, field_validator, model_validator

from talqy.model.paths import CommentPath
from talqy.model.values import (
    ClauseId,
    CodeOf,
    CommentId,
    Day,
    Digest,
    Flag,
    Language,
    Line,
    LocalName,
    LocalText,
    Number,
    Slug,
    Text,
    Value,
    is_web_address,
    refuse,
)

WHOLE = "whole"
CONSENT = "2"
"""The conditions of publication that hold now; the page “How to comment” prints them."""
CONSENTS = ("1", CONSENT)
"""All that were ever asked, with words of their own: 1 said “repository” where 2 is plain."""
EGOV_CONSENT = "egov"
"""Who comments on the state's portal publishes there, and has agreed to no words of ours."""


class CommentKind(StrEnum):
    """What the author wants."""

    SUPPORT = "support"
    CHANGE = "change"
    OBJECTION = "objection"
    QUESTION = "question"
    UNKNOWN = "unknown"
    """The source does not say, and neither do plain words: it is not guessed."""


class CommentChannel(StrEnum):
    """How the comment came in; all ways have the same rights."""

    WEB = "web"
    PULL_REQUEST = "pull-request"
    EMAIL = "email"
    PAPER = "paper"
    COUNTER = "counter"
    EGOV = "egov"
    """Made on the state's portal of open legal acts, and taken from its pages."""
    UNKNOWN = "unknown"
    """Nobody has said: it is not guessed."""


class AuthorKind(StrEnum):
    """Who speaks; foreigners take part on equal terms (bill on public services, art. 4 (2))."""

    INDIVIDUAL = "individual"
    ENTREPRENEUR = "entrepreneur"
    LEGAL_ENTITY = "legal-entity"
    STATE_BODY = "state-body"
    UNKNOWN = "unknown"
    """The source does not say: it is not guessed."""


WISHES_SAID = tuple(kind for kind in CommentKind if kind is not CommentKind.UNKNOWN)
"""What an author is asked to choose from; `unknown` is nobody's choice."""
AUTHORS_SAID = tuple(kind for kind in AuthorKind if kind is not AuthorKind.UNKNOWN)
"""Who an author may say to be."""

PERSONS = frozenset({AuthorKind.INDIVIDUAL, AuthorKind.ENTREPRENEUR})
"""Who is somebody of flesh and blood: such a one may have no citizenship at all."""


class Outcome(StrEnum):
    """What the authority decided."""

    ACCEPTED = "accepted"
    ACCEPTED_PARTLY = "accepted-partly"
    REJECTED = "rejected"
    NOTED = "noted"
    OUT_OF_SCOPE = "out-of-scope"
    DUPLICATE = "duplicate"
    LATE = "late"
    WITHDRAWN = "withdrawn"


ACCEPTED = frozenset({Outcome.ACCEPTED, Outcome.ACCEPTED_PARTLY})
"""What is accepted, in full or in part: its answer names where it landed."""


class Author(Value):
    """Who says they wrote it. The name is optional and self-declared."""

    kind: AuthorKind
    foreign: Flag = False
    name: Line | None = None


class After(Value):
    """The place of something missing: after this clause."""

    after: ClauseId


def _target_form(value: object) -> str:
    return "clause" if isinstance(value, str) else "place"


Target = Annotated[
    Annotated[ClauseId, Tag("clause")] | Annotated[After, Tag("place")],
    Discriminator(_target_form),
]
"""A clause, `whole` for the text as a whole, or `{after: clause}` for something missing."""


class Redaction(Value):
    """A mark that words or a name were taken out at their owner's wish, and why.

    `original` is the digest of the file before, so that its author can still prove authorship.
    """

    on: Day
    reason: LocalText
    original: Line | None = None


MOST_ATTACHMENTS = 10
"""How many files may come with one comment."""


class Attachment(Value):
    """A file that came with a comment: its name, and the digest of its bytes.

    It is kept by whoever took the comment in, and not published: officials read it.
    """

    name: Annotated[Line, Field(max_length=120)]
    digest: Digest


class CommentSource(Value):
    """Where a comment was made that was made elsewhere: its number there, the tab, the page."""

    id: Slug
    tab: Number | None = None
    url: Line | None = None

    @property
    def href(self) -> str:
        """The address as a link; what is no address of the web is none."""
        return self.url if self.url and is_web_address(self.url) else ""


class Comment(Value):
    """One point by one person on one clause of one revision, or on the whole. Never edited.

    `group` is the body of experts whose voice it is, where its source tells such voices apart.
    """

    schema_: Literal["1"] = Field(alias="schema")
    id: CommentId
    standard: Slug
    revision: Number
    clause: Target
    language: Language
    kind: CommentKind
    received: Day
    channel: CommentChannel
    source: CommentSource | None = None
    group: Annotated[Slug, CodeOf("comment-group")] | None = None
    author: Author
    quote: Annotated[Text, Field(max_length=2_000)] | None = None
    text: Annotated[Text, Field(min_length=1)]
    proposal: Text | None = None
    consent: Line
    in_reply_to: CommentId | None = None
    attachments: Annotated[tuple[Attachment, ...], Field(max_length=MOST_ATTACHMENTS)] = ()
    redacted: Redaction | None = None

    @field_validator("quote", "proposal")
    @classmethod
    def _blank_is_nothing(cls, words: str | None) -> str | None:
        """Take spaces for nothing, as an empty cell of a table says nothing."""
        return words if words and words.strip() else None

    @property
    def path(self) -> CommentPath:
        """Where the comment lies: a file whose place says something else is not read."""
        return CommentPath(self.standard, self.revision, self.received.isoformat(), self.id)

    @property
    def clause_id(self) -> str | None:
        """The clause that the comment stands at, or None where it speaks of the whole text."""
        if isinstance(self.clause, After):
            return self.clause.after
        return None if self.clause == WHOLE else self.clause


class Decision(Value):
    """Which authority decided, and when."""

    by: Slug
    on: Day


class Landing(Value):
    """The revision and the clauses in which an accepted comment can be seen."""

    revision: Number
    clauses: Annotated[tuple[ClauseId, ...], Field(min_length=1)]


class Response(Value):
    """The authority's public answer to one comment.

    `gist` is what the comment says, in one line by the authority, for readers of other languages.
    """

    schema_: Literal["1"] = Field(alias="schema")
    comment: CommentId
    outcome: Outcome
    reason: LocalText
    gist: LocalName | None = None
    decided: Decision
    landed: Landing | None = None
    duplicate_of: CommentId | None = None

    @property
    def retold(self) -> Mapping[str, str]:
        """The comment in short, as it is shown: nothing of one that its author took back."""
        return {} if self.outcome is Outcome.WITHDRAWN else self.gist or {}

    @model_validator(mode="after")
    def _outcome_has_what_it_needs(self) -> Self:
        if (self.outcome in ACCEPTED) != (self.landed is not None):
            raise refuse("landed_form", "landed fits accepted", outcome=self.outcome)
        if (self.outcome is Outcome.DUPLICATE) != (self.duplicate_of is not None):
            raise refuse("duplicate_form", "duplicate_of fits duplicate", outcome=self.outcome)
        return self
