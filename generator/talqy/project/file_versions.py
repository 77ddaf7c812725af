"""All versions that one file has had in a repository: of a branch, and of what was merged."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.project.git import blobs, git_output, prefix

_MOST_BYTES = (1 << 20) + 1


@dataclass(frozen=True, slots=True)
class FileVersion:
    """What a commit made of a file; `is_back`: it was something else meanwhile, and this again."""

    commit: str
    data: bytes
    is_back: bool = False


def file_versions(root: Path, tips: Sequence[str], path: str, most: int) -> list[FileVersion]:
    """Return the versions of a file in the newest commits that changed it, the newest first.

    Commits are those up to some tips, by their ids; of one version the newest of them is named, and
    of one that came back the one that had it first. Of a long file the beginning is read.
    """
    words = ("rev-list", "--full-history", f"--max-count={most}", "--end-of-options", *tips)
    commits = git_output(root, *words, "--", path).decode("ascii", "replace").split()
    asked = "".join(f"{commit}:{prefix(root)}{path}\n" for commit in commits).encode()
    told = ("cat-file", "--batch-check=%(objecttype) %(objectname)")
    lines = git_output(root, *told, given=asked).decode("utf-8", "replace").splitlines()
    found, back, last = dict[str, str](), set[str](), ""
    for commit, line in zip(commits, lines, strict=True):
        kind, _, name = line.partition(" ")
        if kind == "blob" and name != last:
            back |= {name} & found.keys()
            found[name] = commit
        last = name
    known = blobs(root, found, _MOST_BYTES)
    return [FileVersion(commit, known[name], name in back) for name, commit in found.items()]
