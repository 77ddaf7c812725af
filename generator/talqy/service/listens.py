"""Where the service and the desk listen, as settings write it."""

from enum import StrEnum
from pathlib import Path

from talqy.model.hosts import host_and_port, is_here

UNIX = "unix:"
"""How the path of a socket begins."""


class Listens(StrEnum):
    """What there is to say of where something listens."""

    SOUND = "sound"
    NOWHERE = "nowhere"
    TO_OTHERS = "to others"  # than programs of this computer


def place_of(listen: str) -> tuple[str, int] | str | None:
    """Return where to listen: host and port, or the path of a socket; None where it is neither."""
    if listen.startswith(UNIX):
        return listen.removeprefix(UNIX) or None
    return host_and_port(listen, least=0)


def how_it_listens(listen: str) -> Listens:
    """Return what there is to say of where something listens."""
    place = place_of(listen)
    if place is None or (isinstance(place, str) and not Path(place).parent.is_dir()):
        return Listens.NOWHERE
    return Listens.SOUND if isinstance(place, str) or is_here(place[0]) else Listens.TO_OTHERS
