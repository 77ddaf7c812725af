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
from talqy.service.desk.work.values import WorkKind

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
    repository = root if _is_bare(root) else _top(root)
    return usable_place(DeskPlace(repository, _main_branch(root), prefix(root).rstrip("/")))


def usable_place(place: DeskPlace) -> DeskPlace:
    """Return a place where works can be kept; raise NoDeskError where git would refuse each."""
    if place.folder and _is_bare(place.repository):
        raise NoDeskError(
            "the project lies in the folder {folder} of a repository without files (a bare one): "
            "give the desk a clone with files, or a repository of the project alone",
            folder=place.folder,
        )
    taken = {str(kind) for kind in WorkKind} & branches(place.repository, "").keys()
    if taken:
        raise NoDeskError(
            "works are saved under {branch}/…, and a branch has that name: call it something else "
            "(“git branch -m {branch} my-{branch}”)",
            branch=min(taken),
        )
    return place


def _is_bare(repository: Path) -> bool:
    return git_output(repository, "rev-parse", "--is-bare-repository").strip() == b"true"


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
