"""Pull requests at forges: finding ours, opening one, and what became of it.

Each forge has its own words (`docs.github.com/rest/pulls`, `docs.gitlab.com/api/merge_requests`,
`codeberg.org/api/swagger`); here they become one.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol
from urllib.parse import quote, urlsplit

from talqy.model.project import Forge
from talqy.service.publish.forge_http import ForgeApi, ForgeRefusedError

_MOST_PAGES, _PAGE = 20, 50
_LONGEST = 500


class PullState(StrEnum):
    """What became of a pull request."""

    OPEN = "open"
    MERGED = "merged"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class OpenedPull:
    """A pull request as the forge knows it: its number, its page, its state."""

    number: int
    page: str
    state: PullState


class PullForge(Protocol):
    """What is asked of any forge, of one repository and one main branch."""

    def find(self, branch: str) -> OpenedPull | None:
        """Return the open pull request of a branch."""

    def open(self, branch: str, title: str, words: str) -> OpenedPull:
        """Open a pull request; return the one that is there where there is one."""

    def of(self, number: int) -> OpenedPull | None:
        """Return a pull request by its number."""


def forge_of(forge: Forge, main: str, api: str | None, token: str) -> PullForge | None:
    """Return how to ask the forge of a project; None where nobody has given a token."""
    if not token or not forge.url or forge.kind == "none":
        return None
    parts = urlsplit(forge.url)
    path = parts.path.strip("/").removesuffix(".git")
    host = f"{parts.scheme}://{parts.netloc}"
    if forge.kind == "github":
        usual = "https://api.github.com" if parts.netloc == "github.com" else f"{host}/api/v3"
        heads = {"Authorization": f"Bearer {token}", "X-GitHub-Api-Version": "2022-11-28"}
        return _GitHub(ForgeApi(api or usual, heads), path, main)
    if forge.kind == "gitlab":
        return _GitLab(ForgeApi(api or f"{host}/api/v4", {"PRIVATE-TOKEN": token}), path, main)
    heads = {"Authorization": f"token {token}"}
    return _Forgejo(ForgeApi(api or f"{host}/api/v1", heads), path, main)


@dataclass(frozen=True, slots=True)
class _OfPulls(ABC):
    """What GitHub, Forgejo and Gitea have alike: how a pull request is opened and looked at."""

    api: ForgeApi
    path: str
    main: str

    @abstractmethod
    def find(self, branch: str) -> OpenedPull | None:
        """Return the open pull request of a branch."""

    def open(self, branch: str, title: str, words: str) -> OpenedPull:
        body = {"title": title, "body": words, "head": branch, "base": self.main}
        made = _pull(self.api.post(f"/repos/{self.path}/pulls", body))
        return made or _found(self, branch)

    def of(self, number: int) -> OpenedPull | None:
        return _pull(self.api.get(f"/repos/{self.path}/pulls/{number}"))


class _GitHub(_OfPulls):
    def find(self, branch: str) -> OpenedPull | None:
        head = f"{self.path.partition('/')[0]}:{branch}"
        asked = {"head": head, "base": self.main, "state": "open"}
        found = _listed(self.api.get(f"/repos/{self.path}/pulls", **asked))
        return next((_pull(one) for one in found if _at(one, "head", "ref") == branch), None)


class _Forgejo(_OfPulls):
    """Forgejo and Gitea: they list pull requests by state alone."""

    def find(self, branch: str) -> OpenedPull | None:
        for page in range(1, _MOST_PAGES + 1):
            asked = {"state": "open", "page": str(page), "limit": str(_PAGE)}
            found = _listed(self.api.get(f"/repos/{self.path}/pulls", **asked))
            for one in found:
                if branch in (_at(one, "head", "ref"), _at(one, "head", "label")):
                    return _pull(one)
            if not found:
                break
        return None


@dataclass(frozen=True, slots=True)
class _GitLab:
    api: ForgeApi
    path: str
    main: str

    @property
    def _requests(self) -> str:
        return f"/projects/{quote(self.path, safe='')}/merge_requests"

    def find(self, branch: str) -> OpenedPull | None:
        asked = {"source_branch": branch, "target_branch": self.main, "state": "opened"}
        found = _listed(self.api.get(self._requests, **asked))
        return next((_merge_request(one) for one in found), None)

    def open(self, branch: str, title: str, words: str) -> OpenedPull:
        body = {
            "source_branch": branch,
            "target_branch": self.main,
            "title": title,
            "description": words,
            "remove_source_branch": True,
        }
        made = _merge_request(self.api.post(self._requests, body))
        return made or _found(self, branch)

    def of(self, number: int) -> OpenedPull | None:
        return _merge_request(self.api.get(f"{self._requests}/{number}"))


# --- what forges answer ---------------------------------------------------------------------------


def _found(forge: PullForge, branch: str) -> OpenedPull:
    """Return the pull request that is there already; refuse where there is none all the same."""
    if found := forge.find(branch):
        return found
    raise ForgeRefusedError("the forge opens no pull request of the branch {branch}", branch=branch)


def _pull(said: Any) -> OpenedPull | None:  # noqa: ANN401 - any JSON
    """Read a pull request of GitHub, Forgejo or Gitea."""
    is_merged = bool(_at(said, "merged_at") or _at(said, "merged") is True)
    state = PullState.MERGED if is_merged else _STATES.get(_at(said, "state"))
    return _pull_of(_at(said, "number"), _at(said, "html_url"), state)


def _merge_request(said: Any) -> OpenedPull | None:  # noqa: ANN401 - any JSON
    """Read a merge request of GitLab."""
    return _pull_of(_at(said, "iid"), _at(said, "web_url"), _STATES.get(_at(said, "state")))


_STATES: Mapping[Any, PullState] = {
    "open": PullState.OPEN,
    "opened": PullState.OPEN,
    "locked": PullState.OPEN,  # of GitLab: it is being merged
    "merged": PullState.MERGED,
    "closed": PullState.CLOSED,
}


def _pull_of(number: Any, page: Any, state: PullState | None) -> OpenedPull | None:  # noqa: ANN401
    if not isinstance(number, int) or state is None:
        return None
    is_page = isinstance(page, str) and len(page) <= _LONGEST and page.startswith("https://")
    return OpenedPull(number, page if is_page else "", state)


def _listed(said: Any) -> list[Any]:  # noqa: ANN401 - any JSON
    return said if isinstance(said, list) else []


def _at(said: Any, *names: str) -> Any:  # noqa: ANN401 - any JSON
    for name in names:
        said = said.get(name) if isinstance(said, dict) else None
    return said if isinstance(said, str | int | bool) else None
