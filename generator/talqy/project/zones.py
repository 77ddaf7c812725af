"""Time zones, as the package `tzdata` tells them: the same on every system, and in every key.

The data of the system are not looked at. They change with an update of it, and what was made before
would not know.
"""

from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

_DATA = "tzdata.zoneinfo"


@cache
def zone_of(name: str) -> ZoneInfo:
    """Return a zone of `zone_names`, such as `Asia/Almaty`."""
    with files(_DATA).joinpath(*PurePosixPath(name).parts).open("rb") as data:
        return ZoneInfo.from_file(data, key=name)


@cache
def zone_names() -> frozenset[str]:
    """Return the names of all zones."""
    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())
