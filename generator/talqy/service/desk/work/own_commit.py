"""The commit of a save on what it was made of, before it is put together with what is there."""

from pathlib import Path

from talqy.project.branches import commit_on, is_in
from talqy.service.desk.work.planned import PlannedSave


def own_commit(root: Path, save: PlannedSave, message: str, there: str) -> str:
    """Return the commit of a save on what it was made of: never one that is part of what is there.

    What is sent again within the same second would be that, and git would have nothing to join.
    """
    own = commit_on(root, save.seen, save.files, message, save.role)
    while save.seen != there and is_in(root, own, there):
        message += "\n"
        own = commit_on(root, save.seen, save.files, message, save.role)
    return own
