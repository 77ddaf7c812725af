"""Words that are to go from public comments, apart from what else a work brings."""

from collections.abc import Sequence
from pathlib import Path

from talqy.model import paths
from talqy.project.branches import content, tree_with
from talqy.project.commits import MergedTrees
from talqy.project.git import ChangedFile, changed_files, prefix
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.saved_line import tree_of


def redactions(changed: Sequence[ChangedFile]) -> tuple[str, ...]:
    """Return the published comments that change: the gate sees that they are redactions."""
    return tuple(one.path for one in changed if _is_redaction(one))


def redactions_alone(root: Path, main: str, merged: MergedTrees) -> MergedTrees:
    """Return the tree of the main branch with nothing of a merged one but its redactions.

    What else differs on both sides does not hold them up.
    """
    files = redactions(changed_files(root, main, merged.tree, MOST_CHANGES))
    here = prefix(root)
    differing = tuple(one for one in merged.conflicts if one.removeprefix(here) in files)
    made = {path: content(root, merged.tree, path) for path in files}
    tree = tree_with(root, main, made) if made else tree_of(root, main)
    return MergedTrees(tree, differing)


def _is_redaction(change: ChangedFile) -> bool:
    comment = paths.CommentPath.parse(change.path)
    is_comment = comment is not None and change.path == comment.file
    return is_comment and change.old is not None and change.new is not None
