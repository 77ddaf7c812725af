"""Connections to the queue: SQLite in one file, or PostgreSQL; what fails there, in our words.

Two ways lead to each. What is written the `durable` way is on disk when the call returns: a receipt
rests on it. The `light` way is for counts and spent challenges, of which a power cut may take the
last seconds: it waits for no disk, and puts nothing else at risk.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, local
from typing import Any

from sqlalchemy import URL, Column, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.exc import (
    ArgumentError,
    DataError,
    DBAPIError,
    DisconnectionError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry

from talqy.errors import TalqyError
from talqy.project.reasons import reason_of

READING = "talqy_reading"
"""The option of a connection that only reads: it waits for no writer."""
_WAIT_SECONDS = 5
_MOMENT = 0.02
_ONLY_OURS = 0o600
_FILE = "talqy_file"
# What these say is a fault of ours, not of the database.
_FAULTS_OF_OURS = (IntegrityError, ProgrammingError, DataError, NotSupportedError)
_POSTGRES = "postgresql+psycopg"
# A server that hangs must not let people wait for ever, nor hold a lock for one who went away.
_POSTGRES_LIMITS = (
    "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000 "
    "-c default_transaction_isolation=read\\ committed -c timezone=UTC"
)


class StoreAwayError(TalqyError):
    """The queue cannot be reached, or cannot write."""


class StoreAddressError(TalqyError):
    """The address of a database is none that the queue can lie in."""


class WriteWithinWriteError(RuntimeError):
    """A thread writes while it is writing: it would wait for itself."""


class _Turns:
    """Threads that write into one file take turns; SQLite would let some of them starve."""

    def __init__(self) -> None:
        self._lock, self._writes = Lock(), local()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Have the file for a time."""
        if getattr(self._writes, "now", False):
            raise WriteWithinWriteError
        with self._lock:
            self._writes.now = True
            try:
                yield
            finally:
                self._writes.now = False


@dataclass(frozen=True, slots=True)
class Engines:
    """The two ways to one queue, and all that reads and writes there."""

    durable: Engine
    light: Engine
    _turns: _Turns = field(default_factory=_Turns, repr=False, compare=False)

    @property
    def is_sqlite(self) -> bool:
        """Return whether the queue lies in one file."""
        return self.durable.dialect.name == "sqlite"

    def reading(self) -> AbstractContextManager[Connection]:
        """Return a transaction that reads, and waits for nobody."""
        return transaction(self.durable, reading=True)

    @contextmanager
    def writing(self, *, is_light: bool = False) -> Iterator[Connection]:
        """Let a transaction write, whole or not at all; one at a time writes into a file."""
        turn = self._turns.one() if self.is_sqlite else nullcontext()
        with turn, transaction(self.light if is_light else self.durable) as connection:
            yield connection

    def insert(self, table: Table) -> Any:  # noqa: ANN401 - one of two classes of one form
        """Return an insert that knows what to do where a row is there."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    def close(self) -> None:
        """End all connections."""
        self.durable.dispose()
        self.light.dispose()


def engines(address: str | Path) -> Engines:
    """Return the ways to a queue: a file of SQLite by its path, or `postgresql://…`."""
    if isinstance(address, Path):
        url = URL.create("sqlite", database=str(address))
        return Engines(_sqlite(url, "FULL"), _sqlite(url, "NORMAL"))
    url = _postgres_url(address)
    durable, light = (_postgres(url, f"-c synchronous_commit={how}") for how in ("on", "off"))
    return Engines(durable, light)


def _postgres_url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        url = None
    if url is None or url.get_backend_name() != "postgresql":
        raise StoreAddressError(
            "the database is named as “postgresql://user@host/name”; without one, the queue lies "
            "in a file of SQLite"
        )
    return url.set(drivername=_POSTGRES)


def _postgres(url: URL, more: str) -> Engine:
    own = str(url.query.get("options", ""))
    return create_engine(
        url,
        pool_size=4,
        max_overflow=6,
        pool_timeout=_WAIT_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "connect_timeout": _WAIT_SECONDS,
            "application_name": "talqy",
            "options": f"{own} {_POSTGRES_LIMITS} {more}".strip(),
        },
    )


def _sqlite(url: URL, synchronous: str) -> Engine:
    engine = create_engine(
        url,
        pool_size=4,
        max_overflow=12,
        pool_timeout=_WAIT_SECONDS,
        hide_parameters=True,
        connect_args={"timeout": _WAIT_SECONDS},
    )

    file = Path(str(url.database))

    @event.listens_for(engine, "do_connect")
    def look(_dialect: object, record: ConnectionPoolEntry, *_: object) -> None:
        # SQLite would make a new file where ours is gone.
        record.info[_FILE] = _identity(file)

    @event.listens_for(engine, "checkout")
    def look_again(_: object, record: ConnectionPoolEntry, __: object) -> None:
        # What is written into a file that somebody has taken away would be lost.
        if record.info[_FILE] != _identity(file):
            raise DisconnectionError

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: object) -> None:  # noqa: ANN401 - a connection of the driver
        connection.isolation_level = None  # we say ourselves how a transaction begins
        cursor = connection.cursor()
        _write_ahead(cursor)
        for line in (f"synchronous={synchronous}", "trusted_schema=OFF"):
            cursor.execute(f"PRAGMA {line}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        is_reading = connection.get_execution_options().get(READING)
        connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")

    return engine


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """Let a file be written ahead; of several that begin with a new one, SQLite makes none wait."""
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_MOMENT)
        else:
            return


def make_file(file: Path) -> None:
    """Make the file of a queue where it is not there yet, for its owner alone.

    Whoever reads it reads what nobody has published yet.
    """
    flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
    try:
        os.close(os.open(file, flags, _ONLY_OURS))
    except OSError as error:
        raise _not_opened(file, error) from error


def _identity(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError as error:
        raise _not_opened(file, error) from error
    return found.st_dev, found.st_ino


def _not_opened(file: Path, error: OSError) -> StoreAwayError:
    return StoreAwayError(
        "the queue cannot be opened: {file}: {reason}", file=file, reason=reason_of(error)
    )


@contextmanager
def transaction(
    engine: Engine, *, reading: bool = False, snapshot: bool = False
) -> Iterator[Connection]:
    """Let a transaction be carried out whole or not at all; say in our words what fails there.

    One that reads sees one state of SQLite from its beginning to its end; in PostgreSQL each
    question of it sees the newest, unless a `snapshot` is asked for.
    """
    try:
        with engine.connect() as connection:
            connection.execution_options(**{READING: reading or snapshot})
            if snapshot and engine.dialect.name != "sqlite":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection
    except PoolTimeoutError as error:
        raise StoreAwayError("the queue is busy: no connection to it became free") from error
    except DBAPIError as error:
        if isinstance(error, _FAULTS_OF_OURS):
            raise
        raise StoreAwayError(
            "the queue cannot be read or written: {reason}", reason=_reason(error)
        ) from error


def _reason(error: DBAPIError) -> str:
    """Return the first line of what the database says; it holds no value of ours."""
    return (str(error.orig).strip().splitlines() or ["?"])[0]


def is_written(connection: Connection, insert: Any, key: Column[Any]) -> bool:  # noqa: ANN401 - as above
    """Return whether an insert has written a row; how many, the two drivers count differently."""
    return connection.execute(insert.returning(key)).first() is not None
