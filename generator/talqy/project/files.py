"""A project's files: every entry in one order, links not followed; on disk, or held in memory."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from talqy.project.yaml_read import most_bytes

ALLOWED_ANYWHERE = frozenset({"README.md", ".gitkeep"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One file or link; `path` is relative to the project, with forward slashes."""

    path: str
    is_link: bool

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


class ProjectFiles(Protocol):
    """Where a project is read from: its folder, or a commit."""

    def entries(self, folder: str) -> Iterable[Entry]:
        """Yield all files and links under a folder, sorted by path."""

    def is_file(self, path: str) -> bool:
        """Return whether there is a file, and not a link or a folder."""

    def data(self, path: str) -> bytes:
        """Return a file's bytes, no more than are wanted; an `OSError` says why that cannot be."""


@dataclass(frozen=True, slots=True)
class DiskFiles:
    """A project's tree as it lies on disk."""

    root: Path

    def entries(self, folder: str) -> Iterator[Entry]:
        """Yield all files and links under a folder, whatever order the disk has."""
        yield from sorted(_scan(str(self.root / folder), folder), key=lambda entry: entry.path)

    def is_file(self, path: str) -> bool:
        """Return whether there is a file, and not a link or a folder."""
        file = self.root / path
        return file.is_file() and not file.is_symlink()

    def data(self, path: str) -> bytes:
        """Return a file's bytes, one more than may be there at most."""
        with (self.root / path).open("rb") as stream:
            return stream.read(most_bytes(path) + 1)


@dataclass(frozen=True, slots=True)
class HeldFiles:
    """A project's files by path, as somebody took them from elsewhere; None stands for a link."""

    files: Mapping[str, bytes | None]

    def entries(self, folder: str) -> Iterator[Entry]:
        """Yield all files and links under a folder."""
        for path in sorted(self.files):
            if path.startswith(f"{folder}/"):
                yield Entry(path, is_link=self.files[path] is None)

    def is_file(self, path: str) -> bool:
        """Return whether there is a file, and not a link or a folder."""
        return self.files.get(path) is not None

    def data(self, path: str) -> bytes:
        """Return a file's bytes."""
        data = self.files.get(path)
        if data is None:
            raise FileNotFoundError(2, "there is no such file", path)
        return data


def _scan(folder: str, path: str) -> Iterator[Entry]:
    try:
        found = os.scandir(folder)
    except FileNotFoundError:
        return
    except NotADirectoryError:  # a file stands where a folder belongs
        yield Entry(path, is_link=False)
        return
    with found:
        for item in found:
            below = f"{path}/{item.name}"
            if item.is_symlink():
                yield Entry(below, is_link=True)
            elif item.is_dir():
                yield from _scan(item.path, below)
            else:
                yield Entry(below, is_link=False)
