"""A save put onto what others have saved meanwhile: what that makes, and which files differ."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from talqy.project.branches import commit_on, is_in, tree_with
from talqy.project.git import prefix
from talqy.project.saved_line import tree_of
from talqy.service.desk.work.joining import content, joined_trees
from talqy.service.desk.work.keeps import Keeps
from talqy.service.desk.work.planned import PlannedSave
from talqy.service.desk.work.taking_in import tree_taking_in
from talqy.service.desk.work.undone import carried, undone_between


@dataclass(frozen=True, slots=True)
class PutOnto:
    """The tree of a save and of what is there, and the files in which somebody has to choose."""

    tree: str
    differing: Collection[str] = ()


def own_commit(root: Path, save: PlannedSave, message: str, there: str) -> str:
    """Return the commit of a save on what it was made of: never one that is part of what is there.

    What is sent again within the same second would be that, and git would have nothing to join.
    """
    own = commit_on(root, save.seen, save.files, message, save.role)
    while save.seen != there and is_in(root, own, there):
        message += "\n"
        own = commit_on(root, save.seen, save.files, message, save.role)
    return own


def put_onto(root: Path, save: PlannedSave, own: str, there: str) -> PutOnto:
    """Return a save, whose own commit is `own`, together with what is there now.

    What others have undone of it meanwhile differs, as does what both have changed; where one of
    two versions was chosen, that one stays in these places.
    """
    merged, keeps = joined_trees(root, there, own), save.keeps_over(there)
    tree = tree_taking_in(root, own, there, Keeps.OWN) if merged.conflicts else merged.tree
    if tree == tree_of(root, there):
        return PutOnto(tree)
    undone = undone_between(root, (save.seen, there), tree, save.files)
    if keeps is Keeps.PUBLISHED:
        theirs = tree_taking_in(root, own, there, keeps) if merged.conflicts else tree
        return PutOnto(with_theirs(root, tree, theirs, undone))
    if keeps is Keeps.OWN:
        return PutOnto(tree)
    here = prefix(root)
    return PutOnto(tree, {one.removeprefix(here) for one in merged.conflicts} | undone.keys())


def with_theirs(root: Path, tree: str, theirs: str, undone: Mapping[str, bytes | None]) -> str:
    """Return the tree in which the versions of others stay, also where they have undone something.

    `tree` is that in which one's own stay; `undone` are its files without what was undone.
    """
    versions = {
        path: (content(root, tree, path), content(root, theirs, path), without)
        for path, without in undone.items()
    }
    files = {path: carried(root, path, one, Keeps.PUBLISHED) for path, one in versions.items()}
    return tree_with(root, theirs, files) if files else theirs
