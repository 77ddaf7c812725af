"""What one has written taken together with what others have, where both have changed one place.

Git puts together all that differs in other places; where both have changed the same lines, one of
the two stays, as somebody says. Of a file that one side has deleted that side or the other.
"""

from collections.abc import Collection
from pathlib import Path

from talqy.project.branches import content, tree_with
from talqy.project.commits import MergedTrees
from talqy.project.common_start import common_start
from talqy.project.git import prefix
from talqy.project.keeps import Keeps
from talqy.project.saved_line import tree_of
from talqy.project.trees_joined import ChosenFile, joined_choosing, joined_trees


def tree_taking_in(root: Path, own: str, theirs: str, keeps: Keeps) -> str:
    """Return the tree of one's own commit together with another one."""
    merged = joined_trees(root, theirs, own)
    if not merged.conflicts:
        return merged.tree
    files = {path: one.data for path, one in _chosen(root, merged, own, theirs, keeps).items()}
    return tree_with(root, merged.tree, files) if files else tree_of(root, own)


def whole_files(root: Path, own: str, theirs: str) -> Collection[str]:
    """Return the files of which one version stays whole, whichever is chosen.

    What the other one has changed in them goes, also where only one has changed it.
    """
    merged = joined_trees(root, theirs, own)
    return {
        path
        for keeps in Keeps
        for path, one in _chosen(root, merged, own, theirs, keeps).items()
        if one.is_whole
    }


def _chosen(
    root: Path, merged: MergedTrees, own: str, theirs: str, keeps: Keeps
) -> dict[str, ChosenFile]:
    start, here = common_start(root, own, theirs), prefix(root)
    files = [path.removeprefix(here) for path in merged.conflicts if path.startswith(here)]
    found = dict[str, ChosenFile]()
    for path in files:
        was, other, mine = (content(root, one, path) for one in (start, theirs, own))
        if was is None or mine is None or other is None:
            found[path] = ChosenFile(mine if keeps is Keeps.OWN else other, is_whole=True)
        else:
            found[path] = joined_choosing(root, path, (was, other, mine), keeps)
    return found
