"""Which records a project once had: by the history in git, and by the sites built in its folder.

Asked without reading any of its files for their sense.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from talqy.model import paths
from talqy.model.addresses import ROOTS
from talqy.project.git import GitError, git_run

_MOST_BYTES = 1 << 20
Past = tuple[Path, str]
"""A repository, or the folder of the project in it, and the id of a commit."""


def records_gone(root: Path, past: Past | None = None) -> Iterator[str]:
    """Yield the standards whose record some commit of the present history has, and no folder.

    `past` is where that history is, where the folder is a copy of a commit and in no repository.
    """
    if past:
        yield from (
            name for name in _ever(*past) if not (root / paths.history_file(name)).is_file()
        )
        return
    here = root.absolute()
    if not any((folder / ".git").exists() for folder in (here, *here.parents)):
        return
    (head, *_) = _named(root, "rev-parse", "HEAD") or [""]
    for name in _ever(here, head.strip()) if head else ():
        if not (root / paths.history_file(name)).is_file():
            yield name


# What a commit has before it never changes, and whoever serves a site asks after each save.
@lru_cache(maxsize=16)
def _ever(root: Path, head: str) -> tuple[str, ...]:
    """Return the standards whose record this commit, or one before it, has.

    All that was ever added is asked for: no renaming and no merge takes a record out of sight.
    """
    added = ("log", "--full-history", "-m", "--no-renames", "--diff-filter=A", "--format=")
    where = ("--name-only", "-z", "--relative", head, "--", f"{paths.STANDARDS}/")
    found = ((paths.standard_of(file), file) for file in _named(root, *added, *where))
    return tuple(name for name, file in found if file == paths.history_file(name))


def records_built(root: Path) -> Mapping[str, Sequence[str]]:
    """Return the standards whose records each site was made of that lies in the folder."""
    folders = (one for one in root.iterdir() if one.is_dir() and not one.is_symlink())
    found = {folder.name: _roots(folder / ROOTS) for folder in sorted(folders)}
    return {name: standards for name, standards in found.items() if standards}


def _roots(file: Path) -> list[str]:
    """Return the standards that a site names with their roots; none where it names none."""
    try:
        if not file.is_file() or file.stat().st_size > _MOST_BYTES:
            return []
        tree = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return []
    roots = tree.get("standards") if isinstance(tree, dict) else None
    return sorted(roots) if isinstance(roots, dict) else []


def _named(root: Path, *arguments: str) -> list[str]:
    """Return the files that git names; none where it has no commit, or cannot be asked."""
    try:
        done = git_run(root, *arguments)
    except GitError:
        return []
    return [] if done.returncode else done.stdout.decode("utf-8", "replace").split("\0")
