"""What was published of a work and set back since: publishing brings none of it back in silence.

Where a work was published in part, or another one said the same, and somebody has set that back on
the main branch, three versions tell nothing of it (`undone.py`): the work would say it anew. So it
is carried along what was published since it was begun, as a save is along other saves.
"""

from pathlib import Path

from talqy.model import paths
from talqy.project.branches import files_at
from talqy.project.commits import merge_bases
from talqy.project.common_start import common_start
from talqy.project.git import blobs, changed_files, git_output, prefix
from talqy.project.keeps import Keeps
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.taken_in import tree_taking_in, with_theirs
from talqy.project.trees_joined import joined_trees
from talqy.project.undone import undone_between

_MOST_BYTES = 2 << 20
_FEWEST = 2
"""What was published and set back are two commits at least."""


def set_back(root: Path, tip: str, main: str, tree: str) -> dict[str, bytes | None]:
    """Return the files of a work of which something was set back, as they are without that.

    `tree` is the work together with what is published. A record only grows: nobody sets it back.
    """
    starts = merge_bases(root, main, tip)
    words = ("rev-list", "--count", "--end-of-options", main, *(f"^{one}" for one in starts))
    if int(git_output(root, *words)) < _FEWEST:
        return {}
    changed = (one.path for one in changed_files(root, main, tree, MOST_CHANGES))
    files = [path for path in changed if not paths.is_record(path)]
    ids = files_at(root, tip, files)
    known = blobs(root, ids.values(), _MOST_BYTES)
    own = {path: known.get(ids.get(path, "")) for path in files}
    found = dict[str, bytes | None]()
    for start in starts:
        found |= undone_between(root, (start, main), tree, own)
    return found


def tree_with_published(root: Path, tip: str, main: str, keeps: Keeps) -> str:
    """Return the tree of a work together with what is published, as somebody has chosen."""
    tree = tree_taking_in(root, tip, main, Keeps.OWN)
    if keeps is Keeps.OWN:
        return tree
    theirs = tree_taking_in(root, tip, main, keeps)
    return with_theirs(root, theirs, set_back(root, tip, main, tree))


def apart(root: Path, tip: str, main: str) -> tuple[str, list[str]]:
    """Return where a work and what is published went apart, and the files in which they differ.

    Those of which something was set back are among them.
    """
    here, merged = prefix(root), joined_trees(root, main, tip)
    again = set_back(root, tip, main, merged.tree)
    files = dict.fromkeys(one.removeprefix(here) for one in (*merged.conflicts, *again))
    return common_start(root, main, tip), list(files)
