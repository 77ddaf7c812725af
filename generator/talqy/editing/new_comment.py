"""The plan for a new comment: its file, as everybody writes it."""

from collections.abc import Mapping
from typing import Any

from talqy.editing.plan import Create
from talqy.model import places
from talqy.model.comment import Comment
from talqy.sources.yaml_edit import dumped

_SCHEMA = "../../../../docs/formats/comment.schema.json"


def comment_place(comment: Comment) -> str:
    """Answer where a comment's file lies."""
    return places.comment_file(comment.standard, comment.revision, comment.received, comment.id)


def comment_plan(comment: Comment) -> Create:
    """Plan the file of a comment."""
    return Create(comment_place(comment), dumped(_tree(comment), _SCHEMA))


def _tree(comment: Comment) -> Mapping[str, Any]:
    said = comment.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    return {**said, "schema": int(comment.schema_)}
