"""The plan for a new comment: its file, as everybody writes it."""

from talqy.model.comment import Comment
from talqy.project.plan import Create
from talqy.project.value_yaml import value_yaml

_SCHEMA = "../../../../docs/formats/comment.schema.json"


def comment_plan(comment: Comment) -> Create:
    """Plan the file of a comment."""
    return Create(comment.path.file, value_yaml(comment, _SCHEMA))
