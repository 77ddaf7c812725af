"""An older state of a project to compare with: a folder, a commit, or the root of a record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.history import History
from talqy.model.register import Record, Register
from talqy.project.commits import resolved
from talqy.project.files import HeldFiles
from talqy.project.git import REGULAR, blobs, git_output, git_run, tree_files
from talqy.project.load import read_files, read_project
from talqy.project.validate import shaped
from talqy.project.yaml_read import MAX_HISTORY_BYTES, parse
from talqy.record.root import project_root

_ROOT = re.compile(r"(?:sha256:)?[0-9a-f]{64}")


class NoOlderStateError(TalqyError):
    """What is to be compared with cannot be read."""


@dataclass(frozen=True, slots=True)
class Older:
    """The records of an older state; `is_rewritten` where the present history does not hold it."""

    records: tuple[Record, ...]
    is_rewritten: bool = False


def older_states(root: Path, other: str, register: Register) -> Older:
    """Read an older state: what is a folder is one, 64 digits are a root, all else is a commit."""
    if (Path(other) / paths.PROJECT).is_file():
        return _of_folder(root, Path(other))
    if _ROOT.fullmatch(other):
        return _of_root(root, f"sha256:{other.removeprefix('sha256:')}", register)
    commit = resolved(root, other)
    return Older(_records_of(root, commit), is_rewritten=not _holds(root, commit))


def _of_folder(root: Path, folder: Path) -> Older:
    """Read an older copy; where both are clones, ours must hold the commit that it stands on."""
    register = read_project(folder).register
    if register is None:
        raise NoOlderStateError("{folder} cannot be read", folder=folder.as_posix())
    head = git_run(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    here = git_run(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if head.returncode or here.returncode:
        return Older(register.records)
    commit = head.stdout.decode("ascii", "replace").strip()
    return Older(register.records, is_rewritten=not _holds(root, commit))


def _holds(root: Path, commit: str) -> bool:
    """Return whether the present state goes back to a commit."""
    return git_run(root, "merge-base", "--is-ancestor", commit, "HEAD").returncode == 0


def _of_root(root: Path, wanted: str, register: Register) -> Older:
    """Find the commit whose record has a root; the present state may have it too."""
    if project_root(register.histories) == wanted:
        return Older(register.records)
    for commit in git_output(root, "log", "--format=%H", "--", paths.STANDARDS).decode().split():
        if project_root(_histories_of(root, commit)) == wanted:
            return Older(_records_of(root, commit))
    raise NoOlderStateError(
        "no state of this repository has the root {root}: its history was rewritten, or the root "
        "is that of another record",
        root=wanted,
    )


def _histories_of(root: Path, commit: str) -> Iterator[History]:
    files = [f for f in tree_files(root, commit, paths.STANDARDS) if paths.is_record(f.path)]
    for data in blobs(root, (file.object_id for file in files), MAX_HISTORY_BYTES + 1).values():
        history, _ = shaped(History, parse(data, "").tree, "", {})
        if history is not None:
            yield history


def _records_of(root: Path, commit: str) -> tuple[Record, ...]:
    files = [f for folder in paths.FOLDERS for f in tree_files(root, commit, folder)]
    regular = [file for file in files if file.mode in REGULAR]
    known = blobs(root, (file.object_id for file in regular), MAX_HISTORY_BYTES + 1)
    held = HeldFiles({f.path: known[f.object_id] if f in regular else None for f in files})
    register = read_files(held).register
    if register is None:
        raise NoOlderStateError("{folder} cannot be read", folder=commit[:12])
    return register.records
