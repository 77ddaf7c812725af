"""`comments/<standard>/tags.yaml`: tags that reviewers give to comments, beside them."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from talqy.model.values import CommentId, ShortName, Slug, Value


class Tag(Value):
    """A tag: what it is called, by language, and the comments that have it."""

    name: ShortName
    comments: tuple[CommentId, ...] = ()


class Tags(Value):
    """The tags of a standard's comments, over all its revisions, by their codes.

    A comment is never edited, and what others think of it is no part of it: tags lie beside.
    """

    schema_: Literal["1"] = Field(alias="schema")
    standard: Slug
    tags: Annotated[Mapping[Slug, Tag], Field(max_length=100)] = Field(default_factory=dict)
