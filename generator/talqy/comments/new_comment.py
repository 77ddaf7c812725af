"""The file of a new comment: its id, its place, and its text, as everybody writes it.

An id has ten characters of Crockford's base 32: it is drawn, or made from what was said.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable

from talqy.model.comment import Comment
from talqy.model.paths import CommentPath
from talqy.model.values import is_comment_id, is_slug
from talqy.project.write import Create
from talqy.project.yaml_write import value_yaml

_SCHEMA = "../../../../docs/formats/comment.schema.json"
_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 10


def drawn_id(is_taken: Callable[[str], object]) -> str:
    """Draw an id that nobody can guess; one that is taken is drawn again."""
    while True:
        name = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        if not is_taken(name):
            return name


def derived_id(parts: Iterable[str]) -> str:
    """Make the id of something imported: the same parts give the same id, whenever and wherever.

    50 bits of SHA-256 over the parts, each with its length in front, so that lists differ.
    """
    written = "".join(f"{len(part)}:{part}" for part in parts)
    number = int.from_bytes(hashlib.sha256(written.encode("utf-8", "replace")).digest()[:8])
    return "".join(_SIGNS[number >> (5 * at) & 31] for at in range(_LENGTH))


def comment_text(comment: Comment) -> str:
    """Return what a comment's file says."""
    return value_yaml(comment, _SCHEMA)


def comment_plan(comment: Comment) -> Create:
    """Plan the file of a comment."""
    return Create(comment.path.file, comment_text(comment))


def new_comment_path(path: str) -> CommentPath | None:
    """Read the path of a new comment; None where none can lie there.

    Narrower than what `check` reads: what comes from outside has no second way of writing.
    """
    parsed = CommentPath.parse(path)
    if parsed is None or path != parsed.file:
        return None
    return parsed if is_slug(parsed.standard) and is_comment_id(parsed.id) else None
