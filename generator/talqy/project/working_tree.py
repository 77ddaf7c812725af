"""The working tree in which a branch is checked out: a branch is moved beneath it with its files.

As when something is pushed into it (`receive.denyCurrentBranch=updateInstead` of git): only where
nothing was changed there, all or nothing.
"""

import os
from pathlib import Path

from talqy.errors import TalqyError
from talqy.project.branches import (
    HEADS,
    branch_moved,
    is_in,
    kept_aside,
    let_go,
    set_aside,
    tip_of,
)
from talqy.project.git import git_output, git_run

_MOST_NAMED = 5
BEGUN = "moving/"
"""Below `refs/talqy/`: where a branch is being moved with its files, by its name."""


class NotCleanError(TalqyError):
    """The working tree has changes of somebody, which nobody may overwrite."""


def tree_showing(root: Path, branch: str) -> Path | None:
    """Return the working tree that shows a branch; None where none does."""
    listed = git_output(root, "worktree", "list", "--porcelain", "-z").decode("utf-8", "replace")
    for block in listed.split("\0\0"):
        lines = block.split("\0")
        if f"branch {HEADS}{branch}" in lines:
            folder = next(line for line in lines if line.startswith("worktree "))
            return Path(folder.removeprefix("worktree "))
    return None


def changed_in(tree: Path) -> tuple[str, ...]:
    """Return the files of a working tree that differ from its last commit."""
    words = ("status", "--porcelain", "-z", "--untracked-files=no", "--no-renames")
    records = git_output(tree, *words).decode("utf-8", "replace").split("\0")
    return tuple(record[3:] for record in records if record)


def _is_in_the_way(tree: Path, old: str, new: str) -> bool:
    """Return whether something lies where files will that one commit has and another has not.

    Also where a folder of theirs will lie: git would write over what it is told to pass over.
    """
    gone = set(_changed(tree, old, new, "D"))
    for file in _changed(tree, old, new, "A"):
        if os.path.lexists(file):
            return True
        for folder in file.parents[: -len(tree.parents) - 1]:
            is_other = os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir())
            if is_other and folder not in gone:
                return True
    return False


def _changed(tree: Path, old: str, new: str, how: str) -> list[Path]:
    words = ("diff-tree", "-r", "-z", "--name-only", "--no-renames", f"--diff-filter={how}")
    names = git_output(tree, *words, old, new).split(b"\0")
    return [tree / os.fsdecode(name) for name in names if name]


def moved_with_files(tree: Path, branch: str, new: str, old: str) -> bool:
    """Move a branch and the files of its working tree; return False where it is not at `old`."""
    changed = changed_in(tree)
    if changed:
        raise NotCleanError(
            "the folder {folder} has changes that are not committed: {files}. Commit them, or put "
            "them aside, and publish again",
            folder=tree.as_posix(),
            files=", ".join(changed[:_MOST_NAMED]),
        )
    git_run(tree, "update-index", "-q", "--refresh")
    in_the_way = NotCleanError(
        "in the folder {folder} files are in the way of what is published, and git does not know "
        "them: put them elsewhere, and publish again",
        folder=tree.as_posix(),
    )
    if _is_in_the_way(tree, old, new):
        raise in_the_way
    begun = f"{BEGUN}{branch}"
    set_aside(tree, begun, new)
    if git_run(tree, "read-tree", "-u", "-m", old, new).returncode:
        let_go(tree, begun)
        raise in_the_way
    has_moved = branch_moved(tree, branch, new, old)
    if not has_moved:
        git_output(tree, "read-tree", "-u", "-m", new, old)
    let_go(tree, begun)
    return has_moved


def finished(tree: Path, branch: str) -> str | None:
    """Finish a move that was cut off when the files had come and the branch had not.

    Return where the branch is then; None where there was nothing of the kind. What somebody has
    done in the folder since is left as it is.
    """
    begun = f"{BEGUN}{branch}"
    new, old = kept_aside(tree, begun).get(begun), tip_of(tree, branch)
    if new is None:
        return None
    git_run(tree, "update-index", "-q", "--refresh")
    is_there = not git_run(tree, "diff-index", "--quiet", "--cached", new, "--").returncode
    is_clean = not git_run(tree, "diff-files", "--quiet", "--").returncode
    is_next = old is not None and old != new and is_in(tree, old, new)
    has_moved = is_there and is_clean and is_next and branch_moved(tree, branch, new, old)
    let_go(tree, begun)
    return new if has_moved else None
