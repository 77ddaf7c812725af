"""Both versions of what was changed twice: by a save and by others, in a work and in the record."""

from collections.abc import Collection, Sequence
from pathlib import Path

from talqy.project.keeps import Keeps
from talqy.project.set_back import apart
from talqy.project.taken_in import tree_taking_in, whole_files
from talqy.service.desk.work.conflicts import diverged
from talqy.service.desk.work.values import ConflictedFile


def diverged_by(
    root: Path, commits: tuple[str, str, str], files: Collection[str]
) -> Sequence[ConflictedFile]:
    """Return files that two have changed in one place: as they were, as they are by now, and own.

    `commits` are these three. One's own has all that others have changed elsewhere.
    """
    was, there, own = commits
    yours = tree_taking_in(root, own, there, Keeps.OWN)
    return diverged(root, (was, there, yours), sorted(files), whole_files(root, own, there))


def both_versions(root: Path, tip: str, main: str) -> Sequence[ConflictedFile]:
    """Return the files in which a work and what is published differ, or something was set back."""
    start, files = apart(root, tip, main)
    return diverged(root, (start, main, tip), files, whole_files(root, tip, main))
