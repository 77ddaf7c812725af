"""The step that brought messages into the queue: their table as it was then."""

from sqlalchemy.engine import Connection

_LINES = (
    (
        "TABLE mails ( id VARCHAR(64) NOT NULL, message VARCHAR(64) NOT NULL,"
        " state VARCHAR(20) NOT NULL, why VARCHAR(200) NOT NULL, answers VARCHAR(300) NOT NULL,"
        " comments TEXT NOT NULL, at VARCHAR(27) NOT NULL, PRIMARY KEY (id) )"
    ),
    "INDEX mails_by_message ON mails (message)",
    "INDEX mails_by_moment ON mails (at)",
)


def messages_are_known(connection: Connection) -> None:
    """Make the table of messages that were read."""
    for line in _LINES:
        connection.exec_driver_sql(f"CREATE {line}")
