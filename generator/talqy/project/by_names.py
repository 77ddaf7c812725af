"""Files are known by their paths: one with another name is another file, however alike they are.

Git takes a file that is gone, and a new one that is like it, for the same: what one has changed in
a text would come into a new text of the other. (It cannot be told otherwise: `merge.renames` means
nothing to `git merge-tree` before 2.51.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.project.branches import content, tree_with
from talqy.project.commits import MergedTrees
from talqy.project.common_start import common_start
from talqy.project.git import changed_files, prefix
from talqy.project.pull_request import MOST_CHANGES

_OUTSIDE = ":/"  # how a path begins that lies outside of the project's folder


@dataclass(frozen=True, slots=True)
class MadeOfBoth:
    """A file that git has made of two versions: in whose commit there is one, of the two."""

    path: str
    is_in_first: bool
    is_in_second: bool


def made_of_both(root: Path, merged: MergedTrees, sides: tuple[str, str]) -> list[MadeOfBoth]:
    """Return the files of the project that are neither as the one nor as the other side has them.

    Those in which they conflict are left out.
    """
    here = prefix(root)
    first, second = (
        {one.path: one for one in changed_files(root, side, merged.tree, MOST_CHANGES)}
        for side in sides
    )
    return [
        MadeOfBoth(path, first[path].old is not None, second[path].old is not None)
        for path in sorted(first.keys() & second.keys())
        if not path.startswith(_OUTSIDE) and here + path not in merged.conflicts
        if first[path].new
    ]


def changed_by_both(root: Path, merged: MergedTrees, sides: tuple[str, str]) -> list[str]:
    """Return the files of the project that both sides have changed, each in its way.

    Also those that git has made as one of them has them. Those in which they conflict are left out.
    """
    here, start = prefix(root), common_start(root, *sides)
    first, second = (
        {one.path: one.new for one in changed_files(root, start, side, MOST_CHANGES)}
        for side in sides
    )
    return [
        path
        for path in sorted(first.keys() & second.keys())
        if first[path] != second[path]
        and not path.startswith(_OUTSIDE)
        and here + path not in merged.conflicts
    ]


def by_names(
    root: Path, merged: MergedTrees, sides: tuple[str, str], files: Sequence[MadeOfBoth]
) -> MergedTrees:
    """Return what git has made of two commits, with each file as its path says.

    A new file is as who has made it has it; one that only one side has taken out differs.
    """
    here = prefix(root)
    strays = {
        one.path: sides[0 if one.is_in_first else 1]
        for one in files
        if not (one.is_in_first and one.is_in_second)
    }
    if not strays:
        return merged
    taken = {path: content(root, side, path) for path, side in strays.items()}
    left = _left_by_one(root, sides)
    tree = tree_with(root, merged.tree, {**left, **taken})
    named = (here + path for path in sorted(left))
    return MergedTrees(tree, tuple(dict.fromkeys((*merged.conflicts, *named))))


def _left_by_one(root: Path, sides: tuple[str, str]) -> dict[str, bytes | None]:
    """Return the files that one side has taken out and the other has changed, as that one has."""
    start = common_start(root, *sides)
    first, second = (
        {one.path: one for one in changed_files(root, start, side, MOST_CHANGES)} for side in sides
    )
    return {
        path: content(root, sides[0 if first[path].new else 1], path)
        for path in first.keys() & second.keys()
        if not path.startswith(_OUTSIDE) and (first[path].new is None) != (second[path].new is None)
    }
