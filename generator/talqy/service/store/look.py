"""A queue looked at before it is opened: nothing of it is changed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import Connection

from talqy.service.store.engines import engines
from talqy.service.store.store import newest
from talqy.service.store.versions import VERSION, refuse_newer, version_of

_NEEDED = ("fsync", "full_page_writes")


@dataclass(frozen=True, slots=True)
class Looked:
    """`version` is 0 where there are no tables yet; `newest` is `Store.newest`.

    `careless` are settings of the server without which what is written may not outlive a power cut.
    """

    version: int
    newest: datetime | None
    careless: tuple[str, ...]


def look_at(address: str | Path) -> Looked:
    """Look at a queue; raise where it cannot be read, or is of a newer version."""
    ways = engines(address)
    try:
        with ways.reading() as connection:
            version = version_of(connection)
            refuse_newer(version, VERSION)
            last = newest(connection) if version else None
            return Looked(version, last, () if ways.is_sqlite else _careless(connection))
    finally:
        ways.close()


def _careless(connection: Connection) -> tuple[str, ...]:
    said = {name: connection.exec_driver_sql(f"SHOW {name}").scalar_one() for name in _NEEDED}
    return tuple(name for name, value in said.items() if value == "off")
