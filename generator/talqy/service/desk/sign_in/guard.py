"""What a request must be before a page of the desk sees it: for our host, and from our own pages.

A page of another site can send a form here in the name of whoever is signed in, or reach this
computer through a name that leads to it: neither is answered.
"""

from collections.abc import Collection
from dataclasses import dataclass

from starlette.requests import Request

_SAME, _NONE = "same-origin", "none"
_CHANGING = frozenset({"POST"})


@dataclass(frozen=True, slots=True)
class Guard:
    """The hosts that the desk answers to, as browsers name them, and its scheme."""

    hosts: Collection[str]
    scheme: str = "http"

    def lets_in(self, request: Request) -> bool:
        """Return whether a request is for us, and what changes something from a page of ours."""
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            return False
        return request.method not in _CHANGING or self._is_own(request, hosts[0].lower())

    def _is_own(self, request: Request, host: str) -> bool:
        origins = request.headers.getlist("origin")
        if origins:
            return len(origins) == 1 and origins[0].lower() == f"{self.scheme}://{host}"
        return request.headers.get("sec-fetch-site", _SAME) in {_SAME, _NONE}


def hosts_here(host: str, port: int) -> frozenset[str]:
    """Return the names under which a browser on this computer may ask for us."""
    bare = f"[{host}]" if ":" in host else host
    return frozenset(f"{name}:{port}" for name in (bare, "127.0.0.1", "localhost", "[::1]"))
