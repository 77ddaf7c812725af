"""A pull request as it lies in git: what it changes, in which commits, and what was there before.

Nothing of the head is checked out. Its files are read as bytes, when their size is known; whatever
cannot be read ends the run (`GitError`), since what was not checked must not pass.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from talqy.project.git import (
    REGULAR,
    ChangedFile,
    Commit,
    GitError,
    TreeFile,
    all_changes,
    blobs,
    commits,
    is_shallow,
    merge_base,
    resolved,
    sizes,
    tree_files,
)
from talqy.project.yaml_read import MAX_HISTORY_BYTES

MOST_CHANGES = 5_000
"""Changed files that are looked at; a pull request of more is refused whatever they are."""
MOST_COMMITS = 1_000

_SPAN = re.compile(r"(.+?)\.\.\.?(.+)")
_MOST_BYTES = 256 << 20
_MESSAGES = "site_templates/messages/"


@dataclass(frozen=True)
class Request:
    """The two ends of a pull request by their ids, and all that lies between them.

    `start` is where the head left the base; `there` are all files of the base by path.
    """

    root: Path
    base: str
    head: str
    start: str
    changes: tuple[ChangedFile, ...]
    commits: tuple[Commit, ...]
    there: Mapping[str, TreeFile]

    def base_files(self, wanted: Iterable[str]) -> dict[str, bytes | None]:
        """Read files of the base by path; a link is None."""
        return self._read([self.there[path] for path in wanted if path in self.there])

    def head_files(self, changes: Iterable[ChangedFile]) -> dict[str, bytes | None]:
        """Read changed files as the head has them; a link is None."""
        return self._read([TreeFile(c.path, c.mode, c.object_id) for c in changes])

    def head_sizes(self, changes: Iterable[ChangedFile]) -> dict[str, int]:
        """Return how big changed files are, without reading them."""
        wanted = [change for change in changes if change.mode in REGULAR]
        found = sizes(self.root, (change.object_id for change in wanted))
        if lost := [name for name, size in found.items() if size < 0]:
            raise GitError(f"the file {lost[0][:12]} is not here; fetch it first")
        return {change.path: found[change.object_id] for change in wanted}

    def messages(self) -> dict[str, bytes]:
        """Read the base's own catalogues of words, by file name."""
        wanted = [path for path in self.there if path.startswith(_MESSAGES)]
        return {
            path.removeprefix(_MESSAGES): data
            for path, data in self.base_files(wanted).items()
            if data is not None and path.endswith(".po") and path.count("/") == 2
        }

    def _read(self, files: list[TreeFile]) -> dict[str, bytes | None]:
        ids = [file.object_id for file in files if file.mode in REGULAR]
        found = blobs(self.root, ids, MAX_HISTORY_BYTES + 1, _MOST_BYTES)
        return {f.path: found[f.object_id] if f.mode in REGULAR else None for f in files}


def read_request(root: Path, span: str) -> Request:
    """Find the pull request `BASE..HEAD` in the repository that `root` is in."""
    if not (names := _SPAN.fullmatch(span)):
        raise GitError(f"“{span}” does not name two commits; write BASE..HEAD")
    base, head = resolved(root, names[1]), resolved(root, names[2])
    start = merge_base(root, base, head)
    made = commits(root, base, head, MOST_COMMITS)
    if any(not commit.parents for commit in made) and is_shallow(root):
        raise GitError("a shallow copy does not show where these commits begin; fetch all of them")
    return Request(
        root=root,
        base=base,
        head=head,
        start=start,
        changes=tuple(all_changes(root, start, head, MOST_CHANGES)),
        commits=tuple(made),
        there={file.path: file for file in tree_files(root, base, ".")},
    )
