"""Taking into a work what was published meanwhile, where both have changed the same places.

Git puts together all that differs in other places; where both have changed the same lines, one of
the two stays, as the official says. Of a file that one side has deleted that side or the other.
"""

import tempfile
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from talqy.project.branches import tree_with
from talqy.project.commits import merge_bases
from talqy.project.git import git_output, prefix
from talqy.project.saved_line import tree_of
from talqy.service.desk.work.joining import content, joined_trees


class Keeps(StrEnum):
    """Which of two versions of a place stays: that of the work, or what is published."""

    OWN = "own"
    PUBLISHED = "published"


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
            whole[path] = _joined(root, {"own": own, "was": was, "theirs": theirs}, keeps)
    return tree_with(root, merged.tree, whole) if whole else tree_of(root, tip)


def _joined(root: Path, versions: Mapping[str, bytes], keeps: Keeps) -> bytes:
    """Return a file of which both sides have another version, put together by git."""
    side = "--ours" if keeps is Keeps.OWN else "--theirs"
    with tempfile.TemporaryDirectory() as aside:
        for name, data in versions.items():
            Path(aside, name).write_bytes(data)
        names = (str(Path(aside, name)) for name in versions)
        return git_output(root, "merge-file", "-p", side, *names)
