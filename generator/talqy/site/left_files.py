"""How files lie in the folder of a site: by this a run knows those that an earlier one has left."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from talqy.errors import CannotWriteError


@dataclass(frozen=True, slots=True)
class LeftFile:
    """How a file was left: its size in bytes, and when it was written, in nanoseconds."""

    size: int
    written: int


class FilesThere:
    """What lies in a folder and below it when it is asked for; each folder is looked at once.

    `place_of` says where a path stands, and refuses what is no place of the folder. A link is no
    file of ours.
    """

    def __init__(self, place_of: Callable[[str], Path]) -> None:
        self._place_of = place_of
        self._folders: dict[str, Mapping[str, LeftFile]] = {}

    def at(self, path: str) -> LeftFile | None:
        """Return how a file lies there; None where there is none, or no place for one."""
        folder, _, name = path.rpartition("/")
        if folder not in self._folders:
            try:
                self._folders[folder] = _files_in(self._place_of(path).parent)
            except (CannotWriteError, OSError, ValueError):
                self._folders[folder] = {}
        return self._folders[folder].get(name)


def _files_in(folder: Path) -> Mapping[str, LeftFile]:
    with os.scandir(folder) as entries:
        files = [entry for entry in entries if entry.is_file(follow_symlinks=False)]
        stats = [(entry.name, entry.stat(follow_symlinks=False)) for entry in files]
    return {name: LeftFile(found.st_size, found.st_mtime_ns) for name, found in stats}
