"""Taking into a work what was published meanwhile, where both have changed the same places.

Git puts together all that differs in other places; where both have changed the same lines, one of
the two stays, as the official says. Of a file that one side has deleted that side or the other.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from talqy.project.branches import tree_with
from talqy.project.commits import merge_bases
from talqy.project.git import prefix
from talqy.project.saved_line import tree_of
from talqy.service.desk.work.conflicts import diverged
from talqy.service.desk.work.joining import content, joined_choosing, joined_trees
from talqy.service.desk.work.keeps import Keeps
from talqy.service.desk.work.values import ConflictedFile


def tree_taking_in(root: Path, tip: str, main: str, keeps: Keeps) -> str:
    """Return the tree of a work together with what is published."""
    merged = joined_trees(root, main, tip)
    if not merged.conflicts:
        return merged.tree
    start = merge_bases(root, tip, main)[0]
    here = prefix(root)
    files = [path.removeprefix(here) for path in merged.conflicts if path.startswith(here)]
    whole: dict[str, bytes | None] = {}
    for path in files:
        was, own, theirs = (content(root, one, path) for one in (start, tip, main))
        if was is None or own is None or theirs is None:
            whole[path] = own if keeps is Keeps.OWN else theirs
        else:
            whole[path] = joined_choosing(root, path, (was, own, theirs), keeps)
    return tree_with(root, merged.tree, whole) if whole else tree_of(root, tip)


def diverged_by(
    root: Path, commits: tuple[str, str, str], files: Collection[str]
) -> Sequence[ConflictedFile]:
    """Return files that two have changed in one place: as they were, as they are by now, and own.

    `commits` are these three. One's own has all that others have changed elsewhere.
    """
    was, there, own = commits
    return diverged(root, was, there, tree_taking_in(root, own, there, Keeps.OWN), sorted(files))
