"""A pull request as it lies in git: what it changes, in which commits, and what was there before.

Nothing of the head is checked out. Its files are read as bytes, when their size is known; whatever
cannot be read ends the run (`GitError`), since what was not checked must not pass.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from talqy.model import paths
from talqy.project.commits import Commit, commits, is_shallow, merge_base, resolved
from talqy.project.files import HeldFiles
from talqy.project.git import (
    REGULAR,
    ChangedFile,
    GitError,
    TreeFile,
    blobs,
    changed_files,
    sizes,
    tree_files,
)
from talqy.project.yaml_read import MAX_HISTORY_BYTES

MOST_CHANGES = 5_000
"""Changed files that are listed; a pull request of more is refused whatever they are."""
MOST_COMMITS = 1_000

_SPAN = re.compile(r"(.+?)\.\.\.?(.+)")
_MOST_BYTES = 256 << 20


@dataclass(frozen=True)
class PullRequest:
    """The two ends of a pull request, and all that lies between them.

    `base`, `head` and `start` (where the head left the base) are ids of commits; `base_tree` holds
    all files of the base by path. Files are read when they are asked for, and each only once.
    """

    root: Path
    base: str
    head: str
    start: str
    changes: tuple[ChangedFile, ...]
    base_tree: Mapping[str, TreeFile]
    _known: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def commits(self) -> tuple[Commit, ...]:
        """The commits that the base does not have, the newest first."""
        return tuple(commits(self.root, self.base, self.head, MOST_COMMITS))

    def require_history(self) -> None:
        """Refuse a copy in which the beginnings of these commits were left out."""
        if any(not commit.parents for commit in self.commits) and is_shallow(self.root):
            raise GitError(
                "a shallow copy does not show where these commits begin; fetch all of them"
            )

    @cached_property
    def messages(self) -> Mapping[str, bytes]:
        """The base's own catalogues of interface words, by language."""
        wanted = [path for path in self.base_tree if path.rpartition("/")[0] == paths.MESSAGES]
        return {
            path.rpartition("/")[2].removesuffix(".po"): data
            for path, data in self.base_files(wanted).items()
            if data is not None and path.endswith(".po")
        }

    def base_files(self, wanted: Iterable[str]) -> dict[str, bytes | None]:
        """Read files of the base by path; a link is None."""
        return self._read([self.base_tree[path] for path in wanted if path in self.base_tree])

    def head_files(self, changes: Iterable[ChangedFile]) -> dict[str, bytes | None]:
        """Read changed files as the head has them; a link is None, one that is gone is left out."""
        return self._read([change.new for change in changes if change.new], _MOST_BYTES)

    def head_sizes(self, changes: Iterable[ChangedFile]) -> dict[str, int]:
        """Return how many bytes changed files have, without reading them."""
        wanted = [c.new for c in changes if c.new and c.new.mode in REGULAR]
        known = sizes(self.root, (file.object_id for file in wanted))
        if lost := [name for name, size in known.items() if size < 0]:
            raise GitError("the file {name} is not here; fetch it first", name=lost[0][:12])
        return {file.path: known[file.object_id] for file in wanted}

    def before(self, wanted: Callable[[str], bool]) -> HeldFiles:
        """Return files of the base, the changed ones as they were where the head left it."""
        changes = [change for change in self.changes if wanted(change.path)]
        old = self._read([change.old for change in changes if change.old])
        return self._laid_over(wanted, changes, old)

    def after(
        self, wanted: Callable[[str], bool], of_head: Callable[[str], bool] | None = None
    ) -> HeldFiles:
        """Return files of the base, the changed ones as the head has them.

        `of_head` chooses the changes that count; whatever else the head says is left aside.
        """
        changes = [change for change in self.changes if (of_head or wanted)(change.path)]
        return self._laid_over(wanted, changes, self.head_files(changes))

    def _laid_over(
        self,
        wanted: Callable[[str], bool],
        changes: Iterable[ChangedFile],
        files: Mapping[str, bytes | None],
    ) -> HeldFiles:
        touched = {change.path for change in changes}
        kept = (path for path in self.base_tree if path not in touched and wanted(path))
        return HeldFiles({**self.base_files(kept), **files})

    def _read(self, files: Iterable[TreeFile], most: int | None = None) -> dict[str, bytes | None]:
        """Read files; whatever is no ordinary file counts as a link, and is not read."""
        listed = list(files)
        ids = dict.fromkeys(file.object_id for file in listed if file.mode in REGULAR)
        new = [name for name in ids if name not in self._known]
        self._known.update(blobs(self.root, new, MAX_HISTORY_BYTES + 1, most) if new else {})
        return {f.path: self._known[f.object_id] if f.mode in REGULAR else None for f in listed}


def pull_request(root: Path, span: str) -> PullRequest:
    """Find the pull request `BASE..HEAD` in the repository that `root` is in."""
    if not (names := _SPAN.fullmatch(span)):
        raise GitError("“{span}” does not name two commits; write BASE..HEAD", span=span)
    base, head = resolved(root, names[1]), resolved(root, names[2])
    start = merge_base(root, base, head)
    return PullRequest(
        root=root,
        base=base,
        head=head,
        start=start,
        # What is judged is the difference of these two: here alone it is said which they are.
        changes=tuple(changed_files(root, start, head, MOST_CHANGES)),
        base_tree={file.path: file for file in tree_files(root, base, ".")},
    )
