"""The plan for a new comment: its file, as everybody writes it."""

from talqy.model import paths
from talqy.model.comment import Comment
from talqy.project.plan import Create
from talqy.project.value_yaml import value_yaml

_SCHEMA = "../../../../docs/formats/comment.schema.json"


def comment_place(comment: Comment) -> str:
    """Return where a comment's file lies."""
    return paths.comment_file(comment.standard, comment.revision, comment.received, comment.id)


def comment_plan(comment: Comment) -> Create:
    """Plan the file of a comment."""
    return Create(comment_place(comment), value_yaml(comment, _SCHEMA))
