"""The step that brought files of comments into the queue: their tables as they were then."""

from sqlalchemy.engine import Connection

_FILE = "form VARCHAR(20) NOT NULL, size INTEGER NOT NULL"
_LINES = (
    (
        "TABLE attached ( comment VARCHAR(10) NOT NULL, number INTEGER NOT NULL,"
        f" name VARCHAR(200) NOT NULL, digest VARCHAR(71) NOT NULL, {_FILE},"
        " PRIMARY KEY (comment, number) )"
    ),
    "INDEX attached_by_digest ON attached (digest)",
    (
        "TABLE aside ( page VARCHAR(64) NOT NULL, digest VARCHAR(71) NOT NULL,"
        f" name VARCHAR(200) NOT NULL, {_FILE}, until VARCHAR(27) NOT NULL,"
        " PRIMARY KEY (page, digest) )"
    ),
    "INDEX aside_until ON aside (until)",
    "INDEX aside_by_digest ON aside (digest)",
)


def files_are_kept(connection: Connection) -> None:
    """Make the tables of files that came with comments."""
    for line in _LINES:
        connection.exec_driver_sql(f"CREATE {line}")
