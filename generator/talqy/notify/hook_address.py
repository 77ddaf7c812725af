"""Where notices may be sent: over TLS, or to this machine."""

from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from talqy.errors import TalqyError
from talqy.model.hosts import is_here


class HookRefusedError(TalqyError):
    """Nothing is sent to such an address."""


@dataclass(frozen=True, slots=True)
class HookAddress:
    """An address of https, or of http on this machine; messages name the `host` alone."""

    url: str
    host: str
    is_here: bool


def hook_address(url: str) -> HookAddress:
    """Return the address of a hook: of https, or of http on this machine."""
    parts = _parts(url)
    host = parts.hostname if parts else None
    is_local = host is not None and is_here(host)
    if not parts or not host or parts.scheme not in ({"http", "https"} if is_local else {"https"}):
        raise HookRefusedError(
            "a hook is an address of https, or of http on this machine (127.0.0.1)"
        )
    if parts.username is not None:
        raise HookRefusedError("the address of a hook has no name and no password before its host")
    return HookAddress(url, host, is_local)


def _parts(url: str) -> SplitResult | None:
    if not url.isascii() or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts
