"""A project's files: every entry in one order, links not followed; on disk, or held in memory.

Their names are looked at too. Windows and macOS fold capitals, macOS also spells й with two signs:
there two of our files would be one, and which one a checkout leaves is chance. Windows has names
and signs of its own besides.
"""

import os
import time
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from errno import ENOENT
from pathlib import Path
from typing import Protocol

from talqy.model import paths
from talqy.model.litter import is_litter
from talqy.model.problem import Problem
from talqy.project import faults
from talqy.project.yaml_read import most_bytes

ALLOWED_ANYWHERE = frozenset({"README.md", ".gitkeep"})


@dataclass(frozen=True, slots=True)
class ListedFile:
    """One file or link; `path` is relative to the project, with forward slashes."""

    path: str
    is_link: bool

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


class ProjectFiles(Protocol):
    """Where a project is read from: its folder, or a commit."""

    def entries(self, folder: str) -> Iterable[ListedFile]:
        """Yield all files and links under a folder, sorted by path."""

    def is_file(self, path: str) -> bool:
        """Return whether there is a file, and not a link or a folder."""

    def data(self, path: str) -> bytes:
        """Return a file's bytes, no more than are wanted; an `OSError` says why that cannot be."""


@dataclass(frozen=True, slots=True)
class DiskFiles:
    """A project's tree as it lies on disk."""

    root: Path

    def entries(self, folder: str) -> Iterator[ListedFile]:
        """Yield all files and links under a folder, whatever order the disk has."""
        listed = _scan(str(self.root / folder), folder, is_listed=False)
        yield from sorted(listed, key=lambda entry: entry.path)

    def is_file(self, path: str) -> bool:
        """Return whether there is a file, and not a link or a folder."""
        file = self.root / path
        return file.is_file() and not file.is_symlink()

    def data(self, path: str) -> bytes:
        """Return a file's bytes, one more than may be there at most."""
        with open(f"{self.root}/{path}", "rb") as stream:  # noqa: PTH123 - many files
            return stream.read(most_bytes(path) + 1)


SeenFile = tuple[object, bytes]
"""By what a file was known when it was read, and its bytes."""

_SETTLED = 2_000_000_000
"""So many nanoseconds after it was written, a file that is written again has another time."""


@dataclass(frozen=True, slots=True)
class SeenFiles(DiskFiles):
    """A project's tree on disk, for who reads it again and again: what lies as it lay is kept.

    A file that was written while it was read, or just before, is read again: two writings may have
    one time.
    """

    known: dict[str, SeenFile] = field(default_factory=dict)

    def data(self, path: str) -> bytes:
        """Return a file's bytes, one more than may be there at most."""
        begun, found = time.time_ns(), os.stat(f"{self.root}/{path}")  # noqa: PTH116 - many files
        seen = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
        was, data = self.known.get(path, ((), b""))
        if was == seen:
            return data
        data = DiskFiles.data(self, path)
        if begun - max(seen[:2]) > _SETTLED:
            self.known[path] = seen, data
        else:
            self.known.pop(path, None)
        return data


@dataclass(frozen=True, slots=True)
class CopiedFiles:
    """The files of a commit, of which a copy lies on disk: git has said what is there.

    `ids` are those of the contents, by path, and `content` reads one of these, so many bytes of it
    at most. What has the id that it had is not looked at again.
    """

    ids: Mapping[str, str]
    content: Callable[[str, int], bytes]
    known: dict[str, SeenFile] = field(default_factory=dict)
    _sorted: list[str] = field(default_factory=list)

    def entries(self, folder: str) -> Iterator[ListedFile]:
        """Yield all files under a folder, but for what systems leave for themselves."""
        if not self._sorted:
            self._sorted.extend(sorted(self.ids))
        if folder in self.ids:
            yield ListedFile(folder, is_link=False)
        below = f"{folder}/"
        for path in self._sorted[bisect(self._sorted, below) :]:
            if not path.startswith(below):
                break
            if not any(map(is_litter, path[len(below) :].split("/"))):
                yield ListedFile(path, is_link=False)

    def is_file(self, path: str) -> bool:
        """Return whether there is a file."""
        return path in self.ids

    def data(self, path: str) -> bytes:
        """Return a file's bytes, one more than may be there at most."""
        name = self.ids.get(path)
        if name is None:
            raise FileNotFoundError(ENOENT, "there is no such file", path)
        was, data = self.known.get(path, (None, b""))
        if was != name:
            data = self.content(name, most_bytes(path) + 1)
            self.known[path] = name, data
        return data


