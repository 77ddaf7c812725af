"""Where a new comment says that it belongs, by its path."""

import re
from dataclasses import dataclass

# Narrower than what `check` reads: what comes from outside has no second way of writing.
_COMMENT = re.compile(
    r"comments/(?P<standard>[a-z0-9][a-z0-9-]{0,79})/r(?P<revision>[1-9][0-9]{0,3})/"
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})/(?P<id>[0-9abcdefghjkmnpqrstvwxyz]{10})\.yaml",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment says that it belongs, by its path."""

    path: str
    standard: str
    revision: int
    day: str
    id: str


def place_of(path: str) -> Place | None:
    """Read a comment's path; None where no comment can lie there."""
    match = _COMMENT.fullmatch(path)
    if match is None:
        return None
    return Place(path, match["standard"], int(match["revision"]), match["day"], match["id"])
