"""Versions of the queue's tables: made new, or brought from an older version, step by step.

A step holds all its words itself: it is what turned one version into the next, whatever the tables
have become since. A column that it adds has a default in the database, for backups of before lack
it. All steps are taken in one transaction, by one process; others wait for it.
"""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import inspect, select, text
from sqlalchemy.engine import Connection

from talqy.errors import TalqyError
from talqy.service.store.attachment_step import files_are_kept
from talqy.service.store.engines import Engines, StoreAwayError
from talqy.service.store.every_table import EVERY_TABLE
from talqy.service.store.letter_step import letters_are_kept
from talqy.service.store.mail_step import messages_are_known
from talqy.service.store.tables import VERSIONS

Step = Callable[[Connection], None]

VERSION = 6


def _lines_are_never_changed(connection: Connection) -> None:
    """Let the database itself refuse to change a line of the log."""
    refused = "'a line of the log is never changed'"
    event = "CREATE TRIGGER acts_stay BEFORE UPDATE ON acts"
    function = f"BEGIN RAISE EXCEPTION {refused}; END"
    sqlite = (f"{event} BEGIN SELECT RAISE(ABORT, {refused}); END",)
    postgresql = (
        f"CREATE FUNCTION acts_stay() RETURNS trigger LANGUAGE plpgsql AS $$ {function} $$",
        f"{event} FOR EACH STATEMENT EXECUTE FUNCTION acts_stay()",
    )
    for line in sqlite if connection.dialect.name == "sqlite" else postgresql:
        connection.exec_driver_sql(line)


def _originals(connection: Connection) -> None:
    """Make the place for files as they came, of which words were taken out."""
    binary = "BLOB" if connection.dialect.name == "sqlite" else "BYTEA"
    connection.exec_driver_sql(
        "CREATE TABLE originals ( comment VARCHAR(10) NOT NULL, "
        f"text {binary} NOT NULL, replaced_at VARCHAR(27) NOT NULL, PRIMARY KEY (comment) )"
    )
    connection.exec_driver_sql("CREATE INDEX originals_by_moment ON originals (replaced_at)")


_STEPS: Mapping[int, Step] = {
    1: _lines_are_never_changed,
    2: _originals,
    3: letters_are_kept,
    4: files_are_kept,
    5: messages_are_known,
}
"""By the version that a step begins with: how the next one is made of it."""
_BESIDE_TABLES: Sequence[Step] = (_lines_are_never_changed,)
"""What a new queue has besides the tables of `tables.py`."""
_LOCK = 0x7A_1C_0001  # a number of ours among the locks of PostgreSQL


class StoreNewerError(TalqyError):
    """The queue was made by a newer Talqy, and is left as it is."""


def version_of(connection: Connection) -> int:
    """Return the version of the tables; 0 where there are none."""
    if not inspect(connection).has_table(VERSIONS.name):
        return 0
    return int(connection.execute(select(VERSIONS.c.version)).scalar_one())


def bring_up_to_date(engines: Engines) -> tuple[int, int]:
    """Make the tables, or bring them up to date; return the version before and after."""
    with engines.writing() as connection:
        if not engines.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        before = version_of(connection)
        refuse_newer(before, VERSION)
        if before == 0:
            EVERY_TABLE.create_all(connection)
            for step in _BESIDE_TABLES:
                step(connection)
            connection.execute(VERSIONS.insert().values(version=VERSION))
        else:
            for at in range(before, VERSION):
                _STEPS[at](connection)
            connection.execute(VERSIONS.update().values(version=VERSION))
    return before, VERSION


def require_version(connection: Connection) -> None:
    """Refuse to work with tables that are not those of now."""
    found = version_of(connection)
    refuse_newer(found, VERSION)
    if found < VERSION:
        raise StoreAwayError(
            "the queue has the tables of version {found} instead of {known}: somebody has replaced "
            "it, or “talqy service run” has not brought it up to date yet",
            found=found,
            known=VERSION,
        )


def refuse_newer(found: int, known: int) -> None:
    """Refuse tables that this version of the tool does not know."""
    if found > known:
        raise StoreNewerError(
            "the queue was made by a newer Talqy (its version is {found}, this one knows {known}): "
            "install that one again, or restore a backup from before",
            found=found,
            known=known,
        )
