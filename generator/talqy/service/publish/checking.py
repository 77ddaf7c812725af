"""What is wrong with how the settings say that comments are published; people may still comment."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.project import Project
from talqy.model.publishing import OfficialRole, Publishing
from talqy.project.remotes import Remote, remote_heads
from talqy.service import kinds
from talqy.service.publish.place import require_movable
from talqy.service.settings import FORGE_TOKEN, Settings

_SECONDS = 30.0


def wrong_publishing(
    settings: Settings, project: Project, branch: str, file: str
) -> Iterator[Problem]:
    """Look at the part `publish` of the settings, and what it names; `branch` is the main one."""
    said = settings.said.publish
    if said is None:
        return
    yield from _addresses(said, file)
    yield from _officials(settings, said, file)
    if project.gate is None:
        yield kinds.NO_BATCHES.at(paths.PROJECT)
    try:
        require_movable(settings, said, branch)
    except TalqyError as error:
        yield kinds.NOT_PUBLISHABLE.at(file, ("repository",), reason=error.saying)
        return
    if said.remote and not _has_name(said.remote):
        remote = Remote(said.remote, said.user or "", settings.forge_token, _SECONDS)
        try:
            remote_heads(settings.repository, remote, f"refs/heads/{branch}")
        except TalqyError as error:
            yield kinds.NO_REMOTE.at(file, ("publish", "remote"), reason=error.saying)


def _addresses(said: Publishing, file: str) -> Iterator[Problem]:
    for name in ("remote", "api"):
        if _has_name(getattr(said, name) or ""):
            yield kinds.NAMED_ADDRESS.at(file, ("publish", name), variable=FORGE_TOKEN)


def _has_name(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "@" in parts.netloc


def _officials(settings: Settings, said: Publishing, file: str) -> Iterator[Problem]:
    officials = settings.said.officials.values()
    able = sum(OfficialRole.PUBLISHER in official.roles for official in officials)
    if able < said.persons:
        yield kinds.FEW_OFFICIALS.at(file, needed=said.persons, count=able)
