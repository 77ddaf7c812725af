"""The tables as they are now. Who changes one writes the way to it in `versions.py`."""

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from talqy.service.store.columns import DayText, Moment, TextsByName

METADATA = MetaData()

# SQLite numbers lines by themselves only where the key is an INTEGER.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

VERSIONS = Table("talqy_version", METADATA, Column("version", Integer, nullable=False))

COMMENTS = Table(
    "comments",
    METADATA,
    Column("id", String(10), primary_key=True),
    Column("standard", String(80), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("digest", String(71), nullable=False),
    Column("received", DayText, nullable=False),
    Column("taken_at", Moment, nullable=False),
    Column("posted", String(128), unique=True),
    Column("key_hash", String(128), nullable=False),
    Column("lane", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("reason", String(80), nullable=False),
    Column("changed_at", Moment, nullable=False),
    Index("comments_by_state", "state", "taken_at", "id"),
    Index("comments_by_standard", "standard", "state", "taken_at", "id"),
)

ORIGINALS = Table(
    "originals",
    METADATA,
    Column("comment", String(10), primary_key=True),
    Column("text", LargeBinary, nullable=False),
    Column("replaced_at", Moment, nullable=False),
    Index("originals_by_moment", "replaced_at"),
)
"""Files as they came, of comments of which an official has taken words out."""

ACTS = Table(
    "acts",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("comment", String(10), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
    Column("what", String(80), nullable=False),
    Column("was", String(20)),
    Column("to", String(20)),
    Column("reason", String(80), nullable=False),
    Column("values", TextsByName, nullable=False),
    Index("acts_by_comment", "comment", "number"),
    Index("acts_by_moment", "at"),
    sqlite_autoincrement=True,
)

SPENT = Table(
    "spent",
    METADATA,
    Column("challenge", String(128), primary_key=True),
    Column("until", Moment, nullable=False),
    Index("spent_until", "until"),
)

COUNTED = Table(
    "counted",
    METADATA,
    Column("key", String(128), primary_key=True),
    Column("slot", _NUMBER, primary_key=True, autoincrement=False),
    Column("times", Integer, nullable=False),
    Index("counted_by_slot", "slot"),
)

LEASES = Table(
    "leases",
    METADATA,
    Column("name", String(80), primary_key=True),
    Column("holder", Text, nullable=False),
    Column("until", Moment, nullable=False),
)
