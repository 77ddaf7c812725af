"""How files lie in the folder of a site: by this a run knows those that an earlier one has left."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from talqy.project.lock import is_link


@dataclass(frozen=True, slots=True)
class LeftFile:
    """How a file was left: its size in bytes, and when it was written, in nanoseconds."""

    size: int
    written: int


@dataclass(frozen=True, slots=True)
class _FolderThere:
    """What lies in a folder: its files, and the names of the folders in it."""

    files: Mapping[str, LeftFile]
    folders: frozenset[str]


_NOTHING = _FolderThere({}, frozenset())


class FilesThere:
    """What lies in a folder and below it when it is asked for; each folder is looked at once.

    A folder is looked into where the one above it has it, so no path leads out of the first one. A
    link is no file of ours, and no folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders: dict[str, _FolderThere] = {}

    def at(self, path: str) -> LeftFile | None:
        """Return how a file lies there; None where there is none, or no place for one."""
        folder, _, name = path.rpartition("/")
        return self._in(folder).files.get(name)

    def _in(self, folder: str) -> _FolderThere:
        known = self._folders.get(folder)
        if known is None:
            above, _, name = folder.rpartition("/")
            is_there = not folder or name in self._in(above).folders
            known = self._folders[folder] = self._looked_at(folder) if is_there else _NOTHING
        return known

    def _looked_at(self, folder: str) -> _FolderThere:
        found, folders = dict[str, LeftFile](), list[str]()
        with suppress(OSError, ValueError), os.scandir(f"{self._root}/{folder}") as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False):
                    stat = entry.stat(follow_symlinks=False)
                    found[entry.name] = LeftFile(stat.st_size, stat.st_mtime_ns)
                elif entry.is_dir(follow_symlinks=False) and not is_link(entry.path):
                    folders.append(entry.name)
            return _FolderThere(found, frozenset(folders))
        return _NOTHING
