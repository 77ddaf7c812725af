"""The line of saves on a branch: each commit that it has and another one has not, newest first.

Of a merge the first parent is followed: that is the branch as it was before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from talqy.project.git import git_output, prefix

_FORMAT = "%H%n%P%n%ct%n%an%n%B"


@dataclass(frozen=True, slots=True)
class SavedCommit:
    """One save: who is named as its author, when it was made, and what is said of it."""

    id: str
    parents: tuple[str, ...]
    moment: datetime
    author: str
    said: str


def saved_line(root: Path, tip: str, bases: Sequence[str], most: int) -> tuple[SavedCommit, ...]:
    """Return the saves up to a tip that none of `bases` has, `most` of them."""
    words = ("log", "-z", "--first-parent", f"--format={_FORMAT}", f"--max-count={most}")
    output = git_output(root, *words, "--end-of-options", tip, *(f"^{one}" for one in bases))
    records = output.decode("utf-8", "replace").split("\0")
    return tuple(_saved(record) for record in records if record.strip())


def modified_below(root: Path, tip: str, bases: Sequence[str], folder: str) -> dict[str, list[str]]:
    """Return the files of a folder that the saves of a line have modified, by these saves."""
    words = ("log", "--first-parent", "-m", "--diff-filter=M", "--no-renames", "--name-only")
    told = ("-c", "core.quotePath=off", *words, "--format=%x00%H", "--end-of-options", tip)
    output = git_output(root, *told, *(f"^{one}" for one in bases), "--", folder)
    here, found = prefix(root), dict[str, list[str]]()
    for record in filter(None, output.decode("utf-8", "replace").split("\0")):
        commit, *files = filter(None, record.splitlines())
        found[commit] = [one.removeprefix(here) for one in files]
    return found


def _saved(record: str) -> SavedCommit:
    name, parents, seconds, author, said = record.lstrip("\n").split("\n", 4)
    moment = datetime.fromtimestamp(int(seconds), UTC)
    return SavedCommit(name, tuple(parents.split()), moment, author, said.strip())


def tree_of(root: Path, commit: str) -> str:
    """Return the id of the tree of a commit, by the commit's id."""
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{tree}}")
    return git_output(root, *words).decode().strip()