@dataclass(frozen=True, slots=True)
class HeldFiles:
    """A project's files by path, as somebody took them from elsewhere; None stands for a link."""

    files: Mapping[str, bytes | None]

    def entries(self, folder: str) -> Iterator[ListedFile]:
        """Yield all files and links under a folder."""
        for path in sorted(self.files):
            if path.startswith(f"{folder}/"):
                yield ListedFile(path, is_link=self.files[path] is None)

    def is_file(self, path: str) -> bool:
        """Return whether there is a file, and not a link or a folder."""
        return self.files.get(path) is not None

    def data(self, path: str) -> bytes:
        """Return a file's bytes."""
        data = self.files.get(path)
        if data is None:
            raise FileNotFoundError(ENOENT, "there is no such file", path)
        return data


def is_file(name: str) -> bool:
    """Return whether a word of a person names a file; a word too long for a name does not."""
    return os.path.isfile(name)  # noqa: PTH113 - pathlib raises an error over such a word


def text_of(file: Path) -> str:
    """Return the text of a file that is to be edited, with line ends LF, as they are written."""
    return file.read_bytes().decode().replace("\r\n", "\n")


def bytes_of(file: Path) -> bytes | None:
    """Return a file's bytes; None where there is no file."""
    return file.read_bytes() if file.is_file() else None


def _scan(folder: str, path: str, *, is_listed: bool) -> Iterator[ListedFile]:
    """Yield what lies in a folder, and below it, but for what systems leave there for themselves.

    Raise `OSError` where one that `is_listed` is gone when it is looked into: it is not empty.
    """
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        if is_listed:
            raise
        return
    except NotADirectoryError:  # a file stands where a folder belongs
        yield ListedFile(path, is_link=False)
        return
    with entries:
        for item in entries:
            below = f"{path}/{item.name}"
            if item.is_symlink():
                yield ListedFile(below, is_link=True)
            elif is_litter(item.name):
                continue
            elif item.is_dir():
                yield from _scan(item.path, below, is_listed=True)
            else:
                # A pipe or a socket is no file: who opens it waits for ever.
                yield ListedFile(below, is_link=not item.is_file())


def folded(path: str) -> str:
    """Return what a path is on a disk that tells no capitals."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def problems_of_names(listed: Iterable[str]) -> Iterator[Problem]:
    """Name each file or folder whose name another system refuses, or takes for another one."""
    first, seen = dict[str, str](), set[str]()
    for path in listed:
        for here in (path,) if path.rpartition("/")[0] in seen else _steps(path):
            if here in seen:
                continue
            seen.add(here)
            folder, _, name = here.rpartition("/")
            other = first.setdefault(folded(here), here)
            if not paths.is_utf8(name):
                yield faults.NAME_NOT_UTF8.at(here)
            elif other == here:
                if paths.is_refused_by_windows(name):
                    yield faults.NOT_ON_WINDOWS.at(here, name=name)
            elif other.rpartition("/")[0] == folder:  # else the folder itself has been named
                yield faults.SAME_NAME.at(here, other=other)


def _steps(path: str) -> Iterator[str]:
    """Yield the folders that lead to a file, and the file."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
    yield path


def problems_of_folders(root: Path) -> Iterator[Problem]:
    """Name a folder that is one of ours but for capitals: here it is read, elsewhere it is not."""
    for name in sorted(path.name for path in root.iterdir()):
        for wanted in paths.FOLDERS:
            if name != wanted and folded(name) == wanted:
                yield faults.OTHER_CAPITALS.at(name, wanted=wanted)
