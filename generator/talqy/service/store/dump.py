"""All of a queue as lines of text, packed: the same for SQLite and PostgreSQL.

The first line says what it is, of which version and moment; then each row is a line; the last has
how many there were, and the digest of all that stands above. What is taken while the lines are
read is not in them: they say how the queue was at one moment.
"""

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import TableClause, select
from sqlalchemy.engine import Connection

from talqy import __version__
from talqy.service.store.engines import Engines, transaction
from talqy.service.store.plain import binary_columns, carried, key_of, written
from talqy.service.store.versions import require_version, version_of

KIND = "talqy-queue"
_AS_GZIP = 31
_ROWS_AT_ONCE = 200


def dumped(engines: Engines, made: datetime) -> Iterator[bytes]:
    """Yield the file of a backup in parts, made at a moment."""
    packing = zlib.compressobj(wbits=_AS_GZIP)
    for line in _lines(engines, made):
        yield packing.compress(line)
    yield packing.flush()


def _lines(engines: Engines, made: datetime) -> Iterator[bytes]:
    digest, rows = hashlib.sha256(), Counter[str]()
    with transaction(engines.durable, snapshot=True) as connection:
        require_version(connection)
        for name, line in _rows_of(connection, made):
            rows[name] += bool(name)
            digest.update(line)
            yield line
    yield _line({"end": {"rows": dict(+rows), "sha256": digest.hexdigest()}})


def _rows_of(connection: Connection, made: datetime) -> Iterator[tuple[str, bytes]]:
    """Yield the head, and all rows with the names of their tables."""
    version, by = version_of(connection), f"talqy {__version__}"
    yield "", _line({"kind": KIND, "version": version, "made": made.isoformat(), "by": by})
    for plain in carried():
        binary = binary_columns(plain)
        for row in _read(connection, plain):
            yield plain.name, _line({plain.name: written(row, binary)})


def _read(connection: Connection, plain: TableClause) -> Iterable[dict[str, object]]:
    order = [plain.c[name] for name in key_of(plain)]
    wanted = select(plain).order_by(*order).execution_options(yield_per=_ROWS_AT_ONCE)
    for row in connection.execute(wanted).mappings():
        yield dict(row)


def _line(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
