"""A pull request as it lies in git: what merging it changes, in which commits, what was there.

What counts is the tree that merging makes, beside that of the base: what the head shows beside the
commit where it left the base may be less (decision 0023). Nothing of the head is checked out. Its
files are read as bytes, when their size is known; whatever cannot be read ends the run
(`GitError`), since what was not checked must not pass.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from talqy.model import paths
from talqy.project.commits import (
    Commit,
    commits,
    is_shallow,
    merge_bases,
    merged_tree,
    resolved,
)
from talqy.project.files import HeldFiles
from talqy.project.git import (
    REGULAR,
    ChangedFile,
    GitError,
    TreeFile,
    blobs,
    changed_files,
    sizes,
    steps,
    tree_files,
)
from talqy.project.trees import has_wrong_folder
from talqy.project.yaml_read import MAX_HISTORY_BYTES

MOST_CHANGES = 5_000
"""Changed files that are listed; a pull request of more is refused whatever they are."""
MOST_COMMITS = 1_000
MOST_STEPS = 20_000
"""Commits that are listed, and files that they change one after the other."""

_SPAN = re.compile(r"(.+?)\.\.\.?(.+)")
_MOST_BYTES = 256 << 20
_NOTHING_KNOWN: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True)
class PullRequest:
    """The two ends of a pull request, and all that lies between them.

    `base`, `head` and `starts` (where the head left the base) are ids of commits, `merged` is the
    tree that merging makes. Where it cannot be made (`is_clear`), the changes are those since the
    first start: they tell their author something, and must not pass. `base_tree` holds all files of
    the base by path. Files are read when they are asked for, and each only once.
    """

    root: Path
    base: str
    head: str
    starts: tuple[str, ...]
    merged: str | None
    changes: tuple[ChangedFile, ...]
    base_tree: Mapping[str, TreeFile]
    has_wrong_folder: bool = False
    _known: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    @property
    def start(self) -> str:
        """Where the head left the base."""
        return self.starts[0]

    @property
    def is_clear(self) -> bool:
        """Return whether both ends went apart in one commit, and all folders can be read."""
        return len(self.starts) == 1 and not self.has_wrong_folder

    @cached_property
    def commits(self) -> tuple[Commit, ...]:
        """The commits that the base does not have, the newest first."""
        return tuple(commits(self.root, self.base, self.head, MOST_COMMITS))

    @cached_property
    def steps(self) -> tuple[ChangedFile, ...]:
        """What the commits change one after the other: all that merging publishes."""
        return tuple(steps(self.root, (commit.id for commit in self.commits), MOST_STEPS))

    def is_update(self, commit: Commit) -> bool:
        """Return whether a merge only brings the base into the branch, and adds nothing."""
        own = {commit.id for commit in self.commits}
        if len(commit.parents) != 2 or sum(parent in own for parent in commit.parents) != 1:
            return False
        return merged_tree(self.root, *commit.parents) == commit.tree

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
        """Read changed files as they would be; a link is None, one that is gone is left out."""
        return self._read([change.new for change in changes if change.new], _MOST_BYTES)

    def head_sizes(self, changes: Iterable[ChangedFile]) -> dict[str, int]:
        """Return how many bytes changed files have, without reading them."""
        wanted = [change for change in changes if change.new and change.new.mode in REGULAR]
        return {change.path: size for change, size in self.sizes(wanted)}

    def sizes(self, wanted: Iterable[ChangedFile]) -> list[tuple[ChangedFile, int]]:
        """Return how many bytes each version of a file has, without reading it."""
        files = [(change, change.new) for change in wanted if change.new]
        known = sizes(self.root, (file.object_id for _, file in files))
        if lost := [name for name, size in known.items() if size < 0]:
            raise GitError("the file {name} is not here; fetch it first", name=lost[0][:12])
        return [(change, known[file.object_id]) for change, file in files]

    def versions(self, wanted: Iterable[ChangedFile]) -> Iterator[tuple[ChangedFile, bytes]]:
        """Read versions of files: several may have one path."""
        changes = [change for change in wanted if change.new and change.new.mode in REGULAR]
        self._read([change.new for change in changes if change.new], _MOST_BYTES)
        for change in changes:
            if change.new:
                yield change, self._known[change.new.object_id]

    def before(self, wanted: Callable[[str], bool]) -> HeldFiles:
        """Return files of the base, the changed ones as they were before the change."""
        changes = [change for change in self.changes if wanted(change.path)]
        old = self._read([change.old for change in changes if change.old])
        return self._laid_over(wanted, changes, old)

    def after(
        self, wanted: Callable[[str], bool], of_head: Callable[[str], bool] | None = None
    ) -> HeldFiles:
        """Return files of the base, the changed ones as they would be.

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


def pull_request(root: Path, span: str, known: Mapping[str, bytes] = _NOTHING_KNOWN) -> PullRequest:
    """Find the pull request `BASE..HEAD` in the repository that `root` is in.

    `known` are whole files by their ids: they need not be read again.
    """
    if not (names := _SPAN.fullmatch(span)):
        raise GitError("“{span}” does not name two commits; write BASE..HEAD", span=span)
    base, head = resolved(root, names[1]), resolved(root, names[2])
    starts = merge_bases(root, base, head)
    changes = changed_files(root, starts[0], head, MOST_CHANGES)
    is_wrong = has_wrong_folder(root, base, head)
    # Merging what is refused anyway would only take time, as much as a stranger likes.
    is_mergeable = len(starts) == 1 and len(changes) < MOST_CHANGES and not is_wrong
    merged = merged_tree(root, base, head) if is_mergeable else None
    return PullRequest(
        root=root,
        base=base,
        head=head,
        starts=starts,
        merged=merged,
        # What is judged is the difference of these two: here alone it is said which they are.
        changes=tuple(changed_files(root, base, merged, MOST_CHANGES) if merged else changes),
        base_tree={file.path: file for file in tree_files(root, base, ".")},
        has_wrong_folder=is_wrong,
        _known={**known},
    )
