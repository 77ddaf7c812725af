"""Files as they were: all versions that the history of a project's repository holds."""

from collections.abc import Collection
from pathlib import Path

from talqy.project.git import blobs, git_output, git_run, steps

_MOST_CHANGES = 1_000_000


def versions(
    root: Path, files: Collection[str], limit: int, commit: str = "HEAD"
) -> dict[str, list[bytes]]:
    """Return the versions of files up to a commit, the newest first, `limit` bytes of each at most.

    None are there where the project lies in no repository, or a copy of it begins later.
    """
    found: dict[str, list[bytes]] = {file: [] for file in files}
    if not files or git_run(root, "rev-parse", "--verify", "--quiet", commit).returncode:
        return found
    commits = git_output(root, "rev-list", "--full-history", commit, "--", *files).decode().split()
    changed = (step for step in steps(root, commits, _MOST_CHANGES) if step.path in found)
    states = [state for step in changed for state in (step.new, step.old) if state]
    known = blobs(root, (state.object_id for state in states), limit)
    for state in states:
        if known[state.object_id] not in found[state.path]:
            found[state.path].append(known[state.object_id])
    return found
