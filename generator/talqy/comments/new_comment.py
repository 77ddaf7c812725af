"""The plan for a new comment: its file, as everybody writes it."""

from talqy.model.comment import Comment
from talqy.project.write import Create
from talqy.project.yaml_write import value_yaml

_SCHEMA = "../../../../docs/formats/comment.schema.json"


def comment_plan(comment: Comment) -> Create:
    """Plan the file of a comment."""
    return Create(comment.path.file, value_yaml(comment, _SCHEMA))
