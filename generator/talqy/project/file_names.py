"""Names of files that another system refuses, or takes for one: named where they come in.

Windows and macOS fold capitals, macOS also spells й with two signs: there two of our files would be
one, and which one a checkout leaves is chance. Windows has names and signs of its own besides.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from talqy.model.paths import is_refused_by_windows
from talqy.model.problem import Problem
from talqy.project import faults

FOLDERS = ("standards", "comments", "site_templates")


def folded(path: str) -> str:
    """Return what a path is on a disk that tells no capitals."""
    return unicodedata.normalize("NFC", path).casefold()


def problems_of_names(paths: Iterable[str]) -> Iterator[Problem]:
    """Name each file or folder whose name another system refuses, or takes for another one."""
    first, seen = dict[str, str](), set[str]()
    for path in paths:
        for here in _steps(path):
            if here in seen:
                continue
            seen.add(here)
            folder, _, name = here.rpartition("/")
            other = first.setdefault(folded(here), here)
            if other == here:
                if is_refused_by_windows(name):
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
        for wanted in FOLDERS:
            if name != wanted and folded(name) == wanted:
                yield faults.OTHER_CAPITALS.at(name, wanted=wanted)
