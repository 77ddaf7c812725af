"""A work that was published and taken out again: what would bring it back."""

from pathlib import Path

from talqy.model import paths
from talqy.project.branches import CommitRole, commit_of, content
from talqy.project.git import changed_files, prefix
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.saved_line import tree_of
from talqy.project.taken_over import TakenOver
from talqy.project.trees_joined import joined_trees

_ROLE = CommitRole("talqy", "")


def files_again(root: Path, over: TakenOver, main: str) -> dict[str, bytes | None]:
    """Return the files that a work has made, put onto what is published now; records grow alone."""
    base = commit_of(root, tree_of(root, over.base), (), "", _ROLE)
    trees = (tree_of(root, one) for one in (main, over.sent))
    ours, theirs = (commit_of(root, one, (base,), "", _ROLE) for one in trees)
    merged, here = joined_trees(root, ours, theirs), prefix(root)
    differing = {one.removeprefix(here) for one in merged.conflicts}
    changed = changed_files(root, ours, merged.tree, MOST_CHANGES)
    files = [one.path for one in changed if one.path not in differing]
    return {one: content(root, merged.tree, one) for one in files if not paths.is_record(one)}
