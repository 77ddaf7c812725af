"""A project as it lies in a commit: its files are read from git, and nothing is checked out."""

from datetime import UTC, datetime
from pathlib import Path

from talqy.model import paths
from talqy.project.files import HeldFiles
from talqy.project.git import REGULAR, blobs, commit_files, git_output, tree_files
from talqy.project.yaml_read import MAX_HISTORY_BYTES


def files_at(root: Path, commit: str, folder: str | None = None) -> HeldFiles:
    """Return all files of a project in a commit, by its id; whatever is no file counts as a link.

    `root` is the folder of the project in a repository, or a repository without a folder; else
    `folder` is that of the project in the repository.
    """
    wanted = (*paths.FOLDERS, paths.SITE)
    if folder is None:
        files = [file for name in wanted for file in tree_files(root, commit, name)]
    else:
        listed = commit_files(root, commit, folder)
        files = [
            file for file in listed if file.path == paths.SITE or paths.is_in(file.path, *wanted)
        ]
    ids = (file.object_id for file in files if file.mode in REGULAR)
    known = blobs(root, ids, MAX_HISTORY_BYTES + 1)
    return HeldFiles({f.path: known[f.object_id] if f.mode in REGULAR else None for f in files})


def moment_of(root: Path, commit: str) -> datetime:
    """Return when a commit was made, by the clock of who made it."""
    said = git_output(root, "show", "--no-patch", "--format=%ct", "--end-of-options", commit)
    return datetime.fromtimestamp(int(said.split()[0]), UTC)
