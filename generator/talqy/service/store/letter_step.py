"""The step that brought letters into the queue: their tables as they were then, for ever."""

from sqlalchemy.engine import Connection

_TABLES = (
    (
        "addressees (id VARCHAR(32) NOT NULL, topic VARCHAR(100) NOT NULL,"
        " person VARCHAR(64) NOT NULL, address {bytes} NOT NULL, language VARCHAR(20) NOT NULL,"
        " asked_at VARCHAR(27) NOT NULL,"
        " confirmed_at VARCHAR(27), until VARCHAR(27), refused INTEGER NOT NULL, PRIMARY KEY (id),"
        " CONSTRAINT addressees_once UNIQUE (person, topic))"
    ),
    (
        "batches (id VARCHAR(64) NOT NULL, notices TEXT NOT NULL, made_at VARCHAR(27) NOT NULL,"
        " PRIMARY KEY (id))"
    ),
    (
        "letters (id VARCHAR(64) NOT NULL, addressee VARCHAR(32) NOT NULL,"
        " batch VARCHAR(64) NOT NULL,"
        " state VARCHAR(20) NOT NULL, tried INTEGER NOT NULL, made_at VARCHAR(27) NOT NULL,"
        " next_at VARCHAR(27) NOT NULL, PRIMARY KEY (id))"
    ),
    "told (id VARCHAR(64) NOT NULL, at VARCHAR(27) NOT NULL, PRIMARY KEY (id))",
    (
        "reached (name VARCHAR(20) NOT NULL, at_commit VARCHAR(64) NOT NULL,"
        " day VARCHAR(10) NOT NULL,"
        " PRIMARY KEY (name))"
    ),
)
_INDEXES = (
    "addressees_by_topic ON addressees (topic)",
    "addressees_until ON addressees (until)",
    "letters_by_addressee ON letters (addressee)",
    "letters_by_state ON letters (state, next_at)",
)


def letters_are_kept(connection: Connection) -> None:
    """Make the tables of who gets letters, and of what waits for the mail server."""
    binary = "BLOB" if connection.dialect.name == "sqlite" else "BYTEA"
    for table in _TABLES:
        name, _, columns = table.replace("{bytes}", binary).partition(" ")
        connection.exec_driver_sql(f"CREATE TABLE {name} ( {columns[1:-1]} )")
    for index in _INDEXES:
        connection.exec_driver_sql(f"CREATE INDEX {index}")
