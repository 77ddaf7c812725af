"""Where things are on a forge: its addresses by kind, and nothing else of it."""

from urllib.parse import quote

from talqy.model.project import Forge
from talqy.model.values import is_web_address

_NEW_FILE = {
    "github": "{url}/new/{branch}/{path}",
    "gitlab": "{url}/-/new/{branch}/{path}",
    "forgejo": "{url}/_new/{branch}/{path}",
    "gitea": "{url}/_new/{branch}/{path}",
}
_FILE = {
    "github": "{url}/blob/{branch}/{path}",
    "gitlab": "{url}/-/blob/{branch}/{path}",
    "forgejo": "{url}/src/branch/{branch}/{path}",
    "gitea": "{url}/src/branch/{branch}/{path}",
}


def web_address(url: str | None) -> str:
    """Let only addresses of the web become links: no script may come in this way."""
    return url if url and is_web_address(url) else ""


def new_file(forge: Forge, folder: str) -> str:
    """Return the forge's own page for a new file in a folder; empty where there is none."""
    return _filled(_NEW_FILE, forge, folder)


def file_page(forge: Forge, path: str) -> str:
    """Return the forge's page of a file; empty where there is none."""
    return _filled(_FILE, forge, path)


def _filled(ways: dict[str, str], forge: Forge, path: str) -> str:
    url = web_address(forge.url).rstrip("/")
    if not url or forge.kind not in ways:
        return ""
    return ways[forge.kind].format(url=url, branch=quote(forge.branch), path=quote(path))
