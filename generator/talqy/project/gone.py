"""Records that were there, and the folder of the project has not: nobody deletes one unseen.

Asked of git is which records the history of its last commit ever had. A site that was built here
knows, without git too, of which records it was made. Where neither is there, nothing is said; where
git has a part of the history alone, what it took away before is not known.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from talqy.model import paths
from talqy.model.addresses import ROOTS
from talqy.model.problem import Problem
from talqy.model.register import LostStandard, Record, Register
from talqy.model.values import is_slug
from talqy.project.faults import HISTORY_GONE, HISTORY_PUBLISHED
from talqy.project.git import GitError, git_run
from talqy.project.load import ReadProject

_MOST_BYTES = 1 << 20


def with_gone(read: ReadProject, root: Path) -> ReadProject:
    """Return a project with the records named that git has, and that do not lie in its folder."""
    if read.register is None:
        return read
    gone, built = frozenset(_gone(root)), _built(read.register, root)
    if not gone and not built:
        return read
    found = (*read.problems, *_problems(gone, built))
    marked = _marked(read.register, gone | built.keys())
    return replace(read, register=marked, problems=found)


def _problems(gone: Iterable[str], built: Mapping[str, str]) -> Iterator[Problem]:
    for standard in sorted(built.keys() - set(gone)):
        yield HISTORY_PUBLISHED.at(paths.history_file(standard), site=built[standard])
    for standard in sorted(gone):
        yield HISTORY_GONE.at(paths.history_file(standard), record=paths.history_file(standard))


def _gone(root: Path) -> Iterator[str]:
    """Yield the standards whose record some commit of the present history has, and no folder."""
    here = root.absolute()
    if not any((folder / ".git").exists() for folder in (here, *here.parents)):
        return
    (head, *_) = _named(root, "rev-parse", "HEAD") or [""]
    for name in _ever(here, head.strip()) if head else ():
        if not (root / paths.history_file(name)).is_file():
            yield name


# What a commit has before it never changes, and whoever serves a site asks after each save.
@lru_cache(maxsize=1)
def _ever(root: Path, head: str) -> tuple[str, ...]:
    """Return the standards whose record this commit, or one before it, has.

    All that was ever added is asked for: no renaming and no merge takes a record out of sight.
    """
    added = ("log", "--full-history", "-m", "--no-renames", "--diff-filter=A", "--format=")
    where = ("--name-only", "-z", "--relative", head, "--", f"{paths.STANDARDS}/")
    found = ((paths.standard_of(file), file) for file in _named(root, *added, *where))
    return tuple(name for name, file in found if file == paths.history_file(name) and is_slug(name))


def _built(register: Register, root: Path) -> dict[str, str]:
    """Return the standards without a record of which a site in this folder was made with one."""
    there = {r.id for r in register.records if r.history or r.broken_history}
    there |= {lost.id for lost in register.lost if (root / paths.history_file(lost.id)).is_file()}
    found: dict[str, str] = {}
    for folder in sorted(one for one in root.iterdir() if one.is_dir() and not one.is_symlink()):
        for standard in _roots(folder / ROOTS):
            if standard not in there and is_slug(standard):
                found.setdefault(standard, folder.name)
    return found


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


def _marked(register: Register, gone: frozenset[str]) -> Register:
    def marked(record: Record) -> Record:
        return replace(record, gone_history=True) if record.id in gone else record

    known = {record.id for record in register.records} | {lost.id for lost in register.lost}
    lost = (
        LostStandard(name, None, (), paths.history_file(name), is_gone=True)
        for name in sorted(gone - known)
    )
    return replace(
        register,
        records=tuple(map(marked, register.records)),
        lost=(*register.lost, *lost),
    )
