"""Hosts, ports and addresses as people write them: what is one, and what is of this computer."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

_MOST_PORT, _LONGEST_PORT = 65_535, 6


class NoProxy(StrEnum):
    """Why what settings name is no proxy."""

    NO_NETWORK = "no network"
    EVERYBODY = "everybody"


def is_here(host: str) -> bool:
    """Return whether a host is this computer, by a name that nobody else can have."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def host_and_port(written: str, least: int = 1) -> tuple[str, int] | None:
    """Return host and port, of “127.0.0.1:25” or “[::1]:25”; None where it is none."""
    host, _, port = written.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or len(port) > _LONGEST_PORT:
        return None
    return (host.strip("[]"), int(port)) if least <= int(port) <= _MOST_PORT else None


def is_kept_from_others(url: str) -> bool:
    """Return whether nobody on the way reads what goes to an address: https, or this computer."""
    try:
        parts = urlsplit(url)
        is_whole = bool(parts.hostname) and parts.port != 0 and parts.username is None
    except ValueError:
        return False
    is_local = parts.scheme == "http" and is_here(parts.hostname or "")
    return is_whole and (parts.scheme == "https" or is_local)


def is_sound_address(address: str) -> bool:
    """Return whether people can be led to an address, and to what is below it."""
    if not is_kept_from_others(address):
        return False
    parts = urlsplit(address)
    return not parts.fragment and not parts.query and "//" not in parts.path


def no_proxies(proxies: Sequence[str]) -> Iterator[tuple[int, NoProxy]]:
    """Yield the places of what is no address or network of a proxy, and why."""
    for at, one in enumerate(proxies):
        try:
            is_everybody = one == "*" or ip_network(one).prefixlen == 0
        except ValueError:
            yield at, NoProxy.NO_NETWORK
        else:
            if is_everybody:
                yield at, NoProxy.EVERYBODY


def is_among(host: str, networks: Sequence[str]) -> bool:
    """Return whether an address is one of those, or in a network of those."""
    try:
        address = ip_address(host)
        return any(address in ip_network(one) for one in networks)
    except ValueError:
        return False
