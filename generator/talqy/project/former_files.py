"""What files of a folder have said before: all versions of each, in the order of the commits."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from talqy.model.paths import COMMENTS
from talqy.project.commits import NoCommitError, resolved
from talqy.project.git import blobs, git_output, is_repository, prefix

_MOST_COMMITS = 5_000
_MOST_BYTES = 1 << 20
_FIELDS = 5
Former = Callable[[str], Sequence[bytes | None]]
"""What tells of a file what it has been, one after the other."""


@dataclass(frozen=True)
class FormerFiles:
    """The files below a folder in all commits up to some; of a long line the newest count."""

    root: Path
    commits: Sequence[str]
    folder: str

    def of(self, path: str) -> list[bytes | None]:
        """Return what a file has been, one after the other; None where it was not there."""
        names = self._names.get(path, ())
        known = blobs(self.root, {one for one in names if one}, _MOST_BYTES)
        return [None, *(known[one] if one else None for one in names)]

    @cached_property
    def _names(self) -> Mapping[str, Sequence[str]]:
        """The names of the files' versions; "" where a commit took one out."""
        words = ("--raw", "--no-abbrev", "--no-renames", "-m", "--full-history", "--topo-order")
        bounds = ("--reverse", f"--max-count={_MOST_COMMITS}", "--format=", "--end-of-options")
        told = ("-c", "core.quotePath=off", "log", *words, *bounds)
        lines = git_output(self.root, *told, *self.commits, "--", self.folder).decode(
            "utf-8", "replace"
        )
        here, found = prefix(self.root), dict[str, list[str]]()
        for line in lines.splitlines():
            said, _, file = line.partition("\t")
            fields = said.split()
            if not line.startswith(":") or len(fields) != _FIELDS:
                continue
            versions = found.setdefault(file.removeprefix(here), [])
            name = fields[3] if fields[3].strip("0") else ""
            if not versions or versions[-1] != name:
                versions.append(name)
        return found


def former_in_folder(root: Path) -> Former:
    """Return what tells how answers have been before; of a folder without commits nothing does."""
    if is_repository(root):
        with suppress(NoCommitError):
            return FormerFiles(root, [resolved(root, "HEAD")], COMMENTS).of
    return lambda _: ()
