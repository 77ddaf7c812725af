"""What a save makes together with what others have saved, and a work with what is published.

Words that one of both has taken out of a comment are out in either case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.project.branches import is_in, tree_with
from talqy.project.keeps import Keeps
from talqy.project.set_back import tree_with_published
from talqy.project.taken_in import put_onto
from talqy.service.desk.work.planned import PlannedSave
from talqy.service.desk.work.redactions import redacted_by_both
from talqy.service.desk.work.taking_in import diverged_by
from talqy.service.desk.work.values import ConflictedFile


@dataclass(frozen=True, slots=True)
class JoinedSave:
    """The tree of a save and of what is there, or the files in which somebody has to choose."""

    tree: str
    differing: Sequence[ConflictedFile] = ()


def joined_save(root: Path, save: PlannedSave, own: str, there: str, after: str) -> JoinedSave:
    """Return what a save makes with what is there; `own` is its commit on what it was made of.

    `after` is what is there as a commit after what was sent of the work.
    """
    three = (save.seen, after if is_in(root, save.seen, after) else there, own)
    onto = put_onto(root, three, save.files, save.keeps_over(there))
    gone = redacted_by_both(root, three[1], own)
    if differing := set(onto.differing) - gone.keys():
        return JoinedSave(onto.tree, diverged_by(root, three, differing))
    return JoinedSave(tree_with(root, onto.tree, gone) if gone else onto.tree)


def taken_in_tree(root: Path, tip: str, public: str, keeps: Keeps) -> str:
    """Return the tree of a work together with what is published, as somebody has chosen."""
    tree, gone = tree_with_published(root, tip, public, keeps), redacted_by_both(root, public, tip)
    return tree_with(root, tree, gone) if gone else tree
