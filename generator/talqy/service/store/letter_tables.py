"""The tables of letters: who gets them, what is told, and what waits for the mail server."""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from talqy.service.store.columns import DayText, Moment
from talqy.service.store.tables import METADATA

ADDRESSEES = Table(
    "addressees",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("topic", String(100), nullable=False),
    Column("person", String(64), nullable=False),
    Column("address", LargeBinary, nullable=False),
    Column("language", String(20), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("confirmed_at", Moment),
    Column("until", Moment),
    Column("refused", Integer, nullable=False),
    UniqueConstraint("person", "topic", name="addressees_once"),
    Index("addressees_by_topic", "topic"),
    Index("addressees_until", "until"),
)

BATCHES = Table(
    "batches",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("notices", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
)

LETTERS = Table(
    "letters",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("addressee", String(32), nullable=False),
    Column("batch", String(64), nullable=False),
    Column("state", String(20), nullable=False),
    Column("tried", Integer, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("next_at", Moment, nullable=False),
    Index("letters_by_state", "state", "next_at"),
    Index("letters_by_addressee", "addressee"),
)

TOLD = Table(
    "told",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("at", Moment, nullable=False),
)

REACHED = Table(
    "reached",
    METADATA,
    Column("name", String(20), primary_key=True),
    Column("at_commit", String(64), nullable=False),
    Column("day", DayText, nullable=False),
)
