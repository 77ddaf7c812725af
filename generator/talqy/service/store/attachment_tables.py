"""The tables of files that came with comments, and of those that are set aside for a page."""

from sqlalchemy import Column, Index, Integer, String, Table

from talqy.service.store.columns import Moment
from talqy.service.store.tables import METADATA

ATTACHED = Table(
    "attached",
    METADATA,
    Column("comment", String(10), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", String(200), nullable=False),
    Column("digest", String(71), nullable=False),
    Column("form", String(20), nullable=False),
    Column("size", Integer, nullable=False),
    Index("attached_by_digest", "digest"),
)

ASIDE = Table(
    "aside",
    METADATA,
    Column("page", String(64), primary_key=True),
    Column("digest", String(71), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("form", String(20), nullable=False),
    Column("size", Integer, nullable=False),
    Column("until", Moment, nullable=False),
    Index("aside_until", "until"),
    Index("aside_by_digest", "digest"),
)
"""Files of a page of the form whose comment is not sent yet."""
