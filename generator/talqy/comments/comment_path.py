"""Where a new comment says that it belongs, by its path."""

from dataclasses import dataclass

from talqy.model.paths import CommentPath
from talqy.model.values import is_comment_id, is_slug


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment says that it belongs, by its path."""

    path: str
    standard: str
    revision: int
    day: str
    id: str


def place_of(path: str) -> Place | None:
    """Read a comment's path; None where no comment can lie there.

    Narrower than what `check` reads: what comes from outside has no second way of writing.
    """
    found = CommentPath.parse(path)
    if found is None or path != found.file:
        return None
    if not is_slug(found.standard) or not is_comment_id(found.id):
        return None
    return Place(path, found.standard, found.revision, found.day, found.id)
