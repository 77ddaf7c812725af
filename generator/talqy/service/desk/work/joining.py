"""Two lines of work put together: by git, their records as records, the reasons of texts apart.

Each publishing writes the root of a record anew, and each change adds its reason at the end of one
list: two of them never fit line by line.
"""

from pathlib import Path

from talqy.model import paths
from talqy.project.branches import files_at, tree_with
from talqy.project.commits import MergedTrees, merge_bases, merged_trees
from talqy.project.git import git_output, prefix
from talqy.project.history_joined import joined_history_text
from talqy.project.merged_lines import MergedSide, merged_lines
from talqy.project.text_joined import joined_text
from talqy.service.desk.work.keeps import Keeps


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
        if data := _joined(root, path, sides):
            made[path] = data
    if not made:
        return merged
    left = tuple(one for one in merged.conflicts if one.removeprefix(here) not in made)
    return MergedTrees(tree_with(root, merged.tree, made), left)


def _joined(root: Path, path: str, sides: tuple[str, str, str]) -> bytes | None:
    """Return a file as both sides have it, by its sense; None where that cannot be."""
    of = paths.StandardPath.parse(path)
    if of is None or not (of.is_history or of.revision):
        return None
    was, first, second = (content(root, commit, path) for commit in sides)
    if was is None or first is None or second is None:
        return None
    if of.is_history:
        text = joined_history_text(was, first, second)
        return text.encode() if text else None
    return joined_text(root, was, first, second)


def joined_choosing(
    root: Path, path: str, versions: tuple[bytes, bytes, bytes], keeps: Keeps
) -> bytes:
    """Return a file of which both have another version: as it was, one's own, and theirs.

    Where both have changed the same place, the one that `keeps` names stays there; of what is not
    made of lines it is the whole file.
    """
    stays = MergedSide.FIRST if keeps is Keeps.OWN else MergedSide.SECOND
    of = paths.StandardPath.parse(path)
    made = joined_text(root, *versions, stays) if of and of.revision else None
    made = made or merged_lines(root, *versions, stays)
    return versions[1 if keeps is Keeps.OWN else 2] if made is None else made


def content(root: Path, commit: str, path: str) -> bytes | None:
    """Return a file of a commit; None where it has none."""
    name = files_at(root, commit, [path]).get(path)
    return None if name is None else git_output(root, "cat-file", "blob", name)
