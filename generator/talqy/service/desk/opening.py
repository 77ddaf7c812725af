"""A desk opened: on this computer for whoever may write here, or behind a proxy by settings."""

import os
import tempfile
from pathlib import Path

from talqy.errors import TalqyError
from talqy.model.digest import key_of
from talqy.project.branches import HEADS, branches, tip_of
from talqy.project.git import git_output, git_run, is_repository, prefix
from talqy.project.kept import kept_folder
from talqy.project.survey import survey
from talqy.service.desk.work.place import DeskPlace

_DIGITS = 16


class NoDeskError(TalqyError):
    """There is nothing here that a desk could work on."""


def place_here(root: Path) -> DeskPlace:
    """Return where works are kept of the project in a folder, or of a bare repository."""
    if not is_repository(root):
        raise NoDeskError(
            "the desk keeps what is saved in git, and {folder} is in no repository of git: make "
            "one with “git init”, and commit the project",
            folder=root.as_posix(),
        )
    folder = prefix(root).rstrip("/")
    is_bare = git_output(root, "rev-parse", "--is-bare-repository").strip() == b"true"
    repository = root if is_bare else _top(root)
    return DeskPlace(repository, _main_branch(root), folder)


def _top(root: Path) -> Path:
    return Path(git_output(root, "rev-parse", "--show-toplevel").decode().rstrip("\n"))


def _main_branch(root: Path) -> str:
    """Return the branch that the project names as its main one, else the one that is looked at."""
    register = survey(root, is_checked=False).register if (root / "standards").is_dir() else None
    named = register.project.forge.branch if register else "main"
    if tip_of(root, named):
        return named
    head = git_run(root, "symbolic-ref", "--quiet", "HEAD").stdout.decode().strip()
    here = head.removeprefix(HEADS)
    if not here or not tip_of(root, here):
        known = ", ".join(sorted(branches(root, ""))) or "–"
        raise NoDeskError(
            "there is no branch {branch} here, and nothing was committed yet; there are: {known}",
            branch=named,
            known=known,
        )
    return here


def data_here(place: DeskPlace) -> Path:
    """Return the folder in which the desk of this computer keeps its copies."""
    kept = kept_folder()
    name = key_of(str(place.root.resolve()))[:_DIGITS]
    if kept is None:
        return Path(tempfile.mkdtemp(prefix=f"talqy-desk-{os.getpid()}-"))
    return kept / f"desk-{name}"
