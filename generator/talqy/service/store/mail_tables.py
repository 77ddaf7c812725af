"""The table of messages that were read: each of them once."""

from sqlalchemy import Column, Index, String, Table, Text

from talqy.service.store.columns import Moment
from talqy.service.store.tables import METADATA

MAILS = Table(
    "mails",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("message", String(64), nullable=False),
    Column("state", String(20), nullable=False),
    Column("why", String(200), nullable=False),
    Column("answers", String(300), nullable=False),
    Column("comments", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index("mails_by_message", "message"),
    Index("mails_by_moment", "at"),
)
"""`id` is the digest of the bytes, `message` that of the Message-ID, empty where there is none."""
