"""What one has written taken together with what others have, where both have changed one place.

Git puts together all that differs in other places; where both have changed the same lines, one of
the two stays, as somebody says. Of a file that one side has deleted that side or the other.

Files that were made of one commit are put onto another so: a page of the desk is saved that was
opened before others have saved, and a working copy comes in that was made of an earlier wording.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from talqy.project.branches import content, tree_with
from talqy.project.commits import MergedTrees
from talqy.project.common_start import common_start
from talqy.project.git import prefix
from talqy.project.keeps import Keeps
from talqy.project.saved_line import tree_of
from talqy.project.trees_joined import ChosenFile, joined_choosing, joined_trees
from talqy.project.undone import undone_between


@dataclass(frozen=True, slots=True)
class PutOnto:
    """The tree of files and of what is there, and the files in which somebody has to choose."""

    tree: str
    differing: Collection[str] = ()


def put_onto(
    root: Path,
    commits: tuple[str, str, str],
    files: Mapping[str, bytes | None],
    keeps: Keeps | None = None,
) -> PutOnto:
    """Return one's own files together with what is there now.

    `commits` are what they were made of, what is there, and one's own on what they were made of.
    What others have undone of it meanwhile differs, as does what both have changed; where one of
    two versions was chosen, that one stays in these places.
    """
    seen, there, own = commits
    merged = joined_trees(root, there, own)
    tree = tree_taking_in(root, own, there, Keeps.OWN) if merged.conflicts else merged.tree
    if not merged.conflicts and tree == tree_of(root, there):  # all of it is there already
        return PutOnto(tree)
    undone = undone_between(root, (seen, there), tree, files)
    if keeps is Keeps.PUBLISHED:
        theirs = tree_taking_in(root, own, there, keeps) if merged.conflicts else tree
        return PutOnto(with_theirs(root, theirs, undone))
    if keeps is Keeps.OWN:
        return PutOnto(tree)
    here = prefix(root)
    return PutOnto(tree, {one.removeprefix(here) for one in merged.conflicts} | undone.keys())


def with_theirs(root: Path, theirs: str, undone: Mapping[str, bytes | None]) -> str:
    """Return the tree in which the versions of others stay, also where they have undone something.

    `undone` are its files with what others have decided since.
    """
    return tree_with(root, theirs, undone) if undone else theirs


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
