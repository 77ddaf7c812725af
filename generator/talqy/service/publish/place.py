"""The repositories between which comments go out: the service's own copy, and the one it serves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from talqy.errors import TalqyError
from talqy.model.publishing import Publishing, PublishWay
from talqy.project.branches import HEADS, CommitRole, branches, is_checked_out, tip_of
from talqy.project.remotes import Remote, RemoteAwayError, fetched, remote_heads
from talqy.service.parts import Service
from talqy.service.settings import Settings

BATCHES = "batch/"
_OURS = re.compile(rf"{BATCHES}\d{{4}}-\d\d-\d\d-[0-9a-f]{{8}}")
_THERE = "refs/talqy/there/"


class PublishError(TalqyError):
    """Nothing can be published as things stand; who runs the service mends it."""


@dataclass(frozen=True, slots=True)
class PublishPlace:
    """Where batches are made and go: `root` is the project's folder in the service's own copy."""

    root: Path
    main: str
    way: PublishWay
    role: CommitRole
    remote: Remote | None = None


@dataclass(frozen=True, slots=True)
class GitNow:
    """What git says: the tip of the main branch, our batches here, and `there`.

    `there` is None where there is no other copy, or it is `away` now.
    """

    tip: str
    here: Mapping[str, str]
    there: Mapping[str, str] | None = None
    away: TalqyError | None = field(default=None, compare=False)


def place_of(service: Service) -> PublishPlace:
    """Return the place that settings name; refuse what cannot work."""
    settings = service.settings
    said = settings.said.publish
    if said is None:
        raise PublishError(
            "the settings do not say how comments are published: add the part “publish” "
            "(docs/service-queue.md)"
        )
    main = service.project.branch.removeprefix(HEADS)
    root = require_movable(settings, said, main)
    remote = Remote(said.remote, said.user or "", settings.forge_token) if said.remote else None
    return PublishPlace(root, main, said.way, CommitRole(said.name, said.email), remote)


def require_movable(settings: Settings, said: Publishing, main: str) -> Path:
    """Return the folder in which git is asked; refuse one in which nothing can be published."""
    root = settings.repository / settings.said.folder
    if not root.is_dir():
        raise PublishError(
            "comments of a project in a folder of its repository are published only from a copy "
            "that has a working tree: {folder} is not there",
            folder=root.as_posix(),
        )
    is_moved = said.remote is not None or said.way is PublishWay.STRAIGHT
    if is_moved and is_checked_out(root, main):
        raise PublishError(
            "the branch {branch} is checked out in {folder}, and cannot be moved beneath its "
            "files: let “repository” name a bare copy (git clone --bare)",
            branch=main,
            folder=root.as_posix(),
        )
    return root


def git_now(place: PublishPlace) -> GitNow:
    """Bring the main branch up to date, and say what git says; the other copy may be away."""
    there, away = None, None
    if place.remote:
        try:
            there = _brought(place, place.remote)
        except RemoteAwayError as error:
            away = error
    tip = tip_of(place.root, place.main)
    if tip is None:
        raise PublishError("there is no branch {branch} here", branch=place.main)
    here = {name: at for name, at in branches(place.root, BATCHES).items() if is_batch(name)}
    return GitNow(tip, here, there, away)


def is_batch(name: str) -> bool:
    """Return whether a branch has the name of a batch of comments."""
    return bool(_OURS.fullmatch(name))


def _brought(place: PublishPlace, remote: Remote) -> Mapping[str, str]:
    """Return the batches of the other copy, with their commits here.

    They are listed before the main branch is fetched: a batch that is gone because it was merged is
    never taken for one that was declined.
    """
    asked = (f"{HEADS}{place.main}", f"{HEADS}{BATCHES}*")
    listed = remote_heads(place.root, remote, *asked)
    if place.main not in listed:
        raise PublishError("the other copy has no branch {branch}", branch=place.main)
    there = {name: at for name, at in listed.items() if is_batch(name)}
    known = branches(place.root, BATCHES)
    unknown = [name for name, at in there.items() if known.get(name) != at]
    wanted = {place.main: f"{HEADS}{place.main}"}
    fetched(place.root, remote, {**wanted, **{name: f"+{_THERE}{name}" for name in unknown}})
    return there
