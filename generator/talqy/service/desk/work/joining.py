"""Two lines of work put together: by git, and their records as records.

Each publishing writes the root of a record anew, so that two records never fit line by line.
"""

from pathlib import Path

from talqy.model import paths
from talqy.project.branches import files_at, tree_with
from talqy.project.commits import MergedTrees, merge_bases, merged_trees
from talqy.project.git import git_output, prefix
from talqy.project.history_joined import joined_history_text


def joined_trees(root: Path, first: str, second: str) -> MergedTrees:
    """Return the tree of two commits, or the files in which they differ; `first` is published."""
    merged = merged_trees(root, first, second)
    if not merged.conflicts:
        return merged
    here = prefix(root)
    sides = (merge_bases(root, first, second)[0], first, second)
    made: dict[str, bytes | None] = {}
    for file in merged.conflicts:
        path = file.removeprefix(here)
        if _is_record(path) and (text := _record(root, path, sides)):
            made[path] = text.encode()
    if not made:
        return merged
    left = tuple(one for one in merged.conflicts if one.removeprefix(here) not in made)
    return MergedTrees(tree_with(root, merged.tree, made), left)


def _is_record(path: str) -> bool:
    standard = paths.standard_of(path)
    return bool(standard) and path == paths.history_file(standard)


def _record(root: Path, path: str, sides: tuple[str, str, str]) -> str | None:
    versions = [content(root, commit, path) for commit in sides]
    was, first, second = versions
    if was is None or first is None or second is None:
        return None
    return joined_history_text(was, first, second)


def content(root: Path, commit: str, path: str) -> bytes | None:
    """Return a file of a commit; None where it has none."""
    name = files_at(root, commit, [path]).get(path)
    return None if name is None else git_output(root, "cat-file", "blob", name)
