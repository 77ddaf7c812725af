"""A backup brought back into an empty queue, of either database: all of it, or nothing.

The file is read twice. First it is held to its own digest, to the last line; only then is anything
written, in one transaction.
"""

import gzip
import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import TableClause, insert, select
from sqlalchemy.engine import Connection

from talqy.errors import TalqyError
from talqy.service.store.dump import KIND
from talqy.service.store.plain import Row, binary_columns, carried, read
from talqy.service.store.store import Store
from talqy.service.store.tables import ACTS
from talqy.service.store.versions import VERSION, refuse_newer

_LONGEST_LINE = 4 << 20
_ROWS_AT_ONCE = 200


class BackupBrokenError(TalqyError):
    """A file is no backup of a queue, or not a whole one."""


class StoreNotEmptyError(TalqyError):
    """A backup would be laid over what is there."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a whole backup holds: when it was made, of which version, how many rows by table."""

    file: Path
    made: datetime
    version: int
    rows: Mapping[str, int]


def read_backup(file: Path) -> Backup:
    """Read a backup to its end; raise where it is not what was written then."""
    lines = _lines(file)
    first = next(lines, b"")
    head, digest, rows = _head(first, file), hashlib.sha256(first), Counter[str]()
    for line in lines:
        said = _said(line, file)
        if "end" in said:
            whole = {"rows": dict(rows), "sha256": digest.hexdigest()}
            if said["end"] != whole or next(lines, None) is not None:
                break
            return Backup(file, datetime.fromisoformat(head["made"]), head["version"], rows)
        digest.update(line)
        rows[next(iter(said), "")] += 1
    raise _broken(file)


def restore(backup: Backup, store: Store) -> None:
    """Bring all of a backup into a queue in which nothing is yet."""
    refuse_newer(backup.version, VERSION)
    tables = {plain.name: plain for plain in carried()}
    if unknown := set(backup.rows) - set(tables):
        raise BackupBrokenError(
            "{file} holds what this Talqy does not know: {names}",
            file=backup.file.as_posix(),
            names=", ".join(sorted(unknown)),
        )
    with store.engines.writing() as connection:
        _refuse_what_is_there(connection, tables)
        rows = islice(_lines(backup.file), 1, 1 + sum(backup.rows.values()))
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            for name, group in _by_table(some, backup.file):
                binary = binary_columns(tables[name])
                connection.execute(insert(tables[name]), [read(row, binary) for row in group])
        _number_on(connection)


def _refuse_what_is_there(connection: Connection, tables: Mapping[str, TableClause]) -> None:
    for plain in tables.values():
        if connection.execute(select(plain).limit(1)).first() is not None:
            raise StoreNotEmptyError(
                "the queue is not empty, and nothing was restored: a backup goes into a new queue; "
                "name another one in the settings, or move this one away"
            )


def _by_table(lines: Iterable[bytes], file: Path) -> Iterator[tuple[str, list[Row]]]:
    """Yield rows that follow one another and are of one table."""
    pairs = (next(iter(_said(line, file).items())) for line in lines)
    for name, group in groupby(pairs, key=itemgetter(0)):
        yield name, [row for _, row in group]


def _number_on(connection: Connection) -> None:
    """Let lines of the log be numbered on from those that were restored."""
    if connection.dialect.name != "sqlite":
        last = f"SELECT setval(pg_get_serial_sequence('{ACTS.name}', 'number'), max(number))"
        connection.exec_driver_sql(f"{last} FROM {ACTS.name}")


def _head(line: bytes, file: Path) -> Mapping[str, Any]:
    head = _said(line, file) if line else {}
    if head.get("kind") != KIND or not isinstance(head.get("version"), int):
        raise BackupBrokenError(
            "{file} is no backup of a queue; “talqy service backup” makes one",
            file=file.as_posix(),
        )
    return head


def _lines(file: Path) -> Iterator[bytes]:
    try:
        with gzip.open(file, "rb") as packed:
            while line := packed.readline(_LONGEST_LINE + 1):
                if len(line) > _LONGEST_LINE:
                    raise _broken(file)
                yield line
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise _broken(file) from error


def _said(line: bytes, file: Path) -> Mapping[str, Any]:
    try:
        said = json.loads(line)
    except ValueError as error:
        raise _broken(file) from error
    if not isinstance(said, dict):
        raise _broken(file)
    return said


def _broken(file: Path) -> BackupBrokenError:
    return BackupBrokenError(
        "{file} is not whole, or was changed since it was written: its digest is another one; "
        "nothing was restored",
        file=file.as_posix(),
    )
