"""What a site is made of, as digests: the files of a project, the tool, and its libraries.

Nothing is read for its sense, so that this takes no time: a byte that differs is a difference.
"""

import hashlib
import os
import platform
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from talqy.model import paths
from talqy.project.files import DiskFiles
from talqy.project.shipped_files import PACKAGE, shipped_templates


@dataclass(frozen=True, slots=True)
class Sources:
    """Digests of what a project's site is made of.

    `shared` is over what the pages of each standard may show: settings, templates, and what all
    standards are called. `records` is over all records, for a receipt leads to their root.
    `own` has one for each standard: over its texts, its comments, and the answers to them.
    `untouched` is no part of what a site is made of: it is over when each file was last changed.
    Two looks that find the same find also that nothing was another between them.
    """

    shared: str
    own: Mapping[str, str]
    records: str = ""
    untouched: str = ""


def sources(root: Path) -> Sources:
    """Take the digests of a project's files as they lie on disk now."""
    files, shared, own = DiskFiles(root), [_line(root, paths.SITE)], dict[str, list[bytes]]()
    changed, records = [_changed(root, paths.SITE)], list[bytes]()
    for folder in (*paths.FOLDERS, paths.MANUAL):
        for entry in files.entries(folder):
            changed.append(_changed(root, entry.path))
            line, standard = _line(root, entry.path), _standard_of(entry.path)
            if standard:
                own.setdefault(standard, []).append(line)
            if standard and paths.is_record(entry.path):
                records.append(line)
            elif not standard or paths.is_shown_by_all(entry.path):
                shared.append(line)
    digests = {name: _digest(lines) for name, lines in own.items()}
    return Sources(_digest(shared), digests, _digest(records), _digest(changed))


def _digest(lines: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(lines)).hexdigest()


def _standard_of(path: str) -> str:
    """Return the standard in whose folder a file lies; empty for one that lies beside them."""
    return paths.standard_of(path) if path.count("/") > 1 else ""


def _line(root: Path, path: str) -> bytes:
    """Return one line on a file: its path, its digest, and whether it is a link.

    What reads templates and pages follows links, so what one leads to counts; what is no file, such
    as a folder elsewhere, is not known, and each time another line.
    """
    file = f"{root}/{path}"  # words alone: a project has thousands of files
    try:
        content = _content(file) if os.path.isfile(file) else b"%d" % time.monotonic_ns()  # noqa: PTH113
        link = "link " * os.path.islink(file)  # noqa: PTH114
    except OSError:
        content, link = b"%d" % time.monotonic_ns(), ""
    return f"{hashlib.sha256(content).hexdigest()} {link}{path}\n".encode(
        "utf-8", "surrogateescape"
    )


def _content(file: str) -> bytes:
    with open(file, "rb") as stream:  # noqa: PTH123
        return stream.read()


def _changed(root: Path, path: str) -> bytes:
    """Return one line on when a file was last changed, and which file it is."""
    try:
        found = os.stat(f"{root}/{path}")  # noqa: PTH116
    except OSError:
        return b"gone\n"
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_size}\n".encode()


@cache
def tool_digest() -> str:
    """Return a digest of the tool: its files, all libraries beside it, and the version of Python.

    Of a file counts when it was written, and its size: a checkout is worked on between two runs.
    """
    lines = [platform.python_version(), *_libraries()]
    for folder in (PACKAGE, shipped_templates()):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                found = file.stat()
                lines.append(f"{found.st_size} {found.st_mtime_ns} {file}")
    return _digest(f"{line}\n".encode("utf-8", "surrogateescape") for line in lines)


def _libraries() -> list[str]:
    """Return the names of all installed packages, which have their versions in them."""
    folders = list(map(Path, sys.path))
    kinds = ("*.dist-info", "*.egg-info")
    return sorted(one.name for kind in kinds for folder in folders for one in folder.glob(kind))
