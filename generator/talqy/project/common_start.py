"""Where two lines of work went apart, also where they have met more than once."""

from pathlib import Path

from talqy.project.branches import CommitRole, commit_of
from talqy.project.commits import merge_bases, merged_trees

_ROLE = CommitRole("talqy", "")


def common_start(root: Path, one: str, other: str) -> str:
    """Return the commit from which two went apart; of several one that is made of all of them.

    So git does it itself: one of them alone would take what was set back for what was never there.
    """
    start, *others = merge_bases(root, one, other)
    for base in others:
        start = commit_of(root, merged_trees(root, start, base).tree, (start, base), "", _ROLE)
    return start
