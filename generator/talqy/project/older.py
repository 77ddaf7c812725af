"""An older state of a project to compare with: a folder, an archive, a commit, or a root."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.history import History
from talqy.model.register import Register
from talqy.project.archive import is_archive, read_archive
from talqy.project.commits import resolved
from talqy.project.committed import files_at
from talqy.project.files import HeldFiles, is_file
from talqy.project.git import blobs, git_output, git_run, tree_files
from talqy.project.load import read_files, read_project
from talqy.project.validate import shaped
from talqy.project.yaml_read import MAX_HISTORY_BYTES, parse
from talqy.record.root import project_root

_ROOT = re.compile(r"(?:sha256:)?[0-9a-f]{64}")


class NoOlderStateError(TalqyError):
    """What is to be compared with cannot be read."""


@dataclass(frozen=True, slots=True)
class Older:
    """All of an older state; `is_rewritten` where the present history does not hold it."""

    register: Register
    is_rewritten: bool = False


def older_states(root: Path, other: str, register: Register) -> Older:
    """Read an older state: a folder or an archive, 64 digits of a root; all else is a commit."""
    if is_file(f"{other}/{paths.PROJECT}"):
        return _of_folder(root, Path(other))
    if is_file(other) and is_archive(other):
        return _of_archive(root, Path(other))
    if _ROOT.fullmatch(other):
        return _of_root(root, f"sha256:{other.removeprefix('sha256:')}", register)
    commit = resolved(root, other)
    return Older(_register_of(root, commit), is_rewritten=not _holds(root, commit))


def _of_folder(root: Path, folder: Path) -> Older:
    """Read an older copy; where both are clones, ours must hold the commit that it stands on."""
    register = read_project(folder).register
    if register is None:
        raise NoOlderStateError("{folder} cannot be read", folder=folder.as_posix())
    head = git_run(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    if head.returncode or _has_no_history(root):
        return Older(register)
    commit = head.stdout.decode("ascii", "replace").strip()
    return Older(register, is_rewritten=not _holds(root, commit))


def _of_archive(root: Path, file: Path) -> Older:
    """Read an older copy in an archive; where it notes its commit, ours must hold it."""
    archive = read_archive(file)
    is_held = not archive.commit or _has_no_history(root) or _holds(root, archive.commit)
    return Older(_register_in(archive.files, file.name), is_rewritten=not is_held)


def _has_no_history(root: Path) -> bool:
    return git_run(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode != 0


def _holds(root: Path, commit: str) -> bool:
    """Return whether the present state goes back to a commit."""
    return git_run(root, "merge-base", "--is-ancestor", commit, "HEAD").returncode == 0


def _of_root(root: Path, wanted: str, register: Register) -> Older:
    """Find the first commit whose record has a root; else the present state may have it.

    Later ones have it too, as long as nothing is merged, and their files may be others.
    """
    merges = ("log", "--reverse", "--format=%H", "--", paths.STANDARDS)
    log = "" if _has_no_history(root) else git_output(root, *merges).decode()
    for commit in log.split():
        if project_root(_histories_of(root, commit)) == wanted:
            return Older(_register_of(root, commit))
    if project_root(register.histories) == wanted:
        return Older(register)
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


def _register_of(root: Path, commit: str) -> Register:
    return _register_in(files_at(root, commit), commit[:12])


def _register_in(files: HeldFiles, name: str) -> Register:
    register = read_files(files).register
    if register is None:
        raise NoOlderStateError("{folder} cannot be read", folder=name)
    return register
