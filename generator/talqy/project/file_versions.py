"""All versions that one file has had in a repository: of a branch, and of what was merged."""

from collections.abc import Sequence
from pathlib import Path

from talqy.project.git import blobs, git_output, prefix

_MOST_BYTES = (1 << 20) + 1


def file_versions(root: Path, tips: Sequence[str], path: str, most: int) -> dict[str, bytes]:
    """Return the newest commits that changed a file, with what they made of it.

    Commits are those up to some tips, by their ids; of one version the newest of them is named.
    Of a long file the beginning is read.
    """
    words = ("rev-list", "--full-history", f"--max-count={most}", "--end-of-options", *tips)
    commits = git_output(root, *words, "--", path).decode("ascii", "replace").split()
    asked = "".join(f"{commit}:{prefix(root)}{path}\n" for commit in commits).encode()
    told = ("cat-file", "--batch-check=%(objecttype) %(objectname)")
    lines = git_output(root, *told, given=asked).decode("utf-8", "replace").splitlines()
    found = dict[str, str]()
    for commit, line in zip(commits, lines, strict=True):
        kind, _, name = line.partition(" ")
        if kind == "blob" and name not in found.values():
            found[commit] = name
    known = blobs(root, found.values(), _MOST_BYTES)
    return {commit: known[name] for commit, name in found.items()}
