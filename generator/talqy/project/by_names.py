"""Files are known by their paths: one with another name is another file, however alike they are.

Git takes a file that is gone, and a new one that is like it, for the same: what one has changed in
a text would come into a new text of the other. (It cannot be told otherwise: `merge.renames` means
nothing to `git merge-tree` before 2.51.)
"""

from dataclasses import dataclass
from pathlib import Path

from talqy.project.branches import content, tree_with
from talqy.project.commits import MergedTrees
from talqy.project.git import changed_files, prefix
from talqy.project.pull_request import MOST_CHANGES

OUTSIDE = ":/"
"""How a path begins that lies outside of the project's folder."""


@dataclass(frozen=True, slots=True)
class _MadeOfBoth:
    """A file that git has made of two versions: in whose commit there is one, of the two."""

    path: str
    is_in_first: bool
    is_in_second: bool


def _made_of_both(root: Path, merged: MergedTrees, sides: tuple[str, str]) -> list[_MadeOfBoth]:
    """Return the files of the project that are neither as the one nor as the other side has them.

    Those in which they conflict are left out.
    """
    here = prefix(root)
    first, second = (
        {one.path: one for one in changed_files(root, side, merged.tree, MOST_CHANGES)}
        for side in sides
    )
    return [
        _MadeOfBoth(path, first[path].old is not None, second[path].old is not None)
        for path in sorted(first.keys() & second.keys())
        if not path.startswith(OUTSIDE) and here + path not in merged.conflicts
        if first[path].new
    ]


def by_names(root: Path, merged: MergedTrees, sides: tuple[str, str, str]) -> MergedTrees:
    """Return what git has made of two commits, with each file as its path says.

    A new file is as who has made it has it; one that only one side has taken out differs. `sides`
    are where they went apart, and both.
    """
    here, ends = prefix(root), sides[1:]
    files = _made_of_both(root, merged, ends)
    strays = {
        one.path: ends[0 if one.is_in_first else 1]
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


def _left_by_one(root: Path, sides: tuple[str, str, str]) -> dict[str, bytes | None]:
    """Return the files that one side has taken out and the other has changed, as that one has."""
    start, *ends = sides
    first, second = (
        {one.path: one for one in changed_files(root, start, side, MOST_CHANGES)} for side in ends
    )
    return {
        path: content(root, ends[0 if first[path].new else 1], path)
        for path in first.keys() & second.keys()
        if not path.startswith(OUTSIDE) and (first[path].new is None) != (second[path].new is None)
    }
