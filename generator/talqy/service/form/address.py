"""Where a post came from: looked at to count, kept as a keyed hash with the salt of one day.

Whom proxies name is believed where settings name the proxies: the server of HTTP sees to that.
"""

import hmac
from collections.abc import Mapping
from datetime import date
from ipaddress import IPv6Address, ip_address, ip_network

_HOME = 64
"""A house has a network of IPv6 of this length, not an address: it counts as one."""


def client_of(peer: str, forwarded: str) -> str:
    """Return the address that posted; at a socket of this machine, the one that its proxy names.

    Only the proxy can write to such a socket, and it puts the address that it saw last.
    """
    return peer or forwarded.rpartition(",")[2].strip()


def is_from_elsewhere(headers: Mapping[str, str], origin: str) -> bool:
    """Return whether a page of another site has made a browser send this.

    Our pages send no referrer, so browsers say of their origin `null`; programs say nothing of it.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    return headers.get("origin", "null") not in {"null", origin}


def hashed(address: str, key: bytes, day: date) -> str:
    """Return what is kept of an address: of another day, or without the key, it tells nothing."""
    salt = hmac.digest(key, day.isoformat().encode(), "sha256")
    return hmac.digest(salt, _as_network(address).encode("utf-8", "replace"), "sha256").hex()[:32]


def _as_network(address: str) -> str:
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found.packed, _HOME), strict=False))
    return str(found)
