"""The project's tree as it lies on disk: every entry, in one order, links not followed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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


def entries(root: Path, folder: str) -> Iterator[Entry]:
    """Yield all files and links under a folder, sorted by path, whatever order the disk has."""
    yield from sorted(_scan(str(root / folder), folder), key=lambda entry: entry.path)


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
