"""Letters and tables as people sent them, lying in a project: what git takes, everybody can read.

They hold addresses and telephones that `talqy comment import` leaves out. What git is told to pass
over may lie where it lies. In `site_templates/` documents are published as they lie there, letters
never; in `standards/` and `comments/` whatever is no format of ours is named by who reads them.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from talqy.model import paths
from talqy.model.problem import Kind, Problem
from talqy.project import faults
from talqy.project.git import GitError, git_output
from talqy.project.own_files import OwnFile, own_file

_LETTERS = {".eml", ".msg", ".mbox", ".pst"}
_TABLES = {".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods"}
_TEXTS = {".doc", ".docx", ".odt", ".rtf"}
_RAW = _LETTERS | _TABLES | _TEXTS
# A folder with one of these was made by a program, and is made anew.
_MADE = (paths.MANIFEST, "pyvenv.cfg")
_KINDS: Mapping[OwnFile | None, Kind] = {
    OwnFile.TEXT: faults.RAW_COPY,
    OwnFile.ANSWERS: faults.RAW_ANSWERS,
}
_PASSED_OVER = frozenset({paths.STANDARDS, paths.COMMENTS, "node_modules"})


def problems_of_raw_files(root: Path) -> Iterator[Problem]:
    """Name each letter or table in a project's folder that git does not pass over."""
    found = sorted(_raw(root))
    taken = _taken(root) if found else None
    for path in found:
        if taken is None or path in taken:
            yield _KINDS.get(own_file(root / path), faults.RAW).at(path)


def _raw(root: Path) -> Iterator[str]:
    for folder, below, files in os.walk(root):
        here = Path(folder)
        if any(name in files for name in _MADE):
            below.clear()
            continue
        kept = (name for name in below if not name.startswith("."))
        below[:] = [n for n in kept if here != root or n not in _PASSED_OVER]
        for name in files:
            path = (here / name).relative_to(root).as_posix()
            raw = _LETTERS if paths.is_in(path, paths.TEMPLATES) else _RAW
            if Path(name).suffix.casefold() in raw:
                yield path


def _taken(root: Path) -> frozenset[str] | None:
    """Return what git has, or would take with “git add --all”; None where it cannot be asked."""
    try:
        said = git_output(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    except GitError:
        return None
    return frozenset(os.fsdecode(path) for path in said.split(b"\0"))
