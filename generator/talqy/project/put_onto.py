"""Files that were made of one commit put onto another: what that makes, and which of them differ.

So a page of the desk is saved that was opened before others have saved, and so a working copy comes
in that was made of an earlier wording, at the desk or by a command.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from talqy.project.branches import tree_with
from talqy.project.git import prefix
from talqy.project.keeps import Keeps
from talqy.project.saved_line import tree_of
from talqy.project.taken_in import tree_taking_in
from talqy.project.trees_joined import joined_trees
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
